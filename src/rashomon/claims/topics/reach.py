"""What a figure can reach: the words above and below its noun in the tree, and the cues right beside it."""

from __future__ import annotations

from rashomon.claims.topics.populations import counted_by
from rashomon.claims.topics.setting import Cue, Setting
from rashomon.types import Role

UPWARD = 8  # words climbed in the tree before giving up
BESIDE = 2  # characters between a figure and a word right beside it


def path_above(setting: Setting) -> list[tuple[str, int]]:
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


def role_above(setting: Setting, path: list[tuple[str, int]]) -> Role | None:
    """What the first verb or noun of state above the figure says, if the figure stands where it takes people."""
    of = setting.lexicon.forms("roles.part_of")
    for step, (relation, head) in enumerate(path):
        cue = cue_at(setting, head)
        if cue and cue.takes == "object" and relation == "prep" and setting.words[path[step - 1][1]].text.lower() in of:
            return cue.role  # "the shooting of five boys"
        passive = relation == "nsubjpass" or (relation == "nsubj" and setting.words[head].tag == "VBN")
        if cue is None or cue.takes == "weak":
            continue
        if cue.takes == "none":
            return None
        if cue.takes in {"noun", "any"}:
            if relation != "nsubj":
                return cue.role
        elif cue.takes == "object":
            if cue.role == "other":
                return _joined_state(setting, head) or cue.role if passive or relation in {"dobj", "conj"} else None
            return cue.role if passive or relation in {"dobj", "attr", "dative", "oprd", "conj"} else None
        elif relation in {"nsubj", "nsubjpass", "conj"}:
            return cue.role
    return None


def _joined_state(setting: Setting, verb: int) -> Role | None:
    """“Shot on Monday and killed”: the verb joined to one that leaves open how it went."""
    for place, word in enumerate(setting.words):
        cue = cue_at(setting, place) if word.head == verb and word.relation == "conj" else None
        if cue and cue.takes in {"object", "subject"} and cue.role in {"killed", "injured"}:
            return cue.role
    return None


def role_below(setting: Setting) -> Role | None:
    """What a participle or clause that hangs below the figure's noun says."""
    words = setting.words
    for child, word in enumerate(words):
        if word.head == setting.root and word.relation in {"acl", "relcl", "amod"} and child != setting.root:
            cue = cue_at(setting, child)
            if cue and (cue.takes == "subject" or (cue.takes == "object" and word.tag != "VBG")):
                return cue.role
    return None


def gap(setting: Setting, cue: Cue) -> tuple[int, int]:
    """The characters between a figure and a cue."""
    return (cue.end, setting.start) if cue.end <= setting.start else (setting.end, cue.start)


def distance(setting: Setting, cue: Cue) -> int:
    """How many characters stand between a figure and a cue."""
    start, end = gap(setting, cue)
    return max(0, end - start)


def just_after(setting: Setting, cue: Cue) -> bool:
    """Whether a cue follows the figure at once, or after a word like “more”."""
    between = setting.text[setting.end - setting.offset : cue.start - setting.offset].strip()
    near = 0 <= cue.start - setting.end <= 2 * BESIDE + len(between)
    linking = (*setting.lexicon.forms("topics.beside"), *setting.lexicon.forms("topics.being"))
    return near and (not between or between in linking)


def is_active(setting: Setting, cue: Cue) -> bool:
    """Whether a verb behind the figure has an object of its own, so that the figure did it."""
    place = next((n for n, word in enumerate(setting.words) if word.start <= cue.start < word.end), None)
    if place is None:
        return False
    word = setting.words[place]
    objects = any(w.head == place and w.relation == "dobj" and w.start > word.start for w in setting.words)
    return objects or word.tag in {"VBG", "VBZ", "VBP"}


def states(setting: Setting) -> list[Cue]:
    """The cues of killing and wounding, one for each place."""
    states: dict[int, Cue] = {}
    for cue in setting.cues:
        if cue.role in {"killed", "injured"}:
            states.setdefault(cue.start, cue)
    return list(states.values())


def figure_between(setting: Setting, start: int, end: int) -> bool:
    """Whether another number of people stands there; numbers of things take no part in a toll."""
    return any(
        other.dimension == "count"
        and other is not setting.figure
        and counted_by(other, setting.lexicon).kind != "thing"
        for other in setting.found.figures_from(start, end)
    )


def cue_at(setting: Setting, place: int) -> Cue | None:
    """The cue at one word of the sentence."""
    word = setting.words[place]
    return next((cue for cue in setting.cues if cue.start < word.end and word.start < cue.end), None)
