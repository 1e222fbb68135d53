"""Where what was found stands in the original, in the records and in Web Annotations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from archives import answer, record
from click.testing import CliRunner
from prints import column, printed
from resiliparse.parse.html import HTMLTree

import rashomon
from rashomon.cli import main

PAGE = b"""<html><body><nav><p>Home and more</p></nav><article><h1>Ferry sinks</h1>
<p>At   least <b>12 people</b> died off Teshar.</p><p>About 40 were injured, the coast guard said.</p></article></body></html>"""


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    (folder / "a.txt").write_text("At least 15 people died when a ferry sank off Teshar.\n")
    (folder / "b.pdf").write_bytes(
        printed(
            [
                column(50, 700, ["A ferry sank off Teshar."]),
                column(50, 700, ["At least 17 people were killed, he said."]),
            ]
        )
    )
    (folder / "c.warc").write_bytes(record("https://post.example/ferry", answer(PAGE)))
    rashomon.save(rashomon.compare([folder]), folder / "a.rashomon")
    return folder / "a.rashomon"


def exported(saved: Path, form: str) -> str:
    done = CliRunner().invoke(main, ["export", str(saved), "--format", form])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(scope="module")
def records(saved: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported(saved, "jsonl").splitlines()]


def figure(records: list[dict[str, Any]], text: str) -> dict[str, Any]:
    return next(one for one in records if one["record"] == "figure" and one["text"] == text)


def test_figure_of_a_text_file_needs_no_other_place(records: list[dict[str, Any]]) -> None:
    assert figure(records, "At least 15")["origin"] is None


def test_figure_of_a_page_has_its_element(records: list[dict[str, Any]]) -> None:
    one = figure(records, "At least 12")
    assert one["origin"] == {"elements": [{"path": "/html[1]/body[1]/article[1]/p[1]", "start": 0, "end": 11}]}
    tree = HTMLTree.parse(PAGE.decode())
    element = tree.document.query_selector("article > p")
    assert element is not None
    assert " ".join((element.text or "").split())[0:11] == "At least 12"


def test_figure_of_a_print_has_its_page_and_box(records: list[dict[str, Any]]) -> None:
    origin = figure(records, "At least 17")["origin"]
    assert origin["page"] == 2
    left, bottom, right, top = origin["boxes"][0]["box"]
    assert left == pytest.approx(50, abs=2)
    assert right < 120
    assert 690 < bottom < top < 712


def test_account_of_an_archive_says_where_it_lay(records: list[dict[str, Any]]) -> None:
    account = next(one for one in records if one["record"] == "account" and one["parser"] == "warc")
    assert account["origin"] == {
        "file": "c.warc", "offset": 0, "line": None, "captured": "2031-05-02T10:00:00Z", "url": "https://post.example/ferry",
    }  # fmt: skip
    assert account["encoding"] == "utf-8"
    assert "fastwarc" in account["parsed_by"]


def test_annotations_select_in_every_way(saved: Path, records: list[dict[str, Any]]) -> None:
    page = json.loads(exported(saved, "annotations"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    by_id = {one["id"]: one for one in page["items"]}
    assert len(by_id) == len(page["items"])
    texts = {one["account"]: one["text"] for one in records if one["record"] == "account"}
    for text, kind in (
        ("At least 12", "XPathSelector"),
        ("At least 17", "FragmentSelector"),
        ("At least 15", "TextPositionSelector"),
    ):
        one = figure(records, text)
        (target,) = by_id[f"urn:rashomon:{one['id']}"]["target"]
        selectors = {selector["type"]: selector for selector in target["selector"]}
        assert {"TextQuoteSelector", "TextPositionSelector", kind} <= set(selectors)
        quoted, at = selectors["TextQuoteSelector"], selectors["TextPositionSelector"]
        whole = texts[one["account"]]
        assert quoted["exact"] == whole[at["start"] : at["end"]] == text
        assert quoted["prefix"] + text + quoted["suffix"] in whole
    assert {one["motivation"] for one in page["items"]} >= {"identifying", "linking"}


def test_annotations_are_the_same_on_every_run(saved: Path) -> None:
    assert exported(saved, "annotations") == exported(saved, "annotations")
