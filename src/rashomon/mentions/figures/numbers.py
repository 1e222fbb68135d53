"""A stated number and its value: "120,000", "twenty-five", "half a million", "two thirds", "several hundred"."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from rashomon.mentions.figures.fractions import mixed, powered, share, slashed, vulgar
from rashomon.mentions.figures.tokens import Scan, phrase_at, phrase_before
from rashomon.mentions.figures.vocabulary import Vocabulary

LONGEST = 18  # digits; what is longer is a serial number
_EVERY = 10  # the largest whole of which "in" makes a share
_CLOSE = "\u00a0\u2007\u2009\u200a\u202f"  # spaces that only ever stand inside a number, never between two


class Number(NamedTuple):
    """A number from token `first` up to `end`; `low` and `high` only where the words are vague."""

    first: int
    end: int
    value: Decimal | None
    form: Literal["digits", "words", "fraction", "vague", "phrase"]
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal = Decimal(1)


def number_at(scan: Scan, at: int, words: Vocabulary) -> Number | None:
    """The longest number that starts at a token, or None."""
    if not 0 <= at < len(scan.tokens):
        return None
    if not words.may_start(scan.tokens[at]):
        return None
    for reader in (_vague, _whole_phrase, _one_in, _fraction, _digits, _spelled, _bare_scale):
        found = reader(scan, at, words)
        if found:
            return found
    return None


def _whole_phrase(scan: Scan, at: int, words: Vocabulary) -> Number | None:
    """A phrase that is a number by itself: "a single", "no one"."""
    found = phrase_at(scan.tokens, at, words.whole)
    return Number(at, found[0], Decimal(found[1]["value"]), "phrase") if found else None


def _one_in(scan: Scan, at: int, words: Vocabulary) -> Number | None:
    """A share of small numbers: "one in five", "nine out of 10"; but not "one in two years"."""
    few, joined = _small(scan, at, words), phrase_at(scan.tokens, at + 1, words.share_in)
    if few is None or joined is None:
        return None
    if few == 1 and scan.kind(joined[0]) == "digits" and _separated(scan, joined[0] + 1):
        rare = _digits(scan, joined[0], words)  # "1 in 10,000"
        if rare is None or not rare.value or phrase_at(scan.tokens, rare.end, words.unit):
            return None
        return Number(at, rare.end, 1 / rare.value, "fraction")
    many = _small(scan, joined[0], words)
    if many is None or not 0 < few < many <= _EVERY:
        return None
    after = joined[0] + 1
    if phrase_at(scan.tokens, after, words.unit) or words.is_word(scan.low(after), "month") or scan.low(after) == "-":
        return None
    return Number(at, after, few / many, "fraction")


def _small(scan: Scan, at: int, words: Vocabulary) -> Decimal | None:
    """A whole number of one token."""
    if scan.kind(at) == "digits":
        return Decimal(scan.tokens[at].text) if len(scan.tokens[at].text) <= 3 else None
    return words.cardinal.get(scan.low(at))


def _digits(scan: Scan, at: int, words: Vocabulary) -> Number | None:
    first = scan.tokens[at]
    if first.kind != "digits":
        return _special(scan, at) or _pointed(scan, at, words)
    digits, end = first.text, at + 1
    signed = scan.glued(at) and phrase_before(scan.tokens, at, words.sign, cased=True) is not None
    while len(first.text) <= 3 and _separated(scan, end, signed=signed):
        digits += scan.tokens[end + (scan.kind(end) == "mark")].text
        end += 2 if scan.kind(end) == "mark" else 1
    if len(digits) > LONGEST:
        return None
    value = Decimal(digits)
    if scan.low(end) == "." and scan.kind(end + 1) == "digits" and scan.glued(end) and scan.glued(end + 1):
        tail = scan.tokens[end + 1].text
        if len(tail) > LONGEST:
            return None
        grouped = len(tail) == 3 and len(digits) <= 3 and words.is_word(scan.low(end + 2), "year_noun")
        value, end = Decimal(f"{digits}{'' if grouped else '.'}{tail}"), end + 2  # "1.500 people" are whole people
    value, end = mixed(scan, end, value, words)
    power = powered(scan, end, words)
    if power:
        return Number(at, power[1], value.scaleb(power[0]), "digits")
    return _scaled(scan, at, end, value, words)


def _separated(scan: Scan, at: int, *, signed: bool = False) -> bool:
    """Whether a separator and three more digits follow: "120,000", "120 000", a tokeniser's "120, 000", "$4, 275"."""
    mark = scan.kind(at) == "mark"
    group = at + 1 if mark else at
    if scan.kind(group) != "digits" or len(scan.tokens[group].text) != 3:
        return False
    if mark:
        if scan.low(at) != "," or not scan.glued(at):
            return False
        return signed or scan.glued(group) or scan.tokens[group].text == "000" or _one_noun(scan, at - 1, group)
    gap = scan.text[scan.tokens[at - 1].end : scan.tokens[at].start]
    account = scan.sentence.span.text[scan.tokens[at - 1].end : scan.tokens[at].start]
    return len(gap) == 1 and (account in _CLOSE or scan.tokens[group].text == "000")


def _one_noun(scan: Scan, left: int, right: int) -> bool:
    """Whether the parse hangs both groups of digits on one noun right behind them: "2, 117 career points"."""
    groups = [scan.word(at) for at in (left, right)]
    noun = scan.word(right + 1)
    if not all(word is not None and word.relation == "nummod" for word in groups) or noun is None:
        return False
    return groups[0].head == groups[1].head and noun.pos in {"NOUN", "ADJ"}  # type: ignore[union-attr]


def _special(scan: Scan, at: int) -> Number | None:
    """A vulgar fraction by itself: "½"."""
    part = vulgar(scan, at)
    return None if part is None else Number(at, at + 1, part, "fraction")


def _pointed(scan: Scan, at: int, words: Vocabulary) -> Number | None:
    """A decimal without its zero: ".001"."""
    tail = scan.tokens[at + 1].text if scan.kind(at + 1) == "digits" else ""
    if scan.low(at) != "." or not tail or len(tail) > LONGEST or scan.glued(at) or not scan.glued(at + 1):
        return None
    return _scaled(scan, at, at + 2, Decimal(f"0.{tail}"), words)


def _fraction(scan: Scan, at: int, words: Vocabulary) -> Number | None:
    """A share, or a number made with one: "half a million", "a quarter of a million"."""
    found = slashed(scan, at, words) if scan.kind(at) == "digits" else share(scan, at, words)
    if not found:
        return None
    value, end = found
    big = end + 1 if words.is_word(scan.low(end), "of") else end
    if scan.low(big) == "-":
        big += 1
    if words.is_word(scan.low(big), "article"):
        big += 1
    if scan.low(big) in words.multiplier:
        return Number(at, big + 1, value * words.multiplier[scan.low(big)], "words")
    return Number(at, end, value, "fraction")


def _spelled(scan: Scan, at: int, words: Vocabulary) -> Number | None:
    """A number in words, read from left to right: "one hundred and twenty-five thousand"."""
    low, total, group, end = scan.low(at), Decimal(0), Decimal(0), at
    if words.is_word(low, "article"):
        if scan.low(at + 1) not in words.multiplier:
            return None
        group, end = Decimal(1), at + 1
    last = Decimal(0)
    while True:
        step = end + 1 if end > at and _joins(scan, end, words, last) else end
        low = scan.low(step)
        if low in words.cardinal:
            value = words.cardinal[low]
            if end > at and not _may_follow(value, last):
                break
            group, last, end = group + value, value, step + 1
        elif end > at and step - end <= (scan.low(end) == "-") and words.multiplier.get(low, last) != last:
            last, end = words.multiplier[low], step + 1
            total, group = (total + group * last, Decimal(0)) if last >= 1000 else (total, group * last)
        else:
            break
    if end == at:
        return None
    value, after = mixed(scan, end, total + group, words)
    if after > end and last >= 1000:
        value = total + group + (value - total - group) * last  # "a million and a half"
    found = _scaled(scan, at, after, value, words, form="words")
    return found._replace(scale=last) if last >= 100 and found.scale == 1 else found


def _bare_scale(scan: Scan, at: int, words: Vocabulary) -> Number | None:
    """A multiplier alone, tied to a noun behind an article: "the million-member union"; not "a multi-million deal"."""
    low, tie = scan.low(at), at + 1
    if low not in words.multiplier or len(low) <= 2 or words.multiplier[low] < 100:
        return None
    tied = (scan.tied(tie) or scan.parted(tie)) and scan.kind(tie + 1) == "word"
    led = words.is_any(scan.low(at - 1), "definite", "article")
    return Number(at, at + 1, words.multiplier[low], "words") if tied and led else None


def _may_follow(value: Decimal, last: Decimal) -> bool:
    """Whether a word of number can go on after another: five after twenty, fifty after a hundred."""
    return value < last and (last >= 100 or (20 <= last < 100 and 0 < value < 10))


def _joins(scan: Scan, at: int, words: Vocabulary, last: Decimal) -> bool:
    """Whether a token only joins two parts of one number: the hyphen of "twenty-five", the "and" of hundreds."""
    if scan.low(at) == "-":
        spaced = 20 <= last < 100 and not scan.glued(at) and not scan.glued(at + 1)  # a tokeniser's "twenty - six"
        return spaced or (scan.glued(at) and scan.glued(at + 1))
    return words.is_word(scan.low(at), "and") and last >= 100 and last != 12


def _scaled(
    scan: Scan, first: int, end: int, value: Decimal, words: Vocabulary, form: Literal["digits", "words"] = "digits"
) -> Number:
    """The number with the multipliers after it: "2.5 million", "3m", "20k", "130 thousand"."""
    scale = Decimal(1)
    while True:
        step = end + (scan.tied(end) or scan.parted(end))  # "$143 - billion"
        low = scan.low(step)
        if low in words.multiplier and (words.multiplier[low] != scale or scale == 1) and len(low) > 1:
            scale, end = scale * words.multiplier[low], step + 1
        else:
            break
    if (
        scale == 1
        and form == "digits"
        and scan.glued(end)
        and scan.low(end) in words.suffix
        and _is_scale(scan, end, words)
    ):
        scale, end = words.suffix[scan.low(end)], end + 1
    return Number(first, end, value * scale, form, scale=scale)


def _is_scale(scan: Scan, at: int, words: Vocabulary) -> bool:
    """Whether a glued letter is a multiplier: "$3m" and "3m people", but "3m tall" is a length."""
    number = at - 1
    while scan.glued(number) and (scan.kind(number - 1) == "digits" or scan.low(number - 1) in {".", ","}):
        number -= 1
    if phrase_before(scan.tokens, number, words.sign, cased=True):
        return True
    name = scan.tokens[number - 1].text if number and scan.kind(number - 1) == "word" else ""
    if len(name) > 1 and name.isupper() and sum(token.text.isupper() for token in scan.tokens) < len(scan.tokens) / 2:
        return False  # the model of "a GT 650M card"
    if scan.tokens[at].text.isupper():  # but a model's name in "the 208B Heron"
        return not (scan.kind(at + 1) == "word" and scan.tokens[at + 1].text[0].isupper())
    if not phrase_at(scan.tokens, at, words.short):
        return True
    plural = scan.low(at + 1).endswith("s") or words.is_word(scan.low(at + 1), "year_noun")
    return scan.kind(at + 1) == "word" and not scan.glued(at + 1) and plural


def _vague(scan: Scan, at: int, words: Vocabulary) -> Number | None:
    """Words without a number of their own: "dozens", "tens of thousands", "several hundred", "a few"."""
    if scan.low(at) in words.plural:
        bottom, top = words.plural[scan.low(at)]
        if words.is_word(scan.low(at + 1), "of") and scan.low(at + 2) in words.plural:
            unit = words.plural[scan.low(at + 2)][0] / 2
            base = {Decimal(20): Decimal(10), Decimal(200): Decimal(100)}.get(bottom, bottom / 2)
            return Number(at, at + 3, None, "vague", base * 2 * unit, base * 10 * unit - 1)
        return Number(at, at + 1, None, "vague", bottom, top)
    found = phrase_at(scan.tokens, at, words.vague)
    if not found:
        return None
    end, entry = found
    if not entry.get("low"):
        return Number(at, end, None, "vague")
    bottom, top, big = Decimal(entry["low"]), Decimal(entry["high"]), end
    if words.is_word(scan.low(big), "of") and scan.low(big + 1) in words.multiplier:
        big += 1
    while scan.low(big) in words.multiplier:
        bottom, top = bottom * words.multiplier[scan.low(big)], top * words.multiplier[scan.low(big)]
        big, end = big + 1, big + 1
    return Number(at, end, None, "vague", bottom, top)
