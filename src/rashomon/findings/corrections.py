"""Numbers that an account takes back or orders itself: "38, to be exact", "up from six", "respectively"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from rashomon.findings.stated import Stated, after, any_of, between, finding, neighbours, number, stated_in
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Finding, Reading


@cache
def _exactly(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"^[^.;(]{{0,30}}?\b{any_of('exactly', lexicon)}\b", re.IGNORECASE)


def to_be_exact(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Forty boats (38 boats, to be exact): the account corrects itself.

    find: It took [40|check=self_correction; severity=note] boats ([38 boats, to be exact|check=self_correction]) to bring everyone home.
    skip: It took 40 boats, to be exact, to bring everyone home.
    """  # noqa: E501
    everything = stated_in(reading, lexicon)
    for one, other in pairwise(everything):
        alike = one.sentence == other.sentence and one.figure.dimension == other.figure.dimension
        if not alike or len(between(one, other)) >= 40 or one.figure.point == other.figure.point:
            continue
        if _exactly(lexicon).search(other.text + after(other, 60)):
            arithmetic = f"{one.text}, then {number(other.figure.point or Decimal(0))}"
            yield finding("self_correction", "note", arithmetic, [one.span, other.span])


@cache
def _earlier(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('earlier_toll', lexicon)}\s+(?:{any_of('softener', lexicon)}\s+)?$", re.IGNORECASE)


def earlier_toll(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Nine died, up from six: the account replaces an earlier count, and says by how much.

    find: [Nine|check=self_correction; severity=note] people died in the flood, up from [six|check=self_correction] on Monday.
    skip: Nine people died in the flood and six were hurt.
    """  # noqa: E501
    everything = [stated for stated in stated_in(reading, lexicon) if stated.figure.dimension == "count"]
    for at, other in enumerate(everything):
        lead = plain(reading.account.text[max(0, other.span.start - 60) : other.span.start])
        if not _earlier(lexicon).search(lead):
            continue
        before = [one for one in everything[:at] if one.population == other.population and _near(one, other)]
        for one in before[-1:]:
            if (
                one.figure.point is not None
                and other.figure.point is not None
                and one.figure.point != other.figure.point
            ):
                change = one.figure.point - other.figure.point
                arithmetic = f"{one.text} replaces {other.text} ({'+' if change > 0 else ''}{change})"
                yield finding("self_correction", "note", arithmetic, [one.span, other.span])


def _near(one: Stated, other: Stated) -> bool:
    """Whether two figures stand in one sentence or in neighbouring ones."""
    return other.sentence - one.sentence <= 1


@cache
def _ordered(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('respectively', lexicon)}\b", re.IGNORECASE)


def respectively(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """The office and the mayor counted 30 and 40 respectively: who said which hangs on the order of words.

    find: The office and the mayor counted [30|check=respectively; severity=note] and [40|check=respectively] boats respectively.
    skip: The office counted 30 boats and the mayor 40.
    """  # noqa: E501
    everything = stated_in(reading, lexicon)
    for sentence in sorted({stated.sentence for stated in everything}):
        here = list(neighbours(everything, sentence))
        for one, other in pairwise(here):
            near = re.fullmatch(rf"\s*\w{{0,12}}\s*,?\s*{any_of('joint', lexicon)}\s+", between(one, other))
            lead = plain(reading.account.text[max(0, one.span.start - 200) : one.span.start]).rsplit(". ", 1)[-1]
            if near and (_ordered(lexicon).search(after(other, 60).split(". ")[0]) or _ordered(lexicon).search(lead)):
                arithmetic = f"{one.text} and {other.text} belong to the names before them by their order only"
                yield finding("respectively", "note", arithmetic, [one.span, other.span])


RULES = (to_be_exact, earlier_toll, respectively)
