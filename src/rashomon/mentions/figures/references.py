"""Figures that lean on another word: "most of them", "nearly all of the town", "a similar number of women"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rashomon.mentions.figures.amounts import Amount
from rashomon.mentions.figures.counting import is_pronoun
from rashomon.mentions.figures.measures import Measure
from rashomon.mentions.figures.numbers import Number
from rashomon.mentions.figures.passages import Passage
from rashomon.mentions.figures.tokens import phrases_in
from rashomon.types import Figure

_HALF = Decimal("0.5")


def most_of(passage: Passage) -> Iterator[Figure]:
    """Most of them, most of the town: more than half, as a share.

    find: [Most of them|low=0.5; low_open=True; modifier=more_than; dimension=share] left Teshar.
    skip: It was the most costly raid.
    """
    scan, words = passage.scan, passage.words
    for at, end, _ in phrases_in(scan.tokens, words.most):
        pronoun = is_pronoun(scan, end, words) and not _is_determiner(passage, end)
        number = Number(at, end - (not pronoun), _HALF, "phrase")
        amount = Amount(at, end + 1 if pronoun else end - 1, number, None, "more_than", Measure("share"))
        yield passage.figure(amount, (_HALF, None), _HALF)


def _is_determiner(passage: Passage, at: int) -> bool:
    """Whether "those" only points at the noun behind it: "most of those boats"."""
    word = passage.scan.word(at)
    return word is not None and word.relation == "det"


def nearly_all(passage: Passage) -> Iterator[Figure]:
    """Nearly all of the province: the whole, or just below, as a share.

    find: [Nearly all|high=1; high_open=True; modifier=nearly] of Teshar is dry.
    skip: All of Teshar is dry.
    """
    scan, words = passage.scan, passage.words
    for at, end, _ in phrases_in(scan.tokens, words.nearly_all):
        number = Number(at, end - 1, Decimal(1), "phrase")
        amount = Amount(at, end - 1, number, None, "nearly", Measure("share"))
        yield passage.figure(amount, (None, Decimal(1)), Decimal(1))


def similar_number(passage: Passage) -> Iterator[Figure]:
    """A similar number of women: the number last stated before it, approximately.

    find: They sent 8,500 men and [a similar number of|point=8500; modifier=approximate] women to Teshar.
    skip: A similar plan failed.
    """
    scan, words = passage.scan, passage.words
    for at, end, _ in phrases_in(scan.tokens, words.anaphora):
        before = [a for a in passage.amounts if a.end <= at and a.measure.dimension == "count" and a.number.value]
        if before:
            amount = before[-1]._replace(first=at, end=end, manner="approximate")
            yield passage.figure(amount, (None, None), amount.number.value)


RULES = (most_of, nearly_all, similar_number)
