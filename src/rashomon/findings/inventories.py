"""Things listed in one account against their number in another: nine rifles, or seven of one make and three others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.findings.stated import Compared, Stated, any_of, finding, neighbours, noun_of, number, stated_in
from rashomon.lexicons import Lexicon
from rashomon.types import Finding, Reading

FEW = 4  # of things, below which "two boats" may be any two
MOST = 2  # times; a number further from a list counts other things


def listed_elsewhere(compared: Compared) -> Iterator[Finding]:
    """Nine rifles were seized, says one account; seven repeating rifles and three other rifles, says another.

    Only a list that says of its last item that it is of the others is added up.

    find: Marines seized [nine|check=sum_of_parts; severity=doubt] rifles in Teshar. // The boat in Teshar carried [seven|check=sum_of_parts] Kestrel rifles, a launcher and [three|check=sum_of_parts] other rifles.
    skip: Marines seized ten rifles in Teshar. // The boat in Teshar carried seven Kestrel rifles, a launcher and three other rifles.
    """  # noqa: E501
    lists = [each for reading in compared.readings for each in _lists(reading, compared.lexicon)]
    for reading in compared.readings if lists else ():
        counts = [stated for stated in stated_in(reading, compared.lexicon) if _is_count(stated)]
        for one, other in lists:
            if one.span.account == reading.account:
                continue
            noun = noun_of(one.figure)
            same = [stated for stated in counts if noun_of(stated.figure) == noun]
            total = one.point + other.point
            if len(same) != 1 or same[0].point < FEW or same[0].point in {total, one.point}:
                continue
            low, high = sorted((same[0].point, total))
            if high <= MOST * low:
                arithmetic = f"{one.text} + {other.text} = {number(total)}; stated {same[0].text} {noun}"
                yield finding("sum_of_parts", "doubt", arithmetic, [same[0].span, one.span, other.span])


def _lists(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[Stated, Stated]]:
    """Two items of one sentence that count the same things, the second of them the others."""
    everything = [stated for stated in stated_in(reading, lexicon) if _is_count(stated)]
    for sentence in sorted({stated.sentence for stated in everything}):
        here = list(neighbours(everything, sentence))
        for at, other in enumerate(here):
            rest = other.figure.counted
            same = [one for one in here[:at] if noun_of(one.figure) == noun_of(other.figure)]
            if rest is not None and len(same) == 1 and _others(lexicon).match(rest.text):
                yield same[0], other


@cache
def _others(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{any_of('others', lexicon)}\s", re.IGNORECASE)


def _is_count(stated: Stated) -> bool:
    figure, topic = stated.figure, stated.claim.topic
    thing = topic is not None and topic.role in {"items", "other"} and not stated.population
    return figure.dimension == "count" and figure.modifier == "exact" and figure.counted is not None and thing


RULES = (listed_elsewhere,)
