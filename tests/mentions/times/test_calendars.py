"""What a TIMEX3 value means in days, and where a date without a year falls."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.mentions.times.calendars import moved, nearest_year, window

WINDOWS = [
    ("2031-07-02", date(2031, 7, 2), date(2031, 7, 2)),
    ("2031-07-02TNI", date(2031, 7, 2), date(2031, 7, 2)),
    ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
    ("2031", date(2031, 1, 1), date(2031, 12, 31)),
    ("203", date(2030, 1, 1), date(2039, 12, 31)),
    ("19", date(1900, 1, 1), date(1999, 12, 31)),
    ("2031-W01", date(2030, 12, 30), date(2031, 1, 5)),
    ("2031-W01-WE", date(2031, 1, 4), date(2031, 1, 5)),
    ("2031-Q4", date(2031, 10, 1), date(2031, 12, 31)),
    ("2031-H2", date(2031, 7, 1), date(2031, 12, 31)),
    ("2031-WI", date(2031, 12, 1), date(2032, 2, 29)),
    ("2031-02-30", None, None),
    ("XXXX-07", None, None),
    ("PRESENT_REF", None, None),
    ("P3D", None, None),
    ("00", None, None),
]


@pytest.mark.parametrize(("value", "earliest", "latest"), WINDOWS)
def test_window(value: str, earliest: date | None, latest: date | None) -> None:
    assert window(value) == (earliest, latest)


@pytest.mark.parametrize(
    ("unit", "count", "value"),
    [("D", -1, "2031-07-09"), ("W", -1, "2031-W27"), ("M", 6, "2032-01"), ("Q", -3, "2030-Q4"), ("Y", -10, "2021")],
)
def test_moved(unit: str, count: int, value: str) -> None:
    assert moved(date(2031, 7, 10), unit, count) == value


def test_moved_beyond_the_calendar_is_nothing() -> None:
    assert moved(date(2031, 7, 10), "Y", -3000) is None
    assert moved(date(2031, 7, 10), "D", -(10**9)) is None
    assert moved(date(2031, 7, 10), "M", 10**9) is None


@pytest.mark.parametrize(
    ("month", "future", "year"),
    [(7, False, 2031), (1, False, 2031), (9, False, 2031), (12, False, 2030), (12, True, 2031), (2, True, 2032)],
)
def test_a_date_without_a_year_is_of_this_one_unless_it_is_far_ahead(month: int, future: bool, year: int) -> None:
    assert nearest_year(date(2031, 7, 10), month, 1, future=future) == year


def test_a_month_far_ahead_without_words_of_the_future_is_last_years() -> None:
    assert nearest_year(date(2031, 1, 8), 10, 1, future=False) == 2030
