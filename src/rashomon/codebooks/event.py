"""The rules that fill the columns of an event's row, by the names that the data files use."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rashomon.codebooks.people import described
from rashomon.types import Toll


def fewest(toll: Toll) -> str:
    """The lowest number that an account which tells of any comes to."""
    return str(toll.low)


def likeliest(toll: Toll) -> str:
    """The number that most accounts come to, the later one where two have as many."""
    return str(toll.best)


def highest_count(toll: Toll) -> str:
    """The highest number that an account comes to."""
    return str(toll.high)


def sources(toll: Toll) -> str:
    """How many accounts tell of any, whole copies counted once."""
    return str(sum(number > 0 for _, number in toll.counts))


def measure(toll: Toll) -> str:
    """Killed or injured."""
    return toll.role


def reached(toll: Toll) -> str:
    """How the number was come to, and what the accounts come to where they differ."""
    differ = len({number for _, number in toll.counts if number}) > 1
    counts = "; ".join(f"{number} ({account.name})" for account, number in toll.counts if number)
    return f"{toll.reason}: {counts}" if differ else toll.reason


def named(toll: Toll) -> str:
    """The victims told of one by one, by name or description, with age where stated."""
    return "; ".join(map(described, toll.victims))


EVENT_COLUMNS: Mapping[str, Callable[[Toll], str]] = {
    rule.__name__: rule for rule in (fewest, likeliest, highest_count, sources, measure, reached, named)
}
