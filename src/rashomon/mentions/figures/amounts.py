"""A number with all that belongs to it: its modifier, its unit, its partner in a range."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from rashomon.lexicons import Entry
from rashomon.mentions.figures.compounds import with_smaller
from rashomon.mentions.figures.fractions import mixed
from rashomon.mentions.figures.measures import Measure, measure_at, minus_before, over_time, rated, sign_before
from rashomon.mentions.figures.numbers import Number, number_at
from rashomon.mentions.figures.partners import opened_at, partner_of, same_scale
from rashomon.mentions.figures.refusals import is_no_figure
from rashomon.mentions.figures.tokens import Scan, phrase_at, phrase_before
from rashomon.mentions.figures.vocabulary import Vocabulary
from rashomon.types import Modifier

_PLACES = Decimal("0.000000000001")
_LARGE = 14  # a power of ten above which no part of a unit is kept
_SMALL = 10  # a number below it after a preposition is more often a place than a bound: "under two tables"
_STRENGTH: tuple[Modifier, ...] = ("at_least", "more_than", "at_most", "less_than", "nearly", "approximate", "exact")


class Amount(NamedTuple):
    """A quantity from token `first` up to `end`; `noun` is where what it counts would start, if not at `end`."""

    first: int
    end: int
    number: Number
    partner: Number | None
    manner: Modifier
    measure: Measure
    noun: int | None = None

    def value(self, number: Decimal | None) -> Decimal | None:
        """A number of the text in the base unit."""
        if number is None:
            return None
        if self.measure.fahrenheit:
            return ((number - 32) * 5 / 9).quantize(_PLACES).normalize()
        factor = self.measure.factor
        exact = number * factor.numerator / factor.denominator
        whole = exact.to_integral_value()
        if exact.adjusted() > _LARGE or abs(exact - whole) < _PLACES:
            return whole
        return exact.quantize(_PLACES).normalize()


def amounts_of(scan: Scan, words: Vocabulary) -> tuple[Amount, ...]:
    """Every stated quantity of a sentence, from left to right, none inside another."""
    found: list[Amount] = []
    at, free = 0, 0
    while at < len(scan.tokens):
        if not words.may_start(scan.tokens[at]):
            at += 1  # no number starts here, nor the article of "almost a year"
            continue
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
    sign = sign_before(scan, number, words)
    first = sign[0] if sign and sign[0] >= free else at
    currency = sign[1] if sign and first < at else None
    end, partner = partner_of(scan, number, words)
    end, manner_after = _after(scan, end, words)
    end, measure = measure_at(scan, end, number, currency, words)
    if number.form in {"digits", "words"} and measure.dimension in {"duration", "length"} and partner is None:
        end, number = _with_part(scan, end, number, words)
        end, number = with_smaller(scan, end, number, measure, words)
    end, measure = over_time(scan, end, measure, words)
    if manner_after is None:
        end, manner_after = _after(scan, end, words)
    minus = minus_before(scan, first, measure, words)
    if minus and first - minus >= free:
        first, number = first - minus, number._replace(value=-(number.value or Decimal(0)))
    first, manner_before = _before(scan, first, free, words, measure)
    measure = rated(scan, end, measure, words)
    if partner:
        first, number = opened_at(scan, first, free, words), same_scale(number, partner)
        return Amount(first, end, number, partner, "range", measure)
    manner = _stronger(manner_before, manner_after)
    return Amount(first, end, number, None, manner, measure)


def _bare_unit(scan: Scan, at: int, free: int, words: Vocabulary) -> Number | None:
    """The article of "almost a year" or "a year and a half": one, but only with a modifier or a part more."""
    unit = phrase_at(scan.tokens, at + 1, words.unit) if words.is_word(scan.low(at), "article") else None
    if not unit:
        return None
    single = Number(at, at + 1, Decimal(1), "words")
    measure = measure_at(scan, at + 1, single, None, words)[1]
    more = with_smaller(scan, unit[0], single, measure, words)[0] > unit[0]
    if more or _with_part(scan, unit[0], single, words)[0] > unit[0]:
        return single
    before = phrase_before(scan.tokens, at, words.before)
    if not before or before[0] < free or before[1]["manner"] == "exact":
        return None
    return single


def _with_part(scan: Scan, at: int, number: Number, words: Vocabulary) -> tuple[int, Number]:
    """The part behind a unit: "a year and a half"; but not "two days and a half-dozen men"."""
    value, end = mixed(scan, at, number.value or Decimal(0), words)
    word = scan.word(end)
    if end == at or scan.low(end) == "-" or (word is not None and word.tag in {"NN", "NNS"}):
        return at, number
    return end, number._replace(value=value)


def _before(scan: Scan, first: int, free: int, words: Vocabulary, measure: Measure) -> tuple[int, Modifier | None]:
    """The modifiers before a number, nearest first; several may stand together ("only about")."""
    manner: Modifier | None = None
    scale = first - 1 if first - 1 >= free and scan.low(first - 1) in words.magnitude else first
    if (
        scale < first
        and phrase_before(scan.tokens, scale, words.before)
        and measure.unit == words.magnitude[scan.low(scale)]
    ):
        first = scale  # "around magnitude 2"
    while True:
        found = phrase_before(scan.tokens, first, words.before)
        if not found or found[0] < free or not _may_modify(scan, found, first, words, measure):
            return first, manner
        first = found[0]
        manner = _stronger(_manner(found[1]), manner)


def _may_modify(scan: Scan, found: tuple[int, Entry], number: int, words: Vocabulary, measure: Measure) -> bool:
    """Not "the only two boats", "within ten men", or a preposition of place: "under two tables"."""
    low = scan.low(found[0])
    if scan.glued(found[0]) and scan.low(found[0] - 1) == ".":
        return False  # the "c." of "D.C."
    if found[1]["manner"] == "approximate" and measure.dimension == "count" and _is_one(scan, number, words):
        return False  # "the case is about one man"
    if found[1].get("of_vague") and not _is_vague(scan, number, words):
        return False  # "only 12" is 12; "only a few" says how few
    if measure.dimension == "duration" and words.is_word(low, "over") and number == found[0] + 1:
        return not _spans_time(scan, found[0], number, words)
    word = scan.word(found[0])
    if word and word.relation == "prt":
        return False  # "he was pulled over a few blocks on"
    if word and word.relation == "prep" and number == found[0] + 1 and measure.dimension == "count":
        small = words.cardinal.get(scan.low(number))
        if small is not None and small < _SMALL:
            return False
    return not words.is_word(low, "distance_only") or measure.dimension in {"length", "duration"}


def _spans_time(scan: Scan, over: int, number: int, words: Vocabulary) -> bool:
    """Whether "over" says in what time: "loans over three years", "spread over two days"; not "after over two days"."""
    before = scan.word(over - 1)
    if any(words.is_word(scan.low(at), "lies_back") for at in range(number + 1, number + 4)):
        return False
    money = phrase_before(scan.tokens, over, words.money) is not None
    things = before is not None and before.tag in {"NNS", "NNPS"}
    return things or money or scan.low(over - 1) == ")" or words.is_word(scan.low(over - 1), "spread")


def _is_vague(scan: Scan, at: int, words: Vocabulary) -> bool:
    return scan.low(at) in words.plural or phrase_at(scan.tokens, at, words.vague) is not None


def _is_one(scan: Scan, at: int, words: Vocabulary) -> bool:
    after = scan.low(at + 1)
    return words.cardinal.get(scan.low(at)) == 1 and after not in words.multiplier and not words.is_word(after, "and")


def _manner(entry: Entry) -> Modifier:
    return next(manner for manner in _STRENGTH if manner == entry["manner"])


def _stronger(left: Modifier | None, right: Modifier | None) -> Modifier:
    """Of two modifiers, the one that says more: "up to about 20" is a bound."""
    return next((manner for manner in _STRENGTH if manner in (left, right)), "exact")


def _after(scan: Scan, at: int, words: Vocabulary) -> tuple[int, Modifier | None]:
    step = at + scan.tied(at)
    found = phrase_at(scan.tokens, step, words.after)
    return (found[0], _manner(found[1])) if found else (at, None)
