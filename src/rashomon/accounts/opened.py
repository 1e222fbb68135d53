"""A file of any kind that can be read -> Account; and an account from a case as it was when it was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from rashomon.accounts.html import account_of_page
from rashomon.accounts.letters import account_of_letter, account_of_saved, page_of_letter, page_of_saved
from rashomon.accounts.pieces import Piece
from rashomon.accounts.plain import account_of
from rashomon.accounts.refusals import Note, Unreadable
from rashomon.accounts.rows import account_of_line, account_of_object, page_of_line, page_of_object
from rashomon.accounts.walk import pieces_of
from rashomon.accounts.warcs import account_of_record, page_of_record
from rashomon.types import Account


def _print(content: bytes, name: str, source: str = "") -> Account:
    """The library of prints takes a tenth of a second to load, which only those who have one need wait for."""
    from rashomon.accounts.pdf import account_of_print

    return account_of_print(content, name, source)


Page = tuple[bytes, str]  # and the encoding that was stated of it beside it


def _itself(content: bytes, source: str) -> Page:
    return content, ""


def _no_page(content: bytes, source: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Parser:
    """What makes a text of bytes, the libraries whose versions count for it, its own version, and the page in them."""

    read: Callable[[bytes, str, str], Account]
    libraries: tuple[str, ...] = ()
    version: str = "1"
    page: Callable[[bytes, str], Page | None] = _no_page


PARSERS: Mapping[str, Parser] = {
    "plain": Parser(account_of),
    "decoded": Parser(account_of, ("resiliparse", "ftfy")),
    "html": Parser(account_of_page, ("resiliparse", "ftfy"), page=_itself),
    "warc": Parser(account_of_record, ("resiliparse", "fastwarc"), page=page_of_record),
    "mhtml": Parser(account_of_saved, ("resiliparse",), page=page_of_saved),
    "eml": Parser(account_of_letter, ("resiliparse",), page=page_of_letter),
    "json": Parser(account_of_object, page=page_of_object),
    "csv": Parser(account_of_line, page=page_of_line),
    "pdf": Parser(_print, ("pypdfium2",)),
}


def account_of_piece(piece: Piece) -> Account:
    """The account in a piece, under the shortest of its names. Raises Unreadable where there is none."""
    try:
        account = PARSERS[piece.parser].read(piece.content, piece.names[0], piece.source)
    except Unreadable as reason:
        raise Unreadable(piece.source, reason.reason, reason.place or piece.place) from reason
    return replace(account, parsed_by=parsed_by(account.parser), provenance=piece.provenance)


def read_file(path: Path) -> Account:
    """The one account in a file. Raises Unreadable for a file that is missing, too large, no account, or several."""
    found = [one for one in pieces_of(path) if not isinstance(one, Note)]
    for reason in found:
        if isinstance(reason, Unreadable):
            raise reason
    if len(found) != 1 or not isinstance(found[0], Piece):
        raise Unreadable(str(path), f"{len(found)} accounts in one file; compare reads them all")
    return account_of_piece(found[0])


def reopened(account: Account) -> Account:
    """An account from a case as it was when its file was read, with the blocks of its page."""
    if account.parser == "plain" or account.blocks or account.lines or not account.original:
        return account
    again = rederived(account)
    if again is None or again.text != account.text:
        return account  # read by another version: its spans stay with the text they were found in
    return replace(account, blocks=again.blocks, lines=again.lines, meta=again.meta)


def rederived(account: Account) -> Account | None:
    """What the same bytes give now; nothing where this version has no such parser, or they can no longer be read."""
    if account.parser not in PARSERS:
        return None
    content = account.original or account.text.encode()
    try:
        return PARSERS[account.parser].read(content, account.name, account.source)
    except Unreadable:
        return None


@cache
def parsed_by(name: str) -> str:
    """The version of a parser, with those of what it rests on: "1, resiliparse 2.0.1"; nothing for an unknown one."""
    parser = PARSERS.get(name)
    return ", ".join((parser.version, *(f"{one} {version(one)}" for one in parser.libraries))) if parser else ""
