"""Figures that name one number: "43", "exactly 43", "about 43"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.mentions.figures.passages import Passage
from rashomon.types import Figure


def exact_number(passage: Passage) -> Iterator[Figure]:
    """As in "43", "twenty-five", "a hundred and ten", "2.5 million", "two thirds": the number and nothing more.

    find: The blast in Teshar hurt [43|low=43; high=43; modifier=exact] people.
    find: They sent [twenty-five|point=25] carts and [two and a half million|point=2500000] bricks.
    skip: The Su-24 left Gate 12 on 4 July 2031 at 10:30.
    """
    for amount in passage.stated("exact"):
        value = amount.number.value
        yield passage.figure(amount, (value, value), value)


def approximate_number(passage: Passage) -> Iterator[Figure]:
    """As in "about 43", "some 43", "an estimated 43", "43 or so": near a number, with no bound stated.

    find: [About 43|point=43; low=None; high=None; modifier=approximate] boats left Marrowfield.
    skip: They wrote about boats; [43] boats in all.
    """
    for amount in passage.stated("approximate"):
        yield passage.figure(amount, (None, None), amount.number.value)


RULES = (exact_number, approximate_number)
