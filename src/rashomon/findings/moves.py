"""How far one thing rose or fell: shares that plunged 5 percent in one account and closed down 4 in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import combinations

from rashomon.findings.stated import PLAINLY, Compared, Stated, any_of, before, finding, percent, rounding, stated_in
from rashomon.lexicons import Lexicon
from rashomon.types import Finding, Reading

REACH = 70  # characters before a share in which its verb and what moved stand
TOLD = PLAINLY | {"nearly", "more_than"}  # manners in which a share is told as the size of a move
OFF = Decimal("0.1")  # of a move; nearer ones are one move, rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What rose or fell, which way, by what share, on the page of which day."""

    what: str
    rising: bool
    share: Stated
    day: date | None


def one_move_two_sizes(compared: Compared) -> Iterator[Finding]:
    """Teshar stocks plunged 5.4 percent, says one account; they closed down 3.9 percent, says another of that day.

    find: {2031-05-02 The Harbour Post} Teshar stocks plunged [5.4 percent|check=change; severity=doubt]. // {2031-05-02 Teshar Daily} Markets fell as Teshar stocks closed down [3.9 percent|check=change].
    skip: {2031-05-02 The Harbour Post} Teshar stocks plunged 5.4 percent. // {2031-05-02 Teshar Daily} Markets fell as Teshar stocks closed down 5 percent. Edran stocks fell 2 percent.
    """  # noqa: E501
    moves = [move for reading in compared.readings for move in _moves(reading, compared.lexicon)]
    for one, other in combinations(moves, 2):
        same = one.what == other.what and one.rising == other.rising and one.day == other.day
        if not same or one.share.span.account == other.share.span.account:
            continue
        low, high = sorted((one.share.point, other.share.point))
        slack = OFF + max(rounding(one.share), rounding(other.share))
        if high - low > slack * high:
            arithmetic = f"{one.what}: {percent(low)} and {percent(high)}, on one day or at two times of it"
            yield finding("change", "doubt", arithmetic, [one.share.span, other.share.span])


@cache
def _moved(lexicon: Lexicon) -> re.Pattern[str]:
    """What moved, in two words, and the verb: "Teshar stocks plunged", "Teshar stocks closed down"."""
    up = rf"(?P<up>{any_of('rising', lexicon)}|(?:\w+\s+)?{any_of('upward', lexicon)})"
    down = rf"(?P<down>{any_of('falling', lexicon)}|(?:\w+\s+)?{any_of('downward', lexicon)})"
    return re.compile(
        rf"\b(?P<what>[\w'-]+\s+[\w'-]+)\s+(?:{up}|{down})\s+(?:{any_of('by', lexicon)}\s+)?$", re.IGNORECASE
    )


def _moves(reading: Reading, lexicon: Lexicon) -> Iterator[Move]:
    """What an account's body tells to have risen or fallen, each with the share beside it."""
    for stated in stated_in(reading, lexicon):
        figure = stated.figure
        if figure.dimension != "share" or figure.point is None or figure.zone != "body" or figure.modifier not in TOLD:
            continue
        match = _moved(lexicon).search(before(stated, REACH))
        if match is not None:
            what, rising = " ".join(match["what"].lower().split()), match["up"] is not None
            yield Move(what=what, rising=rising, share=stated, day=reading.masthead.published)


RULES = (one_move_two_sizes,)
