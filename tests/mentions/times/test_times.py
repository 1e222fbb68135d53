"""Times as a sentence states them, with their values; the day of publication is 10 July 2031."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.lexicons import load
from rashomon.mentions.times import find_times
from rashomon.types import Account, Sentence, Time, Zone

TIMES = [
    ("It began on Monday, 2 July 2029.", [("Monday, 2 July 2029", "2029-07-02")]),
    (
        "It began last Tuesday and ended on Wednesday night.",
        [("last Tuesday", "2031-07-08"), ("Wednesday night", "2031-07-09TNI")],
    ),
    ("They will meet on Friday.", [("Friday", "2031-07-11")]),
    ("It rained for more than four years.", [("more than four years", "P4Y")]),
    ("It rained in the past 24 hours.", [("the past 24 hours", "PT24H")]),
    ("It rained earlier this month.", [("earlier this month", "2031-07")]),
    ("It meets every two weeks.", [("every two weeks", "P2W")]),
    ("It began at 10:35 a.m. Wednesday.", [("10:35 a.m. Wednesday", "2031-07-09T10:35")]),
    ("It began two weeks ago.", [("two weeks ago", "2031-W26")]),
    ("It lasted two to three weeks.", [("two to three weeks", "P2W")]),
    ("It was built in the early 1980s.", [("the early 1980s", "198")]),
    ("It will not be as it was back in March.", [("March", "2031-03")]),
    (
        "Sales fell in the first quarter from a year earlier.",
        [("the first quarter", "2031-Q1"), ("a year earlier", "2030-Q1")],
    ),
    ("Sales fell in the 2030 quarter.", [("the 2030 quarter", "2030-Q2")]),
    ("A 12-year-old boy counted 2,031 houses.", []),
    ("They may march on the second floor.", []),
]


def times_in(text: str, published: date | None) -> tuple[Time, ...]:
    account = Account(name="case", text=text, digest="case")
    span = account.span(0, len(text))
    return find_times([Sentence(span=span, zone=Zone(span=span, kind="body"))], load("en"), published)


@pytest.mark.parametrize(("text", "stated"), TIMES)
def test_times(text: str, stated: list[tuple[str, str]]) -> None:
    assert [(time.span.text, time.value) for time in times_in(text, date(2031, 7, 10))] == stated


@pytest.mark.parametrize("text", [text for text, _ in TIMES])
def test_without_a_day_of_publication_nothing_is_resolved_to_a_day(text: str) -> None:
    for time in times_in(text, None):
        assert time.anchor is None


@pytest.mark.parametrize("text", ["9" * 19_000, "1 " * 9_000, "the " * 4_000, "2 July " * 2_500, "one two " * 2_000])
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    times_in(text, date(2031, 7, 10))
