"""A number with all that belongs to it: its modifier, its unit, its partner in a range."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from rashomon.lexicons import Entry
from rashomon.mentions.figures.numbers import Number, number_at
from rashomon.mentions.figures.refusals import is_day_or_year, is_no_figure
from rashomon.mentions.figures.tokens import Scan, phrase_at, phrase_before
from rashomon.mentions.figures.vocabulary import Vocabulary
from rashomon.types import Dimension, Modifier

_PLACES = Decimal("0.000000000001")
_STRENGTH: tuple[Modifier, ...] = ("at_least", "more_than", "at_most", "less_than", "nearly", "approximate", "exact")


class Measure(NamedTuple):
    """What a number is in: its dimension, the unit's name and the factor to the base unit."""

    dimension: Dimension = "count"
    unit: str | None = None
    factor: Fraction = Fraction(1)
    fahrenheit: bool = False


class Amount(NamedTuple):
    """A quantity from token `first` up to `end`; `core` is where its number starts, `after` where its unit ends."""

    first: int
    end: int
    number: Number
    partner: Number | None
    manner: Modifier
    measure: Measure

    @property
    def core(self) -> int:
        """The token where the number itself starts, after its modifier and currency."""
        return self.number.first

    def value(self, number: Decimal | None) -> Decimal | None:
        """A number of the text in the base unit."""
        if number is None:
            return None
        if self.measure.fahrenheit:
            return ((number - 32) * 5 / 9).quantize(_PLACES).normalize()
        factor = self.measure.factor
        exact = number * factor.numerator / factor.denominator
        whole = exact.to_integral_value()
        return whole if exact == whole else exact.quantize(_PLACES).normalize()


def amounts_of(scan: Scan, words: Vocabulary) -> tuple[Amount, ...]:
    """Every stated quantity of a sentence, from left to right, none inside another."""
    found: list[Amount] = []
    at, free = 0, 0
    while at < len(scan.tokens):
        amount = _amount_at(scan, at, free, words)
        if amount and not is_no_figure(scan, amount.number, amount.end, words):
            found.append(amount)
            at = free = amount.end
        else:
            number = amount.number if amount else None
            at = max(at + 1, number.end if number else 0)
    return tuple(found)


def _amount_at(scan: Scan, at: int, free: int, words: Vocabulary) -> Amount | None:
    number = number_at(scan, at, words) or _bare_unit(scan, at, free, words)
    if number is None:
        return None
    sign = phrase_before(scan.tokens, at, words.sign, cased=True)
    first = sign[0] if sign and sign[0] >= free else at
    currency = sign[1]["unit"] if sign and first < at else None
    end, partner = _partner(scan, number, words)
    if partner and partner.end < 0:
        partner = None
    end, manner_after = _after(scan, end, words)
    end, measure = _measure(scan, end, number, currency, words)
    if manner_after is None:
        end, manner_after = _after(scan, end, words)
    minus = _minus(scan, first, measure, words)
    if minus and first - minus >= free:
        first, number = first - minus, number._replace(value=-(number.value or Decimal(0)))
    first, manner_before = _before(scan, first, free, words, vague=number.form == "vague", measure=measure)
    measure = _rated(scan, end, measure, words)
    if partner:
        first, manner = _opened(scan, first, free, words), "range"
        number = _same_scale(number, partner)
        return Amount(first, end, number, partner, "range", measure)
    manner = _stronger(manner_before, manner_after)
    return Amount(first, end, number, None, manner, measure)


def _minus(scan: Scan, first: int, measure: Measure, words: Vocabulary) -> int:
    """How many tokens before the number make it negative: "-1.3%", "minus 12 degrees", "minus-12 degrees"."""
    if words.is_word(scan.low(first - 1), "minus"):
        return 1
    if scan.low(first - 1) != "-" or not scan.glued(first):
        return 0
    if words.is_word(scan.low(first - 2), "minus"):
        return 2
    return int(
        not scan.glued(first - 1) and (measure.unit == "percent" or measure.dimension in {"temperature", "money"})
    )


def _bare_unit(scan: Scan, at: int, free: int, words: Vocabulary) -> Number | None:
    """The article of "almost a year" or "more than a day": one, but only after a modifier."""
    if not words.is_word(scan.low(at), "article") or not phrase_at(scan.tokens, at + 1, words.unit):
        return None
    before = phrase_before(scan.tokens, at, words.before)
    if not before or before[0] < free or before[1]["manner"] == "exact":
        return None
    return Number(at, at + 1, Decimal(1), "words")


def _partner(scan: Scan, number: Number, words: Vocabulary) -> tuple[int, Number | None]:
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
        if not words.is_word(opened, "between"):
            return number.end, None
    elif not (words.is_word(low, "to") or words.is_word(low, "or")):
        unit_end, measure = _measure(scan, number.end, number, None, words)
        if measure.dimension == "count" or unit_end == number.end:
            return number.end, None
        return _partner_after_unit(scan, number, unit_end, measure, words)
    return _right(scan, number, join + 1, words)


def _start(scan: Scan, number: Number, words: Vocabulary) -> int:
    sign = phrase_before(scan.tokens, number.first, words.sign, cased=True)
    start = sign[0] if sign else number.first
    before = phrase_before(scan.tokens, start, words.before)
    return before[0] if before and not words.is_word(scan.low(start - 1), "between") else start


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
    low = _same_scale(number, other).value
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
    if _measure(scan, end, other, None, words)[1] != measure:
        return number.end, None
    return end, other


def _is_change(scan: Scan, number: Number, words: Vocabulary) -> bool:
    """Whether "from 5 to 9" tells of a rise or a fall: two figures, not a range."""
    start = _start(scan, number, words)
    if not words.is_word(scan.low(start - 1), "from"):
        return False
    return any(words.is_word(scan.low(back), "rise") for back in range(max(0, start - 8), start))


def _same_scale(number: Number, partner: Number) -> Number:
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


def _opened(scan: Scan, first: int, free: int, words: Vocabulary) -> int:
    """The first token of a range, with its "between" or "from"."""
    before = scan.low(first - 1)
    return (
        first - 1
        if first - 1 >= free and (words.is_word(before, "between") or words.is_word(before, "from"))
        else first
    )


def _before(
    scan: Scan, first: int, free: int, words: Vocabulary, *, vague: bool, measure: Measure
) -> tuple[int, Modifier | None]:
    """The modifiers before a number, nearest first; several may stand together ("only about")."""
    manner: Modifier | None = None
    while True:
        found = phrase_before(scan.tokens, first, words.before)
        if not found or found[0] < free or not _may_modify(scan, found, words, measure):
            return first, manner
        first = found[0]
        manner = _stronger(_manner(found[1]), manner)


def _may_modify(scan: Scan, found: tuple[int, Entry], words: Vocabulary, measure: Measure) -> bool:
    low = scan.low(found[0])
    if words.is_word(low, "the_only") and words.is_word(scan.low(found[0] - 1), "definite"):
        return False
    return not words.is_word(low, "distance_only") or measure.dimension in {"length", "duration"}


def _manner(entry: Entry) -> Modifier:
    return next(manner for manner in _STRENGTH if manner == entry["manner"])


def _stronger(left: Modifier | None, right: Modifier | None) -> Modifier:
    """Of two modifiers, the one that says more: "up to about 20" is a bound."""
    return next((manner for manner in _STRENGTH if manner in (left, right)), "exact")


def _after(scan: Scan, at: int, words: Vocabulary) -> tuple[int, Modifier | None]:
    step = at + 1 if scan.low(at) == "-" and scan.glued(at) and scan.glued(at + 1) else at
    found = phrase_at(scan.tokens, step, words.after)
    return (found[0], _manner(found[1])) if found else (at, None)


def _measure(scan: Scan, at: int, number: Number, currency: str | None, words: Vocabulary) -> tuple[int, Measure]:
    """The unit after a number, or the currency before it."""
    behind = phrase_at(scan.tokens, at, words.sign_first, cased=True) if scan.glued(at) and not currency else None
    if behind and scan.kind(at) == "mark":
        return behind[0], Measure("money", behind[1]["unit"])
    if currency:
        named = phrase_at(scan.tokens, at, words.money)
        return named[0] if named and named[1]["unit"] == currency else at, Measure("money", currency)
    share = phrase_at(scan.tokens, at, words.percent)
    if share and number.form != "vague":
        return share[0], Measure("share", "percent", Fraction(1, 100))
    unit = _unit_at(scan, at, words)
    if unit:
        return unit
    for table, dimension in ((words.money, "money"), (words.cent, "money")):
        named = phrase_at(scan.tokens, at + _hyphen(scan, at), table)
        if named and (len(scan.tokens[named[0] - 1].text) > 1 or scan.glued(named[0] - 1)):
            factor = Fraction(named[1].get("factor", "1"))
            return named[0], Measure("money", named[1]["unit"], factor)
    return at, Measure("share") if number.form == "fraction" else Measure()


def _rated(scan: Scan, at: int, measure: Measure, words: Vocabulary) -> Measure:
    """The unit of a rate, whose own word stays outside the span: "$58 per barrel", "800,000 barrels a day"."""
    found = phrase_at(scan.tokens, at + _hyphen(scan, at), words.rate)
    if measure.unit is None or not found or scan.kind(found[0] + _hyphen(scan, found[0])) != "word":
        return measure
    step = found[0] + _hyphen(scan, found[0])
    unit = phrase_at(scan.tokens, step, words.unit)
    if unit:
        return measure._replace(unit=f"{measure.unit} per {unit[1]['unit']}")
    if not found[1].get("any") or scan.low(step).endswith("s"):
        return measure
    return measure._replace(unit=f"{measure.unit} per {scan.low(step)}")


def _hyphen(scan: Scan, at: int) -> int:
    return int(scan.low(at) == "-" and scan.glued(at) and scan.glued(at + 1))


def _unit_at(scan: Scan, at: int, words: Vocabulary) -> tuple[int, Measure] | None:
    step = at + _hyphen(scan, at)
    if words.is_word(scan.low(step), "article") or words.is_word(scan.low(step), "of"):
        if step == at and phrase_at(scan.tokens, step + 1, words.unit) and scan.tokens[at - 1].low in words.denominator:
            step += 1
    found = phrase_at(scan.tokens, step, words.short, cased=True) or phrase_at(scan.tokens, step, words.unit)
    skipped = step
    while not found and skipped < step + 2 and words.is_word(scan.low(skipped), "between_unit"):
        skipped += 1
        found = phrase_at(scan.tokens, skipped, words.unit)
    if not found:
        return None
    end, entry = found
    if entry["dimension"] == "duration" and scan.low(end) == "-" and words.is_word(scan.low(end + 1), "old"):
        end += 2
    elif entry["dimension"] == "duration" and words.is_word(scan.low(end), "old"):
        end += 1
    return end, _measured(entry)


def _measured(entry: Entry) -> Measure:
    dimension: Dimension = next(
        name
        for name in ("duration", "length", "area", "mass", "speed", "temperature", "other")
        if name == entry["dimension"]
    )  # type: ignore[assignment]
    hot = entry["factor"] == "F"
    return Measure(dimension, entry["unit"], Fraction(1) if hot else Fraction(entry["factor"]), hot)
