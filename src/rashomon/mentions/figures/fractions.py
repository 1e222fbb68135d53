"""The parts of a number that are no digits in a row: "½", "1/3", "two thirds", "and a half", "×10³"."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from math import gcd

from rashomon.mentions.figures.tokens import Scan, phrase_at
from rashomon.mentions.figures.vocabulary import Vocabulary

_POWER = 2  # digits of an exponent
_RATED = {10, 100, 1000}  # of which a share need not be in its lowest terms


def vulgar(scan: Scan, at: int) -> Decimal | None:
    """A fraction in one sign: "½"."""
    text = scan.tokens[at].text if 0 <= at < len(scan.tokens) else ""
    if len(text) != 1 or text.isalpha() or unicodedata.decomposition(text).split(" ")[0] != "<fraction>":
        return None
    above, _, below = unicodedata.normalize("NFKC", text).partition("\u2044")
    return Decimal(above) / Decimal(below) if below else None


def mixed(scan: Scan, at: int, value: Decimal, words: Vocabulary) -> tuple[Decimal, int]:
    """The part after a whole: "4½", "1 1/2", "4 and a half"."""
    part = vulgar(scan, at)
    if part is not None and (scan.glued(at) or at > 0):
        return value + part, at + 1
    if scan.kind(at) == "digits" and not scan.glued(at) and value < 1000:
        slash = slashed(scan, at, words)
        if slash and slash[0] < 1:
            return value + slash[0], slash[1]
    joint = at + scan.tied(at)
    if words.is_word(scan.low(joint), "and"):
        rest = share(scan, joint + 1 + scan.tied(joint + 1), words)
        if rest and rest[0] < 1 and not words.is_word(scan.low(rest[1]), "of"):
            return value + rest[0], rest[1]
    return value, at


def slashed(scan: Scan, at: int, words: Vocabulary) -> tuple[Decimal, int] | None:
    """As in "1/3", with small parts only, so that "7/2/2016", "24/7" and "8/16" are none; "1 / 3" before a unit."""
    if scan.low(at + 1) != "/" or scan.kind(at + 2) != "digits" or scan.low(at + 3) == "/" or scan.low(at - 1) == "/":
        return None
    if not (scan.glued(at + 1) and scan.glued(at + 2)) and not phrase_at(scan.tokens, at + 3, words.unit):
        return None
    above, below = scan.tokens[at].text, scan.tokens[at + 2].text
    if len(above) > 2 or len(below) > 3 or not 0 < int(above) < int(below):
        return None
    whole, lowest = int(below), gcd(int(above), int(below)) == 1
    if (whole > 10 and whole not in {12, 16, 20, 32, 50, 64, 100, 1000}) or not (lowest or whole in _RATED):
        return None
    return Decimal(above) / Decimal(below), at + 3


def share(scan: Scan, at: int, words: Vocabulary) -> tuple[Decimal, int] | None:
    """A fraction in words: "half", "a third", "two thirds", "three-quarters"."""
    low, above, after = scan.low(at), Decimal(1), at
    if words.is_word(low, "article"):
        after = at + 1 + scan.tied(at + 1)
    elif low in words.cardinal and words.cardinal[low] > 0:
        above, after = words.cardinal[low], at + 1
        if scan.low(after) == "-":
            after += 1
    elif low not in words.denominator or words.denominator[low] != 2:
        return None
    below = words.denominator.get(scan.low(after))
    if below is None or (above > 1) != scan.low(after).endswith("s") or above >= below:
        return None
    return above / below, after + 1


def powered(scan: Scan, at: int, words: Vocabulary) -> tuple[int, int] | None:
    """The power of ten after a number: "×10^6", "x 10⁶", "× 10-6", and the place behind it."""
    if not words.is_word(scan.low(at), "dimension_sign") or scan.low(at + 1) != "10":
        return None
    raised = at + 2 + (scan.low(at + 2) == "^")
    minus = scan.low(raised) == "-" and scan.glued(raised)
    raised += minus
    text = scan.tokens[raised].text if scan.glued(raised) else ""
    if not 0 < len(text) <= _POWER or not all(unicodedata.digit(sign, None) is not None for sign in text):
        return None
    if text.isdecimal() and raised == at + 2:
        return None
    power = int("".join(str(unicodedata.digit(sign)) for sign in text))
    return -power if minus else power, raised + 1
