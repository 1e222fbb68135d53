"""Lines in reading order -> the text of a print: paragraphs joined, words put together that a line's end broke."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from rashomon.accounts.pdf.columns import Row
from rashomon.accounts.pdf.strokes import HYPHEN

LEADING = 1.45  # times the usual distance of two lines; more is the end of a paragraph
INDENT = 0.8  # heights of a letter by which a first line stands in
SHORT = 0.82  # share of the width of a column that a line within a paragraph fills
LARGER = 1.12  # times the size of the line before: a heading, or what follows one
HYPHENS = ("-", "\u00ad", "\u2010", HYPHEN)
MARKS = ("•", "▪", "◦", "●", "■", "–\u00a0", "– ", "— ", "* ")  # of the points of a list
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]+")
_END = re.compile(r"[.!?:…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A line where it stands in the text."""

    start: int
    end: int
    page: int
    row: Row


@dataclass(slots=True)
class _Written:
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    placed: list[Placed] = field(default_factory=list)

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def cut(self, amount: int) -> None:
        """Takes back the last characters, which all stand in the last piece."""
        self.pieces[-1] = self.pieces[-1][:-amount]
        self.length -= amount
        last = self.placed[-1]
        self.placed[-1] = Placed(start=last.start, end=last.end - amount, page=last.page, row=last.row)


def text_of(pages: Sequence[Sequence[Row]]) -> tuple[str, tuple[Placed, ...]]:
    """The text, and where each line stands in it. Paragraphs are parted by an empty line."""
    known = _known(row.text for rows in pages for row in rows)
    written = _Written()
    before: tuple[int, Row] | None = None
    for number, rows in enumerate(pages, 1):
        usual, columns = _usual(rows), _widths(rows)
        for row in rows:
            if before is not None:
                goes_on = _goes_on(before[1], row, usual, columns) if before[0] == number else False
                goes_on = goes_on or _carried(before, (number, row))
                _join(written, row, goes_on, known)
            start = written.length
            written.write(row.text.replace(HYPHEN, "-") if not row.text.endswith(HYPHEN) else row.text)
            written.placed.append(Placed(start=start, end=written.length, page=number, row=row))
            before = (number, row)
    return "".join(written.pieces).replace(HYPHEN, "-"), tuple(one for one in written.placed if one.start < one.end)


def _join(written: _Written, row: Row, goes_on: bool, known: frozenset[str]) -> None:
    """What stands between two lines: nothing within a word, a space within a paragraph, else an empty line."""
    if not goes_on:
        written.write("\n\n")
        return
    last = written.pieces[-1]
    if last.endswith(HYPHENS) and last[-2:-1].isalpha() and row.text[:1].isalpha():
        if _broken(last, row.text, known):
            written.cut(1)
        return
    written.write(" ")


def _broken(last: str, following: str, known: frozenset[str]) -> bool:
    """Whether the hyphen at a line's end is the line's rather than the word's own."""
    if following[:1].isupper() and not last[:-1].isupper():
        return False
    head, tail = _WORDS.findall(last[:-1].replace(HYPHEN, "-")), _WORDS.findall(following)
    if not head or not tail:
        return False
    return f"{head[-1]}-{tail[0]}".lower() not in known or f"{head[-1]}{tail[0]}".lower() in known


def _known(texts: Iterable[str]) -> frozenset[str]:
    """The words that the print has within a line, each as it is written there."""
    return frozenset(word.lower() for text in texts for word in _WORDS.findall(text.rstrip("".join(HYPHENS))))


def _usual(rows: Sequence[Row]) -> float:
    """The distance of two lines that follow one another, as most do on a page."""
    steps = [before.box[1] - row.box[1] for before, row in pairwise(rows) if before.column == row.column]
    down = [step for step in steps if step > 0]
    return median(down) if down else 0.0


def _widths(rows: Sequence[Row]) -> dict[int, tuple[float, float]]:
    """The left and the right edge of each column."""
    return {
        column: (
            min(row.box[0] for row in rows if row.column == column),
            max(row.box[2] for row in rows if row.column == column),
        )
        for column in {row.column for row in rows}
    }


def _goes_on(before: Row, row: Row, usual: float, columns: dict[int, tuple[float, float]]) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if row.text.startswith(MARKS):
        return False
    larger = max(before.size, row.size) / max(min(before.size, row.size), 0.1)
    if larger > LARGER:
        return False
    if before.column != row.column:
        return False
    left, right = columns[row.column]
    step = before.box[1] - row.box[1]
    if step > LEADING * max(usual, 0.5 * row.size):
        return False
    stands_in = row.box[0] - left > INDENT * row.size and before.box[0] - left < INDENT * row.size
    if before.text.endswith(HYPHENS) and before.text[-2:-1].isalpha():
        return True
    short = before.box[2] - left < SHORT * (right - left)
    if short and (_END.search(before.text) or row.text[:1].isupper()):
        return False
    return not (stands_in and (_END.search(before.text) is not None or short))


def _carried(before: tuple[int, Row], now: tuple[int, Row]) -> bool:
    """Whether a paragraph is carried on at the head of the next column or page: it had not ended, and goes on small."""
    if before[0] == now[0] and before[1].column == now[1].column:
        return False
    last, first = before[1].text, now[1].text[:1]
    if first.isdigit():
        return last[-1:].islower()
    return first.islower() and (last.endswith(HYPHENS) or not _END.search(last))
