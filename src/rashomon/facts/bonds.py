"""What a decider says of two claims, and how like the words around two figures are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rashomon.facts.contexts import Context
from rashomon.types import RelationKind

TOLLS = frozenset({"killed", "injured", "missing", "captured", "surrendered", "displaced", "evacuated", "returned"})
CASUALTIES = frozenset({"killed", "injured", "missing"})
MOVED = frozenset({"displaced", "evacuated"})
STORY = Decimal("0.2")  # of the words of two leads that tell one story
LIKE = Decimal("0.25")  # of the words around two figures of one happening
ALIKE = Decimal("0.34")  # of the words around two figures of one value
STRONG = Decimal("0.5")  # of the words around two figures, which outweighs other signs
VERY_ALIKE = Decimal("0.6")  # of the words around two figures of different values
CONVERTED = Decimal("0.05")  # difference that rounding leaves between a measure and its conversion


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """What a decider says of two claims: together or apart, how strongly, and why.

    `sure` marks two claims that a reader would compare however far apart their numbers are.
    """

    together: bool
    reason: str
    strength: int = 0
    kind: RelationKind = "cannot_compare"
    sure: bool = False


def overlap(left: frozenset[str], right: frozenset[str]) -> Decimal:
    """The share of the smaller set that both have; nothing where one is empty."""
    small = min(len(left), len(right))
    return Decimal(len(left & right)) / small if small else Decimal(0)


def same_opening(left: Context, right: Context) -> bool:
    """Whether two claims are of one account, or of two that open with the same words."""
    return left.account == right.account or overlap(left.lead.words, right.lead.words) >= STORY


def same_run(left: Context, right: Context) -> int:
    """How many of the words next to the two figures are the same, place by place."""
    middle_left, middle_right = left.run.index("#"), right.run.index("#")
    before = _common(left.run[:middle_left][::-1], right.run[:middle_right][::-1])
    return before + _common(left.run[middle_left + 1 :], right.run[middle_right + 1 :])


def _common(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    for number, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return number
    return min(len(left), len(right))
