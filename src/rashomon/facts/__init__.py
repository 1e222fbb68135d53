"""Claim -> Fact: which claims answer the same question, and why others that look alike do not."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.types import Copy, Fact, Reading, Relation


def join_claims(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[tuple[Fact, ...], tuple[Relation, ...]]:
    """The facts (each figure claim stands in exactly one), and the near misses with their reason."""
    return (), ()
