"""A web archive (WARC) -> the pages in it, record by record, however many there are."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from rashomon.accounts.html import account_of_page
from rashomon.accounts.limits import LARGEST_PAGE, LARGEST_RECORD, MEGABYTE, read_within
from rashomon.accounts.pieces import Piece
from rashomon.accounts.plain import digest_of
from rashomon.accounts.refusals import Note, Unreadable
from rashomon.types import Account, Provenance

PAGES = ("text/html", "application/xhtml+xml")
KEPT = WarcRecordType.response | WarcRecordType.resource
READ = "pages read"


def records(stream: BinaryIO, source: str, file: str) -> Iterator[Piece | Unreadable | Note]:
    """The pages among the records, each as the record's own bytes; what is no page is counted and passed over."""
    counts: Counter[str] = Counter()
    last = -1
    try:
        for record in ArchiveIterator(stream, parse_http=False):
            at = record.stream_pos if record.stream_pos != last else None  # of those packed together not each has one
            last = record.stream_pos
            found = _page_in(record, source, _where(record, at))
            if isinstance(found, str):
                counts[found] += 1
                continue
            counts[READ] += 1
            yield found if isinstance(found, Unreadable) else _piece(found, record, source, (file, at))
    except OSError as error:
        yield Unreadable(source, f"not a whole web archive ({str(error).lower()})", f"after byte {max(last, 0)}")
    passed = sorted(f"{number} {kind}" for kind, number in counts.items() if kind != READ)
    if passed:
        yield Note(source=source, words=f"{counts[READ]} {READ}; passed over: {', '.join(passed)}")
    elif not counts:
        yield Unreadable(source, "a web archive without a record")


def account_of_record(content: bytes, name: str, source: str = "") -> Account:
    """The account in one record: its page, as the server sent it once what packed it for the way is taken off."""
    record, body = _opened(content, source or name)
    account = account_of_page(body, name, source, record.http_charset or "")
    url = _url(record)
    return replace(account, digest=digest_of(content), original=content, parser="warc", url=url or account.url)


def page_of_record(content: bytes, source: str) -> tuple[bytes, str]:
    """The page in one record, and the encoding that the server stated."""
    record, body = _opened(content, source)
    return body, record.http_charset or ""


def _page_in(record: WarcRecord, source: str, place: str) -> bytes | str | Unreadable:
    """The bytes of a record that holds a page, or what it is instead."""
    kind = str(record.record_type).rpartition(".")[2]
    if kind in {"unknown", "no_type"}:
        return Unreadable(source, "a broken record (no type)", place)
    if not record.record_type & KEPT:
        return f"{kind} records"
    if record.content_length > LARGEST_RECORD:
        return Unreadable(source, f"a record larger than {LARGEST_RECORD // MEGABYTE} MB", place)
    written = io.BytesIO()
    record.write(written)
    content = written.getvalue()
    if len(content.partition(b"\r\n\r\n")[2]) - 4 < record.content_length:
        return Unreadable(source, "the record is cut off", place)
    try:
        opened, _ = _opened(content, source, body=False)
    except Unreadable as error:
        return Unreadable(source, error.reason, place)
    status = opened.http_headers.status_code if opened.http_headers else 200
    if status is not None and not 200 <= status < 300:
        return "answers that are no page (moved, not found …)"
    media = opened.http_content_type if opened.is_http else _said(opened, "Content-Type")
    return content if (media or "").partition(";")[0].strip().lower() in PAGES else "records of other kinds"


def _opened(content: bytes, source: str, *, body: bool = True) -> tuple[Any, bytes]:
    """A record by itself and its page."""
    try:
        for record in ArchiveIterator(io.BytesIO(content), parse_http=True, auto_decode="all"):
            return record, read_within(record.reader, LARGEST_PAGE, source) if body else b""  # type: ignore[arg-type]
    except OSError as error:
        raise Unreadable(source, f"a broken record ({str(error).lower()})") from error
    raise Unreadable(source, "no record of a web archive")


def _piece(content: bytes, record: WarcRecord, source: str, place: tuple[str, int | None]) -> Piece:
    url = _url(record)
    captured = _said(record, "WARC-Date")
    file, at = place
    names = (url, f"{url} ({captured})", f"{url} ({captured}, {file} {at})")
    return Piece(
        content=content,
        parser="warc",
        names=names if url else (f"{file} {at}",),
        source=source,
        place=_where(record, at),
        provenance=Provenance(file=file, offset=at, captured=captured),
    )


def _where(record: WarcRecord, at: int | None) -> str:
    url = _said(record, "WARC-Target-URI")
    return " ".join(part for part in (f"byte {at}" if at is not None else "", f"({url})" if url else "") if part)


def _url(record: WarcRecord) -> str:
    """The address that was asked, which some write between angle brackets."""
    return _said(record, "WARC-Target-URI").strip("<> ")


def _said(record: WarcRecord, name: str) -> str:
    """What the head of a record says, on one line whatever it holds."""
    return " ".join((record.headers.get(name, "") or "").split())
