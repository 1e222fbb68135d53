"""A total given at the end against what the account counted on the way to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rashomon.findings.stated import Stated, after, any_of, finding, number, stated_in
from rashomon.lexicons import Lexicon
from rashomon.types import Finding, Reading

MOVED = frozenset({"evacuated", "displaced", "surrendered", "captured", "returned", "killed", "injured", "missing"})
CLOSE = Decimal("0.01")  # of the total; a sum so near to it was made from these numbers


def summing_up(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """In other words, 90 people: it is the 60 and the 30 above, added up; what they count, it counts.

    A note, where the numbers that the account gave before make the total to one percent; no other sum is tried.

    find: In the first week [60|check=sum_of_parts; severity=note] people were evacuated from Teshar. In the second week [33|check=sum_of_parts] people were evacuated. In other words, Teshar had [93|check=sum_of_parts] people in it.
    skip: In the first week 60 people were evacuated from Teshar. In the second week 33 people were evacuated. In other words, Teshar had 500 people in it.
    """  # noqa: E501
    everything = [stated for stated in stated_in(reading, lexicon) if stated.figure.dimension == "count"]
    for at, total in enumerate(everything):
        sentence = total.claim.sentence
        lead = reading.account.text[sentence.start : total.span.start] if sentence else ""
        if not total.figure.point or not re.search(rf"\b{any_of('summing_up', lexicon)}\b", lead, re.IGNORECASE):
            continue
        earlier = [stated for stated in everything[:at] if stated.sentence < total.sentence]
        counted = [stated for stated in earlier if _top(stated, earlier, lexicon)]
        if len(counted) < 2:
            continue
        points = [stated.figure.point or Decimal(0) for stated in counted]
        if abs(sum(points) - total.figure.point) <= CLOSE * total.figure.point:
            sum_text = " + ".join(number(point) for point in points)
            arithmetic = (
                f"{sum_text} = {number(sum(points, Decimal(0)))}; stated {total.text}: it counts the same people"
            )
            yield finding("sum_of_parts", "note", arithmetic, [total.span, *(stated.span for stated in counted)])
        yield from _of_these(total, everything[at + 1 :], earlier, lexicon)


def _top(stated: Stated, earlier: Sequence[Stated], lexicon: Lexicon) -> bool:
    """Whether a figure counts people who moved or were hurt, and is no part of a figure right before it."""
    topic = stated.claim.topic
    if topic is None or topic.role not in MOVED or not stated.figure.point or stated.figure.point < 2:
        return False
    sentence = stated.claim.sentence
    tied = sentence is not None and re.search(
        rf"\b{any_of('of', lexicon)}\s+{any_of('them', lexicon)}\b", sentence.text
    )
    above = [other for other in earlier if other.sentence == stated.sentence - 1]
    return not (tied and any(other.interval.low > stated.interval.high for other in above))


def _of_these(total: Stated, later: Sequence[Stated], earlier: Sequence[Stated], lexicon: Lexicon) -> Iterator[Finding]:
    """So many of these were fighters: more than the fighters and all the men that the account counted."""
    for part in later[:3]:
        if part.sentence - total.sentence > 1 or not part.population or not part.figure.point:
            continue
        known = [stated for stated in earlier if stated.population == part.population]
        men = [stated for stated in earlier if _grown(stated, lexicon)]
        if not known or not men:
            continue
        most = sum((stated.figure.point or Decimal(0) for stated in (*known, *men)), Decimal(0))
        if part.figure.point > most:
            words = " + ".join(stated.text for stated in (*known, *men))
            arithmetic = f"{words} = {number(most)}, all grown men counted in; stated {part.text}"
            yield finding("sum_of_parts", "doubt", arithmetic, [part.span, *(s.span for s in (*known, *men))])


def _grown(stated: Stated, lexicon: Lexicon) -> bool:
    """Whether a figure counts men, or is said to be men: "14, are men"."""
    men = any_of("grown", lexicon)
    if stated.population:
        return re.fullmatch(men, stated.population) is not None
    return re.match(rf",?\s+{any_of('copula', lexicon)}\s+{men}\b", after(stated, 30)) is not None


RULES = (summing_up,)
