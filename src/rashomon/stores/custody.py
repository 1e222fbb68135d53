"""Whether a case is still what it was: its bytes, its texts, its spans, its log."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rashomon.stores.cases import FOUND, judgements_in
from rashomon.stores.files import opened
from rashomon.types import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in a case that is not as it was written, and where."""

    where: str
    reason: str


def check(path: Path) -> tuple[tuple[Fault, ...], tuple[Judgement, ...]]:
    """Every fault of a case file, and its log of decisions for whoever checks the chain.

    Raises NoCase for a file that is no case at all.
    """
    with closing(opened(path)) as file:
        try:
            faults = (*_file(file), *_bytes(file), *_asked(file), *_texts(file), *_spans(file), *_found(file))
            return faults, judgements_in(file)
        except sqlite3.DatabaseError as error:
            return (Fault(where="file", reason=str(error)),), ()


def _file(file: sqlite3.Connection) -> Iterator[Fault]:
    for (said,) in file.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield Fault(where="file", reason=said)
    for table, row, *_ in file.execute("PRAGMA foreign_key_check"):
        yield Fault(where=f"{table} {row}", reason="refers to an account or a file that is not there")


def _bytes(file: sqlite3.Connection) -> Iterator[Fault]:
    for digest, length, packed in file.execute("SELECT sha256, length, zlib FROM original ORDER BY sha256"):
        try:
            content = zlib.decompress(packed)
        except zlib.error as error:
            yield Fault(where=f"original {digest[:12]}", reason=f"cannot be unpacked: {error}")
            continue
        if (hashlib.sha256(content).hexdigest(), len(content)) != (digest, length):
            yield Fault(where=f"original {digest[:12]}", reason="its bytes are not those that were read")


def _asked(file: sqlite3.Connection) -> Iterator[Fault]:
    for dimension, role, packed in file.execute("SELECT dimension, role, zlib FROM asked"):
        try:
            zlib.decompress(packed)
        except (zlib.error, TypeError) as error:
            yield Fault(where=f"asked {dimension} {role}", reason=f"cannot be unpacked: {error}")


def _texts(file: sqlite3.Connection) -> Iterator[Fault]:
    rows = file.execute("SELECT name, text, zlib FROM account JOIN original USING (sha256) WHERE parser = 'plain'")
    for name, text, packed in rows:
        try:
            same = zlib.decompress(packed) == text.encode()
        except zlib.error:
            continue  # named with its bytes
        if not same:
            yield Fault(where=name, reason="its text is not that of its bytes")


def _spans(file: sqlite3.Connection) -> Iterator[Fault]:
    rows = file.execute(
        'SELECT account.name, text, id, start, "end", exact FROM mention JOIN account ON account = position'
    )
    for name, text, mention, start, end, exact in rows:
        if text[start:end] != exact:
            yield Fault(where=f"{name} {mention}", reason=f"{start}:{end} reads {text[start:end]!r}, not {exact!r}")


def _found(file: sqlite3.Connection) -> Iterator[Fault]:
    contents = file.execute("SELECT 'reading', account, content FROM reading UNION ALL SELECT * FROM found")
    for kind, position, content in contents:
        try:
            json.loads(content)
        except ValueError:
            yield Fault(where=f"{kind} {position}", reason="is not JSON")
        if kind != "reading" and kind not in FOUND:
            yield Fault(where=f"{kind} {position}", reason="no kind of record that this version knows")
