"""The account in a print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from rashomon.accounts.pdf.columns import Row, rows_of
from rashomon.accounts.pdf.paragraphs import Placed, text_of
from rashomon.accounts.pdf.running import running
from rashomon.accounts.pdf.strokes import Box, strokes_of, upright
from rashomon.accounts.plain import digest_of
from rashomon.accounts.refusals import Unreadable
from rashomon.types import UNREAD, Account, Line, Meta

MOST_PAGES = 5000
MOST_LETTERS = 20_000_000  # a shelf of books
FIELDS = ("Title", "Author", "Subject", "Creator", "CreationDate")
LONGEST = 500  # characters of one of them
CENT = Decimal("0.01")  # of a point; no eye sees more
PICTURE = "a picture without text; have its text recognised first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a print: its lines, by how many quarters it is turned, its edges once it is upright."""

    rows: tuple[Row, ...]
    turned: int
    edges: Box
    is_picture: bool


def account_of_print(content: bytes, name: str, source: str = "") -> Account:
    """The account in the bytes of a print. A page that is a picture is named; where all are, nothing is read."""
    said = source or name
    pages, stated = pages_in(content, said)
    runs = running([page.rows for page in pages])
    text, placed = placed_in(pages, runs)
    unread = [number for number, page in enumerate(pages, 1) if page.is_picture]
    if not text.strip():
        raise Unreadable(said, PICTURE if unread else "a print without text", _places(unread))
    heads = dict.fromkeys(row.text for left in runs for row in sorted(left, key=lambda row: -row.box[3]))
    meta = (
        *(Meta(name=f"pdf:{field.lower()}", value=str(stated[field])[:LONGEST]) for field in FIELDS if field in stated),
        *(Meta(name="running", value=head[:LONGEST]) for head in list(heads)[:20]),
        *(Meta(name=UNREAD, value=f"page {number}: {PICTURE}") for number in unread),
    )
    return Account(
        name=name, text=text, digest=digest_of(content), source=source, parser="pdf", original=content,
        lines=tuple(_line(one, pages[one.page - 1].turned) for one in placed), meta=meta,
    )  # fmt: skip


def placed_in(pages: Sequence[Page], runs: Sequence[frozenset[Row]]) -> tuple[str, tuple[Placed, ...]]:
    """The text of the pages without what runs along their edges, and where each line stands in it."""
    return text_of([[row for row in page.rows if row not in left] for page, left in zip(pages, runs, strict=True)])


def pages_in(content: bytes, source: str) -> tuple[list[Page], Mapping[str, str]]:
    """The pages in the bytes of a print, and what it states of itself. Raises Unreadable for what is none."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        reason = "is locked with a password" if "assword" in str(error) else "not a whole PDF"
        raise Unreadable(source, reason) from error
    try:
        if len(document) > MOST_PAGES:
            raise Unreadable(source, f"{len(document)} pages; at most {MOST_PAGES} are read")
        return _pages(document, source), document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()


def _pages(document: Any, source: str) -> list[Page]:
    pages: list[Page] = []
    letters = 0
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            strokes, quarters = strokes_of(page)
            rows = rows_of(strokes)
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise Unreadable(source, f"cannot be read ({error})", f"page {number}") from error
        letters += sum(len(row.text) for row in rows)
        if letters > MOST_LETTERS:
            raise Unreadable(source, f"more than {MOST_LETTERS} letters", f"page {number}")
        is_picture = not rows and any(_pictures(page))
        edges = upright(page.get_cropbox(), quarters)
        pages.append(Page(rows=rows, turned=quarters, edges=edges, is_picture=is_picture))
        page.close()
    return pages


def _pictures(page: Any) -> Iterator[Any]:
    return page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])  # type: ignore[no-any-return]


def _line(one: Placed, turned: int) -> Line:
    box = tuple(Decimal(side).quantize(CENT) for side in upright(one.row.box, -turned))
    return Line(start=one.start, end=one.end, page=one.page, box=box)


def _places(unread: list[int]) -> str:
    if not unread:
        return ""
    return f"page {unread[0]}" if len(unread) == 1 else f"pages {unread[0]} to {unread[-1]}"
