"""Mentions in the order of the text, so that those at a place are found without asking every one of an account."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from rashomon.types import Span


class Spanned(Protocol):
    """What stands at characters of an account."""

    @property
    def span(self) -> Span: ...


Kept = TypeVar("Kept", bound=Spanned)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf(Generic[Kept]):
    """The mentions by where they begin; `longest` is how far back one that reaches a place may begin."""

    kept: tuple[Kept, ...] = ()
    starts: tuple[int, ...] = ()
    longest: int = 0


def shelve(mentions: Iterable[Kept]) -> Shelf[Kept]:
    """The mentions, sorted by their first character; equal ones stay in the order given."""
    kept = tuple(sorted(mentions, key=lambda one: one.span.start))
    return Shelf(
        kept=kept,
        starts=tuple(one.span.start for one in kept),
        longest=max((one.span.end - one.span.start for one in kept), default=0),
    )


def meeting(shelf: Shelf[Kept], start: int, end: int) -> list[Kept]:
    """Those that share a character with a stretch of the text."""
    first = bisect_left(shelf.starts, start - shelf.longest)
    return [one for one in shelf.kept[first : bisect_left(shelf.starts, end)] if one.span.end > start]


def before(shelf: Shelf[Kept], start: int) -> list[Kept]:
    """The few last of those that begin before a place, the last one first."""
    last = bisect_left(shelf.starts, start)
    return list(reversed(shelf.kept[max(0, last - FEW) : last]))


FEW = 60  # mentions; more do not stand between a quotation and the sentence before it
