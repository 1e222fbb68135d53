"""Written dates: "Sun 10 Jul 2016", "July 5, 2016", "Jul 262016", "10-07-2016", and the days each may mean.

A date of digits alone may be read day first or month first; then it means two days and the reader decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from rashomon.lexicons import Lexicon

_CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[AaPp]\.?[Mm]\b\.?)?(?:\s*[A-Z]{2,4}\b)?)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A full date where it stands in a text: the days it may mean, none where there is no such day."""

    start: int
    end: int
    days: tuple[date, ...]
    weekday: int | None = None


@cache
def date_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """One full date with day, month and year, in any of the usual orders; group names say which part is which."""
    month = rf"(?:{lexicon.alternatives('mastheads.month')})\.?"
    weekday = rf"(?:(?P<weekday>{lexicon.alternatives('mastheads.weekday')})\.?,?\s+)?"
    year = r"(?:1[89]|20|21)\d\d"
    return re.compile(
        rf"(?<![\w+-]){weekday}(?:"
        rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m1>{month}),?[\s-]+(?P<y1>{year})"
        rf"|(?P<m2>{month})\s*(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+|(?<=\d\d))(?P<y2>{year})"
        rf"|(?P<y3>{year})(?P<s3>[-/.])(?P<n3>\d{{1,2}})(?P=s3)(?P<k3>\d{{1,2}})"
        rf"|(?P<n4>\d{{1,2}})(?P<s4>[-/.])(?P<k4>\d{{1,2}})(?P=s4)(?P<y4>{year})"
        rf")(?![\w-]){_CLOCK}"
    )


def written_dates(text: str, lexicon: Lexicon) -> Iterator[Written]:
    """Every full date in a text, with the days it may mean."""
    for match in date_pattern(lexicon).finditer(text):
        yield written(match, lexicon)


def written(match: re.Match[str], lexicon: Lexicon) -> Written:
    """The date that a match of `date_pattern` states; a weekday that is written beside it settles the order."""
    days = tuple(day for day in map(_day, *zip(*_readings(match, lexicon), strict=True)) if day)
    name = match["weekday"]
    number = int(lexicon.by_form("mastheads.weekday")[name.lower()]["value"]) if name else None
    fitting = tuple(day for day in days if day.weekday() == number)
    unique = tuple(dict.fromkeys(fitting if len(days) > 1 and fitting else days))
    return Written(start=match.start(), end=match.end(), days=unique, weekday=number)


def _readings(match: re.Match[str], lexicon: Lexicon) -> list[tuple[int, int, int]]:
    months = lexicon.by_form("mastheads.month")
    if match["m1"]:
        return [(int(match["y1"]), int(months[match["m1"].lower().rstrip(".")]["value"]), int(match["d1"]))]
    if match["m2"]:
        return [(int(match["y2"]), int(months[match["m2"].lower().rstrip(".")]["value"]), int(match["d2"]))]
    if match["y3"]:
        return [(int(match["y3"]), int(match["n3"]), int(match["k3"]))]
    year, first, second = int(match["y4"]), int(match["n4"]), int(match["k4"])
    if match["s4"] != "/":
        # "21.02.2015" and "10-07-2016" are written day first wherever points or hyphens part the numbers
        return [(year, second, first)] if second <= 12 else [(year, first, second)]
    return [(year, first, second), (year, second, first)]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
