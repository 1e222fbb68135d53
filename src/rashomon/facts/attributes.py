"""Which attribute a number measures, and of what: the depth of a well, the age of a boy, the way to a town."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rashomon.facts.signs import pattern
from rashomon.facts.spelling import skeleton
from rashomon.lexicons import Lexicon
from rashomon.types import Figure, Word

BESIDE = 26  # characters to either side of a measure in which its attribute stands, a conversion in brackets among them
AGED = 10  # characters behind an age in which it is told to be one
FAR = 12  # words behind a distance in which the town it is counted from stands
NEAR = 12  # words to either side of a measure in which what it measures stands
LINKING = frozenset({"ADP", "CCONJ", "DET", "AUX", "PRON"})
NOUNS = frozenset({"NOUN", "PROPN"})
AGE = "age"
ANYBODY = "*"  # bears the only age that an account tells
WAY = "distance"
SIZE = "size"  # a length of a thing that is not told to be its depth, height or width
BEFORE = frozenset({"amod", "nummod", "compound", "nmod", "npadvmod"})


def attribute_of(figure: Figure, words: Sequence[Word], text: str, lexicon: Lexicon) -> tuple[str, frozenset[str]]:
    """The attribute and the words for what has it; an empty name where none is told.

    `text` is the plain view of the sentence, in lower case, and `words` are its words.
    """
    first = next((n for n, word in enumerate(words) if word.end > figure.span.start), len(words))
    last = next((n for n, word in enumerate(words) if word.end >= figure.span.end), len(words))
    start = figure.span.start - words[0].start if words else 0
    end = start + len(figure.span.text)
    if figure.dimension == "duration":
        said = text[max(0, start - AGED) : end + AGED].replace(" - ", "-")
        is_age = figure.span.text.isdigit() or any(form in said for form in lexicon.forms("topics.age"))
        return (AGE, _person(words, first, last)) if is_age else ("", frozenset())
    if figure.dimension != "length":
        return "", frozenset()
    after, before = text[end : end + BESIDE], text[max(0, start - BESIDE) : start]
    behind = pattern(lexicon, "attributes.measure").search(after.replace("-", " "))
    told: re.Match[str] | None = behind or next(
        reversed(list(pattern(lexicon, "attributes.measure").finditer(before))), None
    )
    if told:
        near = words[max(0, first - NEAR) : last + 1 + NEAR]
        at = words[0].start + (end + told.end() if behind else max(0, start - BESIDE) + told.end())
        following = next((word for word in near if word.start >= at and word.text.isalpha()), None)
        bearers = {
            word.lemma.lower() for word in near if word.pos == "NOUN" or (word is following and word.pos not in LINKING)
        }
        key = lexicon.by_form("attributes.measure")[told[0]]["key"]
        return key, frozenset(bearers) - _units(lexicon)
    head = words[words[last].head] if last < len(words) else None
    if head is not None and head.pos == "NOUN" and head.start > words[last].start and words[last].relation in BEFORE:
        return SIZE, frozenset({head.lemma.lower()})
    return WAY, _town(words[last + 1 : last + 1 + FAR], lexicon)


@cache
def _units(lexicon: Lexicon) -> frozenset[str]:
    """The names of units and of the attributes themselves, which bear nothing."""
    lists = [name for name in lexicon.lists if name.startswith("units.")]
    forms = (form.lower() for name in (*lists, "attributes.measure") for form in lexicon.forms(name))
    return frozenset(form.removesuffix("s") for form in forms) | frozenset(lexicon.forms("attributes.measure"))


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
