"""Claim -> Fact: which claims answer the same question, and why others that look alike do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.facts.alike import spot
from rashomon.facts.bonds import TOLLS, Bond
from rashomon.facts.clusters import Tie, cluster
from rashomon.facts.contexts import Context, contexts_of
from rashomon.facts.near import near_misses
from rashomon.facts.pairs import ORDER
from rashomon.types import Copy, Fact, Reading, Relation, rule_name


def join_claims(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[tuple[Fact, ...], tuple[Relation, ...]]:
    """The facts (each figure claim stands in exactly one), and the near misses with their reason.

    Copied text is recognised by the words around each figure, so `copies` decides nothing here.
    """
    del copies
    blocks: dict[tuple[str, str], list[Context]] = defaultdict(list)
    for reading in readings:
        for context in contexts_of(reading):
            blocks[context.figure.dimension, context.topic.role].append(context)
    facts: list[Fact] = []
    apart: list[Relation] = []
    for _, members in sorted(blocks.items()):
        ties = tuple(_ties(members))
        groups = cluster(len(members), ties)
        facts += [_fact(members, group, ties) for group in groups]
        apart += _kept_apart(members, groups, ties)
    apart += near_misses(blocks)
    return tuple(sorted(facts, key=_place)), tuple(apart)


def _place(fact: Fact) -> tuple[str, int]:
    first = fact.claims[0]
    return first.account.name, first.span.start


def _ties(members: Sequence[Context]) -> Iterator[Tie]:
    """What is said of every pair; a copied sentence is tied to its original alone.

    Else a copy of an account would join what the account itself keeps apart.
    """
    originals: dict[tuple[str, int], int] = {}
    first = [originals.setdefault(spot(context), place) for place, context in enumerate(members)]
    for left, right in _pairs(members):
        if first[left] != left or first[right] not in {left, right}:
            continue
        for rule in ORDER:
            bond = rule(members[left], members[right])
            if bond is not None:
                yield Tie(left=left, right=right, bond=bond, rule=rule_name(rule))
                break


def _pairs(members: Sequence[Context]) -> list[tuple[int, int]]:
    """The pairs worth asking about: all of one toll, of other numbers those of one value, noun or sentence."""
    if members and members[0].topic.role in TOLLS:
        return list(combinations(range(len(members)), 2))
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, context in enumerate(members):
        alike["value", context.value].append(place)
        alike["sentence", context.account, context.sentence].append(place)
        if context.noun:
            alike["noun", context.noun].append(place)
        if context.topic.role == "duration":
            alike["duration", context.topic.event].append(place)
    return sorted({pair for places in alike.values() for pair in combinations(places, 2)})


def _fact(members: Sequence[Context], group: Sequence[int], ties: Sequence[Tie]) -> Fact:
    inside = (tie for tie in ties if tie.bond.together and tie.left in group and tie.right in group)
    best = min(inside, key=lambda tie: (-tie.bond.strength, tie.left, tie.right), default=None)
    told = [members[place] for place in group]
    first = min(told, key=lambda context: (context.figure.zone == "title", context.account, context.figure.span.start))
    return Fact(
        question=first.topic.measure,
        role=first.topic.role,
        dimension=first.figure.dimension,
        claims=tuple(context.claim for context in told),
        reason=f"joined because: {best.bond.reason}" if best else "",
        rule=best.rule if best else "",
    )


def _kept_apart(members: Sequence[Context], groups: Sequence[Sequence[int]], ties: Sequence[Tie]) -> Iterator[Relation]:
    """Why each fact stands apart from another that a reader might take for it, once a fact and reason."""
    group_of = {place: number for number, group in enumerate(groups) for place in group}
    told: set[tuple[int, str]] = set()
    for tie in sorted(ties, key=lambda tie: members[tie.left].account == members[tie.right].account):
        one, other = members[tie.left], members[tie.right]
        pair = {(group_of[tie.left], tie.rule), (group_of[tie.right], tie.rule)}
        if tie.bond.together or pair <= told or not _might_be_compared(one, other, tie.bond):
            continue
        told |= pair
        yield Relation(kind=tie.bond.kind, left=one.claim, right=other.claim, reason=tie.bond.reason, rule=tie.rule)


def _might_be_compared(left: Context, right: Context, bond: Bond) -> bool:
    """Whether two numbers are of one size and count people, or one noun, or one measure in two units."""
    if left.topic.role not in TOLLS and bond.kind == "scope_mismatch" and not (left.noun and left.noun == right.noun):
        return False
    low, high = sorted((left.value, right.value))
    return high <= (SIZE_IN_LEADS if left.in_lead and right.in_lead else SIZE) * low


SIZE = 2  # times the smaller number up to which a reader may take two numbers for one
SIZE_IN_LEADS = 4  # the same, for two numbers that both stand where an account says what it is about
