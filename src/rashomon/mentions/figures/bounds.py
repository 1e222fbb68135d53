"""Figures bounded on one side: "at least 43", "more than 43", "up to 43", "fewer than 43", "nearly 43"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.mentions.figures.passages import Passage
from rashomon.types import Figure


def at_least(passage: Passage) -> Iterator[Figure]:
    """As in "at least 43", "no fewer than 43", "43 or more": the number itself or any above it.

    find: [At least 43|low=43; high=None; low_open=False; point=43; modifier=at_least] people died in Teshar.
    find: It hurt [43 or more|modifier=at_least] people.
    skip: At least the rain had stopped in Teshar.
    """
    for amount in passage.stated("at_least"):
        yield passage.figure(amount, (amount.number.value, None), amount.number.value)


def more_than(passage: Passage) -> Iterator[Figure]:
    """As in "more than 43", "over 43", "in excess of 43": any number above.

    find: [Over 43|low=43; high=None; low_open=True; modifier=more_than] people died in Teshar.
    find: It took [more than a year|low=365; dimension=duration; unit=year].
    skip: The clouds hung over the town.
    """
    for amount in passage.stated("more_than"):
        yield passage.figure(amount, (amount.number.value, None), amount.number.value)


def at_most(passage: Passage) -> Iterator[Figure]:
    """As in "up to 43", "as many as 43", "no more than 43": the number itself or any below it.

    find: [As many as 43|low=None; high=43; high_open=False; modifier=at_most] people died in Teshar.
    find: They stood [within 500 metres|high=500; dimension=length] of the road.
    skip: It was up to the mayor.
    """
    for amount in passage.stated("at_most"):
        yield passage.figure(amount, (None, amount.number.value), amount.number.value)


def less_than(passage: Passage) -> Iterator[Figure]:
    """As in "fewer than 43", "just under 43": any number below.

    find: [Fewer than 43|low=None; high=43; high_open=True; modifier=less_than] people died in Teshar.
    skip: They had fewer than they wanted.
    """
    for amount in passage.stated("less_than"):
        yield passage.figure(amount, (None, amount.number.value), amount.number.value)


def nearly(passage: Passage) -> Iterator[Figure]:
    """As in "nearly 43", "almost 43", "close to 43": below, but not by much.

    find: [Nearly 43|low=None; high=43; high_open=True; point=43; modifier=nearly] people died in Teshar.
    find: It was the worst in [almost a year|point=365].
    skip: He nearly fell.
    """
    for amount in passage.stated("nearly"):
        yield passage.figure(amount, (None, amount.number.value), amount.number.value)


RULES = (at_least, more_than, at_most, less_than, nearly)
