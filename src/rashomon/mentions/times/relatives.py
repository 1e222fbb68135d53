"""Dates that lean on another day: yesterday, Tuesday, last week, two days later, the next day, recently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rashomon.mentions.times.calendars import moved, quarter, week
from rashomon.mentions.times.moments import Moment
from rashomon.types import Time

_EARLY = r"(?:<within_day>(?:[\s-]+<on>)?[\s-]+)?"
_PART = r"(?:\s+(?P<part><part_of_day>))?"
_ENDS = {"same_day": r"(?!\s+<day_end>\b)", "next_day": "", "day_before": ""}  # "the day he left" is another day
_DIRECTION = r"(?P<dir><last>|<this>|<next>)"


def day_word(moment: Moment) -> Iterator[Time]:
    """Today, yesterday, tomorrow, late yesterday, yesterday morning.

    find: {2031-07-10} It rained [late yesterday|value=2031-07-09; earliest=2031-07-09] in Teshar.
    skip: The Yesterdays played.
    """
    for match in moment.matches(rf"{_EARLY}(?P<word><day_word>){_PART}", "day_word"):
        entry = moment.words.entry("day_word", match["word"])
        if entry is None:
            continue
        part = moment.words.value("part_of_day", match["part"]) or entry["part"]
        day = moment.published and moment.published + timedelta(int(entry["offset"]))
        yield _of_day(moment, match, day, part)


def weekday(moment: Moment) -> Iterator[Time]:
    """A day of the week: Tuesday, last Friday, early Monday, Saturday night; the last one, unless words look ahead.

    find: {2031-07-10} It rained on [Tuesday|value=2031-07-08] and [Wednesday night|value=2031-07-09TNI; type=TIME].
    find: {2031-07-10} They will vote on [Friday|value=2031-07-11].
    skip: The sun rose.
    """
    pattern = rf"{_EARLY}(?:{_DIRECTION}\s+)?(?P<weekday><weekday>)\b(?!'?s\b\s+<part_of_day>s\b){_PART}"
    for match in moment.matches(pattern, "weekday"):
        number = int(moment.words.value("weekday", match["weekday"]))
        part = moment.words.value("part_of_day", match["part"])
        yield _of_day(moment, match, _weekday(moment, match, number), part, unknown=f"XXXX-WXX-{number}")


def named_period(moment: Moment) -> Iterator[Time]:
    """Last week, this month, next year, early next week, this weekend, last night.

    find: {2031-07-10} It rained [last week|value=2031-W27] and [earlier this month|value=2031-07; latest=2031-07-31].
    find: {2031-07-10} It rained [last night|value=2031-07-09TNI; type=TIME].
    skip: The last bus left.
    """
    units = r"(?P<unit>(?!<part_of_day>)<unit>)(?![\s-]+(?:<ago>|<old>))"
    opening = rf"{_EARLY}(?:<the>\s+<fiscal>|{_DIRECTION}(?:\s+<fiscal>)?)\s+"
    pattern = opening + rf"(?:{units}|(?P<weekend><weekend>)|(?P<part><part_of_day>))"
    for match in moment.matches(pattern):
        shift = _offset(moment, match["dir"]) if match["dir"] else 0
        day = moment.published
        if match["part"]:
            night = moment.words.value("part_of_day", match["part"])
            moved_by = -1 if shift < 0 else int(shift > 0)
            yield _of_day(moment, match, day and day + timedelta(moved_by), night)
        elif match["weekend"]:
            value = f"{week(day + timedelta(7 * shift))}-WE" if day else "XXXX-WXX-WE"
            yield moment.time(match, "DATE", value, day)
        else:
            yield from _shifted(moment, match, shift)


def the_weekend(moment: Moment) -> Iterator[Time]:
    """The weekend: the one before, or the running one on a Saturday or a Sunday.

    find: {2031-07-10} It rained at [the weekend|value=2031-W27-WE] in Teshar.
    skip: A weekender came.
    """
    for match in moment.matches(r"<the>\s+<weekend>", "weekend"):
        day = moment.published
        if day:
            found = day if day.weekday() >= 5 or moment.ahead(match.start()) else day - timedelta(7)
            yield moment.time(match, "DATE", f"{week(found)}-WE", day)


def distance(moment: Moment) -> Iterator[Time]:
    """Two weeks ago, three days later, a year earlier: counted from today, or from the day last told.

    find: {2031-07-10} It began [two weeks ago|value=2031-W26] in Teshar.
    find: {2031-07-10} It began on 2 July. It ended [three days later|value=2031-07-05].
    skip: Sooner or later it ends.
    """
    pattern = (
        r"(?:<approximately>\s+)?(?P<number><number>|<vague_number>)\s+(?:<more>\s+)?(?P<unit><unit>)"
        r"(?:\s+(?P<ago><ago>)|\s+(?P<earlier><earlier>)|\s+(?P<later><later>)(?!\s+<the>))"
    )
    for match in moment.matches(pattern, "unit"):
        count = moment.words.number(match["number"])
        anchor = moment.published if match["ago"] else moment.told or moment.published
        if anchor is None:
            continue
        if count is None:
            yield moment.time(match, "DATE", "FUTURE_REF" if match["later"] else "PAST_REF", anchor)
            continue
        sign = 1 if match["later"] else -1
        entry = moment.words.entry("unit", match["unit"])
        if entry is None or (entry["part"] and not match["ago"]):
            continue
        if count == 1 and entry["value"] == "Y" and entry["times"] == "1" and not match["later"] and moment.published:
            period = _quarter_told(moment)
            if period:
                yield moment.time(match, "DATE", period, moment.published)
                continue
        value = (
            anchor.isoformat() if entry["part"] else moved(anchor, entry["value"], sign * count * int(entry["times"]))
        )
        if value:
            yield moment.time(match, "DATE", value, anchor)


def _quarter_told(moment: Moment) -> str | None:
    """The quarter of which a sentence speaks, a year before: "fell in the quarter from $3 a year earlier"."""
    day = moment.published
    named = next(iter(moment.matches(r"(?:(?P<nth><quarter>)[\s-]+)?<quarter_word>")), None)
    if named is None or day is None:
        return None
    nth = moment.words.value("quarter", named["nth"])
    return quarter(day.year - 1, int(nth) if nth else (day.month + 2) // 3 - 1)


def neighbouring_day(moment: Moment) -> Iterator[Time]:
    """The next day, the day before, that same day: beside the day that the account told last.

    find: {2031-07-10} It began on 2 July. [The next day|value=2031-07-03] it rained in Teshar.
    skip: The next bus left.
    """
    for name in ("same_day", "next_day", "day_before"):
        pattern = rf"(?P<word><{name}>)(?:\s+(?P<part><part_of_day>))?(?!\s+<the>){_ENDS[name]}"
        for match in moment.matches(pattern, name):
            entry = moment.words.entry(name, match["word"])
            anchor = moment.told or moment.published
            if entry and anchor:
                part = moment.words.value("part_of_day", match["part"])
                day = anchor + timedelta(int(entry["offset"]))
                if part:
                    yield moment.time(match, "TIME", f"{day.isoformat()}T{part}", anchor)
                else:
                    yield moment.time(match, "DATE", day.isoformat(), anchor)


def running_year(moment: Moment) -> Iterator[Time]:
    """The year, the full year, earlier in the year: the running one.

    find: {2031-11-02} Sales fell earlier in [the year|value=2031] in Teshar.
    skip: It was the year of the flood.
    """
    pattern = r"<the>\s+(?:<more>\s+)?<year_word>(?!\s+(?:<year>|<belongs>|<day_end>|<spoken>)\b|[-'])"
    for match in moment.matches(pattern, "year_word"):
        if moment.published:
            yield moment.time(match, "DATE", f"{moment.published.year}", moment.published)


def year_before_quarter(moment: Moment) -> Iterator[Time]:
    """The year-ago quarter, the year-earlier period, the 1988 quarter: as the quarter last ended, in that year.

    find: {2031-11-02} Sales fell from [the year-ago quarter|value=2030-Q3] in Teshar.
    skip: A quarter of Teshar fell.
    """
    pattern = (
        r"(?:<the>\s+)?(?:<year_ago>\s+(?:<quarter>\s+)?(?:<quarter_word>|<period>)|(?P<year><year>)\s+<quarter_word>)"
    )
    for match in moment.matches(pattern):
        day = moment.published
        if day:
            year = int(match["year"]) if match["year"] else day.year - 1
            yield moment.time(match, "DATE", quarter(year, (day.month + 2) // 3 - 1), day)


def quarter_just_ended(moment: Moment) -> Iterator[Time]:
    """The quarter, the latest quarter: the one that has just ended.

    find: {2031-11-02} Sales fell in [the latest quarter|value=2031-Q3] in Teshar.
    skip: They left the quarter-deck.
    """
    for match in moment.matches(r"<past_period>(?!-)(?!\s+(?:<belongs>|<ago>))", "past_period"):
        day = moment.published
        if day:
            yield moment.time(match, "DATE", quarter(day.year, (day.month + 2) // 3 - 1), day)


def end_of_year(moment: Moment) -> Iterator[Time]:
    """Year-end: the last day of the running year.

    find: {2031-11-02} It opens by [year-end|value=2031-12-31] in Teshar.
    skip: The year ended.
    """
    for match in moment.matches(r"<year_end>", "year_end"):
        if moment.published:
            yield moment.time(match, "DATE", f"{moment.published.year}-12-31", moment.published)


def year_ago(moment: Moment) -> Iterator[Time]:
    """Year-ago, year-earlier before a noun: the year before.

    find: {2031-11-02} Sales fell from [year-earlier|value=2030] levels in Teshar.
    skip: Years of rain ended.
    """
    for match in moment.matches(r"<year_ago>(?!\s+(?:<quarter_word>|<period>))", "year_ago"):
        if moment.published:
            yield moment.time(match, "DATE", f"{moment.published.year - 1}", moment.published)


def reference(moment: Moment) -> Iterator[Time]:
    """Now, recently, soon, the future: a time with no date at all.

    find: The road is [now|value=PRESENT_REF; type=DATE] open in Teshar.
    skip: The road is open.
    """
    for match in moment.matches(r"(?P<word><reference>)(?!-)", "reference"):
        yield moment.time(match, "DATE", moment.words.value("reference", match["word"]))


def _offset(moment: Moment, form: str) -> int:
    for name in ("last", "this", "next"):
        entry = moment.words.entry(name, form)
        if entry:
            return int(entry["offset"])
    return 0


def _shifted(moment: Moment, match: re.Match[str], shift: int) -> Iterator[Time]:
    """A unit of the calendar before, around or after the day of publication; "this second" is none."""
    entry, day = moment.words.entry("unit", match["unit"]), moment.published
    if entry is None or entry["part"] or not match["unit"].islower() or match["unit"].endswith("s"):
        return
    unit, step = entry["value"], int(entry["times"])
    if unit == "D":
        return
    if step == 10 and day:
        yield moment.time(match, "DATE", str(day.year // 10 + shift), day)
    elif step == 100 and day:
        yield moment.time(match, "DATE", str(day.year // 100 + shift), day)
    elif day:
        value = moved(day, unit, shift * step)
        if value:
            yield moment.time(match, "DATE", value, day)
    else:
        yield moment.time(
            match, "DATE", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")
        )


def _weekday(moment: Moment, match: re.Match[str], number: int) -> date | None:
    day = moment.published
    if day is None:
        return None
    back = (day.isoweekday() - number) % 7
    shift = _offset(moment, match["dir"]) if match["dir"] else None
    if shift == 1:
        return day + timedelta((number - day.isoweekday()) % 7 or 7)
    if shift == -1:
        return day - timedelta(back or 7)
    if shift == 0 or moment.ahead(match.start()):
        return day + timedelta((number - day.isoweekday()) % 7)
    return day - timedelta(back)


def _of_day(moment: Moment, match: re.Match[str], day: date | None, part: str, *, unknown: str = "XXXX-XX-XX") -> Time:
    """A day or a part of it; an unknown day keeps the shape of its value."""
    value = day.isoformat() if day else unknown
    if part:
        return moment.time(match, "TIME", f"{value}T{part}", moment.published)
    return moment.time(match, "DATE", value, moment.published)


RULES = (
    day_word, weekday, named_period, the_weekend, distance, neighbouring_day, running_year, year_before_quarter,
    quarter_just_ended, end_of_year, year_ago, reference,
)  # fmt: skip
