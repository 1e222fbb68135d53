"""Search over the lines of all accounts, in an index that is made when a case is opened and kept in memory."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.types import Account, Span

MOST = 40  # lines shown
OPEN, CLOSE = "\ue000", "\ue001"  # around a word that was found; for private use, so no text needs them
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A line that holds the words, in pieces; every second piece is a word that was looked for."""

    span: Span
    pieces: tuple[str, ...]


def index_of(accounts: Sequence[Account]) -> sqlite3.Connection:
    """The lines of all accounts, by their words."""
    index = sqlite3.connect(":memory:", check_same_thread=False)
    index.execute(
        'CREATE VIRTUAL TABLE line USING fts5 (text, account UNINDEXED, start UNINDEXED, "end" UNINDEXED, '
        'tokenize = "unicode61 remove_diacritics 2")'
    )
    index.executemany("INSERT INTO line VALUES (?, ?, ?, ?)", _lines(accounts))
    return index


def _lines(accounts: Sequence[Account]) -> Iterator[tuple[str, int, int, int]]:
    for number, account in enumerate(accounts):
        at = 0
        for line in account.text.split("\n"):
            if line.strip():
                yield line, number, at, at + len(line)
            at += len(line) + 1


def search(index: sqlite3.Connection, accounts: Sequence[Account], wanted: str) -> list[Hit]:
    """The lines that hold every word, the last one perhaps only begun; the best first."""
    words = WORD.findall(wanted)
    if not words:
        return []
    query = " ".join(f'"{word}"' for word in words) + "*"
    rows = index.execute(
        'SELECT account, start, "end", highlight(line, 0, ?, ?) FROM line WHERE line MATCH ? '
        "ORDER BY rank, rowid LIMIT ?",
        (OPEN, CLOSE, query, MOST),
    )
    return [
        Hit(span=accounts[number].span(start, end), pieces=tuple(re.split(f"[{OPEN}{CLOSE}]", text)))
        for number, start, end, text in rows
    ]
