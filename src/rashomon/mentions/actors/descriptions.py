"""Actors without a name: "the monitoring group", "a harbour official", "residents"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicons import Lexicon
from rashomon.mentions.actors.candidates import Candidate
from rashomon.mentions.actors.names import words_of
from rashomon.types import ActorKind, Sentence

_LISTS: tuple[tuple[str, ActorKind], ...] = (
    ("actors.group", "group"),
    ("actors.person", "person"),
    ("titles.role", "person"),
    ("actors.outlet_word", "outlet"),
    ("actors.body", "body"),
)


def described_actor(sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """The harbour office said: a noun for a person, a group, a body, with what stands before it.

    find: [The monitoring group|kind=body] met at noon.
    find: [Local residents|kind=group] met at noon.
    skip: [The boats] left at noon.
    """
    words = sentence.words
    classes = {form.lower() for form in lexicon.forms("actors.class")}
    for at, word in enumerate(words):
        if (
            word.pos not in {"NOUN", "PROPN"}
            or (at + 1 < len(words)
            and words[at + 1].pos in {"NOUN", "PROPN"}
            and (words[at + 1].head > at and word.relation == "compound"))
        ):
            continue
        first = at
        while first > 0 and words[first - 1].pos in {"ADJ", "NOUN", "PROPN", "VERB", "PUNCT", "DET", "NUM"}:
            if words[first - 1].pos == "PUNCT" and words[first - 1].text != "-":
                break
            if words[first - 1].pos == "VERB" and words[first - 1].head not in range(first, at + 1):
                break
            first -= 1
            if words[first].pos == "DET":
                break
        text = " ".join(part.text for part in words[first : at + 1]).lower()
        classed = any(text == form or text.endswith(" " + form) for form in classes)
        kind: ActorKind | None = "body" if classed else None
        lowered = word.text.lower()
        for name, listed in _LISTS:
            if kind is None and lowered in words_of(lexicon, name):
                kind = listed
        if kind is not None:
            yield Candidate(
                span=sentence.span.account.span(words[first].start, word.end),
                sentence=sentence,
                kind=kind,
                named=False,
                head=lowered,
                definite=words[first].text.lower() in {"the", "this", "that"} or words[first].pos == "PROPN",
            )


RULES = (described_actor,)
