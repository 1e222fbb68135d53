"""The file of a case: known by its marks, opened in any format so far, held by one writer at a time."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path

APPLICATION, FORMAT = 1380011342, 3
SCHEMA = "schema.sql"
MIGRATIONS = {1: "1_to_2.sql", 2: "2_to_3.sql"}  # by the format that each starts from
PATIENCE = 30.0  # seconds to wait for another process that writes
MAGIC = b"SQLite format 3\0"
JOURNAL = "-journal"  # what SQLite writes beside a file while it changes it


class NoCase(Exception):
    """A file that is no case, or no whole one."""


def is_database(path: Path) -> bool:
    """Whether a file is a database, as cases are, and no account to be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


@contextmanager
def read_only(path: Path) -> Iterator[sqlite3.Connection]:
    """The file of a case, for reading only, in the present format. Raises NoCase for any other, or a damaged one."""
    with closing(opened(path)) as file:
        try:
            yield file
        except sqlite3.DatabaseError as error:
            raise NoCase(f"{path}: the case is damaged ({error}); rashomon verify says where") from error


def opened(path: Path) -> sqlite3.Connection:
    """The same, for whoever deals with damage; a file of an older format is brought to the present one in memory."""
    file = _for_reading(path)
    try:
        if _format(file, path) == FORMAT:
            return file
        copy = sqlite3.connect(":memory:")
        with closing(file):
            file.backup(copy)
        migrate(copy, path)
    except sqlite3.DatabaseError as error:
        file.close()
        raise NoCase(f"{path}: the case is damaged ({error})") from error
    except NoCase:
        file.close()
        raise
    return copy


@contextmanager
def held(path: Path) -> Iterator[sqlite3.Connection]:
    """A case file that nobody else can write to until this ends; then all that was written is there, or nothing.

    The file stays the one it was: in the place of an open file SQLite would take the journal of another for its own.
    Raises NoCase for a file that is none, OSError where the file cannot be written.
    """
    opened(path).close()
    with (
        told_plainly(path),
        closing(sqlite3.connect(_address(path, "rw"), uri=True, timeout=PATIENCE, isolation_level=None)) as file,
    ):
        file.execute("PRAGMA foreign_keys = ON")
        file.execute("PRAGMA cache_spill = OFF")  # others read until the end
        file.execute("BEGIN IMMEDIATE")
        try:
            yield file
            file.execute("COMMIT")
        finally:
            if file.in_transaction:
                file.execute("ROLLBACK")


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """What SQLite says of a disk is said as the system would: full, not to be written, in use."""
    try:
        yield
    except sqlite3.OperationalError as error:
        words = str(error)
        if "locked" in words:
            raise OSError(errno.EBUSY, "another program is writing to it", str(path)) from error
        if "readonly" in words or "unable to open" in words:
            raise OSError(errno.EACCES, "cannot be written to", str(path)) from error
        if "full" in words or "disk I/O" in words:
            raise OSError(errno.ENOSPC, "the disk is full, or cannot be written to", str(path)) from error
        raise
    except sqlite3.DatabaseError as error:
        raise OSError(errno.EIO, f"the case is damaged ({error})", str(path)) from error


def migrate(file: sqlite3.Connection, path: Path) -> None:
    """Brings a case of an older format to the present one, step by step."""
    for step in range(_format(file, path), FORMAT):
        _run(file, MIGRATIONS[step])


def lay_out(file: sqlite3.Connection) -> None:
    """Makes a file the empty case of the present format, whatever it held."""
    for (table,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid DESC").fetchall():
        file.execute(f'DROP TABLE "{table}"')
    _run(file, SCHEMA)


def _run(file: sqlite3.Connection, script: str) -> None:
    """The statements of a script of this folder, within whatever transaction is open."""
    for statement in filter(None, map(str.strip, files(__package__).joinpath(script).read_text("utf-8").split(";\n"))):
        file.execute(statement)


def _format(file: sqlite3.Connection, path: Path) -> int:
    try:
        marks = tuple(file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    except sqlite3.DatabaseError as error:
        raise NoCase(f"{path}: not a case file") from error
    if marks[0] != APPLICATION:
        raise NoCase(f"{path}: not a case file")
    if not 1 <= marks[1] <= FORMAT:
        raise NoCase(f"{path}: a case of format {marks[1]}; this version reads formats up to {FORMAT}")
    return int(marks[1])


def _for_reading(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise NoCase(f"{path}: no such case")
    if path.with_name(path.name + JOURNAL).exists():
        _recover(path)
    return sqlite3.connect(_address(path, "ro"), uri=True, timeout=PATIENCE)


def _recover(path: Path) -> None:
    """Takes back what a writer that was stopped had half done; whoever only reads may not."""
    try:
        with closing(sqlite3.connect(_address(path, "rw"), uri=True, timeout=PATIENCE)) as file:
            file.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError:
        return  # said by whoever opens it


def _address(path: Path, mode: str) -> str:
    return f"{path.resolve().as_uri()}?mode={mode}"
