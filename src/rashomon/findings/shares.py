"""A share against its base: "most of them, 14" of 34; 120 percent of the pupils; 15 of the 12 wounded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from rashomon.findings.stated import (
    Stated,
    after,
    any_of,
    between,
    finding,
    in_a_row,
    neighbours,
    number,
    percent,
    stated_in,
)
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Finding, Reading

HALF = Decimal("0.5")
FAR = Decimal("0.1")  # how far a share in words may lie from its counts
OFF = Decimal("0.06")  # how far a stated share may lie from its counts before a desk asks


@cache
def _most(lexicon: Lexicon) -> re.Pattern[str]:
    most, of, them = (any_of(table, lexicon) for table in ("most", "of", "them"))
    return re.compile(rf"\b{most}\s+{of}\s+{them}\b", re.IGNORECASE)


def most_of_them(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Ninety people left, most of them, 30, men: 30 of 90 is not most.

    find: The office counted [90|check=most; severity=error] people on the road. Most of them, [30|check=most], were men.
    skip: The office counted 90 people on the road. Most of them, 60, were men.
    """  # noqa: E501
    everything = [stated for stated in stated_in(reading, lexicon) if stated.figure.dimension == "count"]
    view = plain(reading.account.text)
    for match in _most(lexicon).finditer(view):
        part = next((stated for stated in everything if stated.span.start >= match.end()), None)
        if part is None or not re.fullmatch(r"\s*[,(:-]?\s*(?:\w+\s+)?", view[match.end() : part.span.start]):
            continue
        whole = _base(part, everything)
        if whole is not None and part.interval.high < HALF * whole.interval.low:
            share = (part.figure.point or part.interval.high) / (whole.figure.point or whole.interval.low)
            said = reading.account.span(match.start(), match.end())
            yield finding(
                "most",
                "error",
                f"{part.text} / {whole.text} = {percent(share)}, which is not “{said.text}”",
                [said, part.span, whole.span],
            )


def share_of_them(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Ninety people left, half of them, 20, men: 20 of 90 is not half.

    find: The office counted [90|check=share_of_total; severity=doubt] people on the road. [Half|check=share_of_total] of them, [20|check=share_of_total], were men.
    skip: The office counted 90 people on the road. Half of them, 44, were men.
    """  # noqa: E501
    everything = stated_in(reading, lexicon)
    counts = [stated for stated in everything if stated.figure.dimension == "count"]
    for share, part in pairwise(everything):
        if share.figure.dimension != "share" or part.figure.dimension != "count":
            continue
        tie = rf"\s+{any_of('of', lexicon)}\s+{any_of('them', lexicon)}\s*[,(:-]\s*(?:{any_of('or', lexicon)}\s+)?"
        whole = _base(part, counts) if re.fullmatch(tie, between(share, part)) else None
        if whole is None or not part.figure.point or not whole.figure.point or share.figure.point is None:
            continue
        true = part.figure.point / whole.figure.point
        low, high = share.interval.low - FAR, share.interval.high + FAR
        if not low <= true <= high:
            arithmetic = f"{part.text} / {whole.text} = {percent(true)}, which is not “{share.text}”"
            yield finding("share_of_total", "doubt", arithmetic, [share.span, part.span, whole.span])


def _base(part: Stated, everything: Sequence[Stated]) -> Stated | None:
    """The number that "them" are: the last one before the part that counts the larger whole."""
    earlier = [other for other in everything if other.span.end <= part.span.start]
    near = [other for other in earlier if part.sentence - other.sentence <= 1]
    return near[-1] if near and near[-1].interval.low > part.interval.high else None


@cache
def _out_of(lexicon: Lexicon) -> re.Pattern[str]:
    of, determiner = any_of("of", lexicon), any_of("determiner", lexicon)
    return re.compile(rf"\s+{of}\s+(?P<the>{determiner}\s+)?", re.IGNORECASE)


def part_over_whole(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Fifteen of the 12 wounded: a part is larger than its whole.

    find: [15|check=share_of_total; severity=error] of the [12|check=share_of_total] wounded were taken to Teshar.
    skip: 12 of the 15 wounded were taken to Teshar.
    """
    for sentence in _sentences(reading, lexicon):
        counts = [stated for stated in sentence if stated.figure.dimension == "count"]
        for part, whole in pairwise(counts):
            tie = _out_of(lexicon).fullmatch(between(part, whole))
            if tie and tie["the"] and part.interval.low > whole.interval.high:
                arithmetic = f"{part.text} of {whole.text}: the part is larger than its whole"
                yield finding("share_of_total", "error", arithmetic, [part.span, whole.span])


@cache
def _that_is(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"[^.;]{{0,30}}(?:[,(]|\b{any_of('or', lexicon)}\b)\s*(?:{any_of('or', lexicon)}\s+)?")


def share_against_counts(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Forty of 50 houses, or 60 percent: 40 of 50 is 80 percent.

    find: The flood took [40|check=share_of_total; severity=doubt] of the [50|check=share_of_total] houses, or [60 percent|check=share_of_total].
    skip: The flood took 40 of the 50 houses, or 80 percent.
    """  # noqa: E501
    for sentence in _sentences(reading, lexicon):
        for part, whole, share in in_a_row(sentence, ("count", "count", "share")):
            tied = _out_of(lexicon).fullmatch(between(part, whole))
            if not whole.point or not tied or not _that_is(lexicon).fullmatch(between(whole, share)):
                continue
            true = part.point / whole.point
            if abs(true - share.point) > OFF:
                yield finding(
                    "share_of_total",
                    "doubt",
                    f"{part.text} / {whole.text} = {percent(true)}; stated {share.text}",
                    [part.span, whole.span, share.span],
                )


def share_makes_count(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Thirty percent of the 200 workers, or 90 people: 30 percent of 200 are 60.

    find: [Thirty percent|check=share_of_total; severity=doubt] of the [200|check=share_of_total] workers, or [90|check=share_of_total] people, went home.
    skip: Thirty percent of the 200 workers, or 60 people, went home.
    """  # noqa: E501
    for sentence in _sentences(reading, lexicon):
        for share, whole, part in in_a_row(sentence, ("share", "count", "count")):
            that_is = rf"[^.;,]{{0,30}},\s+{any_of('or', lexicon)}\s+"
            if not _out_of(lexicon).fullmatch(between(share, whole)) or not re.fullmatch(that_is, between(whole, part)):
                continue
            if share.point and whole.point and abs(part.point / whole.point - share.point) > OFF:
                true = number(round(share.point * whole.point, 0))
                arithmetic = f"{share.text} of {whole.text} = {true}; stated {part.text}"
                yield finding("share_of_total", "doubt", arithmetic, [share.span, whole.span, part.span])


@cache
def _growth(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('growth', lexicon)}\b", re.IGNORECASE)


@cache
def _of_people(lexicon: Lexicon) -> re.Pattern[str]:
    people = lexicon.alternatives("populations.people")
    tie = rf"\s+{any_of('of', lexicon)}\s+{any_of('determiner', lexicon)}\s+"
    return re.compile(rf"{tie}(?:\w+\s+)?(?:{people})\b", re.IGNORECASE)


def over_a_hundred(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """A hundred and twenty percent of the pupils: a share of people cannot pass the whole.

    Growth may pass a hundred percent; a sentence that speaks of a rise is left alone.

    find: The office said [120 percent|check=impossible_share; severity=error] of the pupils had gone home.
    skip: The office said the number of pupils had risen by 120 percent of the plan.
    """
    for sentence in _sentences(reading, lexicon):
        for share in sentence:
            if share.figure.dimension != "share" or share.interval.low <= 1:
                continue
            whole = share.claim.sentence or share.span
            if _of_people(lexicon).match(after(share, 60)) and not _growth(lexicon).search(whole.text):
                arithmetic = f"{share.text} of a group is more than all of it"
                yield finding("impossible_share", "error", arithmetic, [share.span])


def shares_of_one_base(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Seventy percent stayed and 50 percent left: shares that exclude one another pass the whole.

    find: Of the pupils [70 percent|check=impossible_share; severity=doubt] stayed while the other [50 percent|check=impossible_share] went home.
    skip: Of the pupils 70 percent stayed while the other 30 percent went home.
    """  # noqa: E501
    for sentence in _sentences(reading, lexicon):
        shares = [stated for stated in sentence if stated.figure.dimension == "share"]
        for one, other in pairwise(shares):
            rest = re.search(rf"\b{any_of('other', lexicon)}\s+$", between(one, other))
            if rest and one.figure.point and other.figure.point:
                total = one.figure.point + other.figure.point
                if total > 1 + OFF:
                    arithmetic = f"{one.text} and the other {other.text} = {percent(total)}"
                    yield finding("impossible_share", "doubt", arithmetic, [one.span, other.span])


def _sentences(reading: Reading, lexicon: Lexicon) -> Iterator[list[Stated]]:
    everything = stated_in(reading, lexicon)
    for sentence in sorted({stated.sentence for stated in everything}):
        yield list(neighbours(everything, sentence))


RULES = (
    most_of_them,
    share_of_them,
    part_over_whole,
    share_against_counts,
    share_makes_count,
    over_a_hundred,
    shares_of_one_base,
)
