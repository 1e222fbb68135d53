"""Killed and injured against a number of casualties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from rashomon.findings.stated import Stated, after, any_of, finding, neighbours, number, stated_in
from rashomon.lexicons import Lexicon
from rashomon.types import Finding, Reading


def killed_and_injured(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """90 killed and injured in the headline; 30 killed and 50 injured below it.

    Also where the headline adds "nearly 30" and "more than 60" to an exact 90: bounds have no exact sum.

    find: [90|check=sum_of_parts; severity=doubt] killed or injured in Teshar fire¶¶The fire in Teshar left [30|check=sum_of_parts] people dead and [50] injured.
    skip: The fire in Teshar left 30 children dead and 50 injured. Five women were killed or injured in a storm.
    skip: 80 killed or injured in Teshar fire¶¶The fire in Teshar left 30 people dead and 50 injured.
    """  # noqa: E501
    everything = [stated for stated in stated_in(reading, lexicon) if stated.figure.dimension == "count"]
    wholes = [stated for stated in everything if _toll(stated, everything, lexicon) == (True, True)]
    for sentence in sorted({stated.sentence for stated in everything}):
        here = list(neighbours(everything, sentence))
        tolls = [_toll(stated, everything, lexicon) for stated in here]
        dead = [stated for stated, toll in zip(here, tolls, strict=True) if toll == (True, False)]
        hurt = [stated for stated, toll in zip(here, tolls, strict=True) if toll == (False, True)]
        if len(dead) == len(hurt) == 1:
            for whole in wholes[:1]:
                if abs(whole.sentence - sentence) <= 3 and _of_the_same(whole, dead[0], hurt[0]):
                    yield from _casualties(whole, dead[0], hurt[0])


def _of_the_same(whole: Stated, dead: Stated, hurt: Stated) -> bool:
    """Whether a number of casualties may be of those who died and were hurt: no fewer, and no other people."""
    others = {dead.population, hurt.population}
    return whole.population in {"", *others} and whole.interval.high >= max(dead.interval.low, hurt.interval.low)


def _toll(stated: Stated, everything: Sequence[Stated], lexicon: Lexicon) -> tuple[bool, bool]:
    """Whether the words after a figure, up to the next, say killed, and whether they say injured."""
    following = [other for other in everything if other.span.start > stated.span.start]
    text = after(stated, 70)
    if following:
        text = text[: max(0, following[0].span.start - stated.span.end)]
    text = re.split(r"[.;\n]", text, maxsplit=1)[0]
    both = said("casualties", lexicon).search(text) is not None
    return both or bool(said("dead", lexicon).search(text)), both or bool(said("hurt", lexicon).search(text))


@cache
def said(table: str, lexicon: Lexicon) -> re.Pattern[str]:
    """The words of one of the audit's lists, wherever they stand."""
    return re.compile(rf"\b{any_of(table, lexicon)}\b", re.IGNORECASE)


def _casualties(whole: Stated, dead: Stated, hurt: Stated) -> Iterator[Finding]:
    low = dead.interval.low + hurt.interval.low
    high = dead.interval.high + hurt.interval.high
    points = dead.figure.point, hurt.figure.point, whole.figure.point
    if None in points or whole.figure.modifier != "exact":
        return
    total = (points[0] or 0) + (points[1] or 0)
    sum_text = f"{dead.text} + {hurt.text}; stated total {whole.text}"
    spans = [whole.span, dead.span, hurt.span]
    if not low <= whole.interval.low <= high:
        yield finding("sum_of_parts", "doubt", f"{sum_text}; {number(Decimal(total))} is not {whole.text}", spans)
    elif low != high and total == points[2]:
        reason = f"{sum_text}; bounds have no exact sum, yet {whole.text} is their points added"
        yield finding("sum_of_parts", "doubt", reason, spans)


RULES = (killed_and_injured,)
