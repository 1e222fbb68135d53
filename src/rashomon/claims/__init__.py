"""Mention -> Claim: on whose word, in what stance, and what is measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.lexicons import Lexicon
from rashomon.types import Actor, Claim, Figure, Masthead, Place, Quote, Sentence, Speech, Time, Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that was found in one account before anyone asks on whose word it stands."""

    masthead: Masthead
    zones: Sequence[Zone]
    sentences: Sequence[Sentence]
    figures: Sequence[Figure]
    quotes: Sequence[Quote]
    speeches: Sequence[Speech]
    times: Sequence[Time]
    places: Sequence[Place]
    actors: Sequence[Actor]


def find_claims(found: Found, lexicon: Lexicon) -> tuple[Claim, ...]:
    """A claim for every figure, quotation and reported speech, in the order of the text."""
    return tuple(
        Claim(mention=mention, attribution=())
        for mention in sorted(
            [*found.figures, *found.quotes, *found.speeches], key=lambda mention: (mention.span.start, mention.span.end)
        )
    )
