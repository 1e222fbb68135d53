"""Zone, Sentence -> Quote."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.types import Quote, Zone


def find_quotes(zones: Sequence[Zone], lexicon: Lexicon) -> tuple[Quote, ...]:
    return ()
