"""Times against one another: a duration against its dates, a weekday against its date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from rashomon.findings.stated import Stated, after, any_of, finding, number, stated_in
from rashomon.lexicons import Lexicon
from rashomon.lexicons.calendar import written_dates
from rashomon.text import plain
from rashomon.types import Finding, Reading, Severity, Time

YEAR = Decimal("365.25")
UNITS = frozenset({"month", "year", "decade", "century"})  # of durations that are worth counting from a date
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
CERTAIN = 120  # days around publication in which a date without a year is not of another
LEAP = 2032  # a year that has every day
REACH = 120  # characters between a duration and the date it is counted from


def weekday_of_date(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Monday, 3 May 2031: that day is a Saturday.

    find: The lock opened on [Monday, 3 May 2031|check=date_vs_weekday; severity=error] at noon.
    skip: The lock opened on Saturday, 3 May 2031 at noon.
    """
    for written in written_dates(plain(reading.account.text), lexicon):
        inside = any(zone.is_evidence and zone.span.start <= written.start < zone.span.end for zone in reading.zones)
        if not inside or written.weekday is None or not written.days:
            continue
        if all(day.weekday() != written.weekday for day in written.days):
            span = reading.account.span(written.start, written.end)
            true = day_name(written.days[0], lexicon)
            yield finding("date_vs_weekday", "error", f"{written.days[0]} was a {true}; stated {span.text}", [span])


@cache
def _yearless(lexicon: Lexicon) -> re.Pattern[str]:
    weekday, month = (lexicon.alternatives(f"mastheads.{table}") for table in ("weekday", "month"))
    return re.compile(
        rf"\b(?P<weekday>{weekday})\.?,?\s+(?:(?P<m1>{month})\.?\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{month}))"
        r"(?:st|nd|rd|th)?\b(?!,?\s*\d)"
    )


def weekday_of_day(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Monday, 3 May, in a report of May 2031: that day is a Saturday.

    Where no day of several fits, the page is of another year than its date says, and nothing is said of its days.

    find: {2031-05-06 The Harbour Post} The lock opened on [Monday, 3 May|check=date_vs_weekday; severity=doubt] at noon.
    skip: {2031-05-06 The Harbour Post} The lock opened on Saturday, 3 May at noon.
    skip: {2031-05-06 The Harbour Post} The lock opens on Monday, 3 May and closes on Friday, 7 May at noon.
    """  # noqa: E501
    published = reading.masthead.published
    if published is None:
        return
    months, weekdays = lexicon.by_form("mastheads.month"), lexicon.by_form("mastheads.weekday")
    wrong, right = [], 0
    for match in _yearless(lexicon).finditer(plain(reading.account.text)):
        inside = any(zone.is_evidence and zone.span.start <= match.start() < zone.span.end for zone in reading.zones)
        month = int(months[(match["m1"] or match["m2"]).lower()]["value"])
        day = _nearest(month, int(match["d1"] or match["d2"]), published)
        if not inside or day is None:
            continue
        if day.weekday() == int(weekdays[match["weekday"].lower()]["value"]):
            right += 1
        else:
            span = reading.account.span(match.start(), match.end())
            arithmetic = f"{day} was a {day_name(day, lexicon)}; stated {span.text}"
            wrong.append(finding("date_vs_weekday", "doubt", arithmetic, [span]))
    if right or len({found.spans[0].text for found in wrong}) == 1:
        yield from wrong


def _nearest(month: int, day: int, published: date) -> date | None:
    """The day of a year near publication, or None where none of the years has it or it lies far off."""
    years = (published.year - 1, published.year, published.year + 1)
    found = [date(year, month, day) for year in years if 1 <= day <= monthrange(year, month)[1]]
    nearest = min(found, key=lambda each: abs(each - published), default=None)
    return nearest if nearest and abs((nearest - published).days) <= CERTAIN else None


def day_name(day: date, lexicon: Lexicon) -> str:
    """The name of a day's weekday."""
    return next(e.forms[0] for e in lexicon.entries("mastheads.weekday") if int(e["value"]) == day.weekday())


@cache
def _since(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('since', lexicon)}|{any_of('broke_out', lexicon)})\b", re.IGNORECASE)


def duration_since(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """The siege lasted more than nine years after it began in 2027, in a report of 2031: four years have passed.

    Counted to the day of publication, and only where one sentence ties the duration to its beginning.

    find: {2031-05-02 The Harbour Post} The siege has lasted [nine years|check=duration_vs_dates; severity=doubt] since it began on [4 March 2027|check=duration_vs_dates].
    skip: {2031-05-02 The Harbour Post} The mayor was given nine years in prison after the council had thrown him out on 4 March 2027.
    """  # noqa: E501
    published = reading.masthead.published
    if published is None:
        return
    everything = [stated for stated in stated_in(reading, lexicon) if stated.figure.unit in UNITS]
    for stated in everything:
        start = _beginning(stated, reading, lexicon)
        if start is None or start.earliest is None or start.latest is None or stated.figure.point is None:
            continue
        if start.latest > published or stated.figure.point < 60 or _aged(stated):
            continue
        yield from _measured(stated, start, published)


def _beginning(stated: Stated, reading: Reading, lexicon: Lexicon) -> Time | None:
    """The one date in the sentence that says when what lasts began."""
    sentence = stated.claim.sentence
    if sentence is None:
        return None
    dates = [
        time
        for time in reading.times
        if time.type == "DATE"
        and _YEAR.search(time.span.text)
        and sentence.holds(time.span)
        and time.earliest
        and not time.span.meets(stated.span)
    ]
    if len(dates) != 1 or not isinstance(stated.figure.point, Decimal):
        return None
    when, text = dates[0], plain(reading.account.text)
    if when.span.start >= stated.span.end:
        gap = text[stated.span.end : when.span.start]
        return when if len(gap) <= REACH and _since(lexicon).search(gap) else None
    lead, gap = text[max(0, when.span.start - 25) : when.span.start], text[when.span.end : stated.span.start]
    bounded = stated.figure.modifier in {"more_than", "at_least"}
    later = re.match(rf"\s*{any_of('later', lexicon)}\b", text[stated.span.end : stated.span.end + 15])
    return when if bounded and len(gap) <= REACH and not later and _began(lexicon).search(lead) else None


@cache
def _began(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('broke_out', lexicon)}(?:\s+\w{{2,3}})?\s+$", re.IGNORECASE)


def _aged(stated: Stated) -> bool:
    """Whether a duration is somebody's age or a thing's: "the six-year-old war" is rounded as it pleases."""
    return "-" in stated.text or not any(character.isalpha() for character in stated.text)


def _measured(stated: Stated, start: Time, published: date) -> Iterator[Finding]:
    if start.earliest is None or start.latest is None or stated.figure.point is None:
        return
    shortest, longest = (Decimal((published - day).days) for day in (start.latest, start.earliest))
    point = stated.figure.point
    unit = Decimal(365) if point >= 365 else Decimal(30)
    modifier = stated.figure.modifier
    bounded = modifier in {"more_than", "at_least"}
    too_short = longest < (point * Decimal("0.97") if bounded else point - unit * Decimal("0.6"))
    too_long = modifier in {"exact", "approximate", "nearly"} and shortest > point + unit * Decimal("1.1")
    severity: Severity = "doubt" if too_short or too_long else "note"
    verdict = "does not fit" if severity == "doubt" else "holds"
    years = number(round(longest / YEAR, 1))
    arithmetic = (
        f"{start.span.text} to {published} is {number(longest)} days ({years} years); stated {stated.text}: {verdict}"
    )
    yield finding("duration_vs_dates", severity, arithmetic, [stated.span, start.span])


@cache
def _from_to(lexicon: Lexicon) -> re.Pattern[str]:
    """A duration and, right behind it, its two ends: "ten days, from 3 to 12 May", "a week, May 3 to May 9"."""
    month = rf"(?:{lexicon.alternatives('mastheads.month')})\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    ends = rf"(?:(?P<d1>{day})(?:\s+(?P<m1>{month}))?|(?P<m2>{month})\s+(?P<d2>{day}))"
    to = rf"\s*(?:-|{any_of('range_to', lexicon)})\s*"
    last = rf"(?:(?P<d3>{day})\s+(?P<m3>{month})|(?P<m4>{month})\s+(?P<d4>{day})|(?P<d5>{day}))"
    return re.compile(rf"(?:\s+[\w'-]+){{0,2}},?\s+{any_of('range_from', lexicon)}\s+(?P<all>{ends}{to}{last})\b")


def window_length(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """The truce held twenty days, from 3 May to 8 May: six days at the most.

    find: The truce held for [20 days|check=duration_vs_dates; severity=doubt], from [3 May to 8 May|check=duration_vs_dates].
    skip: The truce held for five days, from 3 May to 8 May. The ten-day strike, from May 30 to June 8, closed the mines.
    """  # noqa: E501
    for stated in stated_in(reading, lexicon):
        if stated.figure.unit not in {"day", "week"} or stated.figure.point is None:
            continue
        match = _from_to(lexicon).match(after(stated, 80))
        first, last = _ends_of(match, lexicon) if match else (None, None)
        if match is None or first is None or last is None or last < first:
            continue
        days = Decimal((last - first).days)
        slack = max(1 if stated.figure.unit == "day" else 3, stated.figure.point * Decimal("0.1"))
        if not days - slack <= stated.figure.point <= days + 1 + slack:
            at = stated.span.end
            span = reading.account.span(at + match.start("all"), at + match.end("all"))
            arithmetic = f"{span.text} is {number(days + 1)} days, both ends counted; stated {stated.text}"
            yield finding("duration_vs_dates", "doubt", arithmetic, [stated.span, span])


def _ends_of(match: re.Match[str], lexicon: Lexicon) -> tuple[date | None, date | None]:
    """The first and the last day of a range, in a leap year, since its year is not needed."""
    months = lexicon.by_form("mastheads.month")
    last_month = match["m3"] or match["m4"] or match["m2"]
    start = match["m1"] or match["m2"] or last_month, match["d1"] or match["d2"]
    pairs = (start, (last_month, match["d3"] or match["d4"] or match["d5"]))
    found = []
    for name, day in pairs:
        month = int(months[name.lower().rstrip(".")]["value"]) if name else 0
        number_of = int(re.sub(r"\D", "", day))
        found.append(date(LEAP, month, number_of) if month and 1 <= number_of <= monthrange(LEAP, month)[1] else None)
    return found[0], found[1]


RULES = (window_length, weekday_of_date, weekday_of_day, duration_since)
