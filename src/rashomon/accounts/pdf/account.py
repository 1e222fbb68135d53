"""The account in a print."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from rashomon.accounts.pdf.columns import Row, rows_of
from rashomon.accounts.pdf.paragraphs import Placed, text_of
from rashomon.accounts.pdf.running import running
from rashomon.accounts.pdf.strokes import strokes_of, upright
from rashomon.accounts.plain import digest_of
from rashomon.accounts.refusals import UNREAD, Unreadable
from rashomon.types import Account, Line, Meta

MOST_PAGES = 5000
MOST_LETTERS = 20_000_000  # a shelf of books
FIELDS = ("Title", "Author", "Subject", "Creator", "CreationDate")
LONGEST = 500  # characters of one of them
CENT = Decimal("0.01")  # of a point; no eye sees more
PICTURE = "a picture without text; have its text recognised first"


def account_of_print(content: bytes, name: str, source: str = "") -> Account:
    """The account in the bytes of a print. A page that is a picture is named; where all are, nothing is read."""
    said = source or name
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        reason = "is locked with a password" if "assword" in str(error) else "not a whole PDF"
        raise Unreadable(said, reason) from error
    try:
        if len(document) > MOST_PAGES:
            raise Unreadable(said, f"{len(document)} pages; at most {MOST_PAGES} are read")
        pages, unread, turned = _pages(document, said)
        stated = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    runs = running(pages)
    text, placed = text_of([[row for row in rows if row not in left] for rows, left in zip(pages, runs, strict=True)])
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
        lines=tuple(_line(one, turned[one.page - 1]) for one in placed), meta=meta,
    )  # fmt: skip


def _pages(document: Any, source: str) -> tuple[list[tuple[Row, ...]], list[int], list[int]]:
    """The lines of each page, the numbers of those that are pictures without text, and how far each is turned."""
    pages: list[tuple[Row, ...]] = []
    unread, turned, letters = [], [], 0
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            strokes, quarters = strokes_of(page)
            rows = rows_of(strokes)
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise Unreadable(source, f"cannot be read ({error})", f"page {number}") from error
        if not rows and any(_pictures(page)):
            unread.append(number)
        pages.append(rows)
        letters += sum(len(row.text) for row in rows)
        if letters > MOST_LETTERS:
            raise Unreadable(source, f"more than {MOST_LETTERS} letters", f"page {number}")
        turned.append(quarters)
        page.close()
    return pages, unread, turned


def _pictures(page: Any) -> Iterator[Any]:
    return page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])  # type: ignore[no-any-return]


def _line(one: Placed, turned: int) -> Line:
    box = tuple(Decimal(side).quantize(CENT) for side in upright(one.row.box, -turned))
    return Line(start=one.start, end=one.end, page=one.page, box=box)


def _places(unread: list[int]) -> str:
    if not unread:
        return ""
    return f"page {unread[0]}" if len(unread) == 1 else f"pages {unread[0]} to {unread[-1]}"
