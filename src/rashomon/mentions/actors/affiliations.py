"""Whom a named person speaks for: "Observatory head Ana Bel", "Ana Bel, head of the Teshar Observatory"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.mentions.actors.runs import run_at
from rashomon.types import Word

NOMINAL = {"NOUN", "ADJ", "PROPN"}
REACH = 6  # words of what an office is for


def body_of(words: Sequence[Word], at: int, first: int, last: int, lexicon: Lexicon) -> str | None:
    """The body that stands before a person's name or behind it, if one does."""
    roles = lexicon.lowered("titles.role")
    before = _before_role(words, at, first, roles, lexicon)
    if before:
        return before
    i = last + 1
    while i < len(words) and (words[i].text == "," or words[i].pos == "DET"):
        i += 1
    for j in range(i, min(i + 5, len(words) - 2)):
        if words[j].text.lower() in roles and words[j + 1].text.lower() in lexicon.lowered("actors.hangs"):
            return _held_at(words, j + 2, lexicon)
        if words[j].pos in {"VERB", "AUX", "PUNCT", "ADP"}:
            break
    return None


def _before_role(words: Sequence[Word], at: int, first: int, roles: frozenset[str], lexicon: Lexicon) -> str | None:
    i = first - 1
    while i >= 0 and (words[i].text.lower() in roles or words[i].text == ","):
        i -= 1
    if i == first - 1 or i < 0:
        return _head_of(words, first, roles, lexicon)
    while i >= 0 and " ".join(word.text.lower() for word in words[i:first]) in roles:
        i -= 1  # "defence minister" is an office and no body called "defence"
    end = i
    while i >= 0 and words[i].pos in {"PROPN", "NOUN", "ADJ"} and words[i].text.lower() not in roles:
        i -= 1
    text = " ".join(word.text for word in words[i + 1 : end + 1])
    if end > i and _is_body(words[i + 1 : end + 1], lexicon):
        return text
    return _head_of(words, first, roles, lexicon)


def _is_body(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether words before an office name a body: "the esteemed president" and "the Iraqi minister" have none."""
    bodies = lexicon.lowered("actors.body") | lexicon.lowered("actors.outlet_word")
    known = lexicon.lowered("actors.acronym") | lexicon.lowered("actors.outlet")
    nations = lexicon.lowered("places.demonym") | lexicon.lowered("places.country")
    if words[-1].text.lower() in nations - lexicon.lowered("actors.acronym"):
        return False
    texts = [word.text.lower() for word in words]
    return any(
        text in bodies or text in known or word.entity == "ORG" or (word.text.isupper() and len(word.text) > 1)
        for text, word in zip(texts, words, strict=True)
    )


def _head_of(words: Sequence[Word], first: int, roles: frozenset[str], lexicon: Lexicon) -> str | None:
    """Head of the Teshar Observatory Ana Bel: the body between the role and the name that follows it."""
    for j in range(max(0, first - 12), first - 2):
        if words[j].text.lower() in roles and words[j + 1].text.lower() in lexicon.lowered("actors.tie"):
            between = words[j + 2 : first]
            if between and not any(word.pos in {"VERB", "AUX", "PUNCT"} for word in between):
                return " ".join(word.text for word in between if word.pos != "DET")
    return None


def _held_at(words: Sequence[Word], i: int, lexicon: Lexicon) -> str | None:
    """The body in which an office is held; over what it is for: "head of [tax at] the Teshar Bank"."""
    name = name_at(words, i, lexicon)
    if name is None or not name.islower() or name.split()[-1] in lexicon.lowered("actors.body"):
        return name
    for at in range(i + 1, min(i + REACH, len(words) - 1)):
        if words[at].pos == "ADP":
            beyond = name_at(words, at + 1, lexicon)
            return beyond if beyond and words[at].text.lower() in lexicon.lowered("actors.within") else name
    return name


def name_at(words: Sequence[Word], i: int, lexicon: Lexicon) -> str | None:
    """The name, or the noun phrase, that begins at a word or after its article: "Edran's harbour office"."""
    while i < len(words) and words[i].pos == "DET":
        i += 1
    last = run_at(words, i, lexicon) if i < len(words) else None
    end = last + 1 if last is not None else i
    if last is not None and end + 1 < len(words) and words[end].tag == "POS" and words[end + 1].pos in NOMINAL:
        end += 1
    while end < len(words) and words[end].pos in NOMINAL:
        end += 1
    return re.sub(r" (?=['’])", "", " ".join(word.text for word in words[i:end])) or None
