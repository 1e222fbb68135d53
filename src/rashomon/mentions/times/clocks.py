"""Times of the day: 10:30, 5 p.m. EST, 10 p.m. Wednesday, noon, midnight Friday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rashomon.mentions.times.calendars import nearest_year
from rashomon.mentions.times.moments import Moment
from rashomon.types import Time

_ZONE = r"(?:,?\s+\(?<clock_zone>\)?)?"
_DAY = (
    r"(?:,?\s+(?:<on>\s+)?(?:(?P<weekday><weekday>)|(?P<day><day_word>)"
    r"|(?P<month><month>)\.?\s+(?P<number>\d\d?)(?!\d)))?"
)


def clock_time(moment: Moment) -> Iterator[Time]:
    """10:30, 5 p.m., 10:35 a.m. EST, 10 p.m. Wednesday, five o'clock.

    find: {2031-07-10} It began at [5 p.m. Wednesday|value=2031-07-09T17:00; type=TIME] in Teshar.
    find: {2031-07-10} It began at [10:30|value=2031-07-10T10:30] in Teshar.
    skip: They won 10 to 30.
    """
    pattern = (
        rf"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?(?:\s*(?P<half><clock_half>)|\s+<oclock>){_ZONE}{_DAY}"
        rf"|(?P<hour2>[01]?\d|2[0-4]):(?P<minute2>[0-5]\d)(?::[0-5]\d)?{_ZONE}{_DAY.replace('P<', 'P<second_')}"
        r"|(?P<hour3>[01]\d|2[0-3]):?(?P<minute3>[0-5]\d)\s+<clock_zone>"
    )
    for match in moment.matches(pattern):
        hour = int(match["hour"] or match["hour2"] or match["hour3"])
        minute = match["minute"] or match["minute2"] or match["minute3"] or "00"
        if match["half"]:
            hour = hour % 12 + int(moment.words.value("clock_half", match["half"]))
        prefix = "second_" if match["hour2"] else ""
        day = _day(moment, match, prefix)
        value = f"{day.isoformat() if day else 'XXXX-XX-XX'}T{hour:02d}:{minute}"
        yield moment.time(match, "TIME", value, moment.published)


def clock_word(moment: Moment) -> Iterator[Time]:
    """Noon, midday, midnight, midnight Friday, noon Thursday.

    find: {2031-07-10} It began at [noon Wednesday|value=2031-07-09T12:00; type=TIME] in Teshar.
    skip: They met at the Noonday Inn.
    """
    for match in moment.matches(rf"(?P<word><clock_word>){_DAY}", "clock_word"):
        day = _day(moment, match, "")
        value = moment.words.value("clock_word", match["word"])
        yield moment.time(match, "TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}{value}", moment.published)


def _day(moment: Moment, match: re.Match[str], prefix: str) -> date | None:
    """The day that stands beside a clock time, else the day of publication."""
    day = moment.published
    if day is None:
        return None
    weekday, word, month = (match[prefix + name] for name in ("weekday", "day", "month"))
    if weekday:
        return day - timedelta((day.isoweekday() - int(moment.words.value("weekday", weekday))) % 7)
    if word:
        entry = moment.words.entry("day_word", word)
        return day + timedelta(int(entry["offset"])) if entry else day
    if month:
        number, of_month = int(moment.words.value("month", month)), int(match[prefix + "number"])
        try:
            return date(nearest_year(day, number, of_month, future=moment.ahead(match.start())), number, of_month)
        except ValueError:
            return day
    return day


RULES = (clock_time, clock_word)
