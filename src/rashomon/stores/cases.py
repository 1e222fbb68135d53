"""Writes a case in one piece or not at all, and reads the same case back."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import astuple, replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from rashomon.stores.codec import Shelf, as_json, from_json, shelf
from rashomon.stores.whole import whole
from rashomon.types import (
    Account,
    Case,
    Copy,
    Event,
    Finding,
    Judgement,
    Omission,
    Reading,
    Relation,
    Verdict,
    Wording,
)

APPLICATION, FORMAT = 1380011342, 1
_ACCOUNTS = """SELECT account.*, CASE parser WHEN 'plain' THEN NULL ELSE zlib END
FROM account JOIN original USING (sha256) ORDER BY position"""
PARSER_VERSION = "1"  # of how text is taken from a plain file
PATIENCE = 30.0  # seconds to wait for another process that writes
TRIES = 100  # at a file that is exchanged for another again and again
AROUND = 32  # characters before and after a mention, by which it is known again
FOUND: Mapping[str, type] = {
    "copies": Copy, "verdicts": Verdict, "near_misses": Relation, "findings": Finding,
    "events": Event, "wordings": Wording, "omissions": Omission,
}  # fmt: skip


class NoCase(Exception):
    """A file that is no case, or no whole one."""


def save(case: Case, path: Path, pipeline: str) -> None:
    """Writes the case beside its place and moves it there, so that a reader sees the old case or the new one.

    `pipeline` is the version by which the accounts were read. Decisions that were added to the old case in the
    meantime are kept: nobody can add one while the new case takes its place.
    """
    with held(path) if _is_case(path) else nullcontext() as old, whole(path) as beside:
        kept = _longer(case.judgements, judgements_in(old)) if old else case.judgements
        with closing(sqlite3.connect(beside)) as file:
            file.executescript(files(__package__).joinpath("schema.sql").read_text(encoding="utf-8"))
            file.execute("PRAGMA foreign_keys = ON")
            with file:
                _write(replace(case, judgements=kept), file, pipeline)


def _is_case(path: Path) -> bool:
    try:
        opened(path).close()
    except NoCase:
        return False
    return True


def _longer(log: Sequence[Judgement], other: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Of two logs the one that goes on where the other ends; the first where they part."""
    return tuple(other) if tuple(other[: len(log)]) == tuple(log) else tuple(log)


@contextmanager
def held(path: Path) -> Iterator[sqlite3.Connection]:
    """A case file that nobody else can write to, or put another in its place, until this ends.

    Whoever saves a case holds the old file while moving the new one onto it. Who waited for the old one has
    then hold of a file that is no longer there, and takes the new.
    """
    for _ in range(TRIES):
        opened(path).close()
        before = path.stat().st_ino
        with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as file:
            file.execute("BEGIN IMMEDIATE")
            if path.stat().st_ino != before:
                continue
            try:
                yield file
                file.execute("COMMIT")
            finally:
                if file.in_transaction:
                    file.execute("ROLLBACK")
            return
    raise OSError(f"{path}: exchanged again and again while waiting for it")


def _write(case: Case, file: sqlite3.Connection, pipeline: str) -> None:
    accounts = case.accounts
    for position, reading in enumerate(case.readings):
        _write_account(file, position, reading.account)
        content = _text(as_json(reading, shelf(accounts, here=reading.account)))
        file.execute("INSERT INTO reading VALUES (?, ?, ?)", (position, pipeline, content))
        file.executemany(
            "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((position, *row) for row in _mentions(reading)),
        )
    on = _whole(case.readings)
    for kind in FOUND:
        rows = ((kind, number, _text(as_json(value, on))) for number, value in enumerate(getattr(case, kind)))
        file.executemany("INSERT INTO found VALUES (?, ?, ?)", rows)
    lines = ((number, *astuple(line)) for number, line in enumerate(case.judgements))
    file.executemany("INSERT INTO judgement VALUES (?, ?, ?, ?, ?, ?, ?, ?)", lines)


def _write_account(file: sqlite3.Connection, position: int, account: Account) -> None:
    content = account.original or account.text.encode()
    file.execute(
        "INSERT OR IGNORE INTO original VALUES (?, ?, ?)", (account.digest, len(content), zlib.compress(content, 9))
    )
    day = account.published.isoformat() if account.published else None
    stated = (account.source, account.url, account.outlet, account.author, account.title, day)
    row = (position, account.name, account.digest, account.text, account.parser, PARSER_VERSION, account.language)
    file.execute(f"INSERT INTO account VALUES ({', '.join('?' * 13)})", (*row, *stated))  # noqa: S608


def _mentions(reading: Reading) -> Iterator[tuple[str, str, int, int, str, str, str, str]]:
    claimed = (claim.mention for claim in reading.claims)
    text = reading.account.text
    for mention in (*claimed, *reading.times, *reading.places, *reading.actors, *reading.victims):
        start, end = mention.span.start, mention.span.end
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        yield (mention.id, type(mention).__name__.lower(), start, end, mention.span.text, before, after, mention.rule)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _whole(readings: tuple[Reading, ...]) -> Shelf:
    return shelf([reading.account for reading in readings], [claim for reading in readings for claim in reading.claims])


def opened(path: Path) -> sqlite3.Connection:
    """The file of a case, for reading only. Raises NoCase for any other file."""
    if not path.is_file():
        raise NoCase(f"{path}: no such case")
    file = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)
    try:
        marks = tuple(file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    except sqlite3.DatabaseError as error:
        file.close()
        raise NoCase(f"{path}: not a case file") from error
    if marks != (APPLICATION, FORMAT):
        file.close()
        newer = marks[0] == APPLICATION
        raise NoCase(f"{path}: a case of format {marks[1]}, not {FORMAT}" if newer else f"{path}: not a case file")
    return file


def load(path: Path) -> Case:
    """The case as it was compared. Raises NoCase for a file that is none, or is damaged."""
    with closing(opened(path)) as file:
        try:
            return _case(file)
        except (sqlite3.DatabaseError, ValueError, TypeError, LookupError) as error:
            raise NoCase(f"{path}: the case is damaged ({error}); rashomon verify says where") from error


def _case(file: sqlite3.Connection) -> Case:
    accounts = tuple(map(_account, file.execute(_ACCOUNTS)))
    rows = file.execute("SELECT account, content FROM reading ORDER BY account")
    readings: tuple[Reading, ...] = tuple(
        from_json(Reading, json.loads(content), shelf(accounts, here=accounts[position])) for position, content in rows
    )
    on = _whole(readings)
    case = Case(readings=readings, judgements=judgements_in(file))
    written = {
        kind: file.execute("SELECT content FROM found WHERE kind = ? ORDER BY position", (kind,)) for kind in FOUND
    }
    found = {
        kind: tuple(from_json(FOUND[kind], json.loads(row[0]), on) for row in rows) for kind, rows in written.items()
    }
    return replace(case, **found)


def judgements_in(file: sqlite3.Connection) -> tuple[Judgement, ...]:
    """The log of decisions, in its order."""
    rows = file.execute('SELECT "on", outcome, "by", at, note, previous, hash FROM judgement ORDER BY position')
    names = ("on", "outcome", "by", "at", "note", "previous", "hash")
    return tuple(Judgement(**dict(zip(names, row, strict=True))) for row in rows)


def _account(row: tuple[Any, ...]) -> Account:
    _, name, digest, text, parser, _, language, source, url, outlet, author, title, day, packed = row
    published = date.fromisoformat(day) if day else None
    return Account(
        name=name, text=text, digest=digest, source=source, parser=parser, language=language, url=url,
        outlet=outlet, author=author, title=title, published=published,
        original=zlib.decompress(packed) if packed else b"",
    )  # fmt: skip


def pipeline_version(path: Path) -> str | None:
    """By which version of the pipeline all accounts of a case were read; None where they differ."""
    with closing(opened(path)) as file:
        versions = [row[0] for row in file.execute("SELECT DISTINCT pipeline FROM reading")]
    return versions[0] if len(versions) == 1 else None


def accounts_key(path: Path) -> str:
    """A text that is the same as long as the case holds the same accounts, read by the same version."""
    with closing(opened(path)) as file:
        rows = file.execute("SELECT name, sha256, pipeline FROM account JOIN reading ON account = position")
        return json.dumps(rows.fetchall())
