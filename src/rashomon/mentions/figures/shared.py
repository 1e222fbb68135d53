"""A unit or a noun that stands once for two numbers: "from 4 to 5 percent", "two- and three-room flats"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rashomon.mentions.figures.amounts import Amount
from rashomon.mentions.figures.tokens import Scan
from rashomon.mentions.figures.vocabulary import Vocabulary

_JOIN = 2  # tokens between two numbers of one list: ", and"
_AFTER = {"percent"}  # units that also reach over "and": "5 and 10 percent"


def with_shared_units(scan: Scan, amounts: Sequence[Amount], words: Vocabulary) -> tuple[Amount, ...]:
    """The amounts, where one without a unit takes that of the next, from right to left along a list."""
    made = list(amounts)
    for place in range(len(made) - 2, -1, -1):
        left, right = made[place], made[place + 1]
        if not _is_bare(left):
            continue
        if _is_suspended(scan, left, right, words):
            noun = right.end if right.noun is None else right.noun
            measure = right.measure if left.measure.unit is None else left.measure
            made[place] = left._replace(measure=measure, noun=noun)
        elif left.measure.unit is None and _is_change(scan, left, right, words):
            made[place] = _scaled(left, right)._replace(measure=right.measure)
        elif left.measure.unit is None and _share_percent(scan, left, right, words):
            made[place] = left._replace(measure=right.measure)
    return tuple(made)


def _is_bare(amount: Amount) -> bool:
    plain = amount.number.form in {"digits", "words"} and amount.partner is None
    return plain and amount.end == amount.number.end


def _is_suspended(scan: Scan, left: Amount, right: Amount, words: Vocabulary) -> bool:
    """Whether a hyphen stands for what only the last of a list says: "two- and three-room flats"."""
    if scan.low(left.end) != "-" or not scan.glued(left.end):
        return False
    if scan.glued(left.end + 1) and scan.low(left.end + 1) != ",":
        return False
    between = range(left.end + 1, right.first)
    joins = all(scan.low(at) == "," or words.is_any(scan.low(at), "and", "or", "to") for at in between)
    tied = right.noun is not None or scan.tied(right.end) or scan.low(right.number.end) == "-"
    return 0 < len(between) <= _JOIN and joins and tied


def _is_change(scan: Scan, left: Amount, right: Amount, words: Vocabulary) -> bool:
    """Whether "from" and "to" hold the two together: "from 4 to 5 percent", "from 24 to 35 billion crowns"."""
    opened = words.is_word(scan.low(left.first - 1), "from") and words.is_word(scan.low(left.end), "to")
    signed = right.number.first > right.first and right.manner != "range"
    return opened and right.first == left.end + 1 and not signed


def _share_percent(scan: Scan, left: Amount, right: Amount, words: Vocabulary) -> bool:
    """Whether one "percent" stands for two numbers: "by 5 and 10 percent"."""
    joined = words.is_any(scan.low(left.end), "and", "or")
    return joined and right.first == left.end + 1 and right.measure.unit in _AFTER and left.number.form == "digits"


def _scaled(left: Amount, right: Amount) -> Amount:
    """The left number with the scale that only the right one states: "from 24 to 35 billion"."""
    scale = (right.partner or right.number).scale
    value = left.number.value
    small = value is not None and left.number.scale == 1 and value < Decimal(1000)
    return left._replace(number=left.number._replace(value=value * scale)) if value is not None and small else left
