"""Noun phrases read off the surface: what stands directly before or after a cue where commas were lost."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.types import Word

INSIDE = {"ADJ", "NOUN", "PROPN", "NUM", "PART"}
LONGEST = 14  # words


def phrase_before(words: Sequence[Word], end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The noun phrase that ends before a word: "… for the first time [a monitoring group] said"."""
    last = end - 1
    while last >= 0 and (words[last].pos in {"AUX", "ADV"} or words[last].text == ","):
        last -= 1
    if last < 0 or words[last].pos not in {"NOUN", "PROPN", "PRON", "X"}:
        return None
    first = last
    while first > 0 and last - first < LONGEST:
        step = _step_back(words, first, lexicon)
        if step is None:
            break
        first = step
    return first, last


def _step_back(words: Sequence[Word], first: int, lexicon: Lexicon) -> int | None:
    """The next word to the left that still belongs to the phrase, or None."""
    word, here = words[first - 1], words[first]
    if here.pos == "PRON":
        counted = first > 1 and word.tag == "IN" and words[first - 2].pos in {"NUM", "NOUN", "DET", "ADJ"}
        return first - 2 if counted and words[first - 2].head != first else None
    if here.pos == "DET" or here.tag == "PRP$":
        return _over_preposition(words, first, lexicon)
    if word.pos == "DET" or word.tag == "PRP$":
        return first - 1
    if _day(word) and not _day(here):
        return None
    if (
        word.pos in INSIDE
        or word.tag in {"HYPH", "POS"}
        or (word.tag in {"VBG", "VBN"} and _modifies(words, first - 1))
    ):
        return first - 1
    if (
        word.text in lexicon.lowered("speech.joining")
        and first > 1
        and words[first - 2].pos in {"NOUN", "PROPN"}
        and _entity_joined(words, first)
    ):
        return first - 2
    return _over_preposition(words, first, lexicon)


def _modifies(words: Sequence[Word], at: int) -> bool:
    return (words[at].head > at and words[words[at].head].pos in {"NOUN", "PROPN"}) or words[at + 1].tag == "HYPH"


def _entity_joined(words: Sequence[Word], first: int) -> bool:
    """Whether "and" joins two sources ("a monitor and rebels") and not two clauses."""
    return words[first - 1].head == first - 2 or words[first].head == first - 2 or bool(words[first - 1].entity)


def _over_preposition(words: Sequence[Word], first: int, lexicon: Lexicon) -> int | None:
    """Over "of" and "for" to the noun that they hang on: "the head of [the office]", "Observatory for [Wells]"."""
    if first < 2 or words[first - 1].text.lower() not in lexicon.lowered("speech.belonging"):
        return None
    noun = words[first - 2]
    if noun.pos == "PROPN" or (noun.pos == "NOUN" and words[first - 1].head == first - 2 and noun.entity == ""):
        return first - 2
    return None


def _day(word: Word) -> bool:
    return word.entity in {"DATE", "TIME"}


def phrase_after(words: Sequence[Word], start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The noun phrase that begins at a word: "said [harbour chief Ana Bel] adding …"."""
    i = start
    if i >= len(words) or words[i].pos not in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "VERB"}:
        return None
    if _day(words[i]):
        i = _after_age(words, i)
        if i == start:
            return None
    if words[i].pos == "PRON":
        return (i, i) if words[i].tag == "PRP" else None
    last: int | None = None
    while i < len(words) and i - start < LONGEST:
        word = words[i]
        if word.pos in {"NOUN", "PROPN", "X"} and not (_day(word) and last is not None):
            last = i
        elif word.text.lower() in lexicon.lowered("speech.beside") and last is not None:
            if i + 1 >= len(words) or _day(words[i + 1]) or words[i + 1].pos not in {"DET", "PROPN", "NOUN", "ADJ"}:
                break
        elif not (word.pos in {"DET", "ADJ", "NUM", "PART"} or word.tag in {"HYPH", "POS", "VBN"}):
            break
        i += 1
    return (start, last) if last is not None else None


def _after_age(words: Sequence[Word], start: int) -> int:
    """The word after an age that the parser takes for a time: "said [61-year-old] Ana Bel"; else the first word."""
    i = start
    while i < len(words) and _day(words[i]):
        i += 1
    aged = words[i - 1].pos == "ADJ" and words[start].pos == "NUM"
    return i if aged and i < len(words) and words[i].pos in {"NOUN", "PROPN"} else start
