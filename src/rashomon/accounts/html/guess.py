"""The first guess at which blocks are the article: what trafilatura takes for it, found again in the blocks."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.types import Block

_WORD = re.compile(r"\w+")
_CELL = re.compile(r"[\n|]")
LEAST = 5  # words by which a block is known wherever they stand; fewer must be a whole line of the guess
SHORTEST = 25  # characters of the same, for scripts without spaces
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def guessed(markup: str, text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, those marked that the extractor has in its text."""
    from trafilatura import extract  # here, since only pages need it, and a command on texts would wait for it
    from trafilatura.utils import line_processing, trim

    found = extract(markup, include_comments=False, favor_precision=True, deduplicate=False) or ""
    for kept in (line_processing, trim):  # they hold the texts of a thousand pages, however large
        kept.cache_clear()
    whole = f" {_words(found)} "
    lines = {_words(line) for line in _CELL.split(found)}
    marked = [_known(text[block.start : block.end], whole, lines) for block in blocks]
    return tuple(replace(block, guessed=hit) for block, hit in zip(blocks, marked, strict=True))


def _known(text: str, whole: str, lines: set[str]) -> bool:
    words = _words(text)
    if words.count(" ") + 1 >= LEAST or len(words) >= SHORTEST:
        return f" {words} " in whole or _partly(text, whole)
    return bool(words) and words in lines


def _partly(text: str, whole: str) -> bool:
    """Whether most lines of a block are in the guess, which may have left a link or a button out of it."""
    pieces = list(_sentences(text))
    held = sum(len(piece) for piece in pieces if f" {piece} " in whole)
    return 2 * held > sum(map(len, pieces)) > 0


def _sentences(text: str) -> Iterator[str]:
    return (words for words in map(_words, re.split(r"[.!?\n]+", text)) if words)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
