"""Reading -> Copy, Origin: who copied whom, and how many ultimate sources stand behind a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rashomon.origins import copied, spoken
from rashomon.origins.directions import direction_of
from rashomon.origins.pairs import Pair, pairs_of
from rashomon.origins.tallies import tally
from rashomon.types import Copy, Reading, rule_name

__all__ = ["find_copies", "tally"]


def find_copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Every stretch that two accounts share, with its kind and, where text or dates show it, its direction."""
    return tuple(copy for pair in pairs_of(readings) for copy in _of_pair(pair))


def _of_pair(pair: Pair) -> list[Copy]:
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
