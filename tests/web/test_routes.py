from __future__ import annotations

import base64
import errno
import hashlib
import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from html import unescape
from pathlib import Path

import example
import pytest
from hostile import hostile
from prints import column, printed
from starlette.testclient import TestClient

import rashomon
from rashomon.judgements import act_of, first_broken
from rashomon.stores import log_of
from rashomon.types import Case, Fact
from rashomon.web import Door, deeds, make_app

DOOR = Door(port=8642)
SAVED = b"""<html><body onload="alert(1)"><nav><a href="javascript:alert(2)">Home</a></nav><h1>Ferry sinks</h1>
<p>At   least <b>12 people</b> died off Teshar, the <img src=x onerror=alert(3)> ministry said.</p><script>x</script>
<form action="/judge"><button>Send</button></form></body></html>"""
HOME = "http://127.0.0.1:8642"


def browser(path: Path, name: str = "Ilse Maron", blind: str = "") -> TestClient:
    client = TestClient(make_app(path, DOOR), base_url=HOME)
    assert client.get(f"/start/{DOOR.token}").status_code == 200
    client.post("/settings", data={"key": DOOR.key, "here": "/", "person": name, "blind": blind})
    return client


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rashomon.save(example.case(), tmp_path / "a.rashomon")
    return tmp_path / "a.rashomon"


@pytest.fixture
def client(path: Path) -> TestClient:
    return browser(path)


Judge = Callable[..., int]


@pytest.fixture
def judge(client: TestClient, path: Path) -> Judge:
    def send(on: str, verb: str, **fields: object) -> int:
        form = {
            "key": DOOR.key,
            "here": f"/fact/{on}",
            "seen": str(len(log_of(path))),
            "on": on,
            "verb": verb,
            **fields,
        }
        return client.post("/judge", data=form, follow_redirects=False).status_code

    return send


def told_often() -> Fact:
    return max(example.case().facts, key=lambda fact: len(fact.claims))


def test_without_the_token_of_this_start_nobody_comes_in(path: Path) -> None:
    stranger = TestClient(make_app(path, DOOR), base_url=HOME)
    assert stranger.get("/").status_code == 403
    assert stranger.get("/start/guess").status_code == 403
    assert stranger.get("/export.jsonl").status_code == 403
    stranger.cookies.set(DOOR.cookie, "guess")
    assert stranger.get("/").status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8642", "127.0.0.1", "127.0.0.1:80", ""])
def test_request_for_another_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


def test_form_of_another_page_is_refused(client: TestClient, path: Path) -> None:
    form = {"on": told_often().id, "verb": "accept", "here": "/"}
    assert client.post("/judge", data=form).status_code == 403
    assert client.post("/judge", data={**form, "key": "guess"}).status_code == 403
    own = {**form, "key": DOOR.key}
    assert client.post("/judge", data=own, headers={"origin": "http://evil.example"}).status_code == 403
    assert client.post("/judge", data=own, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.post("/judge", data={**own, "note": "x" * 70_000}).status_code == 403
    assert log_of(path) == ()


def test_every_answer_has_strict_headers(client: TestClient) -> None:
    for address in ("/", "/log", "/report", "/static/review.js", "/nowhere"):
        headers = client.get(address).headers
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert "unsafe-eval" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "same-origin"
    assert "unsafe-inline" not in client.get("/").headers["content-security-policy"]


def test_form_leads_nowhere_but_to_this_application(client: TestClient) -> None:
    for here in ("https://evil.example/", "//evil.example", "/\\evil.example", "/a\nb"):
        form = {"key": DOOR.key, "here": here, "person": "Ilse"}
        assert client.post("/settings", data=form, follow_redirects=False).headers["location"] == "/"


def test_queue_begins_with_what_is_most_doubtful(client: TestClient) -> None:
    page = client.get("/").text
    order = re.findall(r'href="/fact/(fact-\w+)"', page.partition('<ol class="queue">')[2])
    assert len(order) == len(example.case().facts)
    outcomes = {one.fact.id: one.outcome for one in example.case().verdicts}
    assert outcomes[order[0]] == "undecided"
    assert outcomes[order[-1]] == "single"


def test_every_fact_claim_and_account_opens_by_its_id(client: TestClient) -> None:
    for fact in example.case().facts:
        page = client.get(f"/fact/{fact.id}")
        assert page.status_code == 200
        for claim in fact.claims:
            assert claim.id in page.text
    for reading in example.readings():
        assert client.get(f"/account/{reading.account.id}").status_code == 200
    claim = told_often().claims[0]
    answer = client.get(f"/claim/{claim.id}", follow_redirects=False)
    place, _, anchor = answer.headers["location"].partition("#")
    assert f'id="{anchor}"' in client.get(place).text
    assert client.get("/fact/fact-000000000000").status_code == 404


def test_accepting_goes_into_the_log_and_on_to_the_next(client: TestClient, path: Path) -> None:
    fact = told_often()
    form = {"key": DOOR.key, "here": f"/fact/{fact.id}", "on": fact.id, "verb": "accept", "onward": "1", "seen": "0"}
    answer = client.post("/judge", data=form, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] not in {f"/fact/{fact.id}", "/"}
    (line,) = log_of(path)
    assert (line.on, line.by) == (fact.id, "Ilse Maron")
    assert line.outcome.startswith("accept ")
    assert first_broken((line,)) is None


def test_change_of_a_verdict_needs_a_reason_and_shows_everywhere(client: TestClient, judge: Judge, path: Path) -> None:
    fact = told_often()
    assert judge(fact.id, "verdict", outcome="compatible") == 422
    assert log_of(path) == ()
    assert judge(fact.id, "verdict", outcome="compatible", note="counted at other hours") == 303
    assert act_of(log_of(path)[0].outcome).old == "conflict"  # type: ignore[union-attr]
    page = client.get(f"/fact/{fact.id}").text
    assert "a person’s decision" in page
    assert "counted at other hours" in page
    assert "counted at other hours" in client.get("/report").text
    assert "counted at other hours" in client.get("/log").text
    assert f'"rule": "{log_of(path)[0].id}"' in client.get("/export.jsonl").text
    assert ",compatible," in client.get("/export.csv").text


def test_value_is_corrected_split_and_merged(judge: Judge, path: Path) -> None:
    fact = told_often()
    claim = fact.claims[0]
    assert judge(fact.id, "value", claim=claim.id, value="many", note="typo") == 422
    assert judge(fact.id, "value", claim=[claim.id, fact.claims[1].id], value="26", note="typo") == 422
    assert judge(fact.id, "value", claim=claim.id, value="26", note="typo") == 303
    assert judge(fact.id, "split", claim=[one.id for one in fact.claims], note="other day") == 422
    assert judge(fact.id, "split", claim=claim.id, note="other day") == 303
    other = next(one for one in example.case().facts if one.id != fact.id and one.dimension == "count")
    assert judge(other.id, "dismiss", note="no figure") == 303
    assert len(log_of(path)) == 3


def test_merging_facts_of_different_kinds_is_refused(judge: Judge) -> None:
    fact = told_often()
    other = next(one for one in example.case().facts if one.dimension != fact.dimension)
    assert judge(fact.id, "merge", other=other.id, note="same") == 422


def test_undo_is_a_new_line(client: TestClient, judge: Judge, path: Path) -> None:
    fact = told_often()
    judge(fact.id, "verdict", outcome="agree", note="seen")
    assert judge(log_of(path)[0].id, "undo") == 303
    assert [line.outcome.partition(" ")[0] for line in log_of(path)] == ["verdict", "undo"]
    assert judge(log_of(path)[0].id, "undo") == 422
    assert "a person’s decision" not in client.get(f"/fact/{fact.id}").text


def test_decision_from_an_old_page_is_refused(client: TestClient, judge: Judge, path: Path) -> None:
    fact = told_often()
    judge(fact.id, "accept")
    assert judge(fact.id, "verdict", outcome="agree", note="late", seen="0") == 422
    assert len(log_of(path)) == 1


def test_figure_is_added_from_the_text(client: TestClient, judge: Judge, path: Path) -> None:
    account = example.accounts()[0]
    place = account.text.index("Marrowfield")
    fields = {"start": str(place), "end": str(place + 11), "value": "27", "role": "killed", "note": "missed"}
    assert judge(account.id, "add", exact="Teshar", **fields, here=f"/account/{account.id}") == 422
    assert judge(account.id, "add", exact="Marrowfield", **fields) == 303
    assert "added by Ilse Maron" in client.get("/").text


def test_source_is_graded_by_a_person(client: TestClient, judge: Judge) -> None:
    account = example.accounts()[0]
    assert judge(account.id, "grade", grade="G", here="/sources") == 422
    assert judge(account.id, "grade", grade="B", here="/sources") == 303
    assert '<span class="grade">B</span>' in client.get("/sources").text


def test_nobody_decides_without_a_name(path: Path) -> None:
    nameless = browser(path, "")
    fact = told_often()
    form = {"key": DOOR.key, "here": f"/fact/{fact.id}", "on": fact.id, "verb": "accept", "seen": "0"}
    assert nameless.post("/judge", data=form).status_code == 422
    assert log_of(path) == ()


def test_two_reviewers_who_differ_are_listed_and_nothing_is_applied(path: Path, judge: Judge) -> None:
    fact = told_often()
    judge(fact.id, "verdict", outcome="agree", note="same event")
    karl = browser(path, "Karl")
    form = {
        "key": DOOR.key,
        "here": "/",
        "on": fact.id,
        "verb": "verdict",
        "outcome": "undecided",
        "note": "no",
        "seen": "1",
    }
    assert karl.post("/judge", data=form).status_code == 200
    page = karl.get("/log").text
    assert "Where reviewers disagree" in page
    assert "Reviewers disagree" in karl.get(f"/fact/{fact.id}").text
    before = {one.fact.id: one.outcome for one in example.case().verdicts}
    assert f'class="fact {before[fact.id]}"' in karl.get(f"/fact/{fact.id}").text


def test_machine_verdict_stays_hidden_until_judged(path: Path) -> None:
    blind = browser(path, "Karl", blind="1")
    verdict = next(one for one in example.case().verdicts if one.outcome == "conflict")
    address = f"/fact/{verdict.fact.id}"
    assert verdict.reason not in blind.get(address).text.replace("&#34;", '"')
    assert 'class="verdict conflict"' not in blind.get("/").text
    form = {
        "key": DOOR.key,
        "here": address,
        "on": verdict.fact.id,
        "verb": "verdict",
        "outcome": "conflict",
        "note": "x",
    }
    assert blind.post("/judge", data={**form, "seen": "0"}).status_code == 200
    assert 'class="verdict conflict"' in blind.get(address).text


def test_search_finds_lines_by_the_beginning_of_a_word(client: TestClient) -> None:
    page = client.get("/search", params={"q": "doct"}).text
    assert "<mark>doctor" in page
    assert "<html" not in client.get("/search", params={"q": "doct"}, headers={"hx-request": "true"}).text
    for odd in ('"', "AND OR NOT", "a*b", "(", "near(", "é" * 300):
        assert client.get("/search", params={"q": odd}).status_code == 200


def test_other_tabs_hear_of_a_decision(client: TestClient, judge: Judge) -> None:
    assert "new decision" not in client.get("/pulse", params={"seen": "0"}).text
    judge(told_often().id, "accept")
    assert "1 new decision, the last by Ilse Maron" in client.get("/pulse", params={"seen": "0"}).text


def test_added_account_is_seen_without_a_new_start(client: TestClient, path: Path, judge: Judge) -> None:
    judge(told_often().id, "accept")
    few: Case = rashomon.compare(example.readings()[:4])
    rashomon.save(few, path)
    assert client.get("/sources").text.count('class="sourcecard"') == 4
    assert "accept" in client.get("/log").text


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A case of a page, a print and a text; the places and people are invented."""
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "a.txt").write_text("At least 15 people died when a ferry sank off Teshar.\n")
    lines = ["A ferry sank off Teshar.", "At least 17 people were killed, he said."]
    (folder / "b.pdf").write_bytes(printed([column(50, 700, lines)]))
    (folder / "c.html").write_bytes(SAVED)
    rashomon.save(rashomon.compare([folder]), tmp_path / "m.rashomon")
    return tmp_path / "m.rashomon"


def test_number_leads_to_its_sentence_and_on_to_the_original(mixed: Path) -> None:
    client = browser(mixed)
    for reading in rashomon.load(mixed).readings:
        claim = reading.figures[0]
        place = f"{claim.span.start}-{claim.span.end}"
        sentence = client.get(f"/claim/{claim.id}").text
        onward = re.search(rf'<a id="s\d-{place}" class="figure here" href="([^"]*)"', sentence)
        assert onward
        address, _, name = onward[1].replace("&amp;", "&").partition("#")
        page = client.get(address).text
        assert page.count(f'id="{name}"') == 1
        assert re.search(rf'id="{name}" class="figure here"', page)
        assert f"/account/{reading.account.id}?at={place}#s" in page
        assert reading.account.digest in page


def test_original_can_run_send_and_load_nothing(mixed: Path) -> None:
    client = browser(mixed)
    for account in rashomon.load(mixed).accounts:
        answer = client.get(f"/original/{account.id}")
        policy = {part.split()[0]: part.split()[1:] for part in answer.headers["content-security-policy"].split(";")}
        assert policy["sandbox"] == ["allow-same-origin", "allow-downloads"]
        assert policy["default-src"] == policy["form-action"] == policy["base-uri"] == ["'none'"]
        style = re.search(r"<style>(.*?)</style>", answer.text, re.DOTALL)
        assert style
        digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        assert policy["style-src"] == [f"'sha256-{digest}'"]
        assert set(policy) <= {
            "sandbox",
            "default-src",
            "style-src",
            "img-src",
            "form-action",
            "base-uri",
            "frame-ancestors",
        }
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert not re.search(r"<(script|img|iframe|object|form)|javascript:|\son\w+=", answer.text)


def test_bytes_of_an_original_are_saved_as_they_were_given(mixed: Path, tmp_path: Path) -> None:
    client = browser(mixed)
    for account in rashomon.load(mixed).accounts:
        answer = client.get(f"/original/{account.id}/bytes")
        assert answer.content == (tmp_path / "given" / account.name).read_bytes()
        assert hashlib.sha256(answer.content).hexdigest() == account.digest
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"] == f'attachment; filename="{account.name}"'
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")


def test_original_of_nothing_in_the_case_is_not_there(mixed: Path) -> None:
    client = browser(mixed)
    for address in ("/original/account-000000000000", "/original/account-000000000000/bytes"):
        assert client.get(address).status_code == 404
    account = rashomon.load(mixed).accounts[0]
    for odd in ("9-3", "0-999999", "a-b", "1-2-3", "<script>"):
        assert client.get(f"/original/{account.id}", params={"at": odd}).status_code == 200
    stranger = TestClient(make_app(mixed, DOOR), base_url=HOME)
    assert stranger.get(f"/original/{account.id}/bytes").status_code == 403


def test_every_statement_of_a_fact_leads_to_the_original(client: TestClient) -> None:
    fact = told_often()
    page = client.get(f"/fact/{fact.id}").text.replace("&amp;", "&")
    for claim in fact.claims:
        assert f'href="/original/{claim.account.id}?at={claim.span.start}-{claim.span.end}#o' in page


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "the disk is full"), (errno.EACCES, "cannot be written to"), (errno.EBUSY, "in use")],
)
def test_decision_that_cannot_be_written_is_kept_and_sent_again(
    client: TestClient, path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    fact = told_often()

    def refused(*_: object) -> None:
        raise OSError(number, words, str(path))

    form = {
        "key": DOOR.key, "here": f"/fact/{fact.id}", "seen": "0", "on": fact.id, "verb": "verdict",
        "outcome": "compatible", "note": "counted <b>at</b> other hours", "claim": [one.id for one in fact.claims[:2]],
    }  # fmt: skip
    with monkeypatch.context() as disk:
        disk.setattr(deeds, "write_decision", refused)
        answer = client.post("/judge", data=form)
    assert answer.status_code == 503
    assert f"{path}: {words}." in answer.text
    assert log_of(path) == ()
    kept = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', answer.text.partition('id="again"')[2])
    assert [value for name, value in kept if name == "claim"] == form["claim"]
    note = re.search(r'<textarea name="note"[^>]*>(.*?)</textarea>', answer.text)
    assert note
    assert unescape(note[1]) == form["note"]
    again: dict[str, object] = {name: [value for one, value in kept if one == name] for name, _ in kept}
    assert client.post("/judge", data={**again, "note": unescape(note[1])}, follow_redirects=False).status_code == 303
    (line,) = log_of(path)
    assert (line.on, line.note) == (fact.id, form["note"])


def test_file_that_may_only_be_read_is_told_of(client: TestClient, path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root writes to any file")
    path.chmod(0o444)
    form = {"key": DOOR.key, "here": "/", "seen": "0", "on": told_often().id, "verb": "accept"}
    answer = client.post("/judge", data=form)
    assert answer.status_code == 503
    assert "cannot be written to" in answer.text


def test_file_that_another_program_holds_is_told_of(
    client: TestClient, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.stores.files.PATIENCE", 0.1)
    form = {"key": DOOR.key, "here": "/", "seen": "0", "on": told_often().id, "verb": "accept", "note": "seen"}
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = client.post("/judge", data=form)
    assert answer.status_code == 503
    assert "another program is writing to it" in answer.text
    assert ">seen</textarea>" in answer.text
    assert client.post("/judge", data=form, follow_redirects=False).status_code == 303
    assert len(log_of(path)) == 1


def test_hostile_text_is_shown_as_text(tmp_path: Path) -> None:
    path = tmp_path / "h.rashomon"
    rashomon.save(rashomon.compare(hostile()), path)
    client = browser(path, "<img src=x onerror=alert(1)>")
    pages = ["/", "/findings", "/sources", "/log", "/search?q=script", "/search?q=<b>"]
    pages += [f"/fact/{fact.id}" for fact in rashomon.load(path).facts]
    pages += [f"/account/{account.id}" for account in rashomon.load(path).accounts]
    pages += [f"/original/{account.id}" for account in rashomon.load(path).accounts]
    for address in pages:
        page = client.get(address).text
        assert "<img" not in page
        assert "<b>fire</b>" not in page
        assert set(re.findall(r"<script[^>]*>", page)) <= {
            '<script src="/static/htmx.min.js" defer>',
            '<script src="/static/review.js" defer>',
        }
