"""The parts of an account that speak of the account itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Account, Span, Zone, ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """An account in its plain view, with its zones."""

    account: Account
    zones: tuple[Zone, ...]
    lexicon: Lexicon
    plain: str

    def of(self, *kinds: ZoneKind) -> Iterator[Zone]:
        """The zones of these kinds, in the order of the text."""
        return (zone for zone in self.zones if zone.kind in kinds)

    def text(self, zone: Zone) -> str:
        """The plain view of a zone."""
        return self.plain[zone.span.start : zone.span.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A day with the characters that state it."""

    day: date
    span: Span | None = None


def as_head(account: Account, zones: Sequence[Zone], lexicon: Lexicon) -> Head:
    """The account as the masthead rules look at it."""
    return Head(account=account, zones=tuple(zones), lexicon=lexicon, plain=plain(account.text))
