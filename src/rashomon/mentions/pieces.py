"""A "sentence" of many pages is no sentence: it is read in pieces, so that time and memory stay in bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.types import Sentence

LONGEST = 20_000  # characters


def pieces_of(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences, each that is too long cut at white space; the pieces have no parse."""
    for sentence in sentences:
        if sentence.span.end - sentence.span.start <= LONGEST:
            yield sentence
        else:
            yield from _cut(sentence)


def _cut(sentence: Sentence) -> Iterator[Sentence]:
    text, start, base = sentence.span.text, 0, sentence.span.start
    while start < len(text):
        end = min(start + LONGEST, len(text))
        space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
        if end < len(text) and space > start:
            end = space
        yield Sentence(span=sentence.span.account.span(base + start, base + end), zone=sentence.zone)
        start = end
