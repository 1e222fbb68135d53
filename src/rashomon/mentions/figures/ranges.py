"""Figures between two numbers: "10,000 to 13,000", "5-6,000", "between 5 and 6", "two or three"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.mentions.figures.passages import Passage
from rashomon.types import Figure


def between_two(passage: Passage) -> Iterator[Figure]:
    """As in "10,000 to 13,000", "5-6,000", "between 5 and 6": both ends stated, no point.

    find: The march drew [10,000 to 13,000|low=10000; high=13000; point=None; modifier=range] people.
    find: [About 5-6,000|low=5000; high=6000] people left; [two or three|low=2; high=3] stayed.
    skip: The toll rose from 5 to 9.
    """
    for amount in passage.stated("range"):
        if amount.partner:
            yield passage.figure(amount, (amount.number.value, amount.partner.value), None)


RULES = (between_two,)
