"""The strokes of a page -> its lines in the order of reading: columns one after another, what spans them in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from rashomon.accounts.pdf.strokes import SPACE, Box, Stroke, around

GUTTER = 0.8  # heights of a letter between two columns, at least
COLUMN = 9.0  # heights of a letter; columns of text are wider than that, those of a table seldom
OVERLAP = 0.5  # share of the lower of two strokes that lie side by side

Band = tuple[Stroke, ...]  # strokes side by side, from left to right


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of one column: its text and box, and which column of the page it is in, counted in reading order.

    `lefts` says where each of its characters begins.
    """

    text: str
    box: Box
    size: float
    column: int
    lefts: tuple[float, ...] = field(compare=False)


def rows_of(strokes: Sequence[Stroke]) -> tuple[Row, ...]:
    """The lines of a page in the order in which a person reads them."""
    found: list[Row] = []
    for number, part in enumerate(_parts(_bands(strokes))):
        found += [_row(band, number) for band in part]
    return tuple(found)


def _bands(strokes: Iterable[Stroke]) -> list[Band]:
    """Strokes side by side, from the top of the page to its foot."""
    bands: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda stroke: (-stroke.middle, stroke.box[0])):
        if bands and _beside(bands[-1], stroke):
            bands[-1].append(stroke)
        else:
            bands.append([stroke])
    return [tuple(sorted(band, key=lambda stroke: stroke.box[0])) for band in bands]


def _beside(band: list[Stroke], stroke: Stroke) -> bool:
    last = band[-1].box
    shared = min(last[3], stroke.box[3]) - max(last[1], stroke.box[1])
    lower = min(last[3] - last[1], stroke.box[3] - stroke.box[1])
    return shared > OVERLAP * max(lower, 0.1)


def _parts(bands: Sequence[Band]) -> Iterator[Sequence[Band]]:
    """Runs of bands that are read through before the next: what spans the page, then column after column."""
    start = 0
    plain = 0  # where the bands begin that are in no columns
    while start < len(bands):
        end, gutter = _columns(bands, start)
        if gutter is None:
            start += 1
            continue
        if plain < start:
            yield bands[plain:start]
        left = [tuple(stroke for stroke in band if stroke.box[2] <= gutter) for band in bands[start:end]]
        right = [tuple(stroke for stroke in band if stroke.box[0] >= gutter) for band in bands[start:end]]
        yield from _parts(_bands(stroke for band in left for stroke in band))
        yield from _parts(_bands(stroke for band in right for stroke in band))
        plain = start = end
    if plain < len(bands):
        yield bands[plain:]


def _columns(bands: Sequence[Band], start: int) -> tuple[int, float | None]:
    """Where columns that begin at a band end, and the gutter between the first of them and the rest."""
    if len(bands[start]) < 2:
        return start, None
    best: tuple[int, float | None] = (start, None)
    for before, after in zip(bands[start], bands[start][1:], strict=False):
        low, high = before.box[2], after.box[0]
        end = start + 1
        while end < len(bands):
            free = _free(bands[end], low, high)
            if free is None:
                break
            low, high = free
            end += 1
        if end > best[0] and _are_columns(bands[start:end], (low + high) / 2):
            best = (end, (low + high) / 2)
    return best


def _free(band: Band, low: float, high: float) -> tuple[float, float] | None:
    """What is left of a gutter beside a band; nothing where the band reaches across it."""
    for stroke in band:
        left, right = stroke.box[0], stroke.box[2]
        if (left + right) / 2 < (low + high) / 2:
            low = max(low, right)
        else:
            high = min(high, left)
    size = median(stroke.size for stroke in band)
    return (low, high) if high - low >= GUTTER * size else None


def _are_columns(bands: Sequence[Band], gutter: float) -> bool:
    """Whether both sides of a gutter are columns of text rather than cells of a table or a pair of labels."""
    sides = (
        [stroke for band in bands for stroke in band if stroke.box[2] <= gutter],
        [stroke for band in bands for stroke in band if stroke.box[0] >= gutter],
    )
    return all(
        len(side) >= 3
        and median(stroke.box[2] - stroke.box[0] for stroke in side) >= COLUMN * median(stroke.size for stroke in side)
        for side in sides
    )


def _row(band: Band, column: int) -> Row:
    pieces = [_spaced(before, stroke) for before, stroke in zip((None, *band), band, strict=False)]
    return Row(
        text="".join(pieces),
        box=around([stroke.box for stroke in band]),
        size=median(stroke.size for stroke in band),
        column=column,
        lefts=tuple(left for place, stroke in enumerate(band) for left in _lefts(band, place, pieces[place])),
    )


def _lefts(band: Band, place: int, piece: str) -> tuple[float, ...]:
    """Where the characters of a stroke begin, and the space before it where one was put there."""
    stroke = band[place]
    return stroke.lefts if len(piece) == len(stroke.text) else (band[place - 1].box[2], *stroke.lefts)


def _spaced(before: Stroke | None, stroke: Stroke) -> str:
    touching = before is None or stroke.box[0] - before.box[2] < SPACE * stroke.size
    return stroke.text if touching else f" {stroke.text}"
