"""Claim -> its number, its people and its words, as the audit across accounts reads them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rashomon.findings.stated import tight
from rashomon.intervals import Interval
from rashomon.types import Claim, Figure, Relation, Verdict

JUMP = Decimal(2)  # times that one toll of a page may be another of it
MOST = Decimal(20)  # times; two tolls of a page further apart are of two things


def interval_in(claim: Claim) -> Interval:
    """The values that a claim allows."""
    if not isinstance(claim.mention, Figure):
        raise TypeError("only figures have intervals")
    return tight(claim.mention)


def point_in(claim: Claim) -> Decimal:
    """The number that a claim names, or the least that its words mean."""
    figure = claim.mention
    if isinstance(figure, Figure):
        return figure.point if figure.point is not None else figure.high or figure.low or Decimal(0)
    return Decimal(0)


def least_in(claim: Claim) -> Decimal:
    """The least value that a claim allows."""
    return interval_in(claim).low


def role_in(claim: Claim) -> str:
    """What a claim measures."""
    return claim.topic.role if claim.topic else ""


def whom_in(claim: Claim) -> str:
    """Whom a claim counts."""
    return (claim.topic.population if claim.topic else None) or ""


def events_in(claim: Claim) -> frozenset[str]:
    """The happenings that a claim speaks of."""
    return claim.topic.event if claim.topic else frozenset()


def in_conflict(verdict: Verdict) -> Iterator[Relation]:
    """The pairs of claims of two accounts that a verdict of conflict rests on."""
    for relation in verdict.relations if verdict.outcome == "conflict" else ():
        if relation.kind == "conflict" and relation.left.account != relation.right.account:
            yield relation


def nearly_equal(one: Claim, other: Claim) -> bool:
    """Whether two claims lie as near as rounding puts them."""
    left, right = point_in(one), point_in(other)
    return abs(left - right) <= Decimal("0.1") * max(left, right)


def far_from(one: Claim, other: Claim) -> bool:
    """Whether two tolls of one page are so far apart that no rounding or hour explains it."""
    low, high = sorted((one, other), key=point_in)
    top = interval_in(low).high
    figure = low.mention
    if isinstance(figure, Figure) and figure.modifier == "vague":
        top = figure.high if figure.high is not None else top
    return point_in(low) > 0 and JUMP <= times_as_many(one, other) <= MOST and top < interval_in(high).low


def times_as_many(one: Claim, other: Claim) -> Decimal:
    """How many times the smaller of two values the larger is."""
    low, high = sorted((least_in(one) or point_in(one), least_in(other) or point_in(other)))
    return high / low if low else Decimal(0)


def words_of(claim: Claim) -> str:
    """A claim as the account has it, on one line."""
    return " ".join(claim.span.text.split())


def modifier_in(claim: Claim) -> str:
    """The manner of speaking of a claim."""
    return claim.mention.modifier if isinstance(claim.mention, Figure) else ""
