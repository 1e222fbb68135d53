"""A print as it is laid out: each page a drawing, its lines where they stand, and boxes behind the marked characters.

A line is cut at its marks and at its gaps, and each piece set to fill the room that its characters have on the page,
whatever the typeface of whoever looks: the box of a mark and its characters are always in the same place.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from markupsafe import Markup

from rashomon.reports.html.marks import Marks, Place, Spots
from rashomon.types import Original, Print, Sheet

HANGING = frozenset("gjpqyQ,;()[]")
BELOW, ABOVE = 0.24, 0.8  # parts of their height that letters hang beneath the line, and stand above it
GAP = 0.7  # heights of a letter; a space as wide is room that was left, as between the cells of a table


def sheets(original: Original, number: int, marks: Marks, placed: set[Place]) -> Iterator[tuple[Sheet, Markup]]:
    """Each page of a print with its drawing; its marks are named for account `number`, and added to those `placed`."""
    spots = Spots(marks)
    for sheet in original.sheets:
        yield sheet, _drawing(sheet, number, marks, spots, placed)


def _drawing(sheet: Sheet, number: int, marks: Marks, spots: Spots, placed: set[Place]) -> Markup:
    behind: list[Markup] = []
    lines: list[Markup] = []
    for line in sheet.lines:
        places = [] if line.start is None else list(spots.met(line.start, line.start + len(line.words)))
        for place in sorted(places, key=lambda place: place[0] - place[1]):  # what is inside another is drawn over it
            name = Markup(' id="o{}-{}-{}"').format(number, *place) if place not in placed else Markup()
            behind.append(_box(line, place, marks[place], name, sheet))
            placed.add(place)
        lines += _pieces(line, {cut for place in places for cut in _cut(line, place)}, sheet)
    left, bottom, right, top = sheet.box
    drawing = Markup('<svg class="sheet" role="group" aria-label="Page {}" viewBox="0 0 {:.0f} {:.0f}">{}{}</svg>')
    return drawing.format(sheet.number, right - left, top - bottom, Markup("").join(behind), Markup("").join(lines))


def _cut(line: Print, place: Place) -> tuple[int, int]:
    """Which characters of a line a mark takes."""
    start = line.start or 0
    return max(0, place[0] - start), min(len(line.words), place[1] - start)


def _base(line: Print, sheet: Sheet) -> float:
    """The height on which the letters of a line stand; its box ends where its ink does."""
    return sheet.box[3] - line.box[1] - (BELOW * line.size if HANGING.intersection(line.words) else 0.0)


def _box(line: Print, place: Place, kinds: str, name: Markup, sheet: Sheet) -> Markup:
    low, high = (line.edges[cut] for cut in _cut(line, place))
    top = _base(line, sheet) - ABOVE * line.size
    box = Markup('<rect{} class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>')
    return box.format(name, kinds, low - sheet.box[0], top, high - low, (ABOVE + BELOW) * line.size)


def _pieces(line: Print, cuts: set[int], sheet: Sheet) -> Iterator[Markup]:
    """The line, in as many pieces as its marks and its gaps cut it into."""
    kind = Markup(' class="off"') if line.start is None else Markup()
    text = Markup('<text{} x="{:.1f}" y="{:.1f}" textLength="{:.1f}" lengthAdjust="spacingAndGlyphs"{}>{}</text>')
    size = Markup(' font-size="{:.1f}"').format(line.size)
    gaps = {place for place in range(len(line.words)) if _is_gap(line, place)}
    for low, high in pairwise(sorted({0, *cuts, *gaps, len(line.words)})):
        words = line.words[low:high]
        if words.strip():
            left = line.edges[low + len(words) - len(words.lstrip())]
            right = line.edges[low + len(words.rstrip())]
            yield text.format(kind, left - sheet.box[0], _base(line, sheet), right - left, size, words.strip())


def _is_gap(line: Print, place: int) -> bool:
    return line.words[place].isspace() and line.edges[place + 1] - line.edges[place] > GAP * line.size
