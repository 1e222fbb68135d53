"""Which decider spoke of which two numbers, kept so that no two are asked about twice while a case grows.

What a decider says of two numbers depends on their two accounts alone, and on the sites that other accounts name: one
who knows a town helps to know it in the others. So an answer holds as long as nobody names a site that is new to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from rashomon.facts.contexts import Context, proper_names, sites_named
from rashomon.types import Account, Asked, Reading

UNASKED = 255  # in the place of a decider: nobody was asked
Pairs = Callable[[Sequence[Context]], Iterable[tuple[int, int]]]


def unchanged(readings: Sequence[Reading], known: Set[Account], sites: Set[str]) -> frozenset[Account]:
    """Those of the accounts known to which none of the sites of all accounts is new."""
    before = [reading for reading in readings if reading.account in known]
    new = sites - sites_named(before)
    return frozenset(reading.account for reading in before if not new or new.isdisjoint(proper_names(reading)))


class Memory:
    """Who spoke of the pairs of one block when they were asked about before."""

    def __init__(self, members: Sequence[Context], pairs: Pairs, asked: Asked | None, known: Set[Account]) -> None:
        places = [place for place, context in enumerate(members) if context.claim.account in known] if asked else []
        told = asked.deciders if asked else b""
        before = [(places[left], places[right]) for left, right in pairs([members[place] for place in places])]
        self._answers: Mapping[tuple[int, int], int] = dict(zip(before, told, strict=False))
        if len(before) != len(told):
            self._answers = {}  # not of these pairs

    def answer(self, left: int, right: int) -> int:
        """The decider that spoke, from 1; 0 where all were silent, `UNASKED` where nobody was asked."""
        return self._answers.get((left, right), UNASKED)
