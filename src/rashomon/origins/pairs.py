"""Reading -> Pair: two accounts side by side, with the passages and utterances that they may share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from rashomon.lexicons import Lexicon, load
from rashomon.names import initials, key_of
from rashomon.origins.runs import Passage, shared_passages, with_fresh
from rashomon.origins.words import Words, words_of
from rashomon.types import Claim, Quote, Reading, Span, Speech

STEM = 5  # letters by which two forms of a word meet
EXTRACT = 3  # words, or content words, that two extracts of one written statement share
LEAST_WORDS = 3  # of an utterance; shorter ones are anybody's


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What somebody is said to have said, as word positions of an account."""

    words: tuple[int, int]
    span: Span
    quoted: bool
    claim: Claim
    stems: frozenset[str]
    written: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One account of a pair: what was read, its words, its utterances."""

    reading: Reading
    words: Words
    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two accounts and what they may share, in the order of the left one: passages, and utterances worth comparing."""

    left: Side
    right: Side
    passages: tuple[Passage, ...]
    near: tuple[tuple[Utterance, Utterance], ...]


def pairs_of(readings: Sequence[Reading], fresh: Set[int]) -> Iterator[Pair]:
    """Every two accounts that may share text, one of them at the places `fresh`; also without a common run of words.

    A statement may be translated twice; then both have it from one source.
    """
    if not fresh:
        return
    sides = [side_of(reading) for reading in readings]
    words = [side.words for side in sides]
    shared = {(left, right): passages for left, right, passages in shared_passages(words, fresh)}
    for left, right in sorted(shared.keys() | _said_in_both(sides, fresh)):
        yield pair_of(sides[left], sides[right], shared.get((left, right), ()))


def pair_of(left: Side, right: Side, passages: tuple[Passage, ...]) -> Pair:
    """Two accounts with the utterances of both that share words enough to be worth comparing."""
    near = (
        (one, other) for one in left.utterances for other in right.utterances if len(one.stems & other.stems) >= EXTRACT
    )
    return Pair(left=left, right=right, passages=passages, near=tuple(near))


def _said_in_both(sides: Sequence[Side], fresh: Set[int]) -> set[tuple[int, int]]:
    """The accounts that quote some words both, or have something on the word of sources whose names may meet."""
    lexicons = [load(language) for language in sorted({side.reading.account.language for side in sides})]
    holders: dict[object, set[int]] = defaultdict(set)
    for place, side in enumerate(sides):
        for said in side.utterances:
            start, end = said.words
            if said.quoted:
                for at in range(start, end - LEAST_WORDS + 1):
                    holders[side.words.texts[at : at + LEAST_WORDS]].add(place)
            for name in {link.name for link in said.claim.attribution if link.kind in {"person", "body"}}:
                for word in {initials(name)}.union(*(key_of(name, lexicon) for lexicon in lexicons)) - {""}:
                    holders[word].add(place)
    return {pair for places in holders.values() for pair in with_fresh(places, fresh)}


def side_of(reading: Reading) -> Side:
    """An account with its words and utterances."""
    words = words_of(reading)
    lexicon = load(reading.account.language)
    found = []
    for claim in (*reading.quotes, *reading.speeches):
        mention = claim.mention
        content = mention.content if isinstance(mention, Quote) else mention.span
        start, end = _positions(words, content)
        if end - start >= LEAST_WORDS:
            quoted = isinstance(mention, Quote) or (isinstance(mention, Speech) and mention.quoted)
            stems = frozenset(word[:STEM] for word in words.texts[start:end])
            found.append(
                Utterance(
                    words=(start, end),
                    span=mention.span,
                    quoted=quoted,
                    claim=claim,
                    stems=stems,
                    written=_in_writing(claim, lexicon),
                )
            )
    return Side(
        reading=reading, words=words, utterances=tuple(sorted(found, key=lambda each: (each.words, each.quoted)))
    )


def _in_writing(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether the sentence of what was said names a document, outside the words said."""
    sentence = claim.sentence
    if sentence is None:
        return False
    text = sentence.account.text
    around = f"{text[sentence.start : claim.span.start]} {text[claim.span.end : sentence.end]}".lower()
    return any(re.search(rf"\b{re.escape(form)}\b", around) for form in lexicon.forms("origins.document"))


def _positions(words: Words, span: Span) -> tuple[int, int]:
    inside = [at for at, (start, end) in enumerate(words.places) if span.start <= start and end <= span.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def said_words(pair: Pair, passage: Passage) -> int:
    """How many equal words of a passage stand outside quotation marks in both accounts and are no names.

    A quotation printed by both, with the name and office of its speaker, is no sign that one copied the other.
    """
    left, right = pair.left.words, pair.right.words
    return sum(
        not (left.quoted[a + step] or right.quoted[b + step] or left.named[a + step] or right.named[b + step])
        for a, b, size in passage.blocks
        for step in range(size)
    )
