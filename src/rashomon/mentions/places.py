"""Sentence -> Place."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.types import Place, Sentence


def find_places(sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Place, ...]:
    return ()
