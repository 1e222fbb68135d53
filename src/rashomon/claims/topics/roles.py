"""What a figure says of those it counts: killed, injured, evacuated, or things, a distance, a share.

Deciders, asked in order; the first that speaks decides.
"""

from __future__ import annotations

from rashomon.claims.topics.populations import counted_by
from rashomon.claims.topics.setting import Cue, Setting, has, pattern, setting_of
from rashomon.types import Figure, Role

MEASURES: dict[str, Role] = {
    "share": "share", "duration": "duration", "length": "distance", "area": "area", "money": "money",
    "mass": "other", "speed": "other", "temperature": "other", "other": "other",
}  # fmt: skip
UPWARD = 8  # words climbed in the tree before giving up
NEAR = 60  # characters between a figure and a cue that no tree connects
LISTED = 40  # characters between two figures of one list
LONGEST_LIST = 6  # figures looked back on


def measured_in_units(setting: Setting) -> Role | None:
    """ "60 kilometres" is a distance and "two-year" a duration, whatever verb stands near.

    find: The town lies [60 kilometres|role=distance] from Port Edran.
    skip: The fire killed [60] people.
    """
    return MEASURES.get(setting.figure.dimension)


def killed_and_wounded_together(setting: Setting) -> Role | None:
    """ "Ninety people were killed or wounded": the two are one sum, which is neither toll.

    find: In Teshar [90|role=other] people were killed or wounded.
    skip: In Teshar [9] people were killed and 12 wounded.
    """
    for match in pattern(setting.lexicon, "roles.together").finditer(setting.text):
        start, end = setting.offset + match.start(), setting.offset + match.end()
        after, before = setting.start - end, start - setting.end
        if (0 <= after <= 3 or 0 <= before <= 25) and not _figure_between(setting, setting.end, start):
            nothing = not any(end <= other.span.start <= end + 12 for other in setting.found.figures)
            return "other" if 0 <= after <= 3 or nothing else None
    return None


def noun_is_the_role(setting: Setting) -> Role | None:
    """ "31 dead", "40 wounded", "30 bodies", "60 prisoners": the noun counted says it.

    find: Rescuers found [30|role=killed] bodies.
    skip: Rescuers found [30] tents.
    """
    figure = setting.figure
    for cue in setting.cues:
        inside = figure.counted is not None and cue.start < figure.counted.end and figure.counted.start < cue.end
        beside = figure.counted is None and 0 <= cue.start - figure.span.end <= 1
        if cue.takes == "noun" and (inside or beside):
            return cue.role
    return None


def figure_of_a_toll(setting: Setting) -> Role | None:
    """ "The death toll reached 43", "toll hits 43 in Teshar": a figure without a noun after a toll.

    find: The death toll has reached [43|role=killed].
    skip: The toll road is open.
    """
    if setting.figure.counted is not None and counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    before = [cue for cue in setting.cues if cue.takes == "noun" and cue.end <= setting.start]
    if setting.figure.counted is None and before and not _figure_between(setting, before[-1].end, setting.start):
        verbs = [cue for cue in setting.cues if cue.takes != "noun" and before[-1].end <= cue.start < setting.start]
        return None if verbs else before[-1].role
    return None


def phrase_beside(setting: Setting) -> Role | None:
    """ "The war claimed the lives of 4,000 people", "129 people on board": a phrase that needs no tree.

    find: The crash claimed the lives of [20|role=killed] people.
    skip: The crash cost [20] dollars.
    """
    if counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    near = [cue for cue in setting.cues if cue.takes == "any" and _distance(setting, cue) <= NEAR]
    clear = [cue for cue in near if not _figure_between(setting, *_gap(setting, cue))]
    return min(clear, key=lambda cue: _distance(setting, cue)).role if clear else None


def verb_governs(setting: Setting) -> Role | None:
    """ "The blast killed at least 12 people", "12 people were killed", "killing 12": the verb above the noun.

    find: The blast killed at least [12|role=killed] people.
    skip: Police said [12] shops had opened.
    """
    words, here = setting.words, setting.root
    if here is None or counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    below = [n for n, word in enumerate(words) if word.head == here and word.relation in {"acl", "relcl", "amod"}]
    for child in below:
        cue = _cue_at(setting, child)
        if cue and cue.takes == "object" and words[child].tag != "VBG":
            return cue.role
        if cue and cue.takes == "subject":
            return cue.role
    for _ in range(UPWARD):
        relation, head = words[here].relation, words[here].head
        if head == here:
            return None
        cue = _cue_at(setting, head)
        if cue and cue.takes == "noun" and relation != "nsubj":
            return cue.role
        if cue and cue.takes in {"object", "subject"}:
            passive = relation == "nsubjpass" or (words[head].tag == "VBN" and relation == "nsubj")
            as_object = relation in {"dobj", "attr", "dative", "oprd"} or passive or relation == "conj"
            as_subject = relation in {"nsubj", "conj"} and not passive
            if (cue.takes == "object" and as_object) or (cue.takes == "subject" and (as_subject or passive)):
                return cue.role
            if relation == "nsubj" and cue.takes == "object":
                return None
        if relation in {"agent", "advcl", "ccomp", "parataxis"}:
            return None
        here = head
    return None


def cue_beside(setting: Setting) -> Role | None:
    """ "Blast kills 16 wounds 40": in a headline, or where the tree is wrong, the nearest verb that fits.

    find: Blast kills [16|role=killed], wounds 40 in Teshar
    skip: Blast kills hope in Teshar
    """
    kind = counted_by(setting.figure, setting.lexicon).kind
    if kind == "thing":
        return None
    fits = []
    for cue in setting.cues:
        before = cue.end <= setting.start
        side = cue.takes in {"object", "any"} if before else cue.takes in {"object", "subject", "any"}
        gap = _gap(setting, cue)
        if (
            side
            and _distance(setting, cue) <= (NEAR if kind != "nothing" else 30)
            and not _figure_between(setting, *gap)
        ):
            if not before and cue.takes == "object" and not _passive(setting, cue):
                continue
            fits.append((_distance(setting, cue), cue.start, cue.role))
    return min(fits)[2] if fits else None


def part_of_another(setting: Setting) -> Role | None:
    """ "Ten people died, including three children": a part has the role of the whole it is taken from.

    find: Ten people died, including [three|role=killed] children.
    skip: [Three] buses came, including a new one.
    """
    if counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    for other in _before(setting):
        if other.dimension == "count" and has(setting, "topics.part", other.span.end, setting.start):
            return _own_role(other, setting)
    return None


def listed_with_another(setting: Setting) -> Role | None:
    """ "Killing 16 people and 4 soldiers": a figure in a list shares the role of the one before it.

    find: The raid killed nine rebels and [four|role=killed] soldiers.
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
    """ "Four villages" are items, "two groups of fighters" forces, where no verb says more.

    find: The army took [four|role=items] villages.
    skip: The army killed [four] rebels.
    """
    counted = counted_by(setting.figure, setting.lexicon)
    if has(setting, "topics.family", setting.start, setting.end):
        return "other"
    return {"thing": "items", "unknown": "items", "fighter": "forces"}.get(counted.kind)  # type: ignore[return-value]


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


def _passive(setting: Setting, cue: Cue) -> bool:
    return any(w.start == cue.start and w.tag in {"VBN", "VBD", "JJ"} for w in setting.words) or not setting.words


def _figure_between(setting: Setting, start: int, end: int) -> bool:
    return any(
        start <= other.span.start < end and other.dimension == "count" and other is not setting.figure
        for other in setting.found.figures
    )


def _cue_at(setting: Setting, place: int) -> Cue | None:
    word = setting.words[place]
    return next((cue for cue in setting.cues if cue.start < word.end and word.start < cue.end), None)


OWN = (
    measured_in_units,
    killed_and_wounded_together,
    noun_is_the_role,
    figure_of_a_toll,
    verb_governs,
    phrase_beside,
    cue_beside,
)
RULES = (
    measured_in_units,
    killed_and_wounded_together,
    noun_is_the_role,
    figure_of_a_toll,
    verb_governs,
    phrase_beside,
    part_of_another,
    cue_beside,
    listed_with_another,
    people_or_things,
)
