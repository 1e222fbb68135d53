"""Figures without a number: "dozens", "several", "tens of thousands", "a few miles"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.mentions.figures.passages import Passage
from rashomon.types import Figure


def vague_word(passage: Passage) -> Iterator[Figure]:
    """As in "dozens", "several hundred", "a few miles": the least that the word can mean, and the most.

    find: [Dozens|low=24; point=None; modifier=vague] of houses in Teshar burned.
    find: [Several hundred|low=300] men walked [a few miles|low=4828.032; unit=mile].
    skip: Few believed the couple in Teshar.
    """
    for amount in passage.amounts:
        if amount.number.form == "vague":
            bounded = amount.manner in {"at_most", "less_than", "nearly"}
            low = None if bounded else amount.number.low
            yield passage.figure(amount, (low, amount.number.high), None)


RULES = (vague_word,)
