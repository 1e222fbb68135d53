"""Account -> Original: what it was read from laid out again, with the place of each of its characters."""

from __future__ import annotations

from dataclasses import replace

from rashomon.accounts.html import Misplaced, shown_in
from rashomon.accounts.opened import PARSERS, rederived
from rashomon.accounts.refusals import Unreadable
from rashomon.types import Account, Original

OTHER = "this version reads another text from these bytes"


def original_of(account: Account) -> Original:
    """The original of an account, from the bytes that are kept with it.

    A page that says "At   least <b>12</b>" has the account's "At least 12" in two parts, in their place in the page.
    Where the bytes no longer give the account's text, which another version read from them, nothing is placed.
    """
    content = original_bytes(account)
    bare = Original(account=account, length=len(content))
    try:
        return _laid_out(bare, content, account.source or account.name)
    except Unreadable as reason:
        return replace(bare, unplaced=reason.reason)
    except Misplaced as reason:
        return replace(bare, unplaced=f"{OTHER} ({reason})")


def _laid_out(bare: Original, content: bytes, source: str) -> Original:
    account = bare.account
    parser = PARSERS.get(account.parser)
    if account.parser == "pdf":
        from rashomon.accounts.pdf import sheets_of  # takes a tenth of a second to load

        text, sheets = sheets_of(content, source)
        made = replace(bare, sheets=sheets)
    elif parser and (page := parser.page(content, source)):
        text, made = account.text, replace(bare, shown=shown_in(*page, account.text))
    else:
        again = rederived(account)
        text, made = again.text if again else "", bare
    return made if text == account.text else replace(bare, unplaced=OTHER)


def original_bytes(account: Account) -> bytes:
    """The bytes that an account was read from, as they were given."""
    return account.original or account.text.encode()
