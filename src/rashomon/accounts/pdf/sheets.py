"""A print as it is laid out: page by page its lines, those that were read with their place in the account."""

from __future__ import annotations

from rashomon.accounts.pdf.account import pages_in, placed_in
from rashomon.accounts.pdf.columns import Row
from rashomon.accounts.pdf.running import running
from rashomon.accounts.pdf.strokes import HYPHEN
from rashomon.types import Print, Sheet


def sheets_of(content: bytes, source: str) -> tuple[str, tuple[Sheet, ...]]:
    """The text of a print and its pages. Raises Unreadable where the bytes are no print."""
    pages, _ = pages_in(content, source)
    text, placed = placed_in(pages, running([page.rows for page in pages]))
    starts = {(one.page, id(one.row)): one.start for one in placed}
    return text, tuple(
        Sheet(
            number=number,
            box=page.edges,
            lines=tuple(_line(row, starts.get((number, id(row)))) for row in page.rows),
            is_picture=page.is_picture,
        )
        for number, page in enumerate(pages, 1)
    )


def _line(row: Row, start: int | None) -> Print:
    return Print(
        words=row.text.replace(HYPHEN, "-"), box=row.box, edges=(*row.lefts, row.box[2]), size=row.size, start=start
    )
