"""Reading -> Copy, Origin: who copied whom, and how many ultimate sources stand behind a fact."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.types import Claim, Copy, Reading, Tally


def find_copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Every stretch that two accounts share, with its kind and, where text or dates show it, its direction."""
    return ()


def tally(claims: Sequence[Claim], readings: Sequence[Reading], copies: Sequence[Copy]) -> Tally:
    """How many outlets, texts and origins stand behind the claims of one fact."""
    return Tally(outlets=0, texts=0, origins=())
