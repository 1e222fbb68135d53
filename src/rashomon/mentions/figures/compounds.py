"""A measure that goes on in a smaller unit: "2 hours and 45 minutes", "6 feet 2 inches", "5-foot-11"."""

from __future__ import annotations

from decimal import Decimal

from rashomon.mentions.figures.measures import Measure, measure_at
from rashomon.mentions.figures.numbers import Number, number_at
from rashomon.mentions.figures.tokens import Scan, phrase_at
from rashomon.mentions.figures.vocabulary import Vocabulary

_FOOT, _INCH = "foot", "inch"
_INCHES = 12  # to the foot


def with_smaller(scan: Scan, at: int, number: Number, measure: Measure, words: Vocabulary) -> tuple[int, Number]:
    """The place behind both units and the sum in the first; but not "two hours and 20 men", "20 days and two weeks"."""
    if measure.dimension not in {"duration", "length"} or number.form == "vague" or number.value is None:
        return at, number
    height = _inches(scan, at, number, measure, words)
    if height:
        return height
    comma = scan.low(at) == "," and measure.unit == _FOOT
    step = at + (comma or words.is_word(scan.low(at), "and"))
    other = number_at(scan, step, words)
    if other is None or other.value is None or other.form not in {"digits", "words"} or scan.low(step - 1) == "-":
        return at, number
    end, smaller = measure_at(scan, other.end, other, None, words)
    if smaller.dimension != measure.dimension or smaller.factor >= measure.factor or scan.low(other.end) == "-":
        return at, number
    ratio = smaller.factor / measure.factor
    if other.value * ratio.numerator >= ratio.denominator or words.is_word(scan.low(end - 1), "old"):
        return at, number
    return end, _sum(number, other.value, ratio.numerator, ratio.denominator)


def _inches(scan: Scan, at: int, number: Number, measure: Measure, words: Vocabulary) -> tuple[int, Number] | None:
    """The height of "5-foot-11", whose inches are not named; a tokeniser may have put spaces about its hyphens."""
    if measure.unit != _FOOT or scan.low(at) != "-" or scan.glued(at) != scan.glued(at + 1):
        return None
    inches = scan.tokens[at + 1].text if scan.kind(at + 1) == "digits" else ""
    if not inches or len(inches) > 2 or int(inches) >= _INCHES:
        return None
    named = at + 2 + (scan.low(at + 2) == "-" and scan.glued(at + 2) == scan.glued(at + 3))
    unit = phrase_at(scan.tokens, named, words.unit)
    end = unit[0] if unit and unit[1]["unit"] == _INCH else at + 2
    return end, _sum(number, Decimal(inches), 1, _INCHES)


def _sum(number: Number, rest: Decimal, above: int, below: int) -> Number:
    value = number.value or Decimal(0)
    return number._replace(value=value + rest * above / below)
