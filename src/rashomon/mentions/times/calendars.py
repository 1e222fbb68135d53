"""Days, weeks, quarters and seasons: how TIMEX3 writes them, and the first and last day that a value may mean."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_LONG_PAST, _SOON = 120, 100  # days
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
_SHAPE = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d)(?P<end>-WE)?|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI)"
    r"|-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?)?"
)


def window(value: str) -> tuple[date | None, date | None]:
    """The first and the last day of a value; none for durations, sets and vague references."""
    if re.fullmatch(r"\d{2,3}", value):
        length = 10 ** (4 - len(value))
        start = int(value) * length
        return (date(start, 1, 1), date(start + length - 1, 12, 31)) if start else (None, None)
    shape = _SHAPE.fullmatch(value)
    if shape is None:
        return None, None
    try:
        return _days(shape)
    except ValueError:
        return None, None


def _days(shape: re.Match[str]) -> tuple[date, date]:
    year = int(shape["year"])
    if shape["week"]:
        monday = date.fromisocalendar(year, int(shape["week"]), 1)
        return (monday + timedelta(5 if shape["end"] else 0), monday + timedelta(6))
    if shape["quarter"]:
        return _months(year, int(shape["quarter"]) * 3 - 2, int(shape["quarter"]) * 3)
    if shape["half"]:
        return _months(year, int(shape["half"]) * 6 - 5, int(shape["half"]) * 6)
    if shape["season"]:
        return _months(year, *_SEASONS[shape["season"]])
    if shape["day"]:
        day = date(year, int(shape["month"]), int(shape["day"]))
        return day, day
    return _months(year, int(shape["month"]), int(shape["month"])) if shape["month"] else _months(year, 1, 12)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    start = date(year, first, 1)
    year, month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return start, date(year, month, calendar.monthrange(year, month)[1])


def week(day: date) -> str:
    """The ISO week of a day: "1998-W08"."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def month(year: int, number: int) -> str:
    """The month `number` of a year; 0 is the December before, 13 the January after."""
    return f"{year + (number - 1) // 12:04d}-{(number - 1) % 12 + 1:02d}"


def quarter(year: int, number: int) -> str:
    """The quarter `number` of a year; 0 is the last one before."""
    return f"{year + (number - 1) // 4:04d}-Q{(number - 1) % 4 + 1}"


def moved(day: date, unit: str, count: int) -> str | None:
    """The day, week, month, quarter or year that lies `count` units from a day, as precise as the unit."""
    try:
        if unit == "D":
            return (day + timedelta(count)).isoformat()
        if unit == "W":
            return week(day + timedelta(7 * count))
        if unit == "M":
            return month(day.year, day.month + count) if 0 < day.year + count // 12 < 9999 else None
        if unit == "Q":
            return quarter(day.year, (day.month + 2) // 3 + count)
        return f"{day.year + count:04d}" if 0 < day.year + count < 9999 else None
    except (OverflowError, ValueError):
        return None


def nearest_year(day: date, month_number: int, day_number: int, *, future: bool) -> int:
    """The year in which a day without one most likely falls: this year's, unless that is far ahead.
    Words of the future call for next year's only where this year's has long passed.
    """
    back = (day.month - month_number) * 30 + day.day - day_number
    if back >= 0:
        return day.year + (future and back > _LONG_PAST)
    return day.year if future or -back <= _SOON else day.year - 1
