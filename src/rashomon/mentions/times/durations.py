"""How long and how often: four days, more than two years, a six-month truce, for weeks, every day."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from rashomon.mentions.times.moments import Moment
from rashomon.mentions.times.patterns import Words
from rashomon.types import Time

_OPENING = r"(?:(?:<at_least>\s+)?<span_before>\s+)?(?:<approximately>\s+)?"


def stated_length(moment: Moment) -> Iterator[Time]:
    """Four days, more than two years, the past 24 hours, a six-month truce, an hour and a half.

    find: It lasted [more than two years|value=P2Y; type=DURATION] in Teshar.
    find: It fell in [the past 24 hours|value=PT24H], after a [six-month|value=P6M] truce.
    skip: {2031-07-10} A year later it fell; a 12-year-old left.
    """
    pattern = (
        rf"(?:{_OPENING}(?P<number><number>)\s+|(?P<compound><number>)-)(?:<more>\s+)?(?P<unit><unit>)"
        r"(?P<half>\s+<and_a_half>)?(?![\s-]+<old>)"
    )
    for match in moment.matches(pattern, "unit"):
        number = match["number"] or match["compound"]
        if moment.words.entry("one_word", number) and not _article_counts(moment, match.start(), match.end()):
            continue
        value = _length(moment.words, number, match["unit"], half=bool(match["half"]))
        if value:
            yield moment.time(match, "DURATION", value)


def length_between(moment: Moment) -> Iterator[Time]:
    """Two to three weeks, 12 to 18 months: the lesser length stands for both.

    find: It takes [two to three weeks|value=P2W; type=DURATION] in Teshar.
    skip: It takes two to three men.
    """
    pattern = rf"{_OPENING}(?P<number><number>)(?:\s+<to>\s+|-)(?P<other><number>)\s+(?P<unit><unit>)"
    for match in moment.matches(pattern, "unit"):
        value = _length(moment.words, match["number"], match["unit"], half=False)
        if value:
            yield moment.time(match, "DURATION", value)


def vague_length(moment: Moment) -> Iterator[Time]:
    """Several years, the next few days, recent months: a length without a number.

    find: It lasted [several years|value=PXY; type=DURATION] in Teshar.
    skip: Several boats left.
    """
    pattern = rf"{_OPENING}(?:<vague_number>)(?:\s+(?:<vague_number>))?[\s-]+(?P<unit><unit>)"
    for match in moment.matches(pattern, "unit", "vague_number"):
        value = _vague(moment.words, match["unit"])
        if value:
            yield moment.time(match, "DURATION", value)


def bare_length(moment: Moment) -> Iterator[Time]:
    """For years, weeks of rain: the plural alone.

    find: It rained for [weeks|value=PXW; type=DURATION] in Teshar.
    skip: The minutes of the meeting were lost in the office.
    """
    for match in moment.matches(r"(?<=\s)(?P<unit>(?!<clock_unit>)<unit>)(?!-)", "unit"):
        before = moment.text[: match.start()].split()
        if match["unit"].lower().endswith("s") and before and before[-1].lower() in moment.words.means["bare_before"]:
            value = _vague(moment.words, match["unit"])
            if value:
                yield moment.time(match, "DURATION", value)


def how_often(moment: Moment) -> Iterator[Time]:
    """Daily, every day, each Thursday, every two years.

    find: It meets [every two weeks|value=P2W; type=SET] and reports [daily|value=P1D] in Teshar.
    skip: Every boat left.
    """
    for match in moment.matches(r"(?P<word><set_word>)", "set_word"):
        yield moment.time(match, "SET", moment.words.value("set_word", match["word"]))
    for match in moment.matches(r"<every>\s+(?:(?P<number><number>)\s+)?(?P<unit><unit>)", "every", "unit"):
        value = _length(moment.words, match["number"], match["unit"], half=False) if match["number"] else None
        value = value or _length(moment.words, "1", match["unit"], half=False)
        if value:
            yield moment.time(match, "SET", value)
    for match in moment.matches(r"<every>\s+(?P<weekday><weekday>)|(?P<weekdays><weekday>)s\b"):
        number = moment.words.value("weekday", match["weekday"] or match["weekdays"])
        yield moment.time(match, "SET", f"XXXX-WXX-{number}")
    for match in moment.matches(r"<every>\s+(?P<month><month>)", "every", "month"):
        yield moment.time(match, "SET", f"XXXX-{moment.words.value('month', match['month'])}")
    for match in moment.matches(r"<every>\s+(?P<part><part_of_day>)", "every", "part_of_day"):
        yield moment.time(match, "SET", f"XXXX-XX-XXT{moment.words.value('part_of_day', match['part'])}")


def _article_counts(moment: Moment, start: int, end: int) -> bool:
    """Whether "a year" is a length; "a day's work", "a second boat" and "$3 a month" are none."""
    after = moment.text[end : end + 1]
    return after not in {"'", "-"} and not moment.text[:start].rstrip().endswith(tuple("0123456789%"))


def _length(words: Words, number: str, unit: str, *, half: bool) -> str | None:
    entry = words.entry("unit", unit)
    if entry is None:
        return None
    if entry["value"] != "Y" and number.isdigit() and 1900 <= int(number) < 2100:
        return None  # "the 2030 quarter" is one of that year
    if any(mark in number for mark in "./") and number[0].isdigit():
        count = _decimal(number)
    else:
        whole = words.number(number)
        count = None if whole is None else Decimal(whole)
    if count is None:
        return _vague(words, unit)
    count = (count + (Decimal("0.5") if half else 0)) * int(entry["times"])
    return _written(count, entry["part"], entry["value"])


def _written(count: Decimal, part: str, unit: str) -> str:
    """The length as TIMEX3 writes it, a half as the smaller unit: P2Y6M, PT1H30M."""
    whole = int(count)
    rest = count - whole
    smaller = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S") if part else (30, "D")}.get(unit)
    tail = ""
    if rest and smaller:
        tail = f"{int(rest * smaller[0])}{smaller[1]}"
    elif rest:
        return f"P{part}{count.normalize()}{unit}"
    return f"P{part}{whole}{unit}{tail}"


def _decimal(number: str) -> Decimal | None:
    try:
        parts = number.split()
        value = Decimal(parts[0].replace(",", "")) if "/" not in parts[0] else Decimal(0)
        if "/" in parts[-1]:
            above, below = parts[-1].split("/")
            value += Decimal(above) / Decimal(below)
    except (InvalidOperation, ZeroDivisionError, ValueError):
        return None
    return value


def _vague(words: Words, unit: str) -> str | None:
    entry = words.entry("unit", unit)
    if entry is None:
        return None
    return f"P{entry['part']}X{ {'10': 'E', '100': 'C'}.get(entry['times'], entry['value']) }".replace(" ", "")


RULES = (stated_length, length_between, vague_length, bare_length, how_often)
