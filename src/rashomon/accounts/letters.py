"""A letter (EML) or a page saved as one (MHTML) -> what it says; and the files that came with a letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import cast

from rashomon.accounts.days import day_of
from rashomon.accounts.html import account_of_page
from rashomon.accounts.plain import account_of, digest_of
from rashomon.accounts.refusals import Unreadable
from rashomon.types import Account, Meta

MOST_PARTS = 1000  # of one letter
DEEPEST_PARTS = 20  # parts inside parts
WANTED = "Snapshot-Content-Location"  # by which a browser names the page that was looked at


def account_of_saved(content: bytes, name: str, source: str = "") -> Account:
    """The account in a page that a browser saved with its images in one file: the page that was looked at."""
    letter = _letter(content, source or name)
    shown = _looked_at(letter, source or name)
    url = _head(letter, WANTED) or _head(shown, "Content-Location")
    account = _page(shown, name, source)
    return replace(
        account,
        digest=digest_of(content),
        original=content,
        parser="mhtml",
        url=url if url.startswith("http") else account.url,
    )


def account_of_letter(content: bytes, name: str, source: str = "") -> Account:
    """The account in a letter: its page, or its text where it has none. Subject, sender and day are what it states."""
    letter = _letter(content, source or name)
    page, plain = _body(letter, source or name)
    if page is not None:
        account = _page(page, name, source)
    elif plain is not None and _bytes(plain).strip():
        account = account_of(_text(plain).encode(), name, source)
        said = Meta(name="encoding", value=_charset(plain))  # in place of the UTF-8 that it was handed on in
        account = replace(account, meta=(said, *account.meta[1:]))
    else:
        raise Unreadable(source or name, "a letter without a text or a page in it")
    sender, address = parseaddr(_head(letter, "From"))
    return replace(
        account,
        digest=digest_of(content),
        original=content,
        parser="eml",
        title=_head(letter, "Subject") or None,
        author=sender or address or None,
        published=day_of(_head(letter, "Date")),
    )


def page_of_saved(content: bytes, source: str) -> tuple[bytes, str]:
    """The page that was looked at, in a file of a page with its images, and its stated encoding."""
    shown = _looked_at(_letter(content, source), source)
    return _bytes(shown), shown.get_content_charset() or ""


def page_of_letter(content: bytes, source: str) -> tuple[bytes, str] | None:
    """The page in a letter, and its stated encoding; None for a letter of plain text."""
    page, _ = _body(_letter(content, source), source)
    return (_bytes(page), page.get_content_charset() or "") if page else None


def attachments(content: bytes, source: str) -> Iterator[tuple[str, bytes]]:
    """The files that came with a letter, each with its name."""
    for part in _parts(_letter(content, source), source):
        if _attached(part) and _filename(part):
            yield _filename(part).replace("\\", "/").rpartition("/")[2], _bytes(part)


def _looked_at(letter: Message, source: str) -> Message:
    pages = [part for part in _parts(letter, source) if part.get_content_type() == "text/html"]
    wanted = _head(letter, WANTED)
    shown = next((part for part in pages if wanted and _head(part, "Content-Location") == wanted), None)
    shown = shown or next(iter(pages), None)
    if shown is None:
        raise Unreadable(source, "a saved page without a page in it")
    return shown


def _body(letter: Message, source: str) -> tuple[Message | None, Message | None]:
    """The page and the plain text of a letter, as far as it has them."""
    bodies = [part for part in _parts(letter, source) if not _attached(part)]
    page = next((part for part in bodies if part.get_content_type() == "text/html"), None)
    return page, next((part for part in bodies if part.get_content_type() == "text/plain"), None)


def _head(letter: Message, name: str) -> str:
    """A line of the head of a letter, on one line."""
    return " ".join(_plainly(str(letter.get(name) or "")).encode("utf-8", "replace").decode().split())


def _plainly(written: str) -> str:
    """What is written in code, decoded; as it stands where the code is broken."""
    try:
        return str(make_header(decode_header(written)))
    except (MessageError, ValueError, LookupError):
        return written


def _letter(content: bytes, source: str) -> Message:
    try:
        return message_from_bytes(content)
    except (ValueError, LookupError, RecursionError) as error:
        raise Unreadable(source, f"not a letter ({error})") from error


def _parts(letter: Message, source: str) -> Iterator[Message]:
    """The leaves of a letter, in order; letters inside it are walked through."""
    waiting = [(letter, 0)]
    seen = 0
    while waiting:
        part, depth = waiting.pop()
        seen += 1
        if seen > MOST_PARTS or depth > DEEPEST_PARTS:
            raise Unreadable(source, f"a letter of more than {MOST_PARTS} parts, or {DEEPEST_PARTS} inside one another")
        if part.is_multipart():
            inner = cast(list[Message], part.get_payload())
            waiting += [(one, depth + 1) for one in reversed(inner)]
        else:
            yield part


def _attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _filename(part: Message) -> str:
    return _plainly(part.get_filename() or "")


def _bytes(part: Message) -> bytes:
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


def _charset(part: Message) -> str:
    return part.get_content_charset() or "utf-8"


def _text(part: Message) -> str:
    try:
        return _bytes(part).decode(_charset(part), "replace")
    except (LookupError, ValueError):
        return _bytes(part).decode("utf-8", "replace")


def _page(part: Message, name: str, source: str) -> Account:
    return account_of_page(_bytes(part), name, source, part.get_content_charset() or "")
