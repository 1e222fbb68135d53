"""Why two claims answer one question. Deciders; each says what is the same, and how strongly it binds.

Nobody asks here whether the values agree: an equal value is evidence that two claims speak of one thing, a
different one is none that they do not.
"""

from __future__ import annotations

from decimal import Decimal

from rashomon.facts.bonds import (
    ALIKE,
    CASUALTIES,
    CONVERTED,
    LIKE,
    STRONG,
    TOLLS,
    VERY_ALIKE,
    Bond,
    overlap,
    same_opening,
    same_run,
)
from rashomon.facts.contexts import Context, near_value, same_size

COPIED = 1000  # strength: above every other bond
APART = 5  # times one number above another, where they seldom mean one event
GREAT = 100  # from which number on an equal number is no chance
FAR = 20  # times one number above another, where even like words mean two events
THE_SAME = Decimal("0.75")  # of the words around two different numbers of one thing
MANY = 5  # words around two different numbers that both have
CLOSE_BY = 12  # characters between a figure and its conversion in brackets


def converted_in_brackets(left: Context, right: Context) -> Bond | None:
    """“101 metres (331 feet)” states one length twice.

    find: The ship is [101 metres] ([331 feet]) long.
    skip: The ship is [101 metres] long and was built (by [331] men) in Teshar.
    """
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


def same_sentence(left: Context, right: Context) -> Bond | None:
    """One sentence in two accounts: what is copied joins what its original joins, and nothing else.

    find: Fire at the mill killed [nine] men and hid the bay. // Fire at the mill killed [nine] men and hid the bay.
    skip: Fire at the mill killed [nine] men and hid the bay. // A fire at the mill killed [nine] men in Teshar.
    """
    if spot(left) == spot(right):
        return Bond(together=True, strength=COPIED, reason="the same sentence")
    return None


def spot(context: Context) -> tuple[str, int]:
    """A sentence, and where in it the figure stands."""
    start, end = context.sentence
    return context.claim.account.text[start:end].strip(), context.figure.span.start - start


def same_words_around(left: Context, right: Context) -> Bond | None:
    """The same number in the same words: one text in two accounts.

    find: Fire at the mill killed [nine] men and hid the bay. // The fire at the mill killed [nine] men and hid the bay.
    skip: The fire killed [nine] people. // In Teshar [nine] villages voted.
    """
    run = same_run(left, right)
    shared = overlap(left.near, right.near)
    one_noun = left.noun == right.noun or "" in {left.noun, right.noun}
    alike = run >= 4 or (run >= 2 and shared >= ALIKE and one_noun and left.bodies == right.bodies)
    if left.value == right.value and alike and len(left.near & right.near) >= 2:
        return Bond(together=True, strength=90 + run, reason="the same number in the same words")
    if left.topic.role in TOLLS and run >= 5 and shared >= VERY_ALIKE and left.account != right.account:
        return Bond(together=True, strength=80, reason="the same words around the number")
    return None


def same_event(left: Context, right: Context) -> Bond | None:
    """Killed in the same happening: the leads of both accounts, or both sentences, speak of it.

    find: A blast at a market in Teshar killed [12] people. // [At least 15] people died in the Teshar market bombing.
    skip: A blast at the market in Teshar killed [12] people on Monday. // Floods in Marrowfield killed [15] farmers.
    """
    if left.topic.role not in TOLLS | {"other"} or left.topic.stock_or_flow == "cumulative":
        return None
    if left.topic.role == "other" and (left.noun != right.noun or not (left.noun or left.in_lead)):
        return None
    events, near = left.topic.event & right.topic.event, overlap(left.near, right.near)
    if not _one_happening(left, right, near) or _out_of_scale(left, right, near):
        return None
    equal, both_lead = left.value == right.value, left.in_lead and right.in_lead
    strength = 40 + int(20 * near) + 15 * equal + 10 * both_lead - 45 * (left.bodies != right.bodies)
    return Bond(together=True, strength=strength, reason=_told(left, events))


def _one_happening(left: Context, right: Context, near: Decimal) -> bool:
    """Whether words, places or the leads of both accounts put two numbers of people into one happening."""
    if near >= VERY_ALIKE and (left.topic.role in CASUALTIES or same_size(left, right)):
        return True
    sites = (left.elsewhere or left.sites) & (right.elsewhere or right.sites)
    at_home = not (left.elsewhere or right.elsewhere or left.aside or right.aside)
    if left.topic.role not in CASUALTIES:
        if not same_size(left, right):
            return False
        if not (left.in_lead and right.in_lead) and near < LIKE:
            at_home = at_home and bool(left.sites & right.sites)
    shared = bool(left.topic.event & right.topic.event or sites) or near >= LIKE
    return (at_home and same_opening(left, right) and shared) or (bool(sites) and near >= LIKE)


def _out_of_scale(left: Context, right: Context, near: Decimal) -> bool:
    """Whether two plain numbers outside the leads differ so much that they seldom mean one event."""
    low, high = sorted((left.value, right.value))
    less, more = sorted((left, right), key=lambda context: context.value)
    roomy = less.figure.modifier == "vague" or (more.figure.modifier == "vague" and high <= FAR * low)
    vague = roomy or low == 0  # none against some is no slip
    likely = near >= STRONG and high <= FAR * low
    return not (left.in_lead and right.in_lead) and high > APART * low and not likely and not vague


def _told(context: Context, events: frozenset[str]) -> str:
    return " · ".join([context.topic.role, *(f"same {event}" for event in sorted(events)[:1])])


def same_force(left: Context, right: Context) -> Bond | None:
    """One great number of fighters at one named place, by two accounts, whatever each calls them.

    find: The army said [more than 4,000] gunmen had entered Teshar. // On Monday [some 4,000] rebels launched an attack on Teshar.
    skip: The army said [more than 4,000] gunmen had entered Teshar. // On Monday [some 4,000] rebels launched an attack on Calder.
    """  # noqa: E501
    if left.topic.role != "forces" or left.account == right.account or min(left.value, right.value) < GREAT:
        return None
    if left.sites & right.sites and near_value(left, right):
        return Bond(together=True, strength=50, reason="the same number of fighters at the same place")
    return None


def same_count_since(left: Context, right: Context) -> Bond | None:
    """The dead of a war since its start, by two accounts.

    find: The war has killed [4,000] people since 2029. // Since 2029 the conflict has killed [5,000] people.
    skip: The war has killed [4,000] people since 2029. // It has cost [5,000] jobs since 2029.
    """
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


def same_thing(left: Context, right: Context) -> Bond | None:
    """The same thing measured, in like words: a distance, a length of time, things counted.

    find: Shells hit [four] clinics near the old mill. // Near the mill of Teshar, [four] small clinics were shelled.
    skip: Shells hit [four] hospitals in the old town. // The club won [four] games abroad.
    """
    if left.topic.role in TOLLS:
        return None
    near = overlap(left.near, right.near)
    noun = left.noun == right.noun
    equal = left.value == right.value
    reason = f"{left.topic.role} · the same thing in like words"
    if equal and ((noun and near >= ALIKE) or near >= (STRONG if "" in {left.noun, right.noun} else VERY_ALIKE)):
        return Bond(together=True, strength=30 + int(30 * near), reason=reason)
    enough = len(left.near & right.near) >= MANY
    if (
        noun
        and left.noun
        and near >= THE_SAME
        and enough
        and not left.rest | right.rest
        and left.account != right.account
    ):
        return Bond(together=True, strength=20 + int(30 * near), reason=reason)
    return None


def same_length_of_time(left: Context, right: Context) -> Bond | None:
    """“The six-year war”, “six years of conflict”: as long, beside the same happening.

    find: Peace may end a [six-year] war in the north. // Nobody knows why [six years] of conflict began.
    skip: Peace may end the [six-year] war. // He served [six years] in prison.
    """
    if left.topic.role != "duration" or not near_value(left, right):
        return None
    shared = left.close & right.close & (left.topic.event | right.topic.event)
    if shared:
        return Bond(together=True, strength=45, reason=f"duration · the same {min(shared)}")
    return None


RULES = (
    same_sentence,
    converted_in_brackets,
    same_words_around,
    same_event,
    same_force,
    same_count_since,
    same_thing,
    same_length_of_time,
)
