"""All statements on one fact together. Deciders, asked in order; the first that speaks decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import combinations

from rashomon.intervals import Interval, meet
from rashomon.types import Outcome, Relation
from rashomon.verdicts.relations import GROWING, Statement

EXPLAINED = frozenset({"supersedes", "updates", "corrects", "retracts"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What a decider says of a fact: the outcome, and a sentence for a reader."""

    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """All statements on one fact and the relations between them."""

    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]


def one_account(board: Board) -> Sum | None:
    """Only one account speaks of it.

    find: A fire in Teshar killed [12] people. // The mayor spoke.
    skip: A fire in Teshar killed [12] people. // A fire in Teshar killed [12] people.
    """
    if len({one.claim.account for one in board.statements}) < 2:
        clash = next((relation for relation in board.relations if relation.kind == "conflict"), None)
        voices = {one.origin.name for one in board.statements if one.origin}
        word = f", on the word of {' and of '.join(sorted(voices))}" if len(voices) > 1 else ""
        told = f"one account states it{word}"
        return Sum(outcome="single", reason=f"{told}{f', but {clash.reason}' if clash else ''}")
    return None


def nothing_to_compare(board: Board) -> Sum | None:
    """None of the statements can be compared with another.

    find: The deal let [40] fighters leave Teshar. // The deal let [a smaller number] of fighters leave Teshar.
    skip: The deal let [40] fighters leave Teshar. // The deal let [50] fighters leave Teshar.
    """
    if board.relations and all(relation.kind == "cannot_compare" for relation in board.relations):
        return Sum(outcome="undecided", reason=board.relations[0].reason)
    return None


def one_point(board: Board) -> Sum | None:
    """All name one number, bounded or not: 22 and “at least 22”.

    find: A fire in Teshar killed [at least 22] people. // A fire in Teshar killed [22] people.
    skip: A fire in Teshar killed [more than 22] people. // A fire in Teshar killed [22] people.
    """
    words = {" ".join(one.figure.span.text.lower().split()) for one in board.statements}
    points = {one.figure.point for one in board.statements}
    whole = _common(board.statements)
    named = len(points) == 1 and None not in points and whole is not None
    alike = len({one.interval for one in board.statements}) == 1
    if (named and whole and (alike or not (whole.low_open or whole.high_open))) or alike or len(words) == 1:
        return Sum(outcome="agree", reason=f"all name the same: {', '.join(sorted(words))}")
    return None


def one_value_fits(board: Board) -> Sum | None:
    """They differ, but one value could satisfy all of them: “at least 16” and 20.

    find: A fire in Teshar killed [at least 16] people. // A fire in Teshar killed [20] people.
    skip: A fire in Teshar killed [16] people. // A fire in Teshar killed [20] people.
    """
    fits = all(relation.kind not in {"conflict", *EXPLAINED} for relation in board.relations)
    if _common(board.statements) is not None or fits:
        told = {relation.reason for relation in board.relations if relation.kind != "echo"}
        one_reason = told.pop() if len(told) == 1 else "the statements differ, but one value satisfies them all"
        return Sum(outcome="compatible", reason=one_reason)
    return None


def grown_with_time(board: Board) -> Sum | None:
    """They could not all hold at once, but the later ones are the higher ones.

    find: {2031-05-05} A fire in Teshar killed [12] people. // {2031-05-06} A fire in Teshar killed [15] people.
    skip: {2031-05-05} A fire in Teshar killed [15] people. // {2031-05-06} A fire in Teshar killed [12] people.
    """
    topic = board.statements[0].claim.topic
    if topic is None or topic.role not in GROWING or board.statements[0].figure.dimension != "count":
        return None
    clashes = [pair for pair in combinations(board.statements, 2) if meet(pair[0].interval, pair[1].interval) is None]
    ordered = False
    first = _first_told(board.statements)
    for one, other in clashes:
        low, high = sorted((first[one.claim.id], first[other.claim.id]), key=lambda s: s.interval.low)
        if _later(low, high):
            return None
        ordered = ordered or _later(high, low) or low.earlier or (high.revised and not low.revised)
    if ordered:
        return Sum(outcome="superseded", reason="the count has grown: the later statements are the higher ones")
    return None


def cannot_all_hold(board: Board) -> Sum | None:
    """They exclude one another, and time does not explain it.

    find: A fire in Teshar killed [13] people. // A fire in Teshar killed [17] people.
    skip: A fire in Teshar killed [at least 12] people. // A fire in Teshar killed [15] people.
    """
    clash = next((relation for relation in board.relations if relation.kind == "conflict"), None)
    if clash is None and board.relations:
        clash = next((relation for relation in board.relations if relation.kind in EXPLAINED), None)
    return Sum(outcome="conflict", reason=clash.reason) if clash else None


def _first_told(statements: Sequence[Statement]) -> dict[str, Statement]:
    """Every statement with the day on which its number was first given.

    An account that has a higher number and repeats an older one of another source does not set the count back.
    """
    told = {}
    for one in statements:
        beside = [s for s in statements if s.claim.account == one.claim.account and s.interval.low > one.interval.low]
        repeats = [
            s.as_of
            for s in statements
            if s.as_of and s.interval == one.interval and (beside or (s.origin is one.origin and one.origin))
        ]
        told[one.claim.id] = replace(one, as_of=min(repeats)) if one.as_of and repeats else one
    return told


def _later(one: Statement, other: Statement) -> bool:
    """Whether the texts or the dates put one after the other."""
    if one.claim.account == other.claim.account and other.earlier != one.earlier:
        return other.earlier
    if one.earlier or other.earlier:
        return False
    return one.as_of is not None and other.as_of is not None and one.as_of > other.as_of


def _common(statements: Sequence[Statement]) -> Interval | None:
    def both(left: Interval | None, right: Interval | None) -> Interval | None:
        return meet(left, right) if left and right else None

    return reduce(both, [one.interval for one in statements])  # type: ignore[arg-type]


RULES = (one_account, nothing_to_compare, one_point, one_value_fits, grown_with_time, cannot_all_hold)
