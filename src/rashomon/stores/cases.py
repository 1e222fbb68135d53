"""Writes a case in one piece or not at all, and reads the same case back."""

from __future__ import annotations

import errno
import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import astuple, replace
from datetime import date
from pathlib import Path
from typing import Any

from rashomon.stores.codec import Shelf, as_json, from_json, shelf
from rashomon.stores.files import JOURNAL, NoCase, held, lay_out, opened, read_only, told_plainly
from rashomon.stores.whole import whole
from rashomon.types import (
    Account,
    Asked,
    Block,
    Case,
    Copy,
    Event,
    Finding,
    Judgement,
    Line,
    Meta,
    Omission,
    Provenance,
    Reading,
    Relation,
    Verdict,
    Wording,
)

_ACCOUNTS = """SELECT account.*, CASE parser WHEN 'plain' THEN NULL ELSE zlib END
FROM account JOIN original USING (sha256) ORDER BY position"""
_BARE = _ACCOUNTS.replace("CASE parser WHEN 'plain' THEN NULL ELSE zlib END", "NULL")
AROUND = 32  # characters before and after a mention, by which it is known again
LAYOUT = {"blocks": tuple[Block, ...], "lines": tuple[Line, ...]}
FOUND: Mapping[str, type] = {
    "copies": Copy, "verdicts": Verdict, "near_misses": Relation, "findings": Finding,
    "events": Event, "wordings": Wording, "omissions": Omission,
}  # fmt: skip


def save(case: Case, path: Path, pipeline: str) -> None:
    """Writes the case in one piece: a reader sees the old case or the new one.

    `pipeline` is the version by which the accounts were read. Decisions that were added to the old case in the
    meantime are kept: nobody can add one while the new case takes its place.
    """
    if _is_case(path):
        with held(path) as file:
            case = replace(case, judgements=_longer(case.judgements, judgements_in(file)))
            _write(case, file, pipeline)
        return
    with whole(path) as beside, told_plainly(path):
        # what a case that is no longer there left behind is not for the new one
        path.with_name(path.name + JOURNAL).unlink(missing_ok=True)
        with closing(sqlite3.connect(beside)) as file, file:
            file.execute("PRAGMA foreign_keys = ON")
            _write(case, file, pipeline)


def _is_case(path: Path) -> bool:
    """Whether there is a case to take the place of. Raises OSError for any other file: it is not ours to lose."""
    if not path.exists() or (path.is_file() and not path.stat().st_size):
        return False
    try:
        opened(path).close()
    except NoCase as error:
        raise OSError(
            errno.EEXIST, "is there, and is no case or a damaged one; it was left as it is", str(path)
        ) from error
    return True


def _longer(log: Sequence[Judgement], other: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Of two logs the one that goes on where the other ends; the first where they part."""
    return tuple(other) if tuple(other[: len(log)]) == tuple(log) else tuple(log)


def _write(case: Case, file: sqlite3.Connection, pipeline: str) -> None:
    lay_out(file)
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
    file.execute("INSERT INTO edition VALUES (?)", (case.edition,))
    asked = ((one.dimension, one.role, zlib.compress(one.deciders)) for one in case.asked)
    file.executemany("INSERT INTO asked VALUES (?, ?, ?)", asked)
    lines = ((number, *astuple(line)) for number, line in enumerate(case.judgements))
    file.executemany("INSERT INTO judgement VALUES (?, ?, ?, ?, ?, ?, ?, ?)", lines)


def _write_account(file: sqlite3.Connection, position: int, account: Account) -> None:
    content = account.original or account.text.encode()
    file.execute(
        "INSERT OR IGNORE INTO original VALUES (?, ?, ?)", (account.digest, len(content), zlib.compress(content, 9))
    )
    day = account.published.isoformat() if account.published else None
    stated = (account.source, account.url, account.outlet, account.author, account.title, day)
    row = (position, account.name, account.digest, account.text, account.parser, account.parsed_by, account.language)
    on = shelf((account,))
    provenance = _text(as_json(account.provenance, on)) if account.provenance else None
    layout = {name: as_json(parts, on) for name in LAYOUT if (parts := getattr(account, name))}
    kept = (provenance, _text(as_json(account.meta, on)), _text(layout))
    file.execute(f"INSERT INTO account VALUES ({', '.join('?' * 16)})", (*row, *stated, *kept))  # noqa: S608


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


def load(path: Path) -> Case:
    """The case as it was compared. Raises NoCase for a file that is none, or is damaged."""
    with read_only(path) as file:
        try:
            return _case(file)
        except (ValueError, TypeError, LookupError, zlib.error) as error:
            raise NoCase(f"{path}: the case is damaged ({error}); rashomon verify says where") from error


def _case(file: sqlite3.Connection) -> Case:
    accounts = tuple(map(_account, file.execute(_ACCOUNTS)))
    rows = file.execute("SELECT account, content FROM reading ORDER BY account")
    readings: tuple[Reading, ...] = tuple(
        from_json(Reading, json.loads(content), shelf(accounts, here=accounts[position])) for position, content in rows
    )
    on = _whole(readings)
    edition = next((digest for (digest,) in file.execute("SELECT digest FROM edition")), "")
    asked = tuple(
        Asked(dimension=dimension, role=role, deciders=zlib.decompress(packed))
        for dimension, role, packed in file.execute("SELECT * FROM asked ORDER BY dimension, role")
    )
    case = Case(readings=readings, judgements=judgements_in(file), edition=edition, asked=asked)
    written = {
        kind: file.execute("SELECT content FROM found WHERE kind = ? ORDER BY position", (kind,)) for kind in FOUND
    }
    found: dict[str, Any] = {
        kind: tuple(from_json(FOUND[kind], json.loads(row[0]), on) for row in rows) for kind, rows in written.items()
    }
    return replace(case, **found)


def judgements_in(file: sqlite3.Connection) -> tuple[Judgement, ...]:
    """The log of decisions, in its order."""
    rows = file.execute('SELECT "on", outcome, "by", at, note, previous, hash FROM judgement ORDER BY position')
    names = ("on", "outcome", "by", "at", "note", "previous", "hash")
    return tuple(Judgement(**dict(zip(names, row, strict=True))) for row in rows)


def accounts_of(path: Path) -> tuple[Account, ...]:
    """The accounts of a case, without what was found in them and without the bytes that they were read from."""
    with read_only(path) as file:
        return tuple(map(_account, file.execute(_BARE)))


def _account(row: tuple[Any, ...]) -> Account:
    _, name, digest, text, parser, parsed_by, language, source, url, outlet, author, title, day, *kept, packed = row
    provenance, meta, layout = (json.loads(one or "null") for one in kept)
    on = shelf(())
    parts = {part: from_json(kind, layout.get(part, ()), on) for part, kind in LAYOUT.items()}
    return Account(
        name=name, text=text, digest=digest, source=source, parser=parser, parsed_by=parsed_by, language=language,
        url=url, outlet=outlet, author=author, title=title, published=date.fromisoformat(day) if day else None,
        original=zlib.decompress(packed) if packed else b"", meta=from_json(tuple[Meta, ...], meta, on),
        provenance=from_json(Provenance, provenance, on) if provenance else None, **parts,
    )  # fmt: skip


def pipeline_version(path: Path) -> str | None:
    """By which version of the pipeline all accounts of a case were read; None where they differ."""
    with read_only(path) as file:
        versions = [row[0] for row in file.execute("SELECT DISTINCT pipeline FROM reading")]
    return versions[0] if len(versions) == 1 else None


def accounts_key(path: Path) -> str:
    """A text that is the same as long as the case holds the same accounts, read by the same version."""
    with read_only(path) as file:
        rows = file.execute("SELECT name, sha256, pipeline FROM account JOIN reading ON account = position")
        return json.dumps(rows.fetchall())
