"""Reading -> Copy, Origin: who copied whom, and how many ultimate sources stand behind a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain

from rashomon.origins import copied, spoken
from rashomon.origins.directions import direction_of
from rashomon.origins.pairs import Pair, pairs_of
from rashomon.origins.sources import Sources
from rashomon.origins.tallies import tally
from rashomon.types import Account, Copy, Reading, rule_name

__all__ = ["Sources", "find_copies", "tally"]


def find_copies(
    readings: Sequence[Reading], known: Set[Account] = frozenset(), between: Sequence[Copy] = ()
) -> tuple[Copy, ...]:
    """Every stretch that two accounts share, with its kind and, where text or dates show it, its direction.

    What two accounts share depends on no third: `between` is what those `known` share, and is not looked for again.
    """
    places = {reading.account: place for place, reading in enumerate(readings)}
    fresh = frozenset(place for account, place in places.items() if account not in known)
    found = [copy for pair in pairs_of(readings, fresh) for copy in of_pair(pair)]
    whole = chain(between, found)
    return tuple(sorted(whole, key=lambda copy: (places[copy.left.account], places[copy.right.account])))


def of_pair(pair: Pair) -> list[Copy]:
    """The copies between two accounts; a republication stands for all that lies inside it."""
    whole = list(_stamped(pair, copied.republication))
    inside = [copy for rule in (copied.passage, *spoken.RULES) for copy in _stamped(pair, rule)]
    kept = [copy for copy in inside if not any(_within(copy, other) for other in whole)]
    once = {(copy.kind, copy.left, copy.right): copy for copy in whole + kept}.values()
    return sorted(once, key=lambda copy: (copy.left.start, copy.right.start, copy.left.end, copy.right.end, copy.kind))


def _stamped(pair: Pair, rule: Callable[[Pair], Iterator[Copy]]) -> Iterator[Copy]:
    for copy in rule(pair):
        direction, sign = direction_of(pair, copy)
        yield replace(copy, direction=direction, reason=f"{copy.reason}; {sign}", rule=rule_name(rule))


def _within(copy: Copy, other: Copy) -> bool:
    return other.left.holds(copy.left) and other.right.holds(copy.right)
