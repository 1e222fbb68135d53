"""Numbers beside killing or leaving that nobody was killed or left of. Deciders, asked before all others.

Each gives the role `other`, so that no later rule takes the number for a toll.
"""

from __future__ import annotations

from rashomon.claims.topics.setting import Setting, has, pattern
from rashomon.types import Role

JUST_BEFORE = 14  # characters before a figure in which a parent is named
SHORTLY_BEFORE = 50  # characters before a figure in which an attempt is named
VERB = 2  # words between an attempt and whom it was made on


def children_of_a_parent(setting: Setting) -> Role | None:
    """“A mother of 12 was shot dead”: twelve children, not the dead.

    find: In Teshar a mother of [12|role=other] was killed on Monday.
    skip: In Teshar a group of [12] was killed on Monday.
    """
    start = setting.figure.span.start
    return "other" if has(setting, "topics.parent", start - JUST_BEFORE, start) else None


def only_attempted(setting: Setting) -> Role | None:
    """“He attempted to murder three others”: nobody was.

    find: In Teshar he killed a guard, in addition to attempting to murder [three|role=other] guests.
    skip: In Teshar he murdered [three] guests.
    """
    end = setting.figure.span.start - setting.offset
    for match in pattern(setting.lexicon, "topics.attempt").finditer(setting.text, max(0, end - SHORTLY_BEFORE), end):
        if len(setting.text[match.end() : end].split()) <= VERB:
            return "other"
    return None


RULES = (children_of_a_parent, only_attempted)
