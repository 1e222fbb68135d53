"""What a figure says of those it counts: killed, injured, evacuated, or things, a distance, a share.

Deciders, asked in order; the first that speaks decides.
"""

from __future__ import annotations

from itertools import pairwise

from rashomon.claims.topics.events import is_armed
from rashomon.claims.topics.populations import counted_by
from rashomon.claims.topics.reach import (
    BESIDE,
    cue_at,
    distance,
    figure_between,
    gap,
    is_active,
    just_after,
    path_above,
    role_above,
    role_below,
    states,
)
from rashomon.claims.topics.setting import Cue, Setting, has
from rashomon.types import Role

MEASURES: dict[str, Role] = {
    "share": "share", "duration": "duration", "length": "distance", "area": "area", "money": "money",
    "mass": "other", "speed": "other", "temperature": "other", "other": "other",
}  # fmt: skip
NEAR = 60  # characters between a figure and a cue that no tree connects


def measured_in_units(setting: Setting) -> Role | None:
    """“60 kilometres” is a distance and "two-year" a duration, whatever verb stands near.

    find: The town lies [60 kilometres|role=distance] from Port Edran.
    skip: The fire killed [60] people.
    """
    return MEASURES.get(setting.figure.dimension)


def killed_and_wounded_together(setting: Setting) -> Role | None:
    """“Ninety people were killed or wounded”: the two are one sum, which is neither toll.

    find: In Teshar [90|role=other] people were killed or wounded.
    skip: In Teshar [9] people were killed and 12 wounded.
    """
    for one, other in pairwise(states(setting)):
        between = setting.text[one.end - setting.offset : other.start - setting.offset].strip(" ,")
        joined = not between or between in setting.lexicon.forms("roles.joiner")
        if not joined or {one.role, other.role} != {"killed", "injured"} or one.end > other.start:
            continue
        if 0 <= setting.start - other.end <= BESIDE and one.takes != "noun":
            return "other"
        after = bool(setting.found.figures_from(other.end, other.end + 1 + BESIDE))
        if (
            setting.end <= one.start <= setting.end + 25
            and not after
            and not figure_between(setting, setting.end, one.start)
        ):
            return "other"
    return None


def verb_just_before(setting: Setting) -> Role | None:
    """“Killed 16 people and wounded 40”: the verb before the figure, whatever the tree says.

    find: The bomber killed 16 people and wounded [40|role=injured] on the road.
    skip: The bomber saw [40] people.
    """
    if counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    for cue in setting.cues:
        between = setting.text[cue.end - setting.offset : setting.start - setting.offset]
        if cue.takes == "object" and 0 <= setting.start - cue.end <= BESIDE and not between.strip():
            return cue.role
    return None


def noun_is_the_role(setting: Setting) -> Role | None:
    """“31 dead”, "40 more wounded", "30 bodies", "left 12 people dead": a noun of the state they are in.

    find: Rescuers found [30|role=killed] bodies.
    skip: Rescuers found [30] tents.
    """
    figure = setting.figure
    if counted_by(figure, setting.lexicon).kind == "thing":
        return None
    for cue in setting.cues:
        inside = figure.counted is not None and cue.start < figure.counted.end and figure.counted.start < cue.end
        if cue.takes == "noun" and (inside or just_after(setting, cue)):
            return cue.role
    return None


def participle_just_after(setting: Setting) -> Role | None:
    """“12 people killed in Teshar”, "thousands trapped": a participle right behind the people.

    find: Nine shops burned and [12|role=killed] people killed in Teshar, police said.
    skip: In Teshar [12] rebels killed four guards.
    """
    if counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    for cue in setting.cues:
        if cue.takes == "object" and just_after(setting, cue) and not is_active(setting, cue):
            return cue.role
    return None


def toll_reaches(setting: Setting) -> Role | None:
    """“The death toll from the blast has reached 43”, "toll hits 43": a figure that a toll comes to.

    find: The death toll from the fire has reached [43|role=killed].
    skip: The toll road has reached [two] towns.
    """
    if counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    before = setting.text[: setting.start - setting.offset].rstrip().rsplit(None, 1)
    nouns = [cue for cue in setting.cues if cue.takes == "noun" and cue.end <= setting.start]
    part_of = setting.lexicon.forms("roles.part_of")
    if any(
        setting.text[cue.end - setting.offset : setting.start - setting.offset].strip() in part_of
        for cue in setting.cues
    ):
        return None  # "an arrest in the shooting of five boys"
    if len(before) == 2 and before[1] in setting.lexicon.forms("topics.reach") and nouns:
        return nouns[-1].role if not figure_between(setting, nouns[-1].end, setting.start) else None
    return None


def bare_figure_of_a_toll(setting: Setting) -> Role | None:
    """“Death toll in Teshar fire at least 126”: a headline's figure without a noun, behind its toll.

    find: Death toll in Teshar blaze [at least 126|role=killed], monitor says
    skip: Death toll in Teshar blaze unknown, [nine] shops gone
    """
    counted = counted_by(setting.figure, setting.lexicon)
    nouns = [cue for cue in setting.cues if cue.takes == "noun" and cue.end <= setting.start]
    if counted.kind != "nothing" or not nouns or figure_between(setting, nouns[-1].end, setting.start):
        return None
    return nouns[-1].role


def left_in_a_state(setting: Setting) -> Role | None:
    """“Three men were found at the scene dead”: a state that the figure's own verb ends in.

    find: [Three|role=killed] men were found on the pier, dead.
    skip: [Three] men were found on the pier near the dead boat.
    """
    words, root = setting.words, setting.root
    if root is None or counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    if words[root].relation not in {"nsubj", "nsubjpass", "dobj"}:
        return None
    for place, word in enumerate(words):
        cue = cue_at(setting, place) if word.relation in {"oprd", "acomp", "advcl"} else None
        if cue and cue.takes == "noun" and word.pos == "ADJ" and word.head == words[root].head:
            return cue.role if setting.end <= cue.start else None
    return None


def fled_from_an_accident(setting: Setting) -> Role | None:
    """“Thousands flee a fire at the fair”: out of danger, not driven from their homes; told by the lead.

    find: Thousands flee as a ferry burns in Teshar¶¶[Thousands|role=evacuated] of guests fled the blaze on Monday.
    skip: Clashes rage in Teshar¶¶[Thousands] of people fled the fighting on Monday.
    """
    if not has(setting, "topics.flee") or has(setting, "topics.home") or is_armed(setting):
        return None
    roles = (rule(setting) for rule in (participle_just_after, verb_governs, cue_beside))
    return "evacuated" if next((role for role in roles if role), None) == "displaced" else None


def people_with_injuries(setting: Setting) -> Role | None:
    """“Two people suffered minor injuries”, "four people were taken away with serious injuries".

    find: In Teshar [four|role=injured] people were taken to hospital with serious injuries.
    skip: In Teshar [four] people were taken to hospital.
    """
    if counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    after = [
        c for c in setting.cues if c.takes == "noun" and c.role == "injured" and 0 <= c.start - setting.end <= NEAR
    ]
    verbs = [
        c for c in setting.cues if c.role != "injured" and setting.end <= c.start and after and c.end <= after[0].start
    ]
    if any(cue.role == "killed" for cue in verbs):
        return None
    if after and has(setting, "topics.with", setting.end, after[0].start):
        return "injured" if not figure_between(setting, setting.end, after[0].start) else None
    return None


def phrase_beside(setting: Setting) -> Role | None:
    """“The war claimed the lives of 4,000 people”, "129 people on board": a phrase that needs no tree.

    find: The ferry had [129|role=present] people on board.
    skip: The crash cost [20] dollars.
    """
    if counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    near = [cue for cue in setting.cues if cue.takes == "any" and distance(setting, cue) <= NEAR]
    clear = [cue for cue in near if not figure_between(setting, *gap(setting, cue))]
    return min(clear, key=lambda cue: distance(setting, cue)).role if clear else None


def verb_governs(setting: Setting) -> Role | None:
    """“The blast killed at least 12 people”, "12 people were killed", "killing 12": the verb above the noun.

    find: In Teshar [at least 15|role=killed] people in all died in the flood.
    skip: Police said [12] shops had opened.
    """
    if setting.root is None or counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    path = path_above(setting)
    stop = next((n for n, (_, head) in enumerate(path, 1) if setting.words[head].pos == "VERB"), len(path))
    return role_above(setting, path[:stop]) or role_below(setting) or role_above(setting, path[stop:])


def cue_beside(setting: Setting) -> Role | None:
    """“Blast kills 16 wounds 40”: in a headline, or where the tree is wrong, the nearest verb that fits.

    find: The blast that shook Teshar killed, on Monday evening, [at least 12|role=killed] people.
    skip: Blast kills hope in Teshar
    skip: A boy was arrested on Tuesday for the theft of goods from [nine] women.
    """
    kind = counted_by(setting.figure, setting.lexicon).kind
    if kind == "thing":
        return None
    fits = []
    for cue in setting.cues:
        before = cue.end <= setting.start
        side = cue.takes in ({"object"} if before else {"object", "subject"})
        near = distance(setting, cue) <= (NEAR if kind != "nothing" else NEAR // 2)
        fit = (before and not _preposed(setting, cue)) or (
            not before and (cue.takes == "subject" or not is_active(setting, cue))
        )
        if side and near and fit and not figure_between(setting, *gap(setting, cue)):
            fits.append((distance(setting, cue), cue.start, cue.role))
    return min(fits)[2] if fits else None


def _preposed(setting: Setting, cue: Cue) -> bool:
    """Whether a preposition takes the figure away from the verb: "arrested over the theft from nine women".

    "The killing of nine women" leaves it with its noun.
    """
    between = setting.text[cue.end - setting.offset : setting.start - setting.offset].strip()
    ahead = between.rsplit(None, 1)
    if not ahead or between in setting.lexicon.forms("roles.part_of"):
        return False
    return ahead[-1] in setting.lexicon.forms("roles.preposition")


OWN = (
    measured_in_units,
    killed_and_wounded_together,
    people_with_injuries,
    fled_from_an_accident,
    noun_is_the_role,
    verb_just_before,
    toll_reaches,
    participle_just_after,
    verb_governs,
    left_in_a_state,
    phrase_beside,
    cue_beside,
    bare_figure_of_a_toll,
)
RULES = OWN
