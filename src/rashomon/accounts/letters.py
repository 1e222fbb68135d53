"""A letter (EML) or a page saved as one (MHTML) -> what it says; and the files that came with a letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import cast

from rashomon.accounts.html import account_of_page
from rashomon.accounts.plain import account_of, digest_of
from rashomon.accounts.refusals import Unreadable
from rashomon.types import Account, Meta

MOST_PARTS = 1000  # of one letter
DEEPEST_PARTS = 20  # parts inside parts


def account_of_saved(content: bytes, name: str, source: str = "") -> Account:
    """The account in a page that a browser saved with its images in one file: the page that was looked at."""
    letter = _letter(content, source or name)
    pages = [part for part in _parts(letter, source or name) if part.get_content_type() == "text/html"]
    wanted = letter.get("Snapshot-Content-Location") or ""
    shown = next((part for part in pages if wanted and part.get("Content-Location") == wanted), None)
    shown = shown or next(iter(pages), None)
    if shown is None:
        raise Unreadable(source or name, "a saved page without a page in it")
    url = str(wanted or shown.get("Content-Location") or "").strip()
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
    bodies = [part for part in _parts(letter, source or name) if not _attached(part)]
    page = next((part for part in bodies if part.get_content_type() == "text/html"), None)
    plain = next((part for part in bodies if part.get_content_type() == "text/plain"), None)
    if page is not None:
        account = _page(page, name, source)
    elif plain is not None and _bytes(plain).strip():
        account = account_of(_text(plain).encode(), name, source)
        account = replace(account, meta=(Meta(name="encoding", value=_charset(plain)), *account.meta[1:]))
    else:
        raise Unreadable(source or name, "a letter without a text or a page in it")
    sender, address = parseaddr(str(letter.get("From") or ""))
    return replace(
        account,
        digest=digest_of(content),
        original=content,
        parser="eml",
        title=" ".join(str(letter.get("Subject") or "").split()) or None,
        author=sender or address or None,
        published=_day(letter),
    )


def attachments(content: bytes, source: str) -> Iterator[tuple[str, bytes]]:
    """The files that came with a letter, each with its name."""
    for part in _parts(_letter(content, source), source):
        if _attached(part) and part.get_filename():
            yield str(part.get_filename()).replace("\\", "/").rpartition("/")[2], _bytes(part)


def _letter(content: bytes, source: str) -> EmailMessage:
    try:
        return message_from_bytes(content, policy=policy.default)
    except (ValueError, LookupError, RecursionError) as error:
        raise Unreadable(source, f"not a letter ({error})") from error


def _parts(letter: EmailMessage, source: str) -> Iterator[EmailMessage]:
    """The leaves of a letter, in order; letters inside it are walked through."""
    waiting = [(letter, 0)]
    seen = 0
    while waiting:
        part, depth = waiting.pop()
        seen += 1
        if seen > MOST_PARTS or depth > DEEPEST_PARTS:
            raise Unreadable(source, f"a letter of more than {MOST_PARTS} parts, or {DEEPEST_PARTS} inside one another")
        if part.is_multipart():
            inner = cast(list[EmailMessage], part.get_payload())
            waiting += [(one, depth + 1) for one in reversed(inner)]
        else:
            yield part


def _attached(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment"


def _bytes(part: EmailMessage) -> bytes:
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


def _charset(part: EmailMessage) -> str:
    return part.get_content_charset() or "utf-8"


def _text(part: EmailMessage) -> str:
    try:
        return _bytes(part).decode(_charset(part), "replace")
    except LookupError:
        return _bytes(part).decode("utf-8", "replace")


def _page(part: EmailMessage, name: str, source: str) -> Account:
    return account_of_page(_bytes(part), name, source, part.get_content_charset() or "")


def _day(letter: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(letter.get("Date"))).date()
    except (TypeError, ValueError):
        return None
