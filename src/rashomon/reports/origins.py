"""Where the characters of an account stand in the original: the element of a page, the page and box of a print.

In a text file they stand where they stand in the account, and nothing is to be said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, TypeVar

from rashomon.types import Account, Block, Line, Span

Record = dict[str, Any]
Part = TypeVar("Part", Block, Line)


def provenance_of(account: Account) -> Record | None:
    """Where the bytes of an account lay in what was given."""
    where = account.provenance
    if where is None:
        return None
    return {
        "file": where.file,
        "offset": where.offset,
        "line": where.line,
        "captured": where.captured or None,
        "url": account.url,
    }


def origin_of(span: Span) -> Record | None:
    """The elements of a page, or the lines of a print, that hold the characters; None for a text file."""
    account = span.account
    if account.lines:
        return _printed(span)
    if account.blocks:
        return {"elements": [_element(span, block) for block in _met(account.blocks, span)]}
    return None


def pages_of(span: Span) -> list[int]:
    """The pages of a print that the characters are on."""
    return list(dict.fromkeys(line.page for line in _met(span.account.lines, span)))


def paths_of(span: Span) -> list[str]:
    """The paths of the elements of a page that hold the characters."""
    return list(dict.fromkeys(block.path for block in _met(span.account.blocks, span)))


def _printed(span: Span) -> Record:
    lines = list(_met(span.account.lines, span))
    return {
        "page": lines[0].page if lines else None,
        "boxes": [{"page": line.page, "box": [float(side) for side in _cut(line, span)]} for line in lines],
    }


def _cut(line: Line, span: Span) -> tuple[float, ...]:
    """The part of a line's box that the characters take, as if all were as wide; the whole of one that is turned."""
    left, bottom, right, top = map(float, line.box)
    if right - left < top - bottom:
        return (left, bottom, right, top)
    wide = (right - left) / (line.end - line.start)
    first, last = max(span.start, line.start) - line.start, min(span.end, line.end) - line.start
    return (round(left + wide * first, 2), bottom, round(left + wide * last, 2), top)


def _element(span: Span, block: Block) -> Record:
    """The element, and which characters of its text they are, its white space folded as the account's is."""
    start, end = max(span.start, block.start), min(span.end, block.end)
    return {"path": block.path, "start": start - block.start, "end": end - block.start}


def _met(parts: tuple[Part, ...], span: Span) -> Iterator[Part]:
    """Those of parts in order that share characters with a span."""
    at = max(0, bisect_right(parts, span.start, key=lambda part: part.start) - 1)
    while at < len(parts) and parts[at].start < span.end:
        if parts[at].end > span.start:
            yield parts[at]
        at += 1
