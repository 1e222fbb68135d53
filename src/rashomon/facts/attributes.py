"""Which attribute a number measures, and of what: the depth of a well, the age of a boy, the way to a town."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.facts.signs import pattern
from rashomon.facts.spelling import skeleton
from rashomon.lexicons import Lexicon
from rashomon.types import Figure, Word

BESIDE = 26  # characters to either side of a measure in which its attribute stands, a conversion in brackets among them
AGED = 10  # characters behind an age in which it is told to be one
FAR = 12  # words behind a distance in which the town it is counted from stands
VERB = 3  # words before a share in which it is told to be a rise or a fall
NEAR = 12  # words to either side of a measure in which what it measures stands
LINKING = frozenset({"ADP", "CCONJ", "DET", "AUX", "PRON"})
NOUNS = frozenset({"NOUN", "PROPN"})
AGE = "age"
ANYBODY = "*"  # bears the only age that an account tells
WAY = "distance"
SIZE = "size"  # a length of a thing that is not told to be its depth, height or width
BEFORE = frozenset({"amod", "nummod", "compound", "nmod", "npadvmod"})


Attribute = tuple[str, frozenset[str]]  # its name, and the words for what has it
NONE: Attribute = ("", frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a figure stands in its sentence: its first and last word, and the plain text in lower case about it."""

    figure: Figure
    words: Sequence[Word]
    first: int
    last: int
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the figure ends in the text of the sentence."""
        return self.start + len(self.figure.span.text)


def attribute_of(spot: Spot, lexicon: Lexicon) -> Attribute:
    """What a figure measures, and the words for what has it; an empty name where none is told."""
    if spot.figure.dimension == "duration":
        return _age(spot, lexicon)
    if spot.figure.dimension == "share":
        return _change(spot, lexicon)
    if spot.figure.dimension == "length" and spot.words:
        return (
            _told(spot, lexicon)
            or _size(spot)
            or (WAY, _town(spot.words[spot.last + 1 : spot.last + 1 + FAR], lexicon))
        )
    return NONE


def _change(spot: Spot, lexicon: Lexicon) -> Attribute:
    """Of "stocks plunged 5.4 percent" the fall of stocks: the verb right before a share, and its subject's noun."""
    words, named = spot.words, lexicon.by_form("attributes.change")
    before = range(max(0, spot.first - VERB), spot.first)
    verbs = [at for at in before if words[at].pos == "VERB"]
    told = [named[words[at].text.lower()]["key"] for at in before if words[at].text.lower() in named]
    if not told or not verbs:
        return NONE
    subjects = [w for w in words if w.relation in {"nsubj", "nsubjpass"} and w.head == verbs[-1] and w.pos in NOUNS]
    return (told[-1], frozenset(word.lemma.lower() for word in subjects)) if subjects else NONE


def _age(spot: Spot, lexicon: Lexicon) -> Attribute:
    said = spot.text[max(0, spot.start - AGED) : spot.end + AGED].replace(" - ", "-")
    is_age = spot.figure.span.text.isdigit() or any(form in said for form in lexicon.forms("topics.age"))
    return (AGE, _person(spot.words, spot.first, spot.last)) if is_age else NONE


def _told(spot: Spot, lexicon: Lexicon) -> Attribute | None:
    """The attribute that a word beside the measure names, with the nouns near it and the word that follows it."""
    opening = max(0, spot.start - BESIDE)
    named = pattern(lexicon, "attributes.measure")
    behind = named.search(spot.text[spot.end : spot.end + BESIDE].replace("-", " "))
    told = behind or next(reversed(list(named.finditer(spot.text[opening : spot.start]))), None)
    if told is None:
        return None
    near = spot.words[max(0, spot.first - NEAR) : spot.last + 1 + NEAR]
    at = spot.figure.span.start - spot.start + told.end() + (spot.end if behind else opening)
    following = next((word for word in near if word.start >= at and word.text.isalpha()), None)
    bearers = {
        word.lemma.lower() for word in near if word.pos == "NOUN" or (word is following and word.pos not in LINKING)
    }
    return lexicon.by_form("attributes.measure")[told[0]]["key"], frozenset(bearers) - _units(lexicon)


def _size(spot: Spot) -> Attribute | None:
    """Of "a 40-metre well" the size of the well."""
    own = spot.words[spot.last] if spot.last < len(spot.words) else None
    head = spot.words[own.head] if own else None
    if own is None or head is None or head.pos != "NOUN" or head.start <= own.start or own.relation not in BEFORE:
        return None
    return SIZE, frozenset({head.lemma.lower()})


@cache
def _units(lexicon: Lexicon) -> frozenset[str]:
    """The names of units and of the attributes themselves, which bear nothing."""
    attributes = lexicon.lowered("attributes.measure")
    return frozenset(form.removesuffix("s") for form in lexicon.units | attributes) | attributes


def _person(words: Sequence[Word], first: int, last: int) -> frozenset[str]:
    """The noun right behind an age, or the name or noun before it."""
    behind = [word for word in words[last + 1 : last + 5] if word.pos in NOUNS]
    before = [word for word in words[max(0, first - 4) : first] if word.pos in NOUNS]
    set_off = first > 0 and words[first - 1].text == ","
    follows = last + 1 < len(words) and words[last + 1].pos in {"NOUN", "PROPN", "ADJ"}
    return frozenset(word.lemma.lower() for word in (behind if behind and follows and not set_off else before))


def _town(words: Sequence[Word], lexicon: Lexicon) -> frozenset[str]:
    """The first name behind a word like "from" or "west of"."""
    away = next((n for n, word in enumerate(words) if word.text.lower() in lexicon.forms("attributes.away")), None)
    if away is None:
        return frozenset()
    rest = words[away + 1 :]
    start = next((n for n, word in enumerate(rest) if word.pos == "PROPN"), None)
    if start is None:
        return frozenset()
    end = next((n for n in range(start, len(rest)) if rest[n].pos != "PROPN"), len(rest))
    return frozenset(skeleton(word.text) for word in rest[start:end])
