"""Reading -> Pair: two accounts side by side, with the passages and utterances that they may share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.lexicons import Lexicon, load
from rashomon.origins.runs import Passage, shared_passages
from rashomon.origins.words import Words, words_of
from rashomon.types import Claim, Quote, Reading, Span, Speech

STEM = 5  # letters by which two forms of a word meet
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
    """Two accounts and the passages that they share, in the order of the left one."""

    left: Side
    right: Side
    passages: tuple[Passage, ...]


def pairs_of(readings: Sequence[Reading]) -> Iterator[Pair]:
    """Every two accounts, those without a common run of words too, since a statement may be translated twice."""
    sides = [side_of(reading) for reading in readings]
    shared = {(left, right): passages for left, right, passages in shared_passages([side.words for side in sides])}
    for left, one in enumerate(sides):
        for right in range(left + 1, len(sides)):
            yield Pair(left=one, right=sides[right], passages=shared.get((left, right), ()))


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
