"""What must hold whatever the accounts say."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import example
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rashomon
from rashomon.reports.records import as_lines
from rashomon.types import Account, Case, Reading

LAW = settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

WORDS = st.sampled_from(
    [
        "At least 24 people were killed in the fire, the ministry said.", "“We lost colleagues,” Tomas Vell said.",
        "Some 13,000 people were evacuated on Friday.", "Half of them, 12,000, were children.", "(Reuters)", "3.5 km",
        "\n\n", "\r\n", "May 3, 2031 at 9:14 am\nReply\n", "\u202e", "\x1b[2J", "<script>alert(1)</script>", '"', "…",
        "twenty-five", "between 10 and 12", "Leave a Reply", "Photo: N. Feld", "١٢٣ people", "\ufeff", "12,000,000,000",
    ]
)  # fmt: skip
TEXTS = st.lists(WORDS | st.text(max_size=30), min_size=1, max_size=12).map(" ".join)


def account(text: str, name: str = "a.txt") -> Account:
    text = text.encode("utf-8", "replace").decode()
    return Account(name=name, text=text, digest=hashlib.sha256(text.encode()).hexdigest())


@cache
def read(one: Account) -> Reading:
    return rashomon.read(one)


def export(readings: Sequence[Reading]) -> str:
    return "\n".join(as_lines(rashomon.compare(readings)))


def verdicts(case: Case, left_out: str = "") -> list[tuple[str, str, int]]:
    """The verdicts that rest on other accounts than one, by their question."""
    return sorted(
        (verdict.fact.question, verdict.outcome, len(verdict.tally.origins))
        for verdict in case.verdicts
        if any(claim.account.name != left_out for claim in verdict.fact.claims)
    )


@LAW
@given(st.permutations(example.readings()))
def test_order_of_accounts_changes_nothing(shuffled: list[Reading]) -> None:
    assert export(shuffled) == "\n".join(as_lines(example.case()))


@LAW
@given(TEXTS)
def test_zones_cover_the_text_without_overlap(text: str) -> None:
    reading = read(account(text))
    at = 0
    for zone in reading.zones:
        assert not text_between(reading.account, at, zone.span.start).strip()
        assert zone.span.start >= at
        at = zone.span.end
    assert not text_between(reading.account, at, len(reading.account.text)).strip()


def text_between(one: Account, start: int, end: int) -> str:
    return one.text[start:end]


@LAW
@given(TEXTS)
def test_spans_read_their_own_text(text: str) -> None:
    reading = read(account(text))
    for claim in reading.claims:
        assert claim.account == reading.account
        assert claim.span.text == reading.account.text[claim.span.start : claim.span.end]
        assert any(zone.span.meets(claim.span) and zone.is_evidence for zone in reading.zones)


@LAW
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert rashomon.read(account(text)) == rashomon.read(account(text))


@LAW
@given(TEXTS)
def test_account_against_itself_never_conflicts_with_itself(text: str) -> None:
    alone = rashomon.compare([read(account(text))])
    twice = rashomon.compare([read(account(text)), read(account(text, "b.txt"))])
    conflicts = {verdict.fact.question for verdict in alone.verdicts if verdict.outcome == "conflict"}
    assert {verdict.fact.question for verdict in twice.verdicts if verdict.outcome == "conflict"} <= conflicts | {
        verdict.fact.question for verdict in alone.verdicts if verdict.self_conflict
    }


@LAW
@given(TEXTS, TEXTS)
def test_saving_and_loading_changes_nothing(first: str, second: str) -> None:
    case = rashomon.compare([read(account(first)), read(account(second, "b.txt"))])
    with TemporaryDirectory() as folder:
        rashomon.save(case, Path(folder) / "a.rashomon")
        assert rashomon.load(Path(folder) / "a.rashomon") == case


@LAW
@given(st.integers(0, 6))
def test_adding_equals_comparing(number: int) -> None:
    readings = example.readings()
    rest = rashomon.compare(readings[:number] + readings[number + 1 :])
    assert rashomon.add(rest, [readings[number]]) == example.case()


@LAW
@given(st.permutations(example.readings()))
def test_adding_one_by_one_equals_comparing_at_once(shuffled: list[Reading]) -> None:
    """Each added to the case that the one before left in the file; the records are the same, byte for byte."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.rashomon"
        rashomon.save(rashomon.compare(shuffled[:1]), path)
        for reading in shuffled[1:]:
            rashomon.save(rashomon.add(rashomon.load(path), [reading]), path)
        assert list(as_lines(rashomon.load(path))) == list(as_lines(example.case()))


@LAW
@given(TEXTS, TEXTS, TEXTS)
def test_adding_any_account_equals_comparing(first: str, second: str, third: str) -> None:
    told = [read(account(text, name)) for text, name in ((first, "a.txt"), (second, "b.txt"), (third, "c.txt"))]
    for new in told:
        rest = rashomon.compare([reading for reading in told if reading is not new])
        assert list(as_lines(rashomon.add(rest, [new]))) == list(as_lines(rashomon.compare(told)))


def test_adding_rests_on_nothing_that_other_rules_found_or_that_is_read_otherwise_now() -> None:
    readings = example.readings()
    rest = rashomon.compare(readings[1:])
    emptied = replace(rest, copies=(), findings=())
    assert rashomon.add(emptied, readings[:1]) != example.case(), "copies and findings of the same rules are kept"
    assert rashomon.add(replace(emptied, edition=""), readings[:1]) == example.case()
    again = replace(readings[1], claims=())
    changed = rashomon.compare([readings[0], again, *readings[2:]])
    assert rashomon.add(rest, [readings[0], again]) == changed


def test_empty_account_changes_no_verdict() -> None:
    with_empty = rashomon.compare([*example.readings(), read(account("\n", "empty.txt"))])
    assert with_empty.verdicts == example.case().verdicts


@LAW
@given(st.integers(0, 6))
def test_copy_adds_no_origin(number: int) -> None:
    original = example.accounts()[number]
    copy = read(replace(original, name="copy.txt"))
    with_copy = rashomon.compare([*example.readings(), copy])
    before = {claim.id: len(v.tally.origins) for v in example.case().verdicts for claim in v.fact.claims}
    for verdict in with_copy.verdicts:
        known = [claim.id for claim in verdict.fact.claims if claim.id in before]
        assert not known or len(verdict.tally.origins) <= max(before[claim] for claim in known)


def test_exchanging_outlets_exchanges_them_in_the_result() -> None:
    """Names of outlets are names: two of them exchanged give the same verdicts."""
    swap = {"1.txt": "The Harbour Post", "2.txt": "The Free Quay"}
    other = {"1.txt": "The Free Quay", "2.txt": "The Harbour Post"}
    texts = {"1.txt": "At least 24 people were killed in the fire.", "2.txt": "140 people were killed in the fire."}

    def outcome(outlets: dict[str, str]) -> list[tuple[str, str, int]]:
        given_accounts = [replace(account(text, name), outlet=outlets[name]) for name, text in texts.items()]
        return verdicts(rashomon.compare(given_accounts))

    assert outcome(swap) == outcome(other)


PARTIES = st.sampled_from([("army", "rebels"), ("government forces", "opposition fighters"), ("militia", "police")])
TOLD = st.lists(
    st.sampled_from(
        [
            "The {one} shelled Calder on Monday, killing 12 people, a doctor said.",
            "At least 15 people were killed when the {other} shelled Calder on Monday, the mayor said.",
            "The {one} said 40 men had surrendered. “We hold the town,” a spokesman of the {other} said.",
            "More than 3,000 people fled Calder after the {one} took the bridge.",
            "According to the {other}, nine of the {one} were captured.",
        ]
    ),
    min_size=1,
    max_size=5,
    unique=True,
).map("\n\n".join)


@LAW
@given(PARTIES, TOLD, TOLD)
def test_exchanging_parties_exchanges_them_in_the_result(parties: tuple[str, str], first: str, second: str) -> None:
    one, other = parties

    def outcome(left: str, right: str) -> list[tuple[str, int, int]]:
        told = [
            account(text.format(one=left, other=right), name) for name, text in (("a.txt", first), ("b.txt", second))
        ]
        case = rashomon.compare([read(each) for each in told])
        return sorted((v.outcome, len(v.fact.claims), len(v.tally.origins)) for v in case.verdicts)

    assert outcome(one, other) == outcome(other, one)
