"""The role that a figure has from another: a part from its whole, an item of a list from the one before it.

Deciders, asked in order; the first that speaks decides.
"""

from __future__ import annotations

from rashomon.claims.topics.populations import counted_by
from rashomon.claims.topics.reach import cue_at
from rashomon.claims.topics.roles import NEAR, OWN
from rashomon.claims.topics.setting import Setting, has, pattern, setting_of
from rashomon.text import plain
from rashomon.types import Figure, Role

LISTED = 40  # characters between two figures of one list
LONGEST_LIST = 6  # figures looked back on
NEXT = 15  # characters up to the whole that a part is taken from, or back to an article
AGAIN: frozenset[Role | None] = frozenset({"killed", "injured", "missing", "captured"})
CARRIED = 300  # characters back to a figure that a later sentence takes up


def among_those(setting: Setting) -> Role | None:
    """“Two medics were among the dead”, "ten children were among 48 people killed".

    find: In Teshar [two|role=killed] medics were among the dead. Among the injured were [nine|role=injured] children.
    skip: In Teshar [two] medics were among the crowd.
    """
    if counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    ahead = _among_before(setting)
    if ahead:
        return ahead
    after = setting.text[setting.end - setting.offset :]
    match = pattern(setting.lexicon, "topics.among").search(after[: 2 * NEAR])
    if match is None:
        return None
    end = setting.end + match.end()
    wholes = setting.found.figures_from(end, end + 13)
    if wholes:
        return _own_role(wholes[0], setting)
    nouns = [cue for cue in setting.cues if cue.takes == "noun" and 0 <= cue.start - end <= 12]
    return nouns[0].role if nouns else None


def _among_before(setting: Setting) -> Role | None:
    """The role that "among the dead were" gives to whom it names."""
    nouns = [cue for cue in setting.cues if cue.takes == "noun" and cue.end <= setting.start]
    if not nouns:
        return None
    between = setting.text[nouns[-1].end - setting.offset : setting.start - setting.offset].strip()
    named = between in setting.lexicon.forms("topics.being")
    return nouns[-1].role if named and has(setting, "topics.among", nouns[-1].start - 20, nouns[-1].start) else None


def part_of_the_next(setting: Setting) -> Role | None:
    """“Ten of the 12 people killed were tourists”: a part has the role of the whole that follows it.

    find: In Teshar [ten|role=killed] of the 12 people killed were tourists.
    skip: In Teshar [ten] of the 12 boats were sold.
    """
    end = setting.figure.span.end
    for other in setting.found.figures_from(end + 1, end + 1 + NEXT):
        if other.dimension == "count":
            between = plain(setting.figure.account.text[setting.figure.span.end : other.span.start]).lower().strip()
            if between in setting.lexicon.forms("roles.part_of"):
                theirs = setting_of(other, setting.found, setting.lexicon)
                return _own_role(other, setting) or same_people_again(theirs)
    return None


def same_people_again(setting: Setting) -> Role | None:
    """“Twelve people died. … The 12 passengers were tourists”: the same number with its article, told before.

    find: A bus fell off a pier, killing 12 people. The [12|role=killed] guests were tourists.
    skip: A bus fell off a pier, killing 12 people. The [nine] guests were tourists.
    """
    figure = setting.figure
    if figure.point is None or counted_by(figure, setting.lexicon).kind != "person":
        return None
    before = plain(figure.account.text[max(0, figure.span.start - NEXT) : figure.span.start]).lower().split()
    if not before or before[-1] not in setting.lexicon.forms("roles.definite"):
        return None
    same = [f for f in setting.found.figures if f.point == figure.point and f.span.end <= figure.span.start]
    told = {_own_role(other, setting) for other in same[:LONGEST_LIST] if other.dimension == "count"} & AGAIN
    return next(iter(told)) if len(told) == 1 else None


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
    if _has_own_verb(setting):
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


def listed_before_another(setting: Setting) -> Role | None:
    """“Ten tourists, two locals killed”: the first of two that share what stands behind them.

    find: Teshar crash: [ten|role=killed] tourists and two residents killed
    skip: Teshar crash: [ten] tourists waited, two residents killed
    """
    if counted_by(setting.figure, setting.lexicon).kind != "person":
        return None
    for other in setting.found.figures_from(setting.end, setting.end + 1 + NEXT):
        if other.dimension == "count" and counted_by(other, setting.lexicon).kind == "person":
            between = setting.text[setting.end - setting.offset : other.span.start - setting.offset].strip(" ,")
            if not between or between in setting.lexicon.forms("roles.joiner"):
                return _own_role(other, setting)
    return None


def _has_own_verb(setting: Setting) -> bool:
    """Whether the figure is the subject of a verb in the passive that is no cue: "One died, and 19 were moved"."""
    words, root = setting.words, setting.root
    return root is not None and words[root].relation == "nsubjpass" and words[words[root].head].pos == "VERB"


def noun_of_standing(setting: Setting) -> Role | None:
    """“5,000 residents”, "60 prisoners", "500 protesters", where no verb says what happened to them.

    find: The camp is for [800|role=displaced] refugees.
    skip: The camp is for [800] tents.
    """
    counted, words, root = setting.figure.counted, setting.words, setting.root
    if root is not None and words[root].relation == "nsubj" and setting.found.speaks_at(words[words[root].head].start):
        return None  # "one resident said"
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
    before = [f for f in setting.found.figures_from(start - CARRIED, start) if f.dimension == "count"]
    roles = [_own_role(other, setting) for other in before[-LONGEST_LIST:]]
    return next((role for role in reversed(roles) if role not in {None, "items"}), None)


def in_a_crowd(setting: Setting) -> Role | None:
    """“Among a crowd of about 1,000 men”: they were there.

    find: In Teshar a crowd of [about 300|role=present] men stood at the gate.
    skip: In Teshar a crowd came with [300] flags.
    """
    if counted_by(setting.figure, setting.lexicon).kind == "thing":
        return None
    before = setting.text[max(0, setting.start - setting.offset - NEXT) : setting.start - setting.offset]
    ends = [match.end() for match in pattern(setting.lexicon, "roles.crowd").finditer(before)]
    return "present" if ends and not before[ends[-1] :].strip() else None


def does_something(setting: Setting) -> Role | None:
    """“Several dozen youths hurled stones”, "an attack by ten boys": whoever acts takes part; who only speaks does not.

    find: In Teshar [several dozen|role=participants] youths threw stones at a shop.
    skip: In Teshar [three] women said that the lock was shut.
    """
    words, root = setting.words, setting.root
    if root is None or counted_by(setting.figure, setting.lexicon).kind != "person":
        return None
    if words[root].relation == "pobj" and words[words[words[root].head].head].pos == "NOUN":
        root = words[words[root].head].head  # "a group of 200 men stormed the gate"
    relation, head = words[root].relation, words[root].head
    if relation == "pobj" and words[head].relation == "agent":
        return "participants"
    verb = words[head]
    if relation != "nsubj" or verb.pos != "VERB" or cue_at(setting, head) or setting.found.speaks_at(verb.start):
        return None
    if verb.lemma in setting.lexicon.forms("roles.inert"):
        return None
    return "participants" if any(w.head == head and w.relation in {"dobj", "prt", "prep"} for w in words) else None


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


def _before(setting: Setting) -> list[Figure]:
    """The figures before this one in its sentence, the nearest first."""
    start = setting.figure.span.start
    return list(reversed(setting.found.figures_from(setting.offset, start)[-LONGEST_LIST:]))


def _own_role(other: Figure, setting: Setting) -> Role | None:
    """The role that another figure has by itself, not by a list or a whole it belongs to."""
    theirs = setting_of(other, setting.found, setting.lexicon)
    return next((role for rule in OWN if (role := rule(theirs))), None)


RULES = (
    among_those,
    part_of_another,
    part_of_the_next,
    listed_with_another,
    listed_before_another,
    noun_of_standing,
    carried_over,
    same_people_again,
    in_a_crowd,
    does_something,
    people_or_things,
)
