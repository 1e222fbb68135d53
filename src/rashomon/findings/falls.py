"""A total that only grows, yet is lower in the later of two pages."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.findings.claimed import least_in, modifier_in, point_in, role_in, whom_in, words_of
from rashomon.findings.stated import Compared, finding
from rashomon.names import names_meet
from rashomon.types import Finding

TOLLS = frozenset({"killed"})
MOST = 3  # times; a number further off counts other people


def total_that_falls(compared: Compared) -> Iterator[Finding]:
    """The ministry counted 30 dead on Monday and 24 on Wednesday: the dead do not grow fewer.

    find: {2031-05-02 The Harbour Post} The Teshar ferry fire killed [30|check=running_total; severity=doubt] people, the health ministry said. // {2031-05-04 Teshar Daily} The Teshar ferry fire killed [24|check=running_total] people, the health ministry said.
    skip: {2031-05-02 The Harbour Post} The Teshar ferry fire killed 24 people, the health ministry said. // {2031-05-04 Teshar Daily} The Teshar ferry fire killed 30 people, the health ministry said.
    """  # noqa: E501
    days = compared.days
    for verdict in compared.verdicts:
        for relation in verdict.relations if verdict.fact.role in TOLLS else ():
            sides = [side for side in (relation.left, relation.right) if days.get(side.account)]
            if len(sides) < 2 or role_in(sides[0]) != role_in(sides[1]) or whom_in(sides[0]) != whom_in(sides[1]):
                continue
            early, late = sorted(sides, key=lambda side: str(days[side.account]))
            one, other = early.stated_source, late.stated_source
            if days[early.account] == days[late.account] or not one or not other or modifier_in(late) != "exact":
                continue
            low, high = point_in(late), least_in(early)
            if 0 < low < high <= MOST * low and names_meet(one.name, other.name, compared.lexicon):
                arithmetic = (
                    f"{words_of(early)}, then {words_of(late)} in the later page, both on the word of {one.name}"
                )
                yield finding("running_total", "doubt", arithmetic, [early.span, late.span])
                break


RULES = (total_that_falls,)
