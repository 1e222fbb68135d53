"""What a number is in: the unit behind it, the currency before it, the rate it is part of."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from rashomon.lexicons import Entry
from rashomon.mentions.figures.numbers import Number
from rashomon.mentions.figures.tokens import Scan, phrase_at, phrase_before
from rashomon.mentions.figures.vocabulary import Vocabulary
from rashomon.types import Dimension

_BEFORE, _BEHIND = 25, 8  # tokens about a number in which "weighs" or "tall" makes its pounds a mass
_DAY = 86_400  # seconds; a length in less than a day is a speed
_TALL = 6  # tokens before pounds in which a height is told
_MUCH = 1_000_000  # from here on pounds behind a hyphen are money: "a 3 million-pound prize"
_SIGN = 3  # characters of a sign that was lost, with the letter before it
_STRONGEST = 10  # on the scale of earthquakes
_MAGNITUDE = "magnitude"  # a unit whose word stays outside the span, before the number or behind it
_BROKEN = "\ufffd"  # what stands where a character could not be read
_DOUBLE_PRIME = "\u2033"  # which a view of the text shows as a quotation mark


class Measure(NamedTuple):
    """What a number is in: its dimension, the unit's name and the factor to the base unit."""

    dimension: Dimension = "count"
    unit: str | None = None
    factor: Fraction = Fraction(1)
    fahrenheit: bool = False


def sign_before(scan: Scan, number: Number, words: Vocabulary) -> tuple[int, str] | None:
    """The currency sign before a number, as its place and its unit; "e75m" only where a scale says it is money."""
    found = phrase_before(scan.tokens, number.first, words.sign, cased=True)
    if found and found[1].get("scaled"):
        whole = scan.glued(number.first) and not scan.glued(found[0]) and number.scale > 1
        return (found[0], found[1]["unit"]) if whole else None
    return (found[0], found[1]["unit"]) if found else None


def sign_lost(scan: Scan, number: Number, words: Vocabulary) -> bool:
    """Whether a broken character stands where a currency sign stood: "in return for? 22bn", "\ufffd25.7bn"."""
    span, first = scan.sentence.span, scan.tokens[number.first].start
    start = span.start + first
    before = span.account.text[max(0, start - _SIGN) : start]  # of the account, as a "?" may have cut the sentence
    if number.form != "digits" or not (before.endswith(_BROKEN) or (before[-2:] == "? " and before[0].islower())):
        return False
    noun = scan.word(number.end)
    converted = scan.low(number.end) == "(" and phrase_at(scan.tokens, number.end + 1, words.sign_first, cased=True)
    return converted is not None or (number.scale > 1 and not (noun is not None and noun.pos in {"NOUN", "ADJ"}))


def measure_at(scan: Scan, at: int, number: Number, currency: str | None, words: Vocabulary) -> tuple[int, Measure]:
    """The unit after a number, or the currency before it."""
    signed = _signed(scan, at, currency, words)
    if signed:
        return signed
    share = phrase_at(scan.tokens, at, words.percent)
    if share and number.form != "vague":
        return share[0], Measure("share", "percent", Fraction(1, 100))
    if number.form == "vague" and words.is_word(scan.low(at), "of"):
        many = _many(scan, at + 1, words)
        return many or (at, Measure())
    weight = phrase_at(scan.tokens, at + scan.tied(at), words.weight)
    unit = _unit_at(scan, at, words)
    if weight and not unit and _is_weight(scan, number, weight[0], words):
        return weight[0], _measured(weight[1])
    if unit:
        return unit
    for table in (words.money, words.cent):
        named = phrase_at(scan.tokens, at + scan.tied(at), table)
        if named and (len(scan.tokens[named[0] - 1].text) > 1 or scan.glued(named[0] - 1)):
            return named[0], Measure("money", named[1]["unit"], Fraction(named[1].get("factor", "1")))
    return at, _bare_measure(scan, number, words)


def _signed(scan: Scan, at: int, currency: str | None, words: Vocabulary) -> tuple[int, Measure] | None:
    """The currency of a number with a sign before or behind it, which may be named again: "$12 dollars", "12€"."""
    if currency:
        named = phrase_at(scan.tokens, at, words.money)
        return named[0] if named and named[1]["unit"] == currency else at, Measure("money", currency)
    behind = phrase_at(scan.tokens, at, words.sign_first, cased=True) if scan.glued(at) else None
    return (behind[0], Measure("money", behind[1]["unit"])) if behind and scan.kind(at) == "mark" else None


def magnitude_sign(scan: Scan, number: Number, words: Vocabulary) -> bool:
    """Whether a letter before a decimal gives the strength of an earthquake: "M7.5" beside "fault"."""
    if not _is_strength(scan, number) or not scan.glued(number.first):
        return False
    signed = (
        words.is_word(scan.low(number.first - 1), "magnitude_sign") and scan.tokens[number.first - 1].text[0] == "M"
    )
    return signed and any(words.is_word(token.low, "quake_cue") for token in scan.tokens)


def _is_strength(scan: Scan, number: Number) -> bool:
    """Whether a number has one place behind its point and fits the scale of earthquakes."""
    return number.value is not None and number.value <= _STRONGEST and scan.low(number.end - 2) == "."


def _bare_measure(scan: Scan, number: Number, words: Vocabulary) -> Measure:
    """What a number without a unit is in: a fraction is a share, "a magnitude 4.6 quake" a magnitude, else a count."""
    before = number.first - 1 - words.is_word(scan.low(number.first - 1), "of")
    if sign_lost(scan, number, words):
        return Measure("money")
    if magnitude_sign(scan, number, words):
        return Measure("other", _MAGNITUDE)
    if number.form == "digits" and words.is_word(scan.low(number.end), "quake_noun") and _is_strength(scan, number):
        return Measure("other", _MAGNITUDE)
    behind = number.end + (scan.low(number.end) == "-")  # "a 4.6-magnitude quake"
    scale = words.magnitude.get(scan.low(before)) or words.magnitude.get(scan.low(behind))
    if scale and number.form == "digits":
        return Measure("other", scale)
    return Measure("share") if number.form == "fraction" else Measure()


def _is_weight(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """Whether pounds are weighed: "12 pounds of wire", "a man, 6 feet tall and 180 pounds"; not "paid 12 pounds"."""
    if words.is_word(scan.low(end), "of"):
        return not any(words.is_word(scan.low(at), "cost_of") for at in range(end + 1, end + 3))
    if scan.low(number.end) == "-" and number.value is not None and number.value < _MUCH:
        return True
    if any(scan.low(at) in words.feet for at in range(number.first - _TALL, number.first)):
        return True  # "5-foot-11, 220 pounds"
    near = range(number.first - _BEFORE, end + _BEHIND)
    if any(words.is_word(scan.low(at), "cost_cue") for at in near):
        return False
    return any(words.is_word(scan.low(at), "weight_cue") or _is_height(scan, at) for at in near)


def _is_height(scan: Scan, at: int) -> bool:
    """Whether a foot and its inches stand in signs: "5'10"."""
    return (
        scan.low(at) == "'"
        and scan.glued(at)
        and scan.glued(at + 1)
        and scan.kind(at - 1) == scan.kind(at + 1) == "digits"
    )


def _many(scan: Scan, at: int, words: Vocabulary) -> tuple[int, Measure] | None:
    """The unit of "billions of dollars" or "hundreds of miles"."""
    unit, money = phrase_at(scan.tokens, at, words.unit), phrase_at(scan.tokens, at, words.money)
    if unit:
        return unit[0], _measured(unit[1])
    return (money[0], Measure("money", money[1]["unit"])) if money else None


def rated(scan: Scan, at: int, measure: Measure, words: Vocabulary) -> Measure:
    """The unit of a rate, whose own word stays outside the span: "$58 per barrel", "800,000 barrels a day"."""
    found = phrase_at(scan.tokens, at + scan.tied(at), words.rate)
    if measure.unit is None or not found or scan.kind(found[0] + scan.tied(found[0])) != "word":
        return measure
    step = found[0] + scan.tied(found[0])
    unit = phrase_at(scan.tokens, step, words.unit)
    unit = unit or (phrase_at(scan.tokens, step, words.short, cased=True) if found[1].get("any") else None)
    if unit:
        named = measure._replace(unit=f"{measure.unit} per {unit[1]['unit']}")
        seconds = Fraction(unit[1]["factor"]) * _DAY if unit[1]["dimension"] == "duration" else _DAY
        swift = measure.dimension == "length" and seconds < _DAY
        return named._replace(dimension="speed", factor=measure.factor / seconds) if swift else named
    if not found[1].get("any") or scan.low(step).endswith("s"):
        return measure
    return measure._replace(unit=f"{measure.unit} per {scan.low(step)}")


def over_time(scan: Scan, at: int, measure: Measure, words: Vocabulary) -> tuple[int, Measure]:
    """The speed of a length over a stroke and a time: "9 mm/yr", "1 / 4 inch / year"; the whole is its unit."""
    if measure.dimension != "length" or scan.low(at) != "/":
        return at, measure
    unit = phrase_at(scan.tokens, at + 1, words.unit) or phrase_at(scan.tokens, at + 1, words.short, cased=True)
    if unit is None or unit[1]["dimension"] != "duration":
        return at, measure
    factor = measure.factor / (Fraction(unit[1]["factor"]) * _DAY)
    return unit[0], Measure("speed", f"{measure.unit} per {unit[1]['unit']}", factor)


def _unit_at(scan: Scan, at: int, words: Vocabulary) -> tuple[int, Measure] | None:
    step = _after_fraction(scan, at, words)
    spaced = _unit_behind_space(scan, at, words)
    if spaced and scan.low(spaced[0]) == "-" and words.is_word(scan.low(spaced[0] + 1), "old"):
        return spaced[0] + 2, _measured(spaced[1])  # "34 - year - old", as tokenisers leave it
    plain = spaced and not scan.glued(at + 1) and not scan.low(at + 1).endswith("s")
    if spaced and plain and _measured(spaced[1]).dimension != "other":
        return spaced[0], _measured(spaced[1])  # "a three - year sentence"
    found = _short_at(scan, step, words) or phrase_at(scan.tokens, step, words.unit)
    skipped = step
    while not found and skipped < step + 2 and _between(scan, skipped, words):
        skipped += 1
        found = phrase_at(scan.tokens, skipped, words.unit)
    if not found or (skipped > step and found[1]["dimension"] != "duration"):
        return None
    end, entry = found
    old = end + scan.tied(end)
    if entry["dimension"] == "duration" and words.is_word(scan.low(old).removesuffix("'s"), "old"):
        end = old + 1
    return end, _measured(entry)


def _between(scan: Scan, at: int, words: Vocabulary) -> bool:
    """Whether a word may stand between a number and its unit: "two [full] years", "eight [highly successful] years"."""
    word = scan.word(at)
    return words.is_word(scan.low(at), "between_unit") or (word is not None and word.tag in {"RB", "JJ"})


def _unit_behind_space(scan: Scan, at: int, words: Vocabulary) -> tuple[int, Entry] | None:
    """The unit behind a hyphen that a tokeniser has parted from its number: "34 - year - old", "181 - km"."""
    if scan.low(at) != "-" or scan.glued(at):
        return None
    return phrase_at(scan.tokens, at + 1, words.unit) or phrase_at(scan.tokens, at + 1, words.short, cased=True)


def _short_at(scan: Scan, at: int, words: Vocabulary) -> tuple[int, Entry] | None:
    """A unit in letters or signs; of those that are also names or marks, only what touches its number: "40C"."""
    found = phrase_at(scan.tokens, at, words.short, cased=True)
    if not found or not found[1].get("glued"):
        return found
    if _measured(found[1]).dimension == "temperature" and not _is_heat(scan, at, words):
        return None
    goes_on = scan.glued(found[0]) and (scan.kind(found[0]) != "mark" or scan.low(found[0]) in {"-", "/"})
    alone = scan.kind(at + 1) != "word" or scan.tokens[at + 1].text[0].islower()
    apart = not scan.glued(at) and not (_measured(found[1]).dimension == "temperature" and alone)
    if apart or scan.kind(at - 1) != "digits" or goes_on:
        return None
    base = scan.sentence.span.text[scan.tokens[at].start]
    return None if scan.kind(at) == "mark" and base != _DOUBLE_PRIME else found


def _is_heat(scan: Scan, at: int, words: Vocabulary) -> bool:
    """Whether "40C" is a temperature: the sentence speaks of heat, and no name stands right before the number."""
    first = at - 1
    while first > 0 and scan.glued(first) and (scan.kind(first - 1) == "digits" or scan.low(first - 1) in {".", ","}):
        first -= 1
    named = first > 1 and scan.kind(first - 1) == "word" and scan.tokens[first - 1].text[0].isupper()
    return not named and any(words.is_word(token.low, "heat_cue") for token in scan.tokens)


def _after_fraction(scan: Scan, at: int, words: Vocabulary) -> int:
    """Where the unit may stand: behind a hyphen, or behind the article of "half an hour"."""
    small = words.is_any(scan.low(at), "article", "of")
    if small and scan.low(at - 1) in words.denominator and phrase_at(scan.tokens, at + 1, words.unit):
        return at + 1
    return at + scan.tied(at)


def _measured(entry: Entry) -> Measure:
    dimension: Dimension = next(
        name
        for name in ("duration", "length", "area", "mass", "speed", "temperature", "other")
        if name == entry["dimension"]
    )
    hot = entry["factor"] == "F"
    return Measure(dimension, entry["unit"], Fraction(1) if hot else Fraction(entry["factor"]), hot)


def minus_before(scan: Scan, first: int, measure: Measure, words: Vocabulary) -> int:
    """How many tokens before the number make it negative: "-1.3%", "minus 12 degrees", "minus-12 degrees"."""
    if words.is_word(scan.low(first - 1), "minus"):
        return int(not words.is_word(scan.low(first - 2), "article"))  # "a negative one" is a kind
    if scan.low(first - 1) != "-" or not scan.glued(first):
        return 0
    if words.is_word(scan.low(first - 2), "minus"):
        return 2
    return int(
        not scan.glued(first - 1) and (measure.unit == "percent" or measure.dimension in {"temperature", "money"})
    )
