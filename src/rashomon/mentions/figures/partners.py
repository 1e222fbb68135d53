"""The other end of a range: "5 to 6", "10,000-13,000", "between 5 and 6", "from 5 metres to 6 metres"."""

from __future__ import annotations

from rashomon.mentions.figures.dated import is_day_or_year
from rashomon.mentions.figures.measures import Measure, measure_at
from rashomon.mentions.figures.numbers import Number, number_at
from rashomon.mentions.figures.refusals import is_no_figure
from rashomon.mentions.figures.tokens import Scan, phrase_at, phrase_before
from rashomon.mentions.figures.vocabulary import Vocabulary

_NEIGHBOURS = 9  # the largest of two numbers that "and" makes a range of


def partner_of(scan: Scan, number: Number, words: Vocabulary) -> tuple[int, Number | None]:
    """The other end of a range: "5 to 6", "10,000-13,000", "between 5 and 6", "two or three"."""
    join, low = number.end, scan.low(number.end)
    if number.form == "vague" or is_day_or_year(scan, number, words):
        return number.end, None
    opened = scan.low(_start(scan, number, words) - 1)
    if low == "-" and words.is_word(scan.low(join + 1), "to"):
        join += 1
    elif low == "-":
        tight = scan.glued(join) == scan.glued(join + 1)
        if not tight:
            return number.end, None
    elif words.is_word(low, "and"):
        if not words.is_word(opened, "between") and not _between_ages(scan, number.first, words):
            return _next_number(scan, number, words)
    elif not words.is_any(low, "to", "or"):
        unit_end, measure = measure_at(scan, number.end, number, None, words)
        if measure.dimension == "count" or unit_end == number.end:
            return number.end, None
        return _partner_after_unit(scan, number, unit_end, measure, words)
    return _right(scan, number, join + 1, words)


def _start(scan: Scan, number: Number, words: Vocabulary) -> int:
    sign = phrase_before(scan.tokens, number.first, words.sign, cased=True)
    start = sign[0] if sign else number.first
    before = phrase_before(scan.tokens, start, words.before)
    return before[0] if before and not words.is_word(scan.low(start - 1), "between") else start


def _between_ages(scan: Scan, first: int, words: Vocabulary) -> int:
    """The first token of "between the ages of" before a number, or nothing; such words never open a sentence alone."""
    found = phrase_before(scan.tokens, first, words.ages_between)
    return found[0] + 1 if found else 0


def _next_number(scan: Scan, number: Number, words: Vocabulary) -> tuple[int, Number | None]:
    """A range of two neighbours that share a noun: "people with two and three jobs"; not "in lanes two and three"."""
    at, joined = number.end + 1, scan.word(number.first - 1)
    value = words.cardinal.get(scan.low(at))
    if number.form != "words" or number.value is None or value != number.value + 1 or value > _NEIGHBOURS:
        return number.end, None
    noun = scan.word(at + 1)
    after_noun = joined is not None and joined.pos in {"NOUN", "PROPN", "NUM"}
    if after_noun or noun is None or noun.tag != "NNS" or phrase_at(scan.tokens, at + 1, words.unit):
        return number.end, None
    return at + 1, Number(at, at + 1, value, "words")


def _right(scan: Scan, number: Number, at: int, words: Vocabulary) -> tuple[int, Number | None]:
    """The number after the joining word, if the two can be one range."""
    hyphened = scan.low(at) == "-" and scan.glued(at + 1)
    at += hyphened
    sign = phrase_at(scan.tokens, at, words.sign_first, cased=True)
    other = number_at(scan, sign[0] if sign else at, words)
    if other is None or other.value is None or number.value is None or other.form == "vague":
        return number.end, None
    if scan.low(other.end) == "-" and scan.kind(other.end + 1) == "digits":
        return number.end, None
    if words.is_word(scan.low(number.end), "to") and _is_change(scan, number, words):
        return number.end, None
    low = same_scale(number, other).value
    if low is None or low >= other.value:
        return number.end, None
    if not hyphened and scan.low(number.end) != "-" and is_no_figure(scan, other, other.end, words):
        return number.end, None
    return other.end, other


def _partner_after_unit(
    scan: Scan, number: Number, at: int, measure: Measure, words: Vocabulary
) -> tuple[int, Number | None]:
    """A range whose unit stands twice: "between 5 metres and 6 metres", "10% to 12%"."""
    joined = words.is_word(scan.low(at), "to") or scan.low(at) == "-"
    opened = scan.low(_start(scan, number, words) - 1)
    if not joined and not (words.is_word(scan.low(at), "and") and words.is_word(opened, "between")):
        return number.end, None
    end, other = _right(scan, number, at + 1, words)
    if other is None or _is_change(scan, number, words):
        return number.end, None
    if measure_at(scan, end, other, None, words)[1] != measure:
        return number.end, None
    return end, other


def _is_change(scan: Scan, number: Number, words: Vocabulary) -> bool:
    """Whether "from 5 to 9" tells of a rise or a fall: two figures, not a range."""
    start = _start(scan, number, words)
    if not words.is_word(scan.low(start - 1), "from"):
        return False
    return any(words.is_word(scan.low(back), "rise") for back in range(max(0, start - 8), start))


def same_scale(number: Number, partner: Number) -> Number:
    """The left end with the multiplier that only the right end states: "5-6,000", "2 to 3 million"."""
    if number.value is None or partner.value is None or number.scale != 1:
        return number
    if partner.scale > 1 and number.value < 1000 and number.value * partner.scale < partner.value:
        return number._replace(value=number.value * partner.scale)
    thousand = partner.value >= 1000 and partner.value % 1000 == 0 and partner.form == "digits"
    if (
        thousand
        and number.value < 1000
        and number.value * 1000 < partner.value
        and number.value * 100 >= partner.value / 100
    ):
        return number._replace(value=number.value * 1000)
    return number


def opened_at(scan: Scan, first: int, free: int, words: Vocabulary) -> int:
    """The first token of a range, with its "between" or "from"."""
    ages = _between_ages(scan, first, words)
    if ages > free:
        return ages - 1
    opened = first - 1 >= free and words.is_any(scan.low(first - 1), "between", "from")
    return first - opened
