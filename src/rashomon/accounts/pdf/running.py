"""What stands at the head or foot of page after page: the name of the paper, the chapter, the number of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.accounts.pdf.columns import Row

EDGE = 2  # lines from the top or the foot of a page
ROOM = 0.8  # heights of a letter between such a line and the text, at least
NEAR = 8.0  # points by which such a line may stand higher on one page than on another
SHARE = 0.4  # of the pages; where heads of left and right pages differ, each is on half of them
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_ALONE = re.compile(r"\W*(?:#\W*){1,2}|\W*\w{1,8}\W+#(?:\W+\w{1,3}\W+#)?\W*")


def running(pages: Sequence[Sequence[Row]]) -> tuple[frozenset[Row], ...]:
    """For each page the lines that run through the print."""
    edges = [[(_sign(row), row) for row in _edge(rows)] for rows in pages]
    often = Counter(sign for edge in edges for sign in {sign for sign, _ in edge})
    least = max(2, SHARE * len(pages))
    return tuple(
        frozenset(row for sign, row in edge if often[sign] >= least or _numbers(sign, often)) for edge in edges
    )


def _edge(rows: Sequence[Row]) -> list[Row]:
    """The outermost lines of a page that stand apart from what is between them; at least one line is left."""
    upright = sorted(rows, key=lambda row: -row.box[3])
    if len(upright) < 3:
        return []
    most = min(EDGE, (len(upright) - 1) // 2)
    return [*_apart(upright[: most + 1]), *_apart(upright[::-1][: most + 1])]


def _apart(rows: Sequence[Row]) -> Sequence[Row]:
    """The first lines down to the last gap that is wider than one between lines, of the same size or not."""
    for count in range(len(rows) - 1, 0, -1):
        outer, inner = rows[count - 1].box, rows[count].box
        if max(outer[1] - inner[3], inner[1] - outer[3]) > ROOM * rows[count].size:
            return rows[:count]
    return []


def _sign(row: Row) -> tuple[str, int]:
    """What is the same of such a line on every page: its words without numbers, and how high it stands."""
    return _NUMBER.sub("#", row.text.lower()), round(row.box[3] / NEAR)


def _numbers(sign: tuple[str, int], often: Counter[tuple[str, int]]) -> bool:
    """The number of a page, which stands a little higher or lower on some."""
    words, height = sign
    around = sum(often[words, height + step] for step in (-1, 0, 1))
    return around >= 2 and bool(_ALONE.fullmatch(words))
