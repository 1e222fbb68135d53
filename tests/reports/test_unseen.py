"""Each panel says what it cannot show, with numbers counted anew here."""

from __future__ import annotations

import re

import example

import rashomon
from rashomon.accounts import account_of
from rashomon.reports.html import as_html
from rashomon.reports.html.unseen import PANELS, unseen
from rashomon.types import Case

CASE = example.case()


def first_number(panel: str, after: str = "") -> int:
    match = re.search(r"(\d[\d,]*)" + after, unseen(CASE)[panel])
    assert match, unseen(CASE)[panel]
    return int(match[1].replace(",", ""))


def test_facts_say_how_many_figures_have_no_role_and_how_many_stand_alone() -> None:
    figures = [claim for reading in CASE.readings for claim in reading.figures]
    assert first_number("facts") == len([one for one in figures if one.topic is None or one.topic.role == "other"])
    assert first_number("facts", " statements stand alone") == len([one for one in CASE.facts if len(one.claims) == 1])


def test_findings_say_how_many_figures_nothing_was_found_about() -> None:
    found = {
        (span.account, place) for one in CASE.findings for span in one.spans for place in range(span.start, span.end)
    }
    figures = [claim for reading in CASE.readings for claim in reading.figures]
    free = [one for one in figures if not {(one.account, at) for at in range(one.span.start, one.span.end)} & found]
    assert first_number("findings") == len(free)


def test_places_say_which_are_not_on_the_map() -> None:
    assert unseen(CASE)["places"].endswith("1 place is not on the map: Quay Street.")


def test_accounts_say_how_much_of_them_is_no_evidence() -> None:
    off = "".join(
        zone.span.text for reading in CASE.readings for zone in reading.zones if zone.kind in {"comment", "boilerplate"}
    )
    assert first_number("accounts") == len(off)


def test_left_out_says_who_could_not_have_known() -> None:
    days = {reading.account.name: reading.masthead.published for reading in CASE.readings}
    early = [
        name
        for one in CASE.omissions
        for name in one.absent_from
        if all((days[name] or 0) < (days[other] or 0) for other in one.reported_by)  # type: ignore[operator]
    ]
    assert first_number("omissions") == len(early)


def test_every_panel_that_lacks_something_says_so_above_its_content() -> None:
    made = as_html(CASE)
    said = unseen(CASE)
    assert set(said) == set(PANELS)
    for panel, sentence in said.items():
        section = made.partition(f'<section id="{panel}">')[2].partition("</section>")[0]
        assert (sentence.replace("'", "&#39;") in section) is bool(sentence)


def test_nothing_is_said_where_nothing_is_missing() -> None:
    assert set(unseen(Case(readings=())).values()) == {""}
    quiet = rashomon.compare([account_of(b"Nobody was hurt, he said.", "a.txt")])
    assert unseen(quiet)["quotations"] == ""
    assert unseen(quiet)["accounts"] == ""
