"""A text file: its characters, unchanged where it is UTF-8; in which encoding it was, and what was mended, is kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

from rashomon.accounts.encodings import decoded_text
from rashomon.accounts.mending import mended
from rashomon.accounts.refusals import Unreadable
from rashomon.types import Account, Meta


def read_plain(path: Path) -> Account:
    """The account in a text file. The text is the file's own: nothing stripped, no line end translated.

    Raises Unreadable for a file that is missing, empty, binary, or in no encoding that is known.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(str(path), (error.strerror or "cannot be read").lower()) from error
    return account_of(content, path.name, str(path))


def account_of(content: bytes, name: str, source: str = "") -> Account:
    """The account in the bytes of a text file."""
    decoded, encoding = decoded_text(content, source or name)
    text, steps = mended(decoded)
    if encoding == "utf-8" and not steps:
        return Account(name=name, text=text, digest=digest_of(content), source=source)
    meta = (Meta(name="encoding", value=encoding), *steps)
    return Account(
        name=name, text=text, digest=digest_of(content), source=source, parser="decoded", original=content, meta=meta
    )


def digest_of(content: bytes) -> str:
    """The name by which bytes are kept: their SHA-256."""
    return hashlib.sha256(content).hexdigest()


def decode(content: bytes, source: str) -> str:
    """The text of a file that states something of others, which is UTF-8."""
    text, encoding = decoded_text(content, source)
    if encoding != "utf-8":
        raise Unreadable(source, f"not UTF-8 but {encoding}; convert it first")
    return text
