"""Which mark opens and which closes: the pairs of quotation marks in one paragraph.

A pair is the place of its opening mark, of the end of its closing mark, and of the content between; a mark
that is missing has no length. Straight marks tell their side by what stands around them, typographic ones by
their shape; an apostrophe is no mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Side = Literal["open", "close", "either"]
_DOUBLE = re.compile(r"\ufffd{2}|''|``|[\"“”„‟«»]")
_SINGLE = re.compile(r"['‘’‚‛]")
_BLANK = re.compile(r"\s*")
_GOES_ON = re.compile(r"\n\s*(?:[\"“„‟«]|``)")
LEAST_WORDS = 5  # of a paragraph that opens with a single mark and does not close it
LONGEST_TAG = 200  # characters
_STOP = re.compile(r"[.!?…]+(?=[\s\"”’']|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A quotation's marks as places in the text; `closed` and `opened` say which marks are there."""

    start: int
    end: int
    content_start: int
    content_end: int
    opened: bool = True
    closed: bool = True


def double_pairs(text: str, start: int, end: int) -> Iterator[Pair]:
    """The pairs of double marks in a paragraph, also those that lack a mark."""
    opening: re.Match[str] | None = None
    last, straight = start, 0
    for mark in _DOUBLE.finditer(text, start, end):
        side = _side(text, mark, (start, end), straight)
        straight += mark[0] == '"'
        if side is None:
            continue
        if opening is None and side == "close":
            first = _sentence_start(text, last, mark.start())
            if first < mark.start():
                yield Pair(start=first, end=mark.end(), content_start=first, content_end=mark.start(), opened=False)
            last = mark.end()
        elif opening is None:
            opening = mark
        elif side == "open" and _breaks(text, opening.end(), mark.start()):
            yield _unclosed(text, opening, start, mark.start())
            opening = mark
        else:
            if text[opening.end() : mark.start()].strip():
                yield Pair(start=opening.start(), end=mark.end(), content_start=opening.end(), content_end=mark.start())
            last, opening = mark.end(), None
    if opening is not None:
        yield _unclosed(text, opening, start, end)


def single_pairs(text: str, start: int, end: int) -> Iterator[Pair]:
    """The pairs of single marks in a paragraph; one without a partner is an apostrophe, or opens the rest of it."""
    marks = list(_SINGLE.finditer(text, start, end))
    closing = [mark for mark in marks if _closes_single(text, mark, start, end)]
    ends = [mark.start() for mark in closing]
    position = start
    for opening in marks:
        if opening.start() < position or not _opens_single(text, opening.start(), start):
            continue
        at = _closing_single(text, closing, bisect_right(ends, opening.start()))
        if at is not None:
            mark = closing[at]
            yield Pair(start=opening.start(), end=mark.end(), content_start=opening.end(), content_end=mark.start())
            position = mark.end()
        elif _fills(text, opening, position, end):
            yield _unclosed(text, opening, opening.start(), end)
            return


def _fills(text: str, opening: re.Match[str], start: int, end: int) -> bool:
    """Whether the paragraph, or all of it behind its last quotation and the cue, is one that is not closed."""
    before, told = text[start : opening.start()].rstrip(), text[opening.end() : end].rstrip()
    return before[-1:] in {"", "."} and told[:1].isupper() and told[-1:] in ".!?…" and len(told.split()) >= LEAST_WORDS


def _side(text: str, mark: re.Match[str], paragraph: tuple[int, int], straight: int) -> Side | None:
    """Which side a mark is on, by what stands around it and by the number of straight marks before it."""
    start, end = paragraph
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    shape = mark[0]
    if shape in "“„‟«``":
        return "open"
    if shape == "\ufffd\ufffd":
        return "open" if after.isalnum() and not before.isalnum() else None
    if shape in "”»":
        return "close"
    if before == "=" or _in_tag(text, mark.start(), start):
        return None
    if before.isdigit() and after in " \n-" and shape == '"':
        return "close" if straight % 2 else None  # an inch mark where nothing is open
    if (before.isspace() or before in "([{—–-*_/") and not after.isspace():
        return "open"
    if not before.isspace() and (after.isspace() or after in ".,;:!?)]}—–-*_/'"):
        return "close"
    return "either"


def _in_tag(text: str, at: int, start: int) -> bool:
    """Whether a mark belongs to mark-up left in the text: <post id="7">."""
    opened = text.rfind("<", max(start, at - LONGEST_TAG), at)
    return (
        opened >= 0
        and text[opened + 1 : opened + 2].isalpha()
        and ">" not in text[opened:at]
        and "=" in text[opened:at]
    )


def _breaks(text: str, start: int, end: int) -> bool:
    """Whether a second opening mark shows the first to be unclosed: typographic marks may nest, straight may not."""
    return bool(text[start:end].strip())


def _unclosed(text: str, opening: re.Match[str], start: int, end: int) -> Pair:
    """From an opening mark to the end of the paragraph where this or the next begins with one, else of the sentence."""
    stop = _STOP.search(text, opening.end(), end)
    begins = _BLANK.fullmatch(text, start, opening.start()) is not None
    goes_on = _GOES_ON.match(text, end) is not None
    last = end if begins or goes_on or stop is None else stop.end()
    last = opening.end() + len(text[opening.end() : last].rstrip())
    last = max(last, opening.end() + 1)
    return Pair(start=opening.start(), end=last, content_start=opening.end(), content_end=last, closed=False)


def _sentence_start(text: str, start: int, end: int) -> int:
    """Where the last sentence before `end` begins, not before `start`."""
    first = start
    for stop in _STOP.finditer(text, start, max(start, end - 2)):
        first = stop.end()
    while first < end and not text[first].isalnum():
        first += 1
    return first


def _opens_single(text: str, at: int, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1 : at + 2]
    if not (before.isspace() or before in '(["“—–') or not after or after.isspace():
        return False
    return text[at] in "'‘‚‛" and not re.match(r"\d\ds\b|em\b|til\b|tis\b|twas\b|cause\b|n\b", text[at + 1 : at + 8])


def _closes_single(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before = mark.start() > start and not text[mark.start() - 1].isspace()
    return mark[0] in "'’" and before and (mark.end() >= end or not text[mark.end()].isalnum())


def _closing_single(text: str, marks: Sequence[re.Match[str]], first: int) -> int | None:
    """The mark that closes: after the last letter of a word; a plural's apostrophe yields to a later one."""
    for at in range(first, len(marks)):
        mark = marks[at]
        possessive = text[mark.start() - 1] == "s" and text[mark.end() : mark.end() + 1] == " "
        if possessive and at + 1 < len(marks):
            between = text[mark.end() : marks[at + 1].start()]
            if not _STOP.search(between) and " '" not in between and " ‘" not in between:
                continue
        return at
    return None
