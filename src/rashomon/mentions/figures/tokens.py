"""A sentence cut into digits, words and marks: the one scan that every finder of figures reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rashomon.lexicons import Entry
from rashomon.text import plain
from rashomon.types import Sentence, Word

_TOKEN = re.compile(r"(\d+)|([^\W\d_]+(?:'[^\W\d_]+)*)|([^\w\s]|_)")


class Token(NamedTuple):
    """Digits, letters or one mark; `glued` where no space stands before it."""

    start: int
    end: int
    text: str
    low: str
    kind: str
    glued: bool


class Scan(NamedTuple):
    """The tokens of one sentence, with its words by the place where they start (empty if it was not parsed)."""

    sentence: Sentence
    text: str
    tokens: tuple[Token, ...]
    words: Mapping[int, int]

    def low(self, at: int) -> str:
        """The token in lower case; empty beyond either end."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def kind(self, at: int) -> str:
        """Whether a token is digits, word or mark; empty beyond either end."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def glued(self, at: int) -> bool:
        """Whether a token stands directly after the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].glued

    def tied(self, at: int) -> bool:
        """Whether a hyphen there ties what stands on both sides: "40-hectare"."""
        return self.low(at) == "-" and self.glued(at) and self.glued(at + 1)

    def parted(self, at: int) -> bool:
        """Whether a hyphen there stands between spaces, as tokenisers leave one: "34 - year - old"."""
        return self.low(at) == "-" and not self.glued(at) and not self.glued(at + 1)

    def word(self, at: int) -> Word | None:
        """The parsed word that starts where this token starts."""
        place = self.words.get(self.tokens[at].start) if 0 <= at < len(self.tokens) else None
        return None if place is None else self.sentence.words[place]


def scan_of(sentence: Sentence) -> Scan:
    """One linear pass over the sentence; offsets of tokens are those of the sentence's own text."""
    text, tokens, last = plain(sentence.span.text), [], -1
    for match in _TOKEN.finditer(text):
        kind = ("digits", "word", "mark")[(match.lastindex or 1) - 1]
        piece = match[0]
        tokens.append(Token(match.start(), match.end(), piece, piece.lower(), kind, match.start() == last))
        last = match.end()
    words = {word.start - sentence.span.start: place for place, word in enumerate(sentence.words)}
    return Scan(sentence, text, tuple(tokens), words)


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]


def cut(form: str) -> tuple[str, ...]:
    """The tokens of a form of a word list, as `scan_of` would cut them; letters keep their case."""
    return tuple(match[0] for match in _TOKEN.finditer(plain(form)))


def phrases(entries: Iterable[Entry], *, last: bool = False, cased: bool = False, tied: bool = False) -> Phrases:
    """Forms by their first token (or their last), longest first; `tied` also with hyphens: "square-foot"."""
    table: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for entry in entries:
        for form in entry.forms:
            for shape in {form: None, form.replace(" ", "-") if tied else form: None}:
                parts = cut(shape if cased else shape.lower())
                table.setdefault(parts[-1 if last else 0], []).append((parts, entry))
    return {key: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for key, rows in table.items()}


def phrase_at(tokens: Sequence[Token], at: int, table: Phrases, *, cased: bool = False) -> tuple[int, Entry] | None:
    """The longest form that starts at a token, as the place after it and its entry."""
    if not 0 <= at < len(tokens):
        return None
    for parts, entry in table.get(tokens[at].text if cased else tokens[at].low, ()):
        if at + len(parts) <= len(tokens) and all(
            (token.text if cased else token.low) == part
            for token, part in zip(tokens[at : at + len(parts)], parts, strict=True)
        ):
            return at + len(parts), entry
    return None


def phrases_in(tokens: Sequence[Token], table: Phrases) -> Iterator[tuple[int, int, Entry]]:
    """Each form of a table that stands among tokens: its first place, the place after it, and its entry."""
    for at, token in enumerate(tokens):
        found = phrase_at(tokens, at, table) if token.low in table else None
        if found:
            yield at, *found


def phrase_before(
    tokens: Sequence[Token], end: int, table: Phrases, *, cased: bool = False
) -> tuple[int, Entry] | None:
    """The longest form that ends right before a token, as its first place and its entry."""
    if not 0 < end <= len(tokens):
        return None
    for parts, entry in table.get(tokens[end - 1].text if cased else tokens[end - 1].low, ()):
        if end >= len(parts) and all(
            (token.text if cased else token.low) == part
            for token, part in zip(tokens[end - len(parts) : end], parts, strict=True)
        ):
            return end - len(parts), entry
    return None
