"""Which happenings of several accounts are one, and on what day it was."""

from __future__ import annotations

from rashomon.timelines.happenings import Happening

APART = 7  # days by which two accounts may differ on the date of one happening
SHARED = 3  # words that two tellings of one happening have in common
SOME = 0.4  # share of the shorter telling's words that the other has too, where the place is the same
MOST = 0.7  # where it is not named, or the day differs


def same_words(left: Happening, right: Happening) -> bool | None:
    """As in "The ferry had not left since Monday" told twice: the same days and nearly all the same words.

    find: {2031-05-07} [The old ferry struck two boats Monday.] // {2031-05-06} [A ferry struck old boats on Monday.]
    skip: {2031-05-07} The old ferry struck two boats on Monday. // {2031-05-07} A crew left the quay on Monday.
    """
    if not _same_days(left, right):
        return None
    shared, fewer = _shared(left, right)
    return True if len(shared) >= SHARED and len(shared) >= MOST * fewer else None


def same_place(left: Happening, right: Happening) -> bool | None:
    """As in "A ferry struck a pier in Teshar on Monday" twice: the same place, the same days, words in common.

    find: {2031-05-07} [A ferry struck cars at Ode Bay Monday.] // [A ferry also rammed cars at Ode Bay on 5 May 2031.]
    skip: {2031-05-07} A ferry struck boats at Ode Bay on Monday. // {2031-05-07} A crew left on Monday.
    """
    if not _same_days(left, right) or not left.sites & right.sites:
        return None
    if left.events & right.events and left.verb == right.verb:
        return True
    shared, fewer = _shared(left, right)
    return True if len(shared) >= 2 and len(shared) >= SOME * fewer else None


def other_days(left: Happening, right: Happening) -> bool | None:
    """As in "… on Monday" and "… on Tuesday" of the same ferry and pier: two accounts that differ on the day.

    Only of different accounts, days apart by a week at most, with the same verb and most of the same words.

    find: {2031-05-07} [A ferry struck boats at Ode Bay Monday.] // [A ferry struck boats at Ode Bay on 6 May 2031.]
    skip: {2031-05-07} A ferry struck boats at Ode Bay Monday. // {2031-05-07} A crew left Ode Bay Tuesday.
    """
    if left.reading is right.reading or left.verb != right.verb or not left.sites & right.sites:
        return None
    gap = max(left.earliest, right.earliest) - min(left.latest, right.latest)
    shared, fewer = _shared(left, right)
    return True if gap.days <= APART and len(shared) >= SHARED and len(shared) >= MOST * fewer else None


def _same_days(left: Happening, right: Happening) -> bool:
    return left.earliest <= right.latest and right.earliest <= left.latest


def _shared(left: Happening, right: Happening) -> tuple[frozenset[str], int]:
    """The words both have, and how many the shorter has, the names of places apart."""
    ours, theirs = left.words - left.sites, right.words - right.sites
    return ours & theirs, min(len(ours), len(theirs))


RULES = (same_words, same_place, other_days)
