"""A text file: decoded, otherwise unchanged."""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import Path

from rashomon.accounts.refusals import Unreadable
from rashomon.types import Account

MARKS = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
STRAY = 0.001  # share of control bytes that text saved from the web does have; a zero byte it never has


def read_plain(path: Path) -> Account:
    """The account in a text file. The text is the file's own: nothing stripped, no line end translated.

    Raises Unreadable for a file that is missing, empty, binary, or not UTF-8.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(str(path), (error.strerror or "cannot be read").lower()) from error
    return account_of(content, path.name, str(path))


def account_of(content: bytes, name: str, source: str = "") -> Account:
    """The account in the bytes of a text file."""
    return Account(name=name, text=decode(content, source or name), digest=digest_of(content), source=source)


def digest_of(content: bytes) -> str:
    """The name by which bytes are kept: their SHA-256."""
    return hashlib.sha256(content).hexdigest()


def decode(content: bytes, source: str) -> str:
    """The text in the bytes, character for character; a guessed encoding would be a guessed text."""
    if not content.strip():
        raise Unreadable(source, "the file is empty" if not content else "the file holds nothing but white space")
    for mark, encoding in MARKS:
        if content.startswith(mark):
            raise Unreadable(source, f"not UTF-8 but {encoding}; convert it to UTF-8 first", "byte 0")
    strange = [found.start() for found in CONTROLS.finditer(content)]
    if b"\0" in content or len(strange) > STRAY * len(content) + 1:
        raise Unreadable(source, f"a binary file (byte 0x{content[strange[0]]:02x}), not a text", f"byte {strange[0]}")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        reason = f"not UTF-8 (byte 0x{content[error.start]:02x}){_likely(content)}"
        raise Unreadable(source, reason, f"byte {error.start}, line {line}") from error


def _likely(content: bytes) -> str:
    """What the person may try; the program itself does not choose between encodings."""
    try:
        content.decode("cp1252")
    except UnicodeDecodeError:
        return "; convert it to UTF-8 first"
    return "; perhaps Windows-1252 or Latin-1: convert it to UTF-8 first"
