"""A total given at the end against what the account counted on the way to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from rashomon.findings.stated import Stated, after, any_of, finding, number, percent, stated_in
from rashomon.lexicons import Lexicon
from rashomon.types import Finding, Reading, Span

MOVED = frozenset({"evacuated", "displaced", "surrendered", "captured", "returned", "killed", "injured", "missing"})
AFTER = 3  # sentences after a total in which a share may be a share of it
OFF = Decimal("0.03")  # by which a share may miss its parts
CLOSE = Decimal("0.01")  # of the total; a sum so near to it was made from these numbers


def summing_up(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """In other words, 90 people: it is the 60 and the 30 above, added up; what they count, it counts.

    A note, where the numbers that the account gave before make the total to one percent; no other sum is tried.

    find: In the first week [60|check=sum_of_parts; severity=note] people were evacuated from Teshar. In the second week [33|check=sum_of_parts] people were evacuated. In other words, Teshar had [93|check=sum_of_parts] people in it.
    skip: In the first week 60 people were evacuated from Teshar. In the second week 33 people were evacuated. In other words, Teshar had 500 people in it.
    """  # noqa: E501
    everything = [stated for stated in stated_in(reading, lexicon) if stated.figure.dimension == "count"]
    for total, counted in _sums(everything, lexicon):
        points = [stated.figure.point or Decimal(0) for stated in counted]
        sum_text = f"{' + '.join(number(point) for point in points)} = {number(sum(points, Decimal(0)))}"
        arithmetic = f"{sum_text}; stated {total.text}: it counts the same people"
        yield finding("sum_of_parts", "note", arithmetic, [total.span, *(stated.span for stated in counted)])
        earlier = [stated for stated in everything if stated.sentence < total.sentence]
        yield from _of_these(total, everything[everything.index(total) + 1 :], earlier, lexicon)


def _sums(counts: Sequence[Stated], lexicon: Lexicon) -> Iterator[tuple[Stated, list[Stated]]]:
    """Each total that an account draws, with the numbers given before that make it."""
    for total in counts:
        sentence, point = total.claim.sentence, total.figure.point
        lead = sentence.account.text[sentence.start : total.span.start] if sentence else ""
        if not point or not re.search(rf"\b{any_of('summing_up', lexicon)}\b", lead, re.IGNORECASE):
            continue
        earlier = [stated for stated in counts if stated.sentence < total.sentence]
        counted = [stated for stated in earlier if _top(stated, earlier, lexicon)]
        made = sum((stated.figure.point or Decimal(0) for stated in counted), Decimal(0))
        if len(counted) > 1 and abs(made - point) <= CLOSE * point:
            yield total, counted


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


def share_of_the_sum(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """About half of the 90 were drivers or their helpers: the account counted 20 of these on its way to 90.

    A note, where the total is the sum of what the account counted before, and a share of it names those of a part.

    find: In the first week 9,000 people were evacuated from Teshar. The second week was that of the drivers. [Nearly 2,000|check=share_of_total; severity=note] people were evacuated. In all, Teshar had [11,000|check=share_of_total] people in it. [About half|check=share_of_total] of the people in Teshar were drivers.
    skip: In the first week 9,000 people were evacuated from Teshar. The second week was that of the drivers. Nearly 2,000 people were evacuated. In all, Teshar had 11,000 people in it. About a fifth of the people in Teshar were drivers.
    """  # noqa: E501
    everything = stated_in(reading, lexicon)
    counts = [stated for stated in everything if stated.figure.dimension == "count"]
    for total, counted in _sums(counts, lexicon):
        for share in everything:
            near = total.sentence < share.sentence <= total.sentence + AFTER
            if share.figure.dimension != "share" or not near or not _of_people(lexicon).match(after(share, 60)):
                continue
            named = _named(share.claim.sentence, lexicon)
            parts = [part for part in counted if named & _counts_whom(part, everything, reading, lexicon)]
            if not parts or len(parts) == len(counted):
                continue
            sums = sum((part.figure.point or Decimal(0) for part in parts), Decimal(0))
            true = sums / (total.figure.point or Decimal(1))
            if not share.interval.low - OFF <= true <= share.interval.high + OFF:
                words = " + ".join(part.text for part in parts)
                arithmetic = f"{words} = {number(sums)}; of {total.text} that is {percent(true)}; stated {share.text}"
                spans = [share.span, total.span, *(part.span for part in parts)]
                yield finding("share_of_total", "note", arithmetic, spans)


@cache
def _of_people(lexicon: Lexicon) -> re.Pattern[str]:
    people = f"(?:{lexicon.alternatives('populations.people')}|{any_of('them', lexicon)})"
    return re.compile(rf"\s+{any_of('of', lexicon)}\s+(?:{any_of('determiner', lexicon)}\s+)?{people}\b", re.IGNORECASE)


def _named(sentence: Span | None, lexicon: Lexicon) -> frozenset[str]:
    """The sorts of people that a sentence names."""
    known = lexicon.by_form("populations.people")
    words = re.findall(r"\w+", sentence.text.lower()) if sentence else []
    return frozenset(filter(None, (known[word].get("population") for word in words if word in known)))


def _counts_whom(part: Stated, everything: Sequence[Stated], reading: Reading, lexicon: Lexicon) -> frozenset[str]:
    """Whom a figure counts: those it names, or those of the sentence before where it says only "people"."""
    if part.population:
        return frozenset({part.population})
    before = [each for each in reading.sentences if each.span.end <= part.span.start]
    told = [each for each in before if part.claim.sentence is None or each.span != part.claim.sentence]
    others = [other for other in everything if told and told[-1].span.holds(other.span)]
    return frozenset() if not told or any(other.population for other in others) else _named(told[-1].span, lexicon)


RULES = (summing_up, share_of_the_sum)
