"""Mention -> Claim: on whose word, in what stance, and what is measured."""

from __future__ import annotations

from rashomon.claims.found import Found
from rashomon.lexicons import Lexicon
from rashomon.types import Claim

__all__ = ["Found", "find_claims"]


def find_claims(found: Found, lexicon: Lexicon) -> tuple[Claim, ...]:
    """A claim for every figure, quotation and reported speech, in the order of the text."""
    return tuple(
        Claim(mention=mention, attribution=())
        for mention in sorted(
            [*found.figures, *found.quotes, *found.speeches], key=lambda mention: (mention.span.start, mention.span.end)
        )
    )
