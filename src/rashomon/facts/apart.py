"""Why two claims that look alike do not answer one question. Deciders; each names the mismatch."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from rashomon.facts.bonds import CONVERTED, STORY, TOLLS, Bond, overlap
from rashomon.facts.contexts import GENERAL, Context, near_value, voice

NIGHT = timedelta(days=1)  # the length of a window that names a day, or a night
WEEK = timedelta(days=7)  # between two looser windows ("earlier this week") that name different times
LOOK_ALIKE = timedelta(days=2)  # between two events of one place and kind, a strike of yesterday and one of today
SEVERAL = 2  # people from which on an equal number is no chance
ONE_STORY = Decimal("0.3")  # of the words of two leads, above which an equal toll in both is of one day
LARGE = 4  # people from which on an equal toll of one story is of one day
NATIONALS = "nationals"


def other_unit(left: Context, right: Context) -> Bond | None:
    """Kilometres and miles that do not convert into one another are two statements of their own.

    find: Teshar lies [60 kilometres] ([35 miles]) from the capital.
    skip: Teshar lies [60 kilometres] ([37 miles]) from the capital.
    """
    units = left.figure.unit != right.figure.unit and left.figure.dimension in {"length", "area", "mass", "money"}
    if (
        units
        and (left.account == right.account or left.figure.dimension == "money")
        and abs(left.value - right.value) > CONVERTED * max(left.value, right.value)
    ):
        return Bond(together=False, kind="unit_mismatch", reason=f"{left.figure.unit} against {right.figure.unit}")
    return None


def another_population(left: Context, right: Context) -> Bond | None:
    """Children among the killed are another question than all the killed.

    find: A fire killed 19 people, including [18] children. // A fire killed [19] people.
    skip: A fire killed [nine] people in Teshar. // The fire in Teshar killed [nine] civilians.
    """
    one, other = left.topic.population, right.topic.population
    if one == other:
        return None
    if one in GENERAL and other in GENERAL and not (left.among_others or right.among_others):
        return None
    if left.topic.role not in TOLLS:
        return None
    if left.value == right.value and None in {one, other} and (one or other or "").startswith(NATIONALS):
        return None
    if (
        left.value == right.value
        and not left.part
        and not right.part
        and None in {one, other}
        and left.account == right.account
    ):
        return None
    if left.value == right.value and None in {one, other} and _are_all(left) and _are_all(right):
        return None
    if _called_otherwise(left, right):
        return None
    return Bond(
        together=False,
        kind="scope_mismatch",
        reason=f"{one or 'people'} against {other or 'people'}: not the same people are counted",
    )


def _called_otherwise(left: Context, right: Context) -> bool:
    """Whether two accounts may call the same people otherwise: “two pilots”, "two crew members", "two victims".

    Not where the words part people by age, sex or side, as a toll does.
    """
    vague = "vague" in {left.figure.modifier, right.figure.modifier} and near_value(left, right)
    vague = vague and max(left.value, right.value) >= LARGE
    equal = left.value == right.value or vague
    held = left.topic.role == right.topic.role == "captured"
    few = left.value < SEVERAL and not held and not (left.only_toll and right.only_toll)
    one_telling = left.account == right.account and (left.sentence == right.sentence or left.value < LARGE)
    if not equal or few or one_telling:
        return False
    whole_and_part = None in {left.topic.population, right.topic.population} and any(
        one.part or one.among_others for one in (left, right)
    )
    return not whole_and_part and "partition" not in left.signs | right.signs


def _are_all(context: Context) -> bool:
    """Whether those counted are all whom the account's lead counts: “two teenagers died” is then its toll."""
    return context.in_lead and context.only_toll and not context.part and not context.of_the_same


def part_of_a_whole(left: Context, right: Context) -> Bond | None:
    """“Three more died” after the first toll is not the toll; nor are “thirty of them” all of them.

    find: The fire killed [nine] people. // The fire killed 11 people and [three] more died later.
    skip: The fire in Teshar killed [nine] people. // The fire in Teshar killed [twelve] people.
    """
    populations = {left.topic.population, right.topic.population}
    same = len(populations) == 1 or populations <= GENERAL
    if left.of_the_same != right.of_the_same and same and left.topic.role in TOLLS:
        return Bond(together=False, kind="scope_mismatch", reason="a part against the whole")
    if left.of_the_same and right.of_the_same and same and not near_value(left, right):
        return Bond(together=False, kind="scope_mismatch", reason="two parts of one whole")
    if left.more != right.more and left.topic.role in TOLLS:
        return Bond(together=False, kind="scope_mismatch", reason="an addition against a total")
    return None


def dead_counted_too(left: Context, right: Context) -> Bond | None:
    """“Six people were shot, two of them fatally”: the two dead are among the six, not among another's four hurt.

    find: A shootout in Teshar left [six] people wounded. // A shootout in Teshar left two dead and [four] others injured.
    skip: A shootout in Teshar left [six] people wounded. // A shootout in Teshar left two dead and [three] others injured.
    """  # noqa: E501
    for one, other in ((left, right), (right, left)):
        dead = one.dead_beside
        alone = other.topic.role == "injured" and other.dead_beside is None and one.account != other.account
        if dead is not None and dead > 0 and alone and other.value == one.value + dead:
            reason = f"{other.value.normalize():f} is {one.value.normalize():f} and the {dead.normalize():f} dead"
            return Bond(together=False, kind="definition_mismatch", reason=f"{reason}: one may count the dead too")
    return None


def whole_war(left: Context, right: Context) -> Bond | None:
    """The dead of a war since its start are not the dead of one attack.

    find: The shelling of Teshar killed [900] people. // The civil war has killed [more than 1,000] people since 2029.
    skip: The shelling of Teshar killed [40] people. // Shelling killed [46] people in Teshar.
    """
    one, other = left.topic.stock_or_flow, right.topic.stock_or_flow
    if one != other and "cumulative" in {one, other}:
        return Bond(together=False, kind="scope_mismatch", reason="counted up since a start against one event's number")
    return None


def whole_and_stage(left: Context, right: Context) -> Bond | None:
    """All who left, and those who left in one stage of it.

    find: In all [9,500] people left Teshar. // The first stage enabled [9,000] people to leave Teshar.
    skip: In all [9,500] people left Teshar. // The deal enabled [9,000] people to leave Teshar.
    """
    staged, whole = sorted((left, right), key=lambda context: "total" in context.signs)
    told = "stage" in staged.signs - whole.signs and "total" in whole.signs - staged.signs
    people = all(
        one.topic.role in TOLLS | {"other", "present"} and one.figure.dimension == "count" for one in (left, right)
    )
    if told and people and left.account != right.account and staged.value <= whole.value:
        return Bond(together=False, kind="scope_mismatch", reason="the whole against one stage of it", sure=True)
    return None


def other_length_of_time(left: Context, right: Context) -> Bond | None:
    """A day's number is not a week's, nor the total.

    find: In 24 hours [300] people fled Teshar. // In nine days [500] people fled Teshar.
    skip: In 24 hours [300] people fled Teshar. // In 24 hours [500] people fled Teshar.
    """
    if left.topic.role not in TOLLS or left.account == right.account or near_value(left, right):
        return None
    if left.within is not None and right.within is not None and left.within != right.within:
        return Bond(together=False, kind="scope_mismatch", reason="counted over different lengths of time")
    return None


def fled_or_brought_out(left: Context, right: Context) -> Bond | None:
    """Those who fled and those who were brought out need not be the same people.

    find: The army evacuated [1,300] people from Teshar. // Some said [1,500] people were displaced from Teshar.
    skip: The army evacuated [1,300] people from Teshar. // Some said [1,500] people were evacuated from Teshar.
    """
    if left.topic.role == right.topic.role or left.figure.dimension != "count":
        return None
    reason = f"{left.topic.role} against {right.topic.role}: not the same people need be counted"
    return Bond(together=False, kind="definition_mismatch", reason=reason)


def other_days(left: Context, right: Context) -> Bond | None:
    """Monday's strike and Tuesday's strike are two.

    find: {2031-05-08} A strike on Monday killed [12] people. // {2031-05-08} A strike on Tuesday killed [15] people.
    find: {2031-05-08} A strike hit Aden on Monday, killing [12]. // {2031-05-08} Tuesday a strike left [12] dead in Aden.
    skip: {2031-05-08} A strike on Monday killed [12] people. // {2031-05-08} A strike on Monday killed [15] people.
    """  # noqa: E501
    one, other = left.topic.window, right.topic.window
    if left.topic.role not in TOLLS | {"other"}:
        return None
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return None
    exact = one.latest - one.earliest <= NIGHT and other.latest - other.earliest <= NIGHT
    gap = max(one.earliest - other.latest, other.earliest - one.latest)
    story = overlap(left.lead.words, right.lead.words)
    one_story = story >= STORY
    if abs(one.earliest - other.earliest) == WEEK and exact and one_story:
        return None  # one weekday in one story: a day of publication is off, and the weekday was counted from it
    both_lead = left.in_lead and right.in_lead and story >= ONE_STORY
    far = gap > LOOK_ALIKE or left.account == right.account
    if far and left.value == right.value and (both_lead or (left.value >= LARGE and one_story)):
        return None  # as many in one story, days or weeks apart: a page's day is off
    one_night = NIGHT if "night" in left.signs | right.signs else timedelta(0)
    if gap > (one_night if exact else WEEK):
        return Bond(together=False, kind="scope_mismatch", reason="they happened on different days")
    return None


def one_voice_counts_two_things(left: Context, right: Context) -> Bond | None:
    """One voice in one account that gives two numbers speaks of two things, a headline or an update excepted.

    find: A blast in Teshar killed [12] people. A raid on the port killed [20] people.
    skip: Blast kills [12] in Teshar¶¶A blast in Teshar killed [20] people.
    """
    if left.account != right.account or near_value(left, right):
        return None
    one_sentence = left.sentence == right.sentence
    if left.earlier or right.earlier or ("title" in {left.figure.zone, right.figure.zone} and not one_sentence):
        return None
    if left.topic.role in TOLLS and voice(left) != voice(right) and not one_sentence:
        return None
    return Bond(together=False, kind="scope_mismatch", reason="one voice gives both numbers, of two things")


def bodies_and_toll(left: Context, right: Context) -> Bond | None:
    """Bodies that one source carried away, beside a toll that the same account gives, are no second toll.

    find: The blast killed [126] people, a monitor said. Rescuers took [100] bodies from the site.
    skip: The blast killed [126] people. // Rescuers took [126] bodies from the site of the blast.
    """
    if left.account == right.account and left.bodies != right.bodies and left.value != right.value:
        return Bond(together=False, kind="definition_mismatch", reason="bodies seen or recovered against the killed")
    return None


def other_place(left: Context, right: Context) -> Bond | None:
    """The dead of Teshar are not the dead of Marrowfield.

    find: A raid on Aden killed [12] people. // A raid on Tripoli killed [15] people.
    skip: A raid on Aden killed [12] people. // A raid on Aden killed [15] people.
    """
    if left.topic.role not in TOLLS:
        return None
    leads = left.lead.sites and right.lead.sites and not left.lead.sites & right.lead.sites
    if leads and left.sites and right.sites and not left.sites & right.sites:
        return Bond(together=False, kind="scope_mismatch", reason="the accounts tell of different places")
    both = left.elsewhere and right.elsewhere and not left.elsewhere & right.elsewhere
    at_home = left.account == right.account and bool(left.elsewhere) != bool(right.elsewhere)
    if both or (at_home and not near_value(left, right)):
        return Bond(together=False, kind="scope_mismatch", reason="they happened in different places")
    return None


RULES = (
    other_unit,
    another_population,
    part_of_a_whole,
    dead_counted_too,
    whole_war,
    whole_and_stage,
    other_length_of_time,
    other_days,
    fled_or_brought_out,
    one_voice_counts_two_things,
    bodies_and_toll,
    other_place,
)
