"""Whether two claims answer one question. Deciders, asked in order; the first that speaks decides.

Those that keep apart name the mismatch, those that join say what is the same. Nobody compares the values to
see whether they agree: an equal value is evidence that two claims speak of one thing, a different one is none
that they do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rashomon.facts.contexts import Context, near_value, voice
from rashomon.types import RelationKind

TOLLS = frozenset({"killed", "injured", "missing", "captured", "surrendered", "displaced", "evacuated", "returned"})
CASUALTIES = frozenset({"killed", "injured", "missing"})
GENERAL = frozenset({None, "civilians", "men"})  # words for all the victims, unless an account counts others too
ALIKE = Decimal("0.34")  # of the words around two figures of one value
VERY_ALIKE = Decimal("0.6")  # of the words around two figures of different values
CONVERTED = Decimal("0.05")  # difference that rounding leaves between a measure and its conversion
STORY = Decimal("0.2")  # of the words of two leads that tell one story
LIKE = Decimal("0.25")  # of the words around two figures of one happening
APART = 5  # times one number above another, where they seldom mean one event
STRONG = Decimal("0.5")  # of the words around two figures, which outweighs that
CLOSE_BY = 12  # characters between a figure and its conversion in brackets


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """What a decider says of two claims: together or apart, how strongly, and why."""

    together: bool
    reason: str
    strength: int = 0
    kind: RelationKind = "cannot_compare"


def overlap(left: frozenset[str], right: frozenset[str]) -> Decimal:
    """The share of the smaller set that both have; nothing where one is empty."""
    small = min(len(left), len(right))
    return Decimal(len(left & right)) / small if small else Decimal(0)


def same_run(left: Context, right: Context) -> int:
    """How many of the words next to the two figures are the same, place by place."""
    middle_left, middle_right = left.run.index("#"), right.run.index("#")
    before = _common(left.run[:middle_left][::-1], right.run[:middle_right][::-1])
    return before + _common(left.run[middle_left + 1 :], right.run[middle_right + 1 :])


def _common(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    for number, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return number
    return min(len(left), len(right))


def converted_in_brackets(left: Context, right: Context) -> Bond | None:
    """ "101 metres (331 feet)" states one length twice."""
    first, second = sorted((left, right), key=lambda context: context.figure.span.start)
    if left.account != right.account or left.figure.dimension == "count":
        return None
    between = first.claim.account.text[first.figure.span.end : second.figure.span.start]
    if len(between) > CLOSE_BY or "(" not in between or ")" in between:
        return None
    difference = abs(first.value - second.value)
    if difference <= CONVERTED * max(abs(first.value), abs(second.value)):
        return Bond(together=True, strength=100, reason="one measure and its conversion in brackets")
    return None


def another_population(left: Context, right: Context) -> Bond | None:
    """Children among the killed are another question than all the killed."""
    one, other = left.topic.population, right.topic.population
    if one == other:
        return None
    if one in GENERAL and other in GENERAL and not (left.among_others or right.among_others):
        return None
    if left.topic.role not in TOLLS:
        return None
    if (
        left.value == right.value
        and not left.part
        and not right.part
        and None in {one, other}
        and left.account == right.account
    ):
        return None
    return Bond(
        together=False,
        kind="scope_mismatch",
        reason=f"{one or 'people'} against {other or 'people'}: not the same people are counted",
    )


def part_of_a_whole(left: Context, right: Context) -> Bond | None:
    """ "Three more died" after the first toll is not the toll; nor are "thirty of them" all of them."""
    same = left.topic.population == right.topic.population
    if left.of_the_same != right.of_the_same and same and left.topic.role in TOLLS:
        return Bond(together=False, kind="scope_mismatch", reason="a part against the whole")
    if left.more != right.more and left.topic.role in TOLLS:
        return Bond(together=False, kind="scope_mismatch", reason="an addition against a total")
    return None


def whole_war(left: Context, right: Context) -> Bond | None:
    """The dead of a war since its start are not the dead of one attack."""
    one, other = left.topic.stock_or_flow, right.topic.stock_or_flow
    if one != other and "cumulative" in {one, other}:
        return Bond(together=False, kind="scope_mismatch", reason="counted up since a start against one event's number")
    return None


def other_days(left: Context, right: Context) -> Bond | None:
    """Monday's strike and Tuesday's strike are two."""
    one, other = left.topic.window, right.topic.window
    if left.topic.role not in TOLLS or not (one.earliest and one.latest and other.earliest and other.latest):
        return None
    if one.latest < other.earliest or other.latest < one.earliest:
        return Bond(together=False, kind="scope_mismatch", reason="they happened on different days")
    return None


def same_words_around(left: Context, right: Context) -> Bond | None:
    """The same number in the same words: one text in two accounts."""
    run = same_run(left, right)
    shared = overlap(left.near, right.near)
    if left.value == right.value and (run >= 4 or (run >= 2 and shared >= ALIKE)) and len(left.near & right.near) >= 2:
        return Bond(together=True, strength=90 + run, reason="the same number in the same words")
    if run >= 5 and shared >= VERY_ALIKE and left.account != right.account:
        return Bond(together=True, strength=80, reason="the same words around the number")
    return None


def one_voice_counts_two_things(left: Context, right: Context) -> Bond | None:
    """One voice in one account that gives two numbers speaks of two things, a headline or an update excepted."""
    if left.account != right.account or left.topic.role not in TOLLS or near_value(left, right):
        return None
    if left.earlier or right.earlier or "title" in {left.figure.zone, right.figure.zone}:
        return None
    if voice(left) != voice(right) and left.sentence != right.sentence:
        return None
    return Bond(together=False, kind="scope_mismatch", reason="one voice gives both numbers, of two things")


def other_place(left: Context, right: Context) -> Bond | None:
    """The dead of Teshar are not the dead of Marrowfield."""
    if left.topic.role not in TOLLS or not (left.elsewhere or right.elsewhere):
        return None
    both = left.elsewhere and right.elsewhere and not left.elsewhere & right.elsewhere
    at_home = left.account == right.account and bool(left.elsewhere) != bool(right.elsewhere)
    if both or (at_home and not near_value(left, right)):
        return Bond(together=False, kind="scope_mismatch", reason="they happened in different places")
    return None


def bodies_and_toll(left: Context, right: Context) -> Bond | None:
    """Bodies that one source carried away, beside a toll that the same account gives, are no second toll."""
    if left.account == right.account and left.bodies != right.bodies and left.value != right.value:
        return Bond(together=False, kind="definition_mismatch", reason="bodies seen or recovered against the killed")
    return None


def same_event(left: Context, right: Context) -> Bond | None:
    """Killed in the same happening: the leads of both accounts, or both sentences, speak of it."""
    if left.topic.role not in TOLLS | {"other"} or left.topic.stock_or_flow == "cumulative":
        return None
    if left.topic.role == "other" and left.noun != right.noun:
        return None
    events = left.topic.event & right.topic.event
    near = overlap(left.near, right.near)
    at_home = not left.elsewhere and not right.elsewhere
    one_story = left.account == right.account or overlap(left.lead.words, right.lead.words) >= STORY
    sites = (left.elsewhere or left.sites) & (right.elsewhere or right.sites)
    if left.aside or right.aside:
        at_home = False
    if left.topic.role not in CASUALTIES and not (left.in_lead and right.in_lead) and near < LIKE:
        at_home = at_home and near_value(left, right) and bool(left.sites & right.sites)
    if left.topic.role not in CASUALTIES and not near_value(left, right) and near < VERY_ALIKE:
        return None
    if not (
        (at_home and one_story and (events or sites or near >= LIKE)) or (sites and near >= LIKE) or near >= VERY_ALIKE
    ):
        return None
    equal = left.value == right.value
    both_lead = left.in_lead and right.in_lead
    low, high = sorted((left.value, right.value))
    if (
        not both_lead
        and high > APART * low
        and near < STRONG
        and not {left.figure.modifier, right.figure.modifier} & {"vague"}
    ):
        return None
    strength = 40 + int(20 * near) + 15 * equal + 10 * both_lead - 25 * (left.bodies != right.bodies)
    return Bond(together=True, strength=strength, reason=_told(left, events))


def _told(context: Context, events: frozenset[str]) -> str:
    return " · ".join([context.topic.role, *(f"same {event}" for event in sorted(events)[:1])])


def same_count_since(left: Context, right: Context) -> Bond | None:
    """The dead of a war since its start, by two accounts."""
    if left.topic.stock_or_flow == "cumulative" == right.topic.stock_or_flow and left.topic.role in TOLLS:
        wars = left.topic.event & right.topic.event
        near = overlap(left.near, right.near)
        ratio = min(left.value, right.value) / max(left.value, right.value, Decimal(1))
        if ratio >= Decimal("0.1") and (near >= Decimal("0.25") or wars):
            return Bond(
                together=True,
                strength=40 + int(20 * near),
                reason=f"{left.topic.role} · counted up since the same start",
            )
    return None


def other_unit(left: Context, right: Context) -> Bond | None:
    """Kilometres and miles that do not convert into one another are two statements of their own."""
    units = left.figure.unit != right.figure.unit and left.figure.dimension in {"length", "area", "mass", "money"}
    if units and abs(left.value - right.value) > CONVERTED * max(left.value, right.value):
        return Bond(together=False, kind="unit_mismatch", reason=f"{left.figure.unit} against {right.figure.unit}")
    return None


def same_thing(left: Context, right: Context) -> Bond | None:
    """The same thing measured, in like words: a distance, a length of time, things counted."""
    if left.topic.role in TOLLS:
        return None
    near = overlap(left.near, right.near)
    noun = left.noun == right.noun
    equal = left.value == right.value
    reason = f"{left.topic.role} · the same thing in like words"
    if equal and ((noun and near >= ALIKE) or near >= STRONG):
        return Bond(together=True, strength=30 + int(30 * near), reason=reason)
    if noun and near >= VERY_ALIKE and left.account != right.account:
        return Bond(together=True, strength=20 + int(30 * near), reason=reason)
    return None


def same_length_of_time(left: Context, right: Context) -> Bond | None:
    """ "The six-year war", "more than six years of conflict": as long, beside the same happening."""
    if left.topic.role != "duration" or not near_value(left, right):
        return None
    shared = left.close & right.close & (left.topic.event | right.topic.event)
    if shared:
        return Bond(together=True, strength=45, reason=f"duration · the same {min(shared)}")
    return None


RULES = (
    converted_in_brackets,
    other_unit,
    another_population,
    part_of_a_whole,
    whole_war,
    same_words_around,
    other_days,
    one_voice_counts_two_things,
    bodies_and_toll,
    other_place,
    same_event,
    same_count_since,
    same_thing,
    same_length_of_time,
)
