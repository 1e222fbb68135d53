"""On whose word a mention stands: the chain of speakers, the cue and the medium, and the rule that said so."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.claims.found import Found
from rashomon.lexicons import Lexicon
from rashomon.types import Link, Quote, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The speakers from the nearest outward, the outlet not among them; `cue` and `medium` as stated.

    `rule` decided; `through` are the rules that found the speeches it rests on.
    """

    links: tuple[Link, ...]
    cue: Span | None = None
    medium: str | None = None
    rule: str = ""
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a decider may look at: all that was found, and the quotations decided so far."""

    found: Found
    lexicon: Lexicon
    quotes: dict[Quote, Said] = field(default_factory=dict)
