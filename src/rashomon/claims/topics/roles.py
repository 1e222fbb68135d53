"""What a figure says of those it counts: killed, injured, evacuated, or things, a distance, a share.

Deciders, asked in order; the first that speaks decides.
"""

from __future__ import annotations

from itertools import pairwise

from rashomon.claims.topics.events import is_armed
from rashomon.claims.topics.populations import counted_by
from rashomon.claims.topics.setting import Cue, Setting, has, pattern, setting_of
from rashomon.types import Figure, Role

MEASURES: dict[str, Role] = {
    "share": "share", "duration": "duration", "length": "distance", "area": "area", "money": "money",
    "mass": "other", "speed": "other", "temperature": "other", "other": "other",
}  # fmt: skip
UPWARD = 8  # words climbed in the tree before giving up
NEAR = 60  # characters between a figure and a cue that no tree connects
BESIDE = 2  # characters between a figure and a word right beside it
CARRIED = 300  # characters back to a figure that a later sentence takes up
LISTED = 40  # characters between two figures of one list
LONGEST_LIST = 6  # figures looked back on


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
    for one, other in pairwise(_states(setting)):
        between = setting.text[one.end - setting.offset : other.start - setting.offset].strip(" ,")
        joined = not between or between in setting.lexicon.forms("roles.joiner")
        if not joined or {one.role, other.role} != {"killed", "injured"} or one.end > other.start:
            continue
        if 0 <= setting.start - other.end <= BESIDE and one.takes != "noun":
            return "other"
        after = any(0 <= figure.span.start - other.end <= BESIDE for figure in setting.found.figures)
        if (
            setting.end <= one.start <= setting.end + 25
            and not after
            and not _figure_between(setting, setting.end, one.start)
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
        if cue.takes == "noun" and (inside or _just_after(setting, cue)):
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
        if cue.takes == "object" and _just_after(setting, cue) and not _active(setting, cue):
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
    if len(before) == 2 and before[1] in setting.lexicon.forms("topics.reach") and nouns:
        return nouns[-1].role if not _figure_between(setting, nouns[-1].end, setting.start) else None
    return None


def bare_figure_of_a_toll(setting: Setting) -> Role | None:
    """“Death toll in Teshar fire at least 126”: a headline's figure without a noun, behind its toll.

    find: Death toll in Teshar blaze [at least 126|role=killed], monitor says
    skip: Death toll in Teshar blaze unknown, [nine] shops gone
    """
    counted = counted_by(setting.figure, setting.lexicon)
    nouns = [cue for cue in setting.cues if cue.takes == "noun" and cue.end <= setting.start]
    if counted.kind != "nothing" or not nouns or _figure_between(setting, nouns[-1].end, setting.start):
        return None
    return nouns[-1].role


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
        return "injured" if not _figure_between(setting, setting.end, after[0].start) else None
    return None


def among_those(setting: Setting) -> Role | None:
    """“Two medics were among the dead”, "ten children were among 48 people killed".

    find: In Teshar [two|role=killed] medics were among the dead.
    skip: In Teshar [two] medics were among the crowd.
    """
    if counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    after = setting.text[setting.end - setting.offset :]
    match = pattern(setting.lexicon, "topics.among").search(after[: 2 * NEAR])
    if match is None:
        return None
    end = setting.end + match.end()
    wholes = [other for other in setting.found.figures if 0 <= other.span.start - end <= 12]
    if wholes:
        return _own_role(wholes[0], setting)
    nouns = [cue for cue in setting.cues if cue.takes == "noun" and 0 <= cue.start - end <= 12]
    return nouns[0].role if nouns else None


def phrase_beside(setting: Setting) -> Role | None:
    """“The war claimed the lives of 4,000 people”, "129 people on board": a phrase that needs no tree.

    find: The ferry had [129|role=present] people on board.
    skip: The crash cost [20] dollars.
    """
    if counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    near = [cue for cue in setting.cues if cue.takes == "any" and _distance(setting, cue) <= NEAR]
    clear = [cue for cue in near if not _figure_between(setting, *_gap(setting, cue))]
    return min(clear, key=lambda cue: _distance(setting, cue)).role if clear else None


def verb_governs(setting: Setting) -> Role | None:
    """“The blast killed at least 12 people”, "12 people were killed", "killing 12": the verb above the noun.

    find: In Teshar [at least 15|role=killed] people in all died in the flood.
    skip: Police said [12] shops had opened.
    """
    if setting.root is None or counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    path = _path(setting)
    stop = next((n for n, (_, head) in enumerate(path, 1) if setting.words[head].pos == "VERB"), len(path))
    return _role_above(setting, path[:stop]) or _role_below(setting) or _role_above(setting, path[stop:])


def cue_beside(setting: Setting) -> Role | None:
    """“Blast kills 16 wounds 40”: in a headline, or where the tree is wrong, the nearest verb that fits.

    find: The blast that shook Teshar killed, on Monday evening, [at least 12|role=killed] people.
    skip: Blast kills hope in Teshar
    """
    kind = counted_by(setting.figure, setting.lexicon).kind
    if kind == "thing":
        return None
    fits = []
    for cue in setting.cues:
        before = cue.end <= setting.start
        side = cue.takes in ({"object"} if before else {"object", "subject"})
        near = _distance(setting, cue) <= (NEAR if kind != "nothing" else NEAR // 2)
        if side and near and not _figure_between(setting, *_gap(setting, cue)):
            if before or cue.takes == "subject" or not _active(setting, cue):
                fits.append((_distance(setting, cue), cue.start, cue.role))
    return min(fits)[2] if fits else None


def noun_of_standing(setting: Setting) -> Role | None:
    """“5,000 residents”, "60 prisoners", "500 protesters", where no verb says what happened to them.

    find: The camp is for [800|role=displaced] refugees.
    skip: The camp is for [800] tents.
    """
    counted = setting.figure.counted
    weak = [cue for cue in setting.cues if cue.takes == "weak" and counted is not None]
    return next((c.role for c in weak if counted and c.start < counted.end and counted.start < c.end), None)


def carried_over(setting: Setting) -> Role | None:
    """“They moved 40 people. Ten of them were children”: the role of the figure in the sentence before.

    find: The blast killed 40 people. Of these [ten|role=killed] were children.
    skip: The blast killed 40 people. A week later [ten] villages rose.
    """
    counted = counted_by(setting.figure, setting.lexicon)
    if counted.kind in {"thing", "unknown"} or not has(setting, "topics.of_them"):
        return None
    if counted.kind == "fighter":
        return "forces" if not setting.cues else None
    start = setting.figure.span.start
    before = [f for f in setting.found.figures if start - CARRIED <= f.span.start < start and f.dimension == "count"]
    roles = [_own_role(other, setting) for other in before[-LONGEST_LIST:]]
    return next((role for role in reversed(roles) if role not in {None, "items"}), None)


def part_of_another(setting: Setting) -> Role | None:
    """“Ten people died, including three children”: a part has the role of the whole it is taken from.

    find: Ten people died, including [three|role=killed] children.
    skip: [Three] buses came, including a new one.
    """
    if counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    for other in _before(setting):
        if other.dimension == "count" and has(setting, "topics.part", other.span.end, setting.start):
            return _own_role(other, setting)
    wholes = [cue for cue in setting.cues if cue.takes == "noun" and cue.end <= setting.start]
    if wholes and has(setting, "topics.part", wholes[-1].end, setting.start):
        return wholes[-1].role
    return None


def listed_with_another(setting: Setting) -> Role | None:
    """“Killing 16 people and 4 soldiers”: a figure in a list shares the role of the one before it.

    find: Nine rebels died, [four|role=killed] soldiers too.
    skip: The raid burned nine barns and [four] houses.
    """
    if counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    start = setting.start
    for other in _before(setting):
        if start - other.span.end > LISTED or other.dimension != "count":
            return None
        role = _own_role(other, setting)
        if role:
            return role
        start = other.span.start
    return None


def people_or_things(setting: Setting) -> Role | None:
    """“Four villages” are items, "two groups of fighters" forces, where no verb says more.

    find: The army took [four|role=items] villages.
    skip: The army killed [four] rebels.
    """
    counted = counted_by(setting.figure, setting.lexicon)
    if has(setting, "topics.grouped", setting.start, setting.end):
        return "other"
    if counted.kind == "nothing" and setting.figure.modifier == "vague":
        return "items"
    return {"thing": "items", "unknown": "items", "fighter": "forces"}.get(counted.kind)  # type: ignore[return-value]


def _path(setting: Setting) -> list[tuple[str, int]]:
    """The relations and heads above the figure's noun, as far as they may say what happened to it."""
    words, here = setting.words, setting.root
    path: list[tuple[str, int]] = []
    while here is not None and words[here].head != here and len(path) < UPWARD:
        relation, head = words[here].relation, words[here].head
        path.append((relation, head))
        if relation in {"agent", "advcl", "ccomp", "parataxis", "relcl"}:
            path.pop()
            break
        here = head
    return path


def _role_above(setting: Setting, path: list[tuple[str, int]]) -> Role | None:
    for relation, head in path:
        cue = _cue_at(setting, head)
        passive = relation == "nsubjpass" or (relation == "nsubj" and setting.words[head].tag == "VBN")
        if cue is None or cue.takes == "weak":
            continue
        if cue.takes in {"noun", "any"}:
            if relation != "nsubj":
                return cue.role
        elif cue.takes == "object":
            return cue.role if passive or relation in {"dobj", "attr", "dative", "oprd", "conj"} else None
        elif relation in {"nsubj", "nsubjpass", "conj"}:
            return cue.role
    return None


def _role_below(setting: Setting) -> Role | None:
    words = setting.words
    for child, word in enumerate(words):
        if word.head == setting.root and word.relation in {"acl", "relcl", "amod"} and child != setting.root:
            cue = _cue_at(setting, child)
            if cue and (cue.takes == "subject" or (cue.takes == "object" and word.tag != "VBG")):
                return cue.role
    return None


def _before(setting: Setting) -> list[Figure]:
    """The figures before this one in its sentence, the nearest first."""
    start = setting.figure.span.start
    before = [other for other in setting.found.figures if setting.offset <= other.span.start < start]
    return sorted(before, key=lambda other: -other.span.start)[:LONGEST_LIST]


def _own_role(other: Figure, setting: Setting) -> Role | None:
    """The role that another figure has by itself, not by a list or a whole it belongs to."""
    theirs = setting_of(other, setting.found, setting.lexicon)
    return next((role for rule in OWN if (role := rule(theirs))), None)


def _gap(setting: Setting, cue: Cue) -> tuple[int, int]:
    return (cue.end, setting.start) if cue.end <= setting.start else (setting.end, cue.start)


def _distance(setting: Setting, cue: Cue) -> int:
    start, end = _gap(setting, cue)
    return max(0, end - start)


def _just_after(setting: Setting, cue: Cue) -> bool:
    between = setting.text[setting.end - setting.offset : cue.start - setting.offset].strip()
    near = 0 <= cue.start - setting.end <= 2 * BESIDE + len(between)
    return near and (not between or between in setting.lexicon.forms("topics.beside"))


def _active(setting: Setting, cue: Cue) -> bool:
    """Whether a verb behind the figure has an object of its own, so that the figure did it."""
    place = next((n for n, word in enumerate(setting.words) if word.start <= cue.start < word.end), None)
    if place is None:
        return False
    word = setting.words[place]
    objects = any(w.head == place and w.relation == "dobj" and w.start > word.start for w in setting.words)
    return objects or word.tag in {"VBG", "VBZ", "VBP"}


def _states(setting: Setting) -> list[Cue]:
    """The cues of killing and wounding, one for each place."""
    states: dict[int, Cue] = {}
    for cue in setting.cues:
        if cue.role in {"killed", "injured"}:
            states.setdefault(cue.start, cue)
    return list(states.values())


def _figure_between(setting: Setting, start: int, end: int) -> bool:
    """Whether another number of people stands there; numbers of things take no part in a toll."""
    return any(
        start <= other.span.start < end
        and other.dimension == "count"
        and other is not setting.figure
        and counted_by(other, setting.lexicon).kind != "thing"
        for other in setting.found.figures
    )


def _cue_at(setting: Setting, place: int) -> Cue | None:
    word = setting.words[place]
    return next((cue for cue in setting.cues if cue.start < word.end and word.start < cue.end), None)


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
    phrase_beside,
    cue_beside,
    bare_figure_of_a_toll,
)
RULES = (
    measured_in_units,
    killed_and_wounded_together,
    people_with_injuries,
    fled_from_an_accident,
    among_those,
    noun_is_the_role,
    verb_just_before,
    toll_reaches,
    participle_just_after,
    verb_governs,
    phrase_beside,
    part_of_another,
    cue_beside,
    bare_figure_of_a_toll,
    listed_with_another,
    noun_of_standing,
    carried_over,
    people_or_things,
)
