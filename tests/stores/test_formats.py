"""A case of every format that was ever written opens, is judged and is saved; formats to come are refused by name.

`formats/1.rashomon` was written by 0.1.0 before web archives, tables and prints were read, `formats/2.rashomon` before a case
said which rules had compared it.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import rashomon
from rashomon.accounts import reopened
from rashomon.judgements import Decision, append, first_broken
from rashomon.stores import NoCase, check, log_of, write_decision
from rashomon.stores.files import FORMAT, MIGRATIONS

STORED = sorted((Path(__file__).parent / "formats").glob("*.rashomon"))


def marks(path: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(path)) as file:
        return tuple(file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))  # type: ignore[return-value]


def test_every_format_has_a_stored_file_and_a_way_to_the_next() -> None:
    assert {int(path.stem) for path in STORED} >= set(range(1, FORMAT))
    assert set(MIGRATIONS) == set(range(1, FORMAT))


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_stored_case_opens_and_is_left_as_it_was(stored: Path) -> None:
    before = stored.read_bytes()
    case = rashomon.load(stored)
    assert [account.name for account in case.accounts] == ["a.txt", "b.txt", "c.html"]
    assert case.accounts[0].outlet == "The Inland Wire"
    assert {verdict.outcome for verdict in case.verdicts} >= {"single"}
    assert reopened(case.accounts[2]).blocks
    faults, log = check(stored)
    assert not faults
    assert [line.by for line in log] == ["Ilse", "Karl"]
    assert first_broken(log) is None
    assert stored.read_bytes() == before


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_stored_case_is_brought_to_the_present_format_by_the_first_decision(stored: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(stored, tmp_path))
    write_decision(path, lambda log: append(log, Decision(on="fact-1", outcome="accept", by="Ilse", at="2031-05-06")))
    assert marks(path) == (1380011342, FORMAT)
    assert len(log_of(path)) == 3
    assert not check(path)[0]
    assert rashomon.load(path).verdicts == rashomon.load(stored).verdicts


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_stored_case_saved_anew_is_of_the_present_format(stored: Path, tmp_path: Path) -> None:
    rashomon.save(rashomon.load(stored), tmp_path / "a.rashomon")
    assert marks(tmp_path / "a.rashomon") == (1380011342, FORMAT)
    assert rashomon.load(tmp_path / "a.rashomon") == rashomon.load(stored)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (f"PRAGMA user_version = {FORMAT + 1}", f"format {FORMAT + 1}; this version reads formats up to {FORMAT}"),
        ("PRAGMA user_version = 0", "format 0"),
        ("PRAGMA application_id = 7", "not a case file"),
    ],
)
def test_other_marks_are_refused(tmp_path: Path, change: str, reason: str) -> None:
    path = Path(shutil.copy(STORED[0], tmp_path))
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(change)
    with pytest.raises(NoCase, match=reason):
        rashomon.load(path)
