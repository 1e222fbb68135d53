"""What changed against its two ends: "rose from 40 to 30", "up 50 percent, from 20 to 25", "30 more make 430"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from rashomon.findings.stated import (
    Stated,
    any_of,
    before,
    between,
    finding,
    neighbours,
    number,
    percent,
    rounding,
    stated_in,
)
from rashomon.lexicons import Lexicon
from rashomon.types import Finding, Reading

POINTS = Decimal("0.015")  # by which a change in percent may miss its ends before a desk asks, rounding counted in
GROWN = Decimal("0.06")  # the same, of the change itself
FORWARD, BACKWARD = "from_to", "to_from"  # the order in which the two ends are given


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A number that is said to have risen or fallen from an old value to a new one."""

    rising: bool
    old: Stated
    new: Stated
    share: Stated | None

    @property
    def spans(self) -> tuple[Stated, ...]:
        return (self.old, self.new) if self.share is None else (self.share, self.old, self.new)


def wrong_way(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """The number of pupils rose from 40 to 30: that is a fall.

    find: The number of pupils rose from [40|check=change; severity=doubt] in the spring to [30|check=change].
    find: The number of boats fell to [300|check=change; severity=doubt] from [250|check=change] a year earlier.
    skip: The number of pupils fell from 40 in the spring to 30. The number of boats rose to 300 from 250 a year earlier.
    """  # noqa: E501
    for change in _changes(reading, lexicon):
        old, new = change.old.interval, change.new.interval
        if (new.high < old.low) if change.rising else (new.low > old.high):
            said, is_one = ("a rise", "a fall") if change.rising else ("a fall", "a rise")
            arithmetic = f"{change.old.text} to {change.new.text} is {is_one}; stated as {said}"
            yield finding("change", "doubt", arithmetic, [change.old.span, change.new.span])


def change_in_percent(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """The number of pupils rose 50 percent, from 20 to 25: that is 25 percent.

    find: The number of pupils rose by [50 percent|check=change; severity=doubt], from [20|check=change] to [25|check=change].
    skip: The number of pupils rose by 25 percent, from 20 to 25. Revenue rose 12 percent to $3.4 billion from $3.1 billion.
    """  # noqa: E501
    for change in _changes(reading, lexicon):
        stated = change.share.figure.point if change.share else None
        if change.share is None or stated is None or not change.old.figure.point or change.new.figure.point is None:
            continue
        old, new = change.old.figure.point, change.new.figure.point
        left, right = old * rounding(change.old), new * rounding(change.new)
        if old <= left or (new >= old) != change.rising:
            continue
        ends = [abs((new + b * right) / (old + a * left) - 1) for a in (-1, 1) for b in (-1, 1)]
        slack = max(POINTS, GROWN * stated)
        if not min(ends) - slack <= stated <= max(ends) + slack:
            true = percent(abs(new / old - 1))
            arithmetic = f"{change.old.text} to {change.new.text} is {true}; stated {change.share.text}"
            yield finding("change", "doubt", arithmetic, [stated.span for stated in change.spans])


def _changes(reading: Reading, lexicon: Lexicon) -> Iterator[Change]:
    """Every change of the account whose two ends stand in one sentence."""
    everything = stated_in(reading, lexicon)
    for one, other in pairwise(everything):
        if one.sentence != other.sentence or one.figure.dimension == "duration" or not _alike(one, other):
            continue
        here = list(neighbours(everything, one.sentence))
        lead, gap = before(one, 110), between(one, other)
        for words, old, new in ((FORWARD, one, other), (BACKWARD, other, one)):
            verb = _verb(words, lexicon).search(lead)
            if verb and _gap(words, lexicon).fullmatch(gap):
                share = _share(verb, one, here)
                if share is not None or verb["percent"] is None:
                    yield Change(rising=verb["up"] is not None, old=old, new=new, share=share)


def _alike(one: Stated, other: Stated) -> bool:
    """Whether two ends are of one measure: of one dimension, or the first leaves its unit to the second."""
    bare = one.figure.dimension == "count" and one.figure.counted is None
    same = one.figure.dimension == other.figure.dimension and one.figure.unit == other.figure.unit
    return same or (bare and other.figure.dimension in {"count", "money", "share"} and other.figure.modifier == "exact")


@cache
def _verb(words: str, lexicon: Lexicon) -> re.Pattern[str]:
    """The verb with what stands between it and the first end: "rose by 50 percent, from", "fell to"."""
    first, last = any_of("from", lexicon), any_of("to", lexicon)
    preposition = first if words == FORWARD else last
    ways = rf"(?:(?P<up>{any_of('rising', lexicon)})|(?P<down>{any_of('falling', lexicon)}))"
    share = rf"(?P<percent>\s+(?:{any_of('by', lexicon)}\s+)?(?:\w+\s+)?[\d.]+\s*{any_of('percent', lexicon)},?)"
    fill = rf"(?:\s+(?!(?:{first}|{last})\b)[\w'$-]+){{0,4}}"
    return re.compile(rf"\b{ways}(?:{share}|{fill})\s+{preposition}\s+$", re.IGNORECASE)


@cache
def _gap(words: str, lexicon: Lexicon) -> re.Pattern[str]:
    preposition = any_of("to" if words == FORWARD else "from", lexicon)
    clause = any_of("clause", lexicon)
    return re.compile(rf"(?:\s+(?!{clause}\b)[\w'-]+){{0,5}},?\s+{preposition}\s+", re.IGNORECASE)


def _share(verb: re.Match[str], one: Stated, here: Sequence[Stated]) -> Stated | None:
    """The share that stands between a verb and the first end of its change."""
    if verb["percent"] is None:
        return None
    shares = [other for other in here if other.figure.dimension == "share" and other.span.end <= one.span.start]
    return shares[-1] if shares else None


def increment(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Thirty more deaths bring the total to 430 from 380: 380 and 30 are 410.

    find: The office reported [30|check=running_total; severity=doubt] more deaths on Monday, bringing the total to [430|check=running_total] from [380|check=running_total].
    find: The office reported [300|check=running_total; severity=error] new deaths on Monday, bringing the total to [130|check=running_total].
    find: The office reported [20|check=running_total; severity=doubt] new cases, taking the total [from 100 to 140|check=running_total].
    skip: The office reported 50 more deaths on Monday, bringing the total to 430 from 380.
    """  # noqa: E501
    everything = [stated for stated in stated_in(reading, lexicon) if stated.figure.dimension == "count"]
    for at in range(1, len(everything)):
        more, total = everything[at - 1], everything[at]
        if more.sentence != total.sentence or not _more(more, total, lexicon):
            continue
        yield from _from_to(more, total, lexicon)
        if not _brought(lexicon).search(between(more, total)):
            continue
        if total.interval.high < more.interval.low:
            arithmetic = f"{more.text} more cannot bring a total to {total.text}"
            yield finding("running_total", "error", arithmetic, [more.span, total.span])
            continue
        for old in everything[at + 1 : at + 2]:
            tie = _since(lexicon).fullmatch(between(total, old))
            low, high = old.interval.low + more.interval.low, old.interval.high + more.interval.high
            if tie and old.sentence == total.sentence and (total.interval.high < low or total.interval.low > high):
                sums = number((old.figure.point or low) + (more.figure.point or more.interval.low))
                arithmetic = f"{old.text} + {more.text} = {sums}; stated total {total.text}"
                yield finding("running_total", "doubt", arithmetic, [more.span, total.span, old.span])


def _from_to(more: Stated, total: Stated, lexicon: Lexicon) -> Iterator[Finding]:
    """Twenty new cases that take a total from 100 to 140, which reads as one range."""
    start = rf"\b{any_of('brought', lexicon)}\b(?:\s+[\w'-]+){{0,6}}\s+(?:{any_of('from', lexicon)}\s+)?$"
    low, high = total.figure.low, total.figure.high
    if total.figure.modifier != "range" or low is None or high is None or high <= low:
        return
    rise = more.interval
    if re.search(start, between(more, total), re.IGNORECASE) and not rise.low <= high - low <= rise.high:
        sums = number(low + (more.figure.point or rise.low))
        arithmetic = f"{number(low)} + {more.text} = {sums}; stated {total.text}"
        yield finding("running_total", "doubt", arithmetic, [more.span, total.span])


@cache
def _brought(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of('brought', lexicon)}\b(?:\s+[\w'-]+){{0,8}}\s+{any_of('to', lexicon)}\s+(?:\w+\s+){{0,2}}$",
        re.IGNORECASE,
    )


@cache
def _since(lexicon: Lexicon) -> re.Pattern[str]:
    """What may stand between a total and the one before it: "to 430, up from 380"."""
    return re.compile(rf"(?:\s+[\w'-]+){{0,3}},?\s+(?:\w+\s+)?{any_of('from', lexicon)}\s+(?:\w+\s+)?", re.IGNORECASE)


def _more(more: Stated, total: Stated, lexicon: Lexicon) -> bool:
    """Whether a figure is said to come on top: "30 more deaths", "another 30"."""
    word = rf"\b{any_of('additional', lexicon)}\b"
    following = re.match(rf"\s+{word}", between(more, total), re.IGNORECASE)
    return following is not None or re.search(rf"{word}\s+$", before(more, 20), re.IGNORECASE) is not None


RULES = (wrong_way, change_in_percent, increment)
