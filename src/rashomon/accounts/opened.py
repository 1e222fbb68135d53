"""A file of any kind that can be read -> Account."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rashomon.accounts.html import account_of_page, is_page
from rashomon.accounts.plain import Unreadable, account_of
from rashomon.types import Account

ENDINGS = (".txt", ".html", ".htm", ".xhtml")  # of the files that a folder stands for
LARGEST = 256 * 1024 * 1024  # bytes; more would not fit in memory beside its reading


def read_file(path: Path) -> Account:
    """The account in a file: a saved page where its name or its first bytes say so, a text otherwise.

    Raises Unreadable for a file that is missing, too large, or no account.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(str(path), f"larger than {LARGEST // 1024 // 1024} MB; cut it into its accounts first")
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(str(path), (error.strerror or "cannot be read").lower()) from error
    made = account_of_page if is_page(content, path.name) else account_of
    return made(content, path.name, str(path))


def reopened(account: Account) -> Account:
    """An account from a case as it was when its file was read, with the blocks of its page."""
    if account.parser != "html" or account.blocks or not account.original:
        return account
    page = account_of_page(account.original, account.name, account.source)
    if page.text != account.text:  # read by another version: its spans stay with the text they were found in
        return account
    return replace(account, blocks=page.blocks, meta=page.meta)
