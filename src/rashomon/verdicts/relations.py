"""How two claims on one fact stand to one another. Deciders, asked in order; the first that speaks decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from rashomon.intervals import SLACK, Interval, inside, interval_of, meet, rounds_to
from rashomon.lexicons import load
from rashomon.text import alternatives, plain
from rashomon.types import Claim, Figure, Origin, RelationKind, Tally

MEASURED = frozenset({"length", "area", "mass", "speed", "temperature"})
READING = Decimal("0.01")  # difference between two readings of one measure
GROWING = frozenset(
    {"killed", "injured", "missing", "captured", "surrendered", "displaced", "evacuated", "returned", "other"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim with its figure, its interval, its day, its origin, and whether it is told as superseded."""

    claim: Claim
    figure: Figure
    interval: Interval
    as_of: date | None
    origin: Origin | None
    earlier: bool
    revised: bool
    withdrawn: bool


def statements_of(claims: tuple[Claim, ...], tally: Tally) -> tuple[Statement, ...]:
    """The statements of a fact, in the order of its claims."""
    made = []
    for claim in claims:
        if isinstance(claim.mention, Figure):
            origin = next((one for one in tally.origins if claim in one.claims), None)
            made.append(
                Statement(
                    claim=claim,
                    figure=claim.mention,
                    interval=interval_of(claim.mention),
                    as_of=claim.topic.as_of if claim.topic else None,
                    origin=origin,
                    earlier=_beside(claim, "topics.earlier"),
                    revised=_revised(claim),
                    withdrawn=_beside(claim, "verdicts.withdrawn"),
                )
            )
    return tuple(made)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What a decider says: the relation, and a sentence for a reader."""

    kind: RelationKind
    reason: str


def missing_value(left: Statement, right: Statement) -> Stand | None:
    """A statement without any number (“a smaller number”) cannot be compared with one that has it.

    find: The deal let [40] fighters leave Teshar. // The deal let [a smaller number] of fighters leave Teshar.
    skip: The deal let [40] fighters leave Teshar. // The deal let [40] fighters leave Teshar.
    """
    for one in (left, right):
        if one.figure.low is None and one.figure.high is None and one.figure.point is None:
            same = left.figure.span.text.lower() == right.figure.span.text.lower()
            if same:
                return Stand(kind="same", reason="the same words")
            return Stand(kind="cannot_compare", reason=f"{one.figure.span.text!r} states no number")
    return None


def said_to_be_wrong(left: Statement, right: Statement) -> Stand | None:
    """One account says in words that an earlier number gave way to a later one.

    find: A fire killed [18] people in Teshar. An earlier toll had put the killed at [15] people.
    skip: A fire killed [18] people in Teshar. // A fire killed [15] people in Teshar.
    """
    if left.earlier != right.earlier and left.claim.account == right.claim.account and _differ(left, right):
        return Stand(
            kind="corrects",
            reason=f"one account gives {_told(left)} and {_told(right)}, one of them as an earlier count",
        )
    return None


def taken_back(left: Statement, right: Statement) -> Stand | None:
    """One account says in words that a number was withdrawn that another still states.

    find: A fire in Teshar injured [58] people. // The ministry withdrew its figure of [58] people injured in the fire in Teshar.
    skip: A fire in Teshar injured [58] people. // The ministry named its figure of [58] people injured in the fire in Teshar.
    """  # noqa: E501
    if left.withdrawn != right.withdrawn and _point(left) is not None and _point(left) == _point(right):
        taken = left if left.withdrawn else right
        return Stand(kind="retracts", reason=f"{taken.claim.account.name} says that {_told(taken)} was withdrawn")
    return None


def echo(left: Statement, right: Statement) -> Stand | None:
    """The same value on the same ultimate source counts once.

    find: A fire killed [18] people, the Kellan Institute said. // The Kellan Institute said a fire killed [18] people.
    skip: A fire in Teshar killed [18] people, the mayor said. // Police said a fire in Teshar killed [18] people.
    """
    same = left.origin is not None and left.origin is right.origin
    if (
        same
        and left.origin
        and left.claim.account != right.claim.account
        and _point(left) == _point(right)
        and left.interval == right.interval
    ):
        return Stand(kind="echo", reason=f"both give {_told(left)} on one origin, {left.origin.name}")
    return None


def same(left: Statement, right: Statement) -> Stand | None:
    """Both state the same value.

    find: Police said a fire in Teshar killed [18] people. // A fire in Teshar killed [18] people, the mayor said.
    skip: A fire in Teshar killed [18] people. // A fire in Teshar killed [19] people.
    """
    if left.interval == right.interval or (
        _point(left) is not None and _point(left) == _point(right) and _meets(left, right)
    ):
        if _told(left).lower() == _told(right).lower():
            return Stand(kind="same", reason=f"both say {_told(left)}")
        return Stand(kind="same", reason=f"{_told(left)} and {_told(right)} name one number")
    return None


def rounded(left: Statement, right: Statement) -> Stand | None:
    """13,000 and 12,840, 30 centimetres and 11.8 inches: one is the other rounded.

    find: The flood in Teshar displaced [13,000] people. // The flood in Teshar displaced [12,840] people.
    skip: The flood in Teshar displaced [13,000] people. // The flood in Teshar displaced [13,900] people.
    """
    if left.figure.unit != right.figure.unit and left.figure.dimension != "count":
        low, high = sorted(interval.low for interval in (left.interval, right.interval))
        if high - low <= SLACK * high:
            return Stand(kind="rounds_to", reason=f"{_told(left)} and {_told(right)} are one measure in two units")
    if left.figure.dimension in MEASURED and _close(left, right):
        return Stand(kind="rounds_to", reason=f"{_told(left)} and {_told(right)} differ by less than a measure is read")
    if (
        left.figure.modifier in {"exact", "approximate"}
        and right.figure.modifier in {"exact", "approximate"}
        and rounds_to(left.figure, right.figure)
    ):
        return Stand(kind="rounds_to", reason=f"{_told(left)} and {_told(right)} are one number, once rounded")
    return None


def touching_bound(left: Statement, right: Statement) -> Stand | None:
    """“More than 5,000” and “5,000” name one number, once as a bound.

    find: The flood in Teshar displaced [more than 5,000] people. // The flood in Teshar displaced [5,000] people.
    skip: The flood in Teshar displaced [more than 5,000] people. // The flood in Teshar displaced [5,200] people.
    """
    if _point(left) is not None and _point(left) == _point(right):
        return Stand(kind="bound_compatible", reason=f"{_told(left)} and {_told(right)} name one number")
    return None


def meeting_at_the_bound(left: Statement, right: Statement) -> Stand | None:
    """“Over 13,000” begins where “10,000 to 13,000” ends: nothing but the bound keeps the two apart.

    find: In 24 hours [over 2,300] civilians fled Teshar. // In 24 hours [1,800 to 2,300] civilians fled Teshar.
    skip: In 24 hours [over 2,400] civilians fled Teshar. // In 24 hours [1,800 to 2,300] civilians fled Teshar.
    """
    first, second = sorted((left, right), key=lambda one: (one.interval.low, one.interval.high))
    bound = first.interval.high
    if (
        not _meets(left, right)
        and bound == second.interval.low
        and "range"
        in {
            left.figure.modifier,
            right.figure.modifier,
        }
    ):
        told = f"{_told(second)} begins where {_told(first)} ends: they meet at {bound.normalize():,f}"
        return Stand(kind="bound_compatible", reason=f"{told}, which one of the two leaves out")
    return None


def within_range(left: Statement, right: Statement) -> Stand | None:
    """13,000 lies in 10,000 to 13,000.

    find: The flood in Teshar displaced [10,000 to 13,000] people. // The flood in Teshar displaced [13,000] people.
    skip: The flood in Teshar displaced [10,000 to 13,000] people. // The flood in Teshar displaced [14,000] people.
    """
    for one, other in ((left, right), (right, left)):
        if one.interval.is_point and other.figure.modifier == "range" and inside(one.interval, other.interval):
            return Stand(kind="within_range", reason=f"{_told(one)} lies within {_told(other)}")
    return None


def bound_compatible(left: Statement, right: Statement) -> Stand | None:
    """“At least 20” and 27 can both be true.

    find: A fire in Teshar killed [at least 20] people. // A fire in Teshar killed [27] people.
    skip: A fire in Teshar killed [at least 20] people. // A fire in Teshar killed [17] people.
    """
    open_ended = any(
        not one.interval.high.is_finite() or one.figure.modifier in {"at_most", "less_than"} for one in (left, right)
    )
    if open_ended and _meets(left, right):
        return Stand(kind="bound_compatible", reason=f"{_told(left)} and {_told(right)} can both be true")
    return None


def refines(left: Statement, right: Statement) -> Stand | None:
    """A narrower statement inside a wider one: 43 is about 44, and about 20 meets 19 to 21.

    find: A fire in Teshar killed [about 44] people. // A fire in Teshar killed [43] people.
    skip: A fire in Teshar killed [about 44] people. // A fire in Teshar killed [60] people.
    """
    if inside(left.interval, right.interval) or inside(right.interval, left.interval) or _meets(left, right):
        return Stand(kind="refines", reason=f"{_told(left)} and {_told(right)} overlap")
    return None


def later_count(left: Statement, right: Statement) -> Stand | None:
    """A count that has grown since: 12 on Monday, 15 on Tuesday.

    find: {2031-05-05} A fire in Teshar killed [12] people. // {2031-05-06} A fire in Teshar killed [15] people.
    skip: {2031-05-05} A fire in Teshar killed [15] people. // {2031-05-06} A fire in Teshar killed [12] people.
    """
    first, second = sorted((left, right), key=lambda one: one.interval.low)
    if first.figure.dimension != "count" or first.claim.topic is None or first.claim.topic.role not in GROWING:
        return None
    if first.as_of is None or second.as_of is None or not first.as_of < second.as_of:
        return None
    one_source = left.origin is not None and left.origin is right.origin
    kind: RelationKind = "supersedes" if one_source else "updates"
    return Stand(kind=kind, reason=f"{_told(second)} ({second.as_of}) is later than {_told(first)} ({first.as_of})")


def conflict(left: Statement, right: Statement) -> Stand | None:
    """Two statements that cannot both be true, and no time to explain it.

    find: A fire in Teshar killed [13] people. // A fire in Teshar killed [17] people.
    skip: A fire in Teshar killed [at least 12] people. // A fire in Teshar killed [15] people.
    """
    return Stand(kind="conflict", reason=f"{_told(left)} and {_told(right)} cannot both be true")


def _close(left: Statement, right: Statement) -> bool:
    one, other = left.figure.point, right.figure.point
    return one is not None and other is not None and abs(one - other) <= READING * max(abs(one), abs(other))


def _told(one: Statement) -> str:
    figure, words = one.figure, " ".join(one.figure.span.text.split())
    if figure.dimension == "share" and figure.counted and not figure.span.holds(figure.counted):
        return f"“{words}” ({' '.join(figure.counted.text.split())})"
    return f"“{words}”"


def _point(one: Statement) -> object:
    return one.figure.point


def _meets(left: Statement, right: Statement) -> bool:
    return meet(left.interval, right.interval) is not None


def _differ(left: Statement, right: Statement) -> bool:
    return not _meets(left, right)


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    lexicon = load(language)
    return re.compile(rf"(?<![\w-])(?:{alternatives(form.lower() for form in lexicon.forms(name))})(?!\w)")


def _beside(claim: Claim, name: str) -> bool:
    start, end = claim.span.start, claim.span.end
    text = plain(claim.account.text[max(0, start - 80) : end + 20]).lower()
    return _pattern(claim.account.language, name).search(text) is not None


def _revised(claim: Claim) -> bool:
    """Whether the claim's account speaks of an earlier or a revised toll anywhere."""
    text = plain(claim.account.text).lower()
    return any(_pattern(claim.account.language, name).search(text) for name in ("topics.earlier", "topics.revised"))


RULES = (
    missing_value,
    said_to_be_wrong,
    taken_back,
    echo,
    same,
    rounded,
    touching_bound,
    meeting_at_the_bound,
    within_range,
    bound_compatible,
    refines,
    later_count,
    conflict,
)
