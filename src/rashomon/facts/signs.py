"""Small words around a figure that tell what kind of number it is: a total, a stage's number, one in a stated time.

A sign is the name of the word list that has a word beside the figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.text import alternatives, plain
from rashomon.types import Figure, Sentence

REACH = {
    "rival": (20, 0),
    "taken": (60, 80),
    "hostile": (60, 60),
    "total": (30, 30),
    "remaining": (16, 0),
    "together": (30, 40),
    "night": (120, 120),
    "scene": (0, 45),
}  # characters before and behind the figure, by sign
EARLIER = 2  # sentences before a figure's own in which a stage may be named
BESIDE = 40  # characters behind a figure in which it is told that it is a part
LINK = 18  # characters before a length of time in which it is told that things happened within it


def signs_of(figure: Figure, sentences: Sequence[Sentence], place: int, lexicon: Lexicon) -> frozenset[str]:
    """The signs beside one figure, which stands in the sentence at `place`."""
    sentence = sentences[place]
    text = plain(sentence.span.text).lower()
    start, end = figure.span.start - sentence.span.start, figure.span.end - sentence.span.start
    found = {
        name
        for name, (before, after) in REACH.items()
        if named(lexicon, f"topics.{name}", text[max(0, start - before) : start])
        or named(lexicon, f"topics.{name}", text[end : end + after])
    }
    told = " ".join(plain(one.span.text).lower() for one in sentences[max(0, place - EARLIER) : place + 1])
    return frozenset(found | ({"stage"} if named(lexicon, "topics.stage", told) else set()))


def within_of(figure: Figure, beside: Sequence[Figure], lexicon: Lexicon) -> Decimal | None:
    """The days within which a number is said to have come together: “in the past 24 hours” is one."""
    for other in beside:
        if other.dimension != "duration" or figure.dimension == "duration":
            continue
        at = other.span.start
        before = plain(other.span.account.text[max(0, at - LINK) : at]).lower().rstrip()
        if other.modifier == "exact" and _ends(lexicon, "topics.within").search(before):
            return other.point
    return None


def told_days(days: Decimal) -> str:
    """A length of time as readers say it: a day, three days, six hours."""
    if days == 1:
        return "a day"
    return f"{days.normalize():f} days" if days > 1 else f"{(days * 24).quantize(Decimal(1)):f} hours"


def is_part(lexicon: Lexicon, text: str, start: int, end: int) -> bool:
    """“Including three”, “three of the dead”, “three children among the dead”."""
    after = text[end : end + BESIDE]
    of_them = any(after.lstrip().startswith(form) for form in lexicon.forms("topics.of_whole"))
    before = named(lexicon, "topics.part", text[max(0, start - 14) : start])
    among = pattern(lexicon, "topics.among").search(after)
    whole = among is not None and not pattern(lexicon, "topics.part").match(after, among.start())
    return before or of_them or whole


def is_more(lexicon: Lexicon, text: str, start: int, end: int) -> bool:
    """“Three more died”, "another three": beside the figure, no farther."""
    after = text[end:].split(None, 1)
    before = text[:start].split()
    forms = lexicon.forms("topics.more")
    return bool((after and after[0].strip(".,;") in forms) or (before and before[-1] in forms))


def named(lexicon: Lexicon, name: str, text: str) -> bool:
    """Whether a word of the list stands in the text, which is in lower case."""
    return pattern(lexicon, name).search(text) is not None


@cache
def pattern(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    """Any form of a word list as a whole word, in lower case."""
    return re.compile(rf"(?<![\w-])(?:{_forms(lexicon, name)})(?!\w)")


@cache
def _ends(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_forms(lexicon, name)})$")


def _forms(lexicon: Lexicon, name: str) -> str:
    return alternatives(form.lower() for form in lexicon.forms(name))
