"""Dates by the calendar: days, months, years, decades, centuries, quarters, seasons, holidays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rashomon.mentions.times.calendars import nearest_year, quarter
from rashomon.mentions.times.moments import Moment
from rashomon.types import Time

_EARLY = r"(?:<within_day>(?:[\s-]+<on>)?[\s-]+)?"
_WEEKDAY = r"(?:(?:<weekday>|<weekday_short>)\.?,?\s+)?"


def day_of_month(moment: Moment) -> Iterator[Time]:
    """A day with its month, in either order: 2 July 2016, July 2, Monday, Oct. 26, the 2nd of July.

    find: {2031-07-10} It happened on [2 July|value=2031-07-02; type=DATE] in Teshar.
    find: Signed [July 2, 2031|value=2031-07-02; earliest=2031-07-02] by both.
    skip: It happened in July.
    """
    stated_year = r"(?:,?\s+(?P<year><year>))?"
    day_first = (
        rf"{_EARLY}{_WEEKDAY}(?:<the>\s+)?(?P<day><day>)(?:\s+<of>)?\s+"
        rf"(?P<month><month>)\b(?:\.(?=,?\s+\d))?{stated_year}"
    )
    month_first = (
        rf"{_EARLY}{_WEEKDAY}(?P<month><month>)\b\.?\s+(?P<day><day>)(?!:\d|\s+(?:<people>|<unit>)\b){stated_year}"
    )
    for pattern in (day_first, month_first):
        for match in moment.matches(pattern, "month"):
            number = int(moment.words.value("month", match["month"]))
            day = int(re.match(r"\d+", match["day"])[0])  # type: ignore[index]
            year = int(match["year"]) if match["year"] else _year(moment, match.start(), number, day)
            value = _day(year, number, day)
            if value:
                yield moment.time(match, "DATE", value, None if match["year"] else moment.published)


def day_in_digits(moment: Moment) -> Iterator[Time]:
    """A day in digits: 2031-07-02, 02.07.2031, 10-07-2031, read day first where both ways are possible.

    find: Filed [2031-07-02|value=2031-07-02] in Teshar.
    find: Filed [21.02.2031|value=2031-02-21] in Teshar.
    skip: Call 555-07-2031.
    """
    for match in moment.matches(
        r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<d2>\d\d?)([./-])(?P<m2>\d\d?)\5(?P<y2>(?:19|20)\d\d)"
    ):
        year = int(match["y"] or match["y2"])
        month, day = int(match["m"] or match["m2"]), int(match["d"] or match["d2"])
        value = _day(year, month, day) or _day(year, day, month)
        if value:
            yield moment.time(match, "DATE", value)


def month(moment: Moment) -> Iterator[Time]:
    """A month: October, August 1988, late September, last May, next March, June last year.

    find: {2031-07-10} It happened in [late May|value=2031-05] in Teshar.
    find: {2031-07-10} It happened [last October|value=2030-10] and in [August 1988|value=1988-08].
    skip: They may march again.
    """
    pattern = (
        rf"{_EARLY}(?:(?P<dir><last>|<this>|<next>)\s+)?(?P<month><month>)\b"
        r"(?:\.?,?\s+(?:<of>\s+)?(?P<year><year>)|\s+(?:<of>\s+)?(?P<rel><last>|<this>|<next>)\s+<year_word>)?"
    )
    for match in moment.matches(pattern, "month"):
        bare = match["month"] == match[0]
        if bare and _is_no_month(moment, match):
            continue
        number = int(moment.words.value("month", match["month"]))
        year = int(match["year"]) if match["year"] else _year_of_month(moment, match, number)
        yield moment.time(match, "DATE", f"{_four(year)}-{number:02d}", None if match["year"] else moment.published)


def _is_no_month(moment: Moment, match: re.Match[str]) -> bool:
    """A verb or a first name: "May we", "Jan Olen"; a short form alone needs its stop."""
    low, start = match[0].lower(), moment.sentence.span.start
    name = next((w for w in moment.sentence.words if w.start == start + match.start()), None)
    if name is not None and name.entity == "PERSON":
        return True
    opening = match.start() == 0 and low in moment.words.means["month_or_verb"]
    return opening or (len(low) <= 4 and low in moment.words.means["month_or_verb"] and low != "may")


def year(moment: Moment) -> Iterator[Time]:
    """A year: in 1975, fiscal 1989, early 1990, mid-1996, the end of 1990, the year 2000.

    find: It was built in [1975|value=1975; earliest=1975-01-01] near Teshar.
    find: It fell in [early 1990|value=1990] near Teshar.
    skip: They counted 1975 people, at $1975.
    """
    opening = r"(?:<within_day>(?:\s+<fiscal>)?[\s-]+(?:<of>\s+)?|<fiscal>\s+|<the>\s+<year_word>\s+)?"
    pattern = opening + r"(?P<year>(?:19|20)\d\d|1[5-8]\d\d)(?![\d%:]|[.,]\d|-\d|\s+<unit>)"
    for match in moment.matches(pattern):
        if _counts(moment, match):
            continue
        yield moment.time(match, "DATE", match["year"])


def year_in_words(moment: Moment) -> Iterator[Time]:
    """A year as it is spoken: nineteen ninety-six, two thousand.

    find: It was built in [nineteen ninety-six|value=1996] near Teshar.
    skip: Nineteen people came.
    """
    for match in moment.matches(r"(?P<century><spoken_century>)\s+(?P<rest><spoken>)", "spoken_century"):
        hundreds, rest = moment.words.number(match["century"]), moment.words.number(match["rest"])
        if hundreds and rest and 10 <= rest <= 99:
            yield moment.time(match, "DATE", str(hundreds * 100 + rest))


def decade(moment: Moment) -> Iterator[Time]:
    """Ten years: the 1980s, the early 1990s, the '80s, the nineties.

    find: It was built in [the 1980s|value=198; earliest=1980-01-01] near Teshar.
    skip: He was in his 80s.
    """
    pattern = (
        rf"(?:<the>\s+)?{_EARLY}(?:<the>\s+)?(?:(?P<year>(?:1[5-9]|20)\d0)'?s|'(?P<short>\d0)s|(?P<word><decade_word>))"
    )
    for match in moment.matches(pattern):
        if match["year"]:
            value = match["year"][:3]
        elif match["word"] and not moment.words.entry("the", match[0].split()[0]):
            continue
        else:
            value = "19" + (match["short"][0] if match["short"] else moment.words.value("decade_word", match["word"]))
        yield moment.time(match, "DATE", value)


def century(moment: Moment) -> Iterator[Time]:
    """A hundred years: the 19th century.

    find: It was built in [the 19th century|value=18; earliest=1800-01-01] near Teshar.
    skip: A century of rain began.
    """
    for match in moment.matches(rf"(?:<the>\s+)?{_EARLY}(?P<nth>\d\d?)<ordinal>[\s-]+<century_word>", "century_word"):
        yield moment.time(match, "DATE", f"{int(match['nth']) - 1:02d}")


def quarter_of_year(moment: Moment) -> Iterator[Time]:
    """Three months by number: the third quarter, third-quarter, the first quarter of 1984.

    find: {2031-11-02} Sales fell in [the third quarter|value=2031-Q3] in Teshar.
    skip: They left the old quarter of Teshar.
    """
    pattern = (
        r"(?:<the>\s+(?!<quarter>-)|(?P<dir><last>|<this>|<next>)\s+<year_word><possessive>\s+)?(?:(?P<before><year>)\s+)?(?:<fiscal>[\s-]+)?(?P<nth><quarter>)[\s-]+<quarter_word>"
        r"(?:\s+<of>\s+(?P<after><year>))?"
    )
    for match in moment.matches(pattern):
        number = int(moment.words.value("quarter", match["nth"]))
        stated = match["before"] or match["after"]
        if not stated and moment.published is None:
            yield moment.time(match, "DATE", f"XXXX-Q{number}")
            continue
        day = moment.published or date.min
        running = (day.month + 2) // 3
        found = int(stated) if stated else day.year - (number > running and not moment.ahead(match.start()))
        if match["dir"]:
            found = day.year + _shift(moment, match["dir"])
        yield moment.time(match, "DATE", quarter(found, number), None if stated else moment.published)


def season(moment: Moment) -> Iterator[Time]:
    """A season that is said to be one: last fall, this summer, the winter of 1994, summer 2031.

    find: {2031-11-02} It was built [last spring|value=2031-SP] near Teshar.
    skip: They fall back to the spring.
    """
    opening = rf"{_EARLY}(?:(?P<dir><last>|<this>|<next>)\s+|<the>\s+)?"
    pattern = opening + r"(?P<season><season>)(?:\s+(?:<of>\s+)?(?P<year><year>))?"
    for match in moment.matches(pattern, "season"):
        if not (match["dir"] or match["year"]):
            continue
        value = moment.words.value("season", match["season"])
        if match["year"]:
            yield moment.time(match, "DATE", f"{match['year']}-{value}")
        elif moment.published:
            day = moment.published
            over = day.month >= {"SP": 6, "SU": 9, "FA": 12, "WI": 15}[value]
            found = (
                day.year - (_shift(moment, match["dir"]) < 0 and not over) + (_shift(moment, match["dir"]) > 0 and over)
            )
            yield moment.time(match, "DATE", f"{found}-{value}", day)


def half_of_year(moment: Moment) -> Iterator[Time]:
    """Six months by number: the first half of 1989.

    find: Sales fell in [the first half of 1989|value=1989-H1] in Teshar.
    skip: He scored in the first half.
    """
    pattern = r"(?:<the>\s+)?(?P<nth><quarter>|<last>)\s+<half_word>\s+<of>\s+(?P<year><year>)"
    for match in moment.matches(pattern, "half_word"):
        number = moment.words.value("quarter", match["nth"]) or "2"
        if number in {"1", "2"}:
            yield moment.time(match, "DATE", f"{match['year']}-H{number}")


def holiday(moment: Moment) -> Iterator[Time]:
    """A day that has a name: Christmas Day, New Year's Eve.

    find: {2031-11-02} It rained on [Christmas Day|value=2031-12-25] in Teshar.
    skip: They sold Christmasberries.
    """
    for match in moment.matches(r"(?P<name><holiday>)(?:,?\s+(?P<year><year>))?", "holiday"):
        number, day = map(int, moment.words.value("holiday", match["name"]).split("-"))
        found = int(match["year"]) if match["year"] else _year(moment, match.start(), number, day)
        value = _day(found, number, day)
        if value:
            yield moment.time(match, "DATE", value, None if match["year"] else moment.published)


def _year(moment: Moment, at: int, month_number: int, day: int) -> int | None:
    if moment.published is None:
        return moment.told.year if moment.told else None
    return nearest_year(moment.published, month_number, day, future=moment.ahead(at))


def _year_of_month(moment: Moment, match: re.Match[str], number: int) -> int | None:
    day = moment.published
    if day is None:
        return moment.told.year if moment.told else None
    if match["rel"]:
        return day.year + _shift(moment, match["rel"])
    shift = _shift(moment, match["dir"]) if match["dir"] else 0
    if shift < 0:
        return day.year - (number >= day.month)
    if shift > 0:
        return day.year + (number <= day.month)
    return day.year if match["dir"] else nearest_year(day, number, 15, future=moment.ahead(match.start()))


def _shift(moment: Moment, form: str) -> int:
    for name in ("last", "this", "next"):
        entry = moment.words.entry(name, form)
        if entry:
            return int(entry["offset"])
    return 0


def _day(year: int | None, month_number: int, day: int) -> str | None:
    try:
        date(year or 2000, month_number, day)
    except ValueError:
        return None
    return f"{_four(year)}-{month_number:02d}-{day:02d}"


def _four(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04d}"


def _counts(moment: Moment, match: re.Match[str]) -> bool:
    """Whether the four digits count the plural noun after them: "killed 1975 people"."""
    place = moment.sentence.span.start + match.start("year")
    word = next((word for word in moment.sentence.words if word.start == place), None)
    if match[0] != match["year"]:
        return False
    cue = re.search(r"(\w+)\s+$", moment.text[: match.start()])
    if cue and cue[1].lower() in moment.words.means["year_cue"]:
        return False
    if word is None or word.relation != "nummod":
        return False
    head = moment.sentence.words[word.head]
    return head.start > word.start and head.tag == "NNS"


RULES = (
    day_of_month, day_in_digits, month, half_of_year, year, year_in_words, decade, century, quarter_of_year, season,
    holiday,
)  # fmt: skip
