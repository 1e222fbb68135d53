"""Sentence -> Actor."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.types import Actor, Sentence


def find_actors(sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Actor, ...]:
    return ()
