"""How far something lies from one town, in two accounts: 20 miles north of it, or 26."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations

from rashomon.findings.deeds import body_of
from rashomon.findings.stated import PLAINLY, Compared, Stated, after, any_of, finding, number, rounding, stated_in
from rashomon.lexicons import Lexicon
from rashomon.types import Finding, Reading, Sentence

LEAST, MOST = Decimal("1.1"), Decimal(2)  # times; nearer are one way, further off are ways to two things
REACH = 60  # characters behind a distance in which its town stands
TURN = 45  # degrees by which two ways to one thing may point apart
CIRCLE = 360
OPENING = 12  # sentences in which an account says where it happened
LETTERS = 4  # of a noun at least; shorter ones are "a.m." and the like


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A distance in a direction from a town, and the words of its sentence for what lies there."""

    stated: Stated
    town: str
    degrees: int
    words: frozenset[str]


def two_ways_to_one_thing(compared: Compared) -> Iterator[Finding]:
    """The quake was 20 miles north of Teshar, says one account; 26 miles north of Teshar, says another.

    Only where both name the thing and give the direction, and near the top.

    find: The quake struck [about 20 miles|check=magnitude; severity=doubt] north of Teshar on Monday. // A quake shook the valley. It was centred on the lock: the quake lay [26 miles|check=magnitude] north of Teshar.
    skip: The quake struck about 20 miles north of Teshar on Monday. // The quake was felt in a village 26 miles south of Teshar. A fire burned 30 miles north of Teshar.
    """  # noqa: E501
    ways = [way for reading in compared.readings for way in _ways(reading, compared.lexicon)]
    seen = set()
    for one, other in combinations(ways, 2):
        pair = one.stated.span.account, other.stated.span.account
        if pair[0] == pair[1] or one.town != other.town or not one.words & other.words or pair in seen:
            continue
        if _turned(one.degrees, other.degrees):
            continue
        low, high = sorted((one.stated, other.stated), key=lambda stated: stated.point)
        times = high.point / low.point
        if LEAST <= times <= MOST and high.point - low.point > _step(low) + _step(high):
            seen.add(pair)
            arithmetic = f"{low.text} and {high.text} from {one.town}: {number(round(times, 2))} times as far"
            yield finding("magnitude", "doubt", arithmetic, [one.stated.span, other.stated.span])


def _step(stated: Stated) -> Decimal:
    """What the last digit of a distance leaves open, in metres."""
    exact = any(character.isdigit() for character in stated.text) and stated.figure.modifier == "exact"
    return (rounding(stated) if exact else Decimal("0.05")) * stated.point


@cache
def _behind(lexicon: Lexicon) -> re.Pattern[str]:
    """A direction and a town behind a distance: "north of Teshar", "west of the capital of Teshar"."""
    direction = lexicon.alternatives("findings.bearing")
    between = rf"(?:(?:{any_of('determiner', lexicon)}\s+)?[a-z]+\s+{any_of('of', lexicon)}\s+)?"
    return re.compile(
        rf"(?:\s*\([^)]*\)|\))?\s+(?:\w+\s+){{0,1}}?(?P<way>{direction})\s+{any_of('of', lexicon)}\s+{between}"
        r"(?P<town>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)*)"
    )


def apart(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether what follows two distances counts them from two towns, or in two directions."""
    left, right = (_behind(lexicon).match(text) for text in (one, other))
    if left is None or right is None:
        return (left or right) is not None
    return left["town"] != right["town"] or _turned(_degrees(left, lexicon), _degrees(right, lexicon))


def _turned(one: int, other: int) -> bool:
    """Whether two directions point further apart than two ways to one thing may."""
    turn = abs(one - other)
    return min(turn, CIRCLE - turn) > TURN


def _degrees(way: re.Match[str], lexicon: Lexicon) -> int:
    return int(lexicon.by_form("findings.bearing")[way["way"].lower()]["degrees"])


def _ways(reading: Reading, lexicon: Lexicon) -> Iterator[Way]:
    opening = body_of(reading)[:OPENING]
    for stated in stated_in(reading, lexicon):
        if stated.figure.dimension != "length" or stated.figure.modifier not in PLAINLY or not stated.point:
            continue
        sentence = next((each for each in opening if each.span.holds(stated.span)), None)
        match = _behind(lexicon).match(after(stated, REACH)) if sentence else None
        if sentence is not None and match:
            words = _things(sentence, stated)
            yield Way(stated=stated, town=match["town"], degrees=_degrees(match, lexicon), words=words)


def _things(sentence: Sentence, stated: Stated) -> frozenset[str]:
    """The nouns before a distance in its sentence, its own unit apart: what lies there."""
    nouns = (word for word in sentence.words if word.end <= stated.span.start and word.pos == "NOUN")
    lemmas = frozenset(word.lemma.lower() for word in nouns if word.text.isalpha() and len(word.text) >= LETTERS)
    return lemmas - {stated.figure.unit or ""}


RULES = (two_ways_to_one_thing,)
