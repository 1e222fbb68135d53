"""Sentence -> Time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rashomon.lexicons import Lexicon
from rashomon.types import Sentence, Time


def find_times(sentences: Sequence[Sentence], lexicon: Lexicon, published: date | None) -> tuple[Time, ...]:
    return ()
