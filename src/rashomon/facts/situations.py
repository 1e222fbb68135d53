"""Why two claims on how matters stand answer one question: who left in a day, how much is held, how long it lasts.

Deciders of the same kind as in `alike`; these ask for less likeness of words, since what they ask for is rarer.
"""

from __future__ import annotations

from decimal import Decimal

from rashomon.facts.bonds import MOVED, Bond
from rashomon.facts.contexts import Context, near_value

ROUGHLY = Decimal("1.5")  # times the smaller number that one day's leaving may be told as
HELD = Decimal("0.05")  # difference of two shares that may be one
LONG = 300  # days from which on an equal length of one fight is no chance


def another_figure_for_it(left: Context, right: Context) -> Bond | None:
    """“Some 900 people (others put the figure at 2,000)”: one sentence gives two voices' numbers for one thing.

    find: Teshar had [some 900] people in it, while the guild put the figure at [2,000].
    skip: Teshar had [some 900] people in it and Calder [2,000].
    """
    if left.account != right.account or left.sentence != right.sentence:
        return None
    second = max(left, right, key=lambda context: context.figure.span.start)
    if "rival" in second.signs and not second.noun:
        return Bond(together=True, strength=70, reason="the sentence gives another figure for the same")
    return None


def same_departure(left: Context, right: Context) -> Bond | None:
    """Those who left one place within one day, whether they “fled” or “were brought out”.

    find: In 24 hours [over 1,300] civilians were rescued from Teshar. // [1,000 to 1,300] civilians fled Teshar in 24 hours.
    skip: In 24 hours [over 1,300] civilians were rescued from Teshar. // [1,000 to 1,300] civilians fled Teshar in nine days.
    """  # noqa: E501
    if not {left.topic.role, right.topic.role} <= MOVED or left.account == right.account:
        return None
    if left.within is None or left.within != right.within or not one_site(left, right):
        return None
    low, high = sorted((left.value, right.value))
    if high <= ROUGHLY * low:
        return Bond(together=True, strength=60, reason="those who left the same place in the same length of time")
    return None


def same_ground(left: Context, right: Context) -> Bond | None:
    """How much of a place was taken: “99 percent of the quarters recovered”, “over 98 percent of the city retaken”.

    find: The army said [99 percent] of Teshar was recovered. // A ministry said [over 98 percent] of Teshar had been retaken.
    skip: The army said [99 percent] of Teshar was recovered. // A ministry said [98 percent] of Teshar had lost its power.
    """  # noqa: E501
    if left.figure.dimension != "share" or right.figure.dimension != "share" or left.account == right.account:
        return None
    if "taken" not in left.signs & right.signs or not one_site(left, right):
        return None
    if abs(left.value - right.value) <= HELD * max(left.value, right.value):
        return Bond(together=True, strength=50, reason="shares of the same ground, as taken")
    return None


def same_fight(left: Context, right: Context) -> Bond | None:
    """“More than four years of warfare in the city”, “the battle, fought over four years”: as long, of one fight.

    find: It was [more than two years] of warfare in Utrecht. // The battle of Utrecht lasted [more than two years].
    skip: It was [more than two years] of warfare in Utrecht. // He had been mayor of Utrecht for [more than two years].
    """
    if left.topic.role != "duration" or left.value < LONG or not near_value(left, right) or left.value != right.value:
        return None
    sites = (left.sites | left.lead.sites) & (right.sites | right.lead.sites)
    if "hostile" in left.signs & right.signs and (left.account == right.account or sites):
        return Bond(together=True, strength=45, reason="duration · of the same fight")
    return None


def one_site(left: Context, right: Context) -> bool:
    """Whether two sentences, or the leads above them, name one place."""
    return bool((left.sites or left.lead.sites) & (right.sites or right.lead.sites)) or bool(
        left.lead.sites & right.lead.sites and not (left.elsewhere or right.elsewhere)
    )


RULES = (another_figure_for_it, same_departure, same_ground, same_fight)
