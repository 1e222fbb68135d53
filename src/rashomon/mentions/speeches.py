"""Sentence -> Speech."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.types import Speech, Sentence


def find_speeches(sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Speech, ...]:
    return ()
