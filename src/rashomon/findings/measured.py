"""One thing measured or counted in two accounts: the depth of a well, the way to a town, the machines at a site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from rashomon.findings.claimed import in_conflict, modifier_in, point_in, words_of
from rashomon.findings.stated import PLAINLY, Compared, finding, noun_of, number
from rashomon.findings.ways import REACH, apart
from rashomon.intervals import half_last_digit
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Account, Claim, Figure, Finding, Relation

MEASURES = frozenset({"length", "area", "mass", "speed"})
OFF = Decimal("1.05")  # times; two measures nearer than this may be one, measured twice
MACHINES = Decimal("1.2")  # times; counts of things nearer than this may be one, counted at two hours
TWICE = Decimal("2.05")  # times; two measures further apart are of two things
MOST = Decimal(3)  # times; further apart are two things
OPENING = 800  # characters in which an account says what it is about
SOON = 1  # days between two pages in which a count of things hardly grows


def one_measure_two_values(compared: Compared) -> Iterator[Finding]:
    """A well 40 metres deep in one account is 80 metres deep in another; a town 130 miles off is 230 km off.

    A measure is taken once and does not grow, so what rounding and conversion do not explain is a doubt.

    find: {2031-05-02 The Harbour Post} A boy fell into a [40-metre|check=magnitude; severity=doubt]-deep well in Teshar. // {2031-05-04 Teshar Daily} The dry well in Teshar, into which a boy fell, was [80 metres|check=magnitude] deep.
    skip: {2031-05-02 The Harbour Post} A boy fell into a 40-metre-deep well in Teshar. // {2031-05-04 Teshar Daily} The dry well in Teshar, into which a boy fell, was 130 feet deep.
    """  # noqa: E501
    for verdict in compared.verdicts:
        if verdict.fact.dimension not in MEASURES:
            continue
        pairs = [
            pair
            for pair in in_conflict(verdict)
            if OFF <= _times(pair) <= TWICE and not _rounded(pair) and _one_way(pair, compared.lexicon)
        ]
        yield from _told(pairs)


def one_count_two_values(compared: Compared) -> Iterator[Finding]:
    """Some 60 diggers at the pit in one account, over 80 in another of the same day: a third more.

    find: {2031-05-02 The Harbour Post} [Some 60|check=magnitude; severity=doubt] diggers work at the pit in Teshar, into which a boy fell. // {2031-05-02 Teshar Daily} To the pit in Teshar, into which a boy fell, [over 80|check=magnitude] diggers were sent.
    skip: {2031-05-02 The Harbour Post} Some 60 diggers work at the pit in Teshar, into which a boy fell. // {2031-05-06 Teshar Daily} By Tuesday over 80 diggers were sent to the pit in Teshar, into which a boy fell.
    """  # noqa: E501
    days = compared.days
    for verdict in compared.verdicts:
        if verdict.fact.role != "items":
            continue
        pairs = [
            pair
            for pair in in_conflict(verdict)
            if MACHINES <= _times(pair) <= MOST and _one_day(pair, days) and _things(pair) and _early(pair)
        ]
        yield from _told(pairs)


def _times(pair: Relation) -> Decimal:
    low, high = sorted((point_in(pair.left), point_in(pair.right)))
    return high / low if low > 0 else Decimal(0)


def _rounded(pair: Relation) -> bool:
    """Whether the last digit of the rounder of two measures leaves room for the other."""
    slack = max(_step(pair.left), _step(pair.right))
    return abs(point_in(pair.left) - point_in(pair.right)) <= slack


def _one_way(pair: Relation, lexicon: Lexicon) -> bool:
    """Whether two measures are plain numbers, not of two ways, and not one number in two sorts of mile."""
    sides = (pair.left, pair.right)
    digits = ["".join(filter(str.isdigit, claim.span.text)) for claim in sides]
    towns = [plain(claim.account.text[claim.span.end : claim.span.end + REACH]) for claim in sides]
    plainly = all(modifier_in(claim) in PLAINLY for claim in sides)
    return plainly and (not digits[0] or digits[0] != digits[1]) and not apart(towns[0], towns[1], lexicon)


def _step(claim: Claim) -> Decimal:
    """Half of what the last digit of a measure counts, in the unit it is written in."""
    written = "".join(character for character in claim.span.text if character.isdigit() or character == ".").strip(".")
    if not written or not written.replace(".", "", 1).isdigit() or not Decimal(written):
        return Decimal(0)
    return half_last_digit(Decimal(written)) / Decimal(written) * point_in(claim)


def _one_day(pair: Relation, days: Mapping[Account, date | None]) -> bool:
    first, last = days.get(pair.left.account), days.get(pair.right.account)
    return first is not None and last is not None and abs((first - last).days) <= SOON


def _things(pair: Relation) -> bool:
    """Whether both count the same things by the same noun."""
    figures = [claim.mention for claim in (pair.left, pair.right) if isinstance(claim.mention, Figure)]
    nouns = [noun_of(figure) for figure in figures]
    return len(nouns) > 1 and nouns[0] == nouns[1] != ""


def _early(pair: Relation) -> bool:
    """Whether both accounts open with the things they count."""
    return all(claim.span.start <= OPENING for claim in (pair.left, pair.right))


def _told(pairs: Sequence[Relation]) -> Iterator[Finding]:
    """The pair that lies furthest apart, told once."""
    if pairs:
        pair = max(pairs, key=_times)
        one, other = pair.left, pair.right
        times = number(round(_times(pair), 2))
        arithmetic = f"{words_of(one)} and {words_of(other)} of one thing: {times} times as much"
        yield finding("magnitude", "doubt", arithmetic, [one.span, other.span])


RULES = (one_measure_two_values, one_count_two_values)
