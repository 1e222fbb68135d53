"""What a figure leaves possible: an interval, with its ends open or closed.

"At least n" is [n, ∞), "more than n" (n, ∞), "up to n" (0, n], "nearly n" below n but close to it, "about n" is n
give or take the larger of half its last significant digit and 5 percent. A vague word bounds from below only:
whoever says "dozens" where another counted 120 has not contradicted it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rashomon.types import Figure

SLACK = Decimal("0.05")  # of a value said to be about so much
CLOSE = Decimal("0.10")  # how far below n "nearly n" may lie
INFINITE = Decimal("Infinity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The values that a statement leaves possible."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    @property
    def width(self) -> Decimal:
        return self.high - self.low

    @property
    def is_point(self) -> bool:
        return self.low == self.high


def interval_of(figure: Figure) -> Interval:
    """The interval that a figure states."""
    point = figure.point
    if figure.modifier == "vague":
        return Interval(low=figure.low if figure.low is not None else Decimal(0), high=INFINITE)
    if figure.modifier == "approximate" and point is not None:
        slack = max(half_last_digit(point), SLACK * abs(point))
        return Interval(low=point - slack, high=point + slack)
    if figure.modifier == "nearly" and point is not None:
        return Interval(low=point - max(half_last_digit(point), CLOSE * abs(point)), high=point, high_open=True)
    low = figure.low if figure.low is not None else Decimal(0)
    high = figure.high if figure.high is not None else INFINITE
    return Interval(low=low, high=high, low_open=figure.low_open, high_open=figure.high_open)


def half_last_digit(value: Decimal) -> Decimal:
    """Half of one unit of the last digit that is not a zero: 500 for 13,000 and 0.5 for 12."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) / 2 if isinstance(exponent, int) else Decimal(0)


def meet(left: Interval, right: Interval) -> Interval | None:
    """What both leave possible, or None where they exclude one another."""
    low, high = max(left.low, right.low), min(left.high, right.high)
    low_open = any(side.low_open for side in (left, right) if side.low == low)
    high_open = any(side.high_open for side in (left, right) if side.high == high)
    if low > high or (low == high and (low_open or high_open)):
        return None
    return Interval(low=low, high=high, low_open=low_open, high_open=high_open)


def inside(inner: Interval, outer: Interval) -> bool:
    """Whether every value of one is a value of the other."""
    return meet(inner, outer) == inner


def rounds_to(left: Figure, right: Figure) -> bool:
    """Whether one of two plain numbers is the other one rounded: 13,000 and 12,840."""
    one, other = left.point, right.point
    if one is None or other is None or one == other:
        return False
    return _rounded(one, other) or _rounded(other, one)


def _rounded(coarse: Decimal, fine: Decimal) -> bool:
    step = half_last_digit(coarse)
    return step > half_last_digit(fine) and step >= 5 and abs(coarse - fine) <= step <= SLACK * abs(coarse)
