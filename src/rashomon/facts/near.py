"""Why two numbers of different roles or units are not compared, though a reader might. Deciders, asked in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from rashomon.facts.bonds import LIKE, Bond, overlap
from rashomon.facts.contexts import Context
from rashomon.types import Relation, rule_name

FAMILIES = (
    frozenset({"killed", "other", "injured"}),
    frozenset({"displaced", "evacuated", "returned", "present"}),
    frozenset({"captured", "surrendered"}),
)
GREAT = 1000  # from which number on two numbers of like people may be taken for one
SIZE = 2  # times the smaller number up to which two numbers of different things may be taken for one


def share_against_count(left: Context, right: Context) -> Bond | None:
    """Half of the houses and 40 houses are not compared: the one is a part of something, the other a number.

    find: The storm ruined [half] of the houses in Teshar. // In Teshar the storm ruined [40] houses.
    skip: The storm ruined [40] houses in Teshar. // In Teshar the storm ruined [50] houses.
    """
    dimensions = {left.figure.dimension, right.figure.dimension}
    if dimensions == {"share", "count"} and left.noun and left.noun == right.noun and _alike(left, right):
        return Bond(together=False, kind="unit_mismatch", reason="a share against a count")
    return None


def households_against_people(left: Context, right: Context) -> Bond | None:
    """Ninety families and ninety people are not one number.

    find: [Some 90] families fled the fire in Teshar. // In Teshar [120] people fled the fire.
    skip: [Some 90] people fled the fire in Teshar. // In Teshar [120] people fled the fire.
    """
    if left.grouped != right.grouped and left.figure.dimension == right.figure.dimension == "count":
        return (
            Bond(together=False, kind="unit_mismatch", reason="households against people")
            if _alike(left, right)
            else None
        )
    return None


def another_definition(left: Context, right: Context) -> Bond | None:
    """Killed against casualties, displaced against evacuated: words that count different people.

    find: The raid on Teshar killed [40] people. // The raid on Teshar caused [45] casualties.
    skip: The raid on Teshar killed [40] people. // The raid on Teshar killed [45] people.
    """
    one, other = left.topic.role, right.topic.role
    family = any({one, other} <= family for family in FAMILIES)
    if one == other or not family or left.figure.dimension != right.figure.dimension:
        return None
    low, high = sorted((left.value, right.value))
    if high <= SIZE * low and _alike(left, right):
        return Bond(together=False, kind="definition_mismatch", reason=f"{one} against {other}")
    return None


def _alike(left: Context, right: Context) -> bool:
    both_lead = left.in_lead and right.in_lead and bool(left.topic.event & right.topic.event)
    one_number = left.noun == right.noun != "" and min(left.value, right.value) >= GREAT
    return left.account != right.account and (both_lead or one_number or overlap(left.near, right.near) >= LIKE)


def near_misses(blocks: Mapping[tuple[str, str], Sequence[Context]]) -> Iterator[Relation]:
    """The near misses between numbers of different roles or units, one for each pair of accounts and roles."""
    for one, other in product(sorted(blocks), repeat=2):
        if one < other and _comparable(one, other):
            told: set[tuple[str, str]] = set()
            for left, right in product(blocks[one], blocks[other]):
                pair = (left.account, right.account)
                relation = None if pair in told else _related(left, right)
                if relation is not None:
                    told.add(pair)
                    yield relation


def _comparable(one: tuple[str, str], other: tuple[str, str]) -> bool:
    shares = {one[0], other[0]} == {"share", "count"}
    return shares or (one[0] == other[0] == "count")


def _related(left: Context, right: Context) -> Relation | None:
    for rule in RULES:
        bond = rule(left, right)
        if bond is not None:
            return Relation(
                kind=bond.kind, left=left.claim, right=right.claim, reason=bond.reason, rule=rule_name(rule)
            )
    return None


RULES = (share_against_count, households_against_people, another_definition)
