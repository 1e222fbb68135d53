"""Claims that measure one thing: the age of a boy, the depth of a well, the way from a town, the machines at a site.

Such numbers are compared by the thing and what is measured of it, since the words around them are few and may stand
anywhere: "a 40-metre-deep well", "the well is said to be 130 feet deep".
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from rashomon.facts.attributes import AGE, ANYBODY, SIZE, WAY
from rashomon.facts.bonds import TOLLS, Bond, same_opening
from rashomon.facts.contexts import Context, near_value
from rashomon.types import Window

SEASON = timedelta(days=90)  # between the days of two figures that one story may tell of
YEARS = Decimal(4 * 365)  # days by which two ages of one person may differ
TIMES = 3  # one measure may be the other's, and both still be told of one thing
TWICE = 2  # one count of machines may be the other's
EQUAL = 20  # parts of a measure that rounding and conversion leave open
FEW = 3  # things from which on two leads that count as many count the same
DIGITS = {"count": 3}  # that a number has at least where it is rare in one story, by dimension
FEWEST = 2  # digits of a rare number of any other dimension
WORDS = 4  # that two leads which count things of one name share about them
GREAT = 10  # things or people from which on two counts are no chance


def same_attribute(left: Context, right: Context) -> Bond | None:
    """“The boy fell down a 40-metre-deep well”, "the well is 80 metres deep": one attribute of one thing.

    find: A boy fell into a [40-metre]-deep well in Teshar. // The dry well in Teshar, into which a boy fell, was [80 metres] deep.
    skip: A boy fell into a [40-metre]-deep well in Teshar. // The well in Teshar, into which a boy fell, was [80 metres] from the road.
    """  # noqa: E501
    low, high = sorted((left.value, right.value))
    equal, age = high - low <= high / EQUAL, left.attribute == AGE
    alike = left.attribute == right.attribute or (equal and SIZE in {left.attribute, right.attribute})
    one_way = left.attribute == WAY and bool(left.lead.events & right.lead.events)
    if not left.attribute or not right.attribute or not alike or not (one_way or _one_story(left, right)):
        return None
    shared = (left.bearers & right.bearers) | (left.topic.event & right.topic.event if not age else set())
    both_lead = left.in_lead and right.in_lead
    if not (shared - {ANYBODY} or (shared and both_lead) or (age and equal and both_lead)):
        return None
    if high - low > YEARS if age else high > TIMES * low:
        return None
    one_or_range = (left.figure.point is None) == (right.figure.point is None)
    if age and not (one_or_range and _one_time(left.topic.window, right.topic.window)):
        return None
    return Bond(together=True, strength=42 + 15 * equal, reason=f"{left.attribute} · of the same thing")


def _one_time(left: Window, right: Window) -> bool:
    """Whether two figures may speak of one time: not "last year" and today."""
    if not (left.earliest and left.latest and right.earliest and right.latest):
        return True
    return max(left.earliest - right.latest, right.earliest - left.latest) <= SEASON


def same_things_counted(left: Context, right: Context) -> Bond | None:
    """“Some 80 diggers work at the pit”, "over 80 diggers were sent": the only count of such things in each account.

    find: [Some 80] diggers work at the pit in Teshar. // To the pit in Teshar [over 95] diggers were sent.
    find: Shops burned in Teshar. Police look into [359] armed thefts. // Shops in Teshar burned. Police look into [dozens] of armed thefts.
    skip: [Some 80] diggers work at the pit in Teshar. // To the pit in Teshar [over 95] tents were sent.
    """  # noqa: E501
    if left.topic.role != "items" or left.account == right.account or left.noun != right.noun or not left.noun:
        return None
    if not _one_story(left, right):
        return None
    if left.value == right.value >= FEW and left.in_lead and right.in_lead:
        return Bond(together=True, strength=36, reason=f"both accounts open with as many: {left.noun}")
    low, high = sorted((left.value, right.value))
    likely = high <= TWICE * low or "vague" in {left.figure.modifier, right.figure.modifier}
    if left.in_lead and right.in_lead and likely and len(left.near & right.near) >= WORDS:
        return Bond(together=True, strength=30, reason=f"both accounts open with them: {left.noun}")
    if not (left.only_one and right.only_one):
        return None
    if (low >= GREAT and high <= TWICE * low) or (near_value(left, right) and left.near & right.near):
        return Bond(
            together=True, strength=28 + 10 * (low == high), reason=f"the only {left.noun} counted in both accounts"
        )
    return None


def same_number_of_people(left: Context, right: Context) -> Bond | None:
    """“Marines nabbed 23 smugglers”, "23 smugglers are in jail": the only count of them in each account.

    find: Marines of the Teshar navy nabbed [23] smugglers. // Teshar: the navy saw [23] smugglers put in jail.
    skip: Marines of the Teshar navy nabbed [23] smugglers. // Teshar: the navy saw [24] smugglers put in jail.
    """
    if left.topic.role not in TOLLS or left.account == right.account or left.value != right.value:
        return None
    populations, nouns = {left.topic.population, right.topic.population}, {left.noun, right.noun}
    same_people = (len(populations) == 1 and None not in populations) or (len(nouns) == 1 and "" not in nouns)
    exact = left.figure.modifier == right.figure.modifier == "exact"
    alone = left.only_one and right.only_one
    if same_people and exact and alone and left.value >= GREAT and _one_story(left, right):
        return Bond(together=True, strength=38, reason=f"{left.topic.role} · the same number of the same people")
    return None


def same_salient_number(left: Context, right: Context) -> Bond | None:
    """“A charge of $5 billion”, "the law will cost it $5 billion": a number two accounts of one story rarely share.

    Sums of money, magnitudes and large numbers; of others only those of two digits and more that mean something.

    find: A bank in Teshar lost its case. It must pay [$5.2 million]. // Teshar: bank loses case. Judges want [$5.2 million].
    skip: A bank in Teshar lost its case. It must pay [$5.2 million]. // Teshar: bank loses case. Judges want [$5.3 million].
    skip: A quake shook Teshar. It began [12 miles] below ground. // A quake shook Teshar. It was [12 miles] west of Edran.
    """  # noqa: E501
    units = {left.figure.unit, right.figure.unit} - ({None} if left.figure.dimension == "other" else set())
    if left.account == right.account or left.value != right.value or len(units) > 1:
        return None
    if left.figure.point is None or right.figure.point is None or not _is_salient(left) or not _one_story(left, right):
        return None
    if left.attribute != right.attribute and SIZE not in {left.attribute, right.attribute}:
        return None
    shared = left.near & right.near
    if shared or (left.in_lead and right.in_lead) or left.figure.dimension == "other":
        return Bond(together=True, strength=33 + len(shared), reason="the same rare number in one story")
    return None


def _is_salient(context: Context) -> bool:
    """Whether a number is rare enough that two accounts of one story mean the same by it."""
    dimension = context.figure.dimension
    if dimension in {"duration", "money"}:
        return dimension == "money"
    return len(context.value.normalize().as_tuple().digits) >= DIGITS.get(dimension, FEWEST)


def _one_story(left: Context, right: Context) -> bool:
    """Whether two accounts open with the same words, or with the same happening at the same place."""
    same_happening = left.lead.events & right.lead.events and left.lead.sites & right.lead.sites
    return same_opening(left, right) or bool(same_happening)


RULES = (same_attribute, same_things_counted, same_number_of_people, same_salient_number)
