"""Pairs -> facts: the strongest bonds first, and nothing joined over a pair that must stay apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.facts.bonds import Bond


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What was said of the pair of two places in a list of contexts, and by which rule."""

    left: int
    right: int
    bond: Bond
    rule: str


def cluster(count: int, ties: Sequence[Tie]) -> tuple[tuple[int, ...], ...]:
    """The groups of places `0 … count - 1`, each place in exactly one."""
    group = {place: {place} for place in range(count)}
    apart: dict[int, set[int]] = {place: set() for place in range(count)}
    for tie in ties:
        if not tie.bond.together:
            apart[tie.left].add(tie.right)
            apart[tie.right].add(tie.left)
    for tie in sorted((t for t in ties if t.bond.together), key=lambda t: (-t.bond.strength, t.left, t.right)):
        one, other = group[tie.left], group[tie.right]
        if one is other or any(apart[place] & other for place in one):
            continue
        one |= other
        for place in other:
            group[place] = one
    return tuple(sorted({tuple(sorted(members)) for members in group.values()}))
