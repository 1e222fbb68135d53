"""Claim -> Fact: which claims answer the same question, and why others that look alike do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.facts.clusters import Tie, cluster
from rashomon.facts.contexts import Context, contexts_of
from rashomon.facts.pairs import RULES
from rashomon.types import Copy, Fact, Reading, Relation, rule_name


def join_claims(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[tuple[Fact, ...], tuple[Relation, ...]]:
    """The facts (each figure claim stands in exactly one), and the near misses with their reason."""
    blocks: dict[tuple[str, str], list[Context]] = defaultdict(list)
    for reading in readings:
        for context in contexts_of(reading):
            blocks[context.figure.dimension, context.topic.role].append(context)
    facts: list[Fact] = []
    near: list[Relation] = []
    for _, members in sorted(blocks.items()):
        made, missed = _join(members)
        facts += made
        near += missed
    return tuple(sorted(facts, key=_place)), tuple(near)


def _place(fact: Fact) -> tuple[str, int]:
    first = fact.claims[0]
    return first.account.name, first.span.start


def _join(members: Sequence[Context]) -> tuple[list[Fact], list[Relation]]:
    ties = list(_ties(members))
    groups = cluster(len(members), ties)
    facts = [
        _fact([members[place] for place in group], [t for t in ties if t.left in group and t.right in group])
        for group in groups
    ]
    return facts, []


def _ties(members: Sequence[Context]) -> Iterator[Tie]:
    for (left, one), (right, other) in combinations(enumerate(members), 2):
        for rule in RULES:
            bond = rule(one, other)
            if bond is not None:
                yield Tie(left=left, right=right, bond=bond, rule=rule_name(rule))
                break


def _fact(members: Sequence[Context], ties: Sequence[Tie]) -> Fact:
    joined = sorted(
        (tie for tie in ties if tie.bond.together), key=lambda tie: (-tie.bond.strength, tie.left, tie.right)
    )
    first = members[0]
    return Fact(
        question=first.topic.measure,
        role=first.topic.role,
        dimension=first.figure.dimension,
        claims=tuple(member.claim for member in members),
        reason=f"joined because: {joined[0].bond.reason}" if joined else "",
        rule=joined[0].rule if joined else "",
    )
