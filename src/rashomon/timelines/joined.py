"""Which happenings of several accounts are one, and on what day it was."""

from __future__ import annotations

from rashomon.timelines.happenings import Happening

APART = 7  # days by which two accounts may differ on the date of one happening
SHARED = 3  # words that two tellings of one happening have in common
ALIKE = 0.4  # share of the shorter telling's words that the other has too


def same_days(left: Happening, right: Happening) -> bool | None:
    """As in "A ferry struck a pier in Teshar on Monday" twice: the same place, the same days, the same words.

    find: {2031-05-07} [A ferry hit boats at Salter Pier on Monday.] // [A ferry hit boats at Salter Pier on 5 May 2031.]
    skip: {2031-05-07} A ferry hit the pier at Salter Bay on Monday. // {2031-05-07} A crew left on Monday.
    """
    if left.latest < right.earliest or right.latest < left.earliest or not left.sites & right.sites:
        return None
    shared = (left.words & right.words) - left.sites
    enough = len(shared) >= SHARED and len(shared) >= ALIKE * min(len(left.words), len(right.words))
    return True if enough and left.verb in right.words | {right.verb} else None


def other_days(left: Happening, right: Happening) -> bool | None:
    """As in "… on Monday" and "… on Tuesday" of the same ferry and pier: two accounts that differ on the day.

    Only of different accounts, days apart by a week at most, with the same verb and most of the same words.

    find: {2031-05-07} [A ferry hit boats at Salter Pier on Monday.] // [A ferry hit boats at Salter Pier on 6 May 2031.]
    skip: {2031-05-07} A ferry hit the pier at Salter Bay on Monday. // {2031-05-07} A crew left Salter Bay on Tuesday.
    """
    if left.reading is right.reading or left.verb != right.verb or not left.sites & right.sites:
        return None
    gap = max(left.earliest, right.earliest) - min(left.latest, right.latest)
    shared = left.words & right.words - left.sites
    fewer = min(len(left.words), len(right.words))
    return True if gap.days <= APART and len(shared) >= SHARED and len(shared) >= 2 * ALIKE * fewer else None


RULES = (same_days, other_days)
