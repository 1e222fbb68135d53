from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import example
import pytest

import rashomon
from rashomon.judgements import Decision, append
from rashomon.stores import NoCase, check
from rashomon.types import Case


@pytest.fixture(scope="module")
def judged() -> Case:
    decision = Decision(on="fact-1", outcome="conflict", by="Ilse", at="2031-05-02T10:00:00", note="“seen”")
    return replace(example.case(), judgements=append((), decision))


def test_loaded_case_is_the_compared_case(tmp_path: Path, judged: Case) -> None:
    rashomon.save(judged, tmp_path / "a.rashomon")
    assert rashomon.load(tmp_path / "a.rashomon") == judged


def test_saving_twice_writes_the_same(tmp_path: Path, judged: Case) -> None:
    rashomon.save(judged, tmp_path / "a.rashomon")
    rashomon.save(rashomon.load(tmp_path / "a.rashomon"), tmp_path / "b.rashomon")
    assert (tmp_path / "a.rashomon").read_bytes() == (tmp_path / "b.rashomon").read_bytes()


def test_whole_case_has_no_fault(tmp_path: Path, judged: Case) -> None:
    rashomon.save(judged, tmp_path / "a.rashomon")
    faults, log = check(tmp_path / "a.rashomon")
    assert not faults
    assert log == judged.judgements


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ("UPDATE account SET text = replace(text, '24', '25') WHERE position = 0", "1_northern_wire.txt"),
        ("UPDATE original SET zlib = x'00'", "original"),
        ("UPDATE mention SET exact = 'x' WHERE rowid = 1", "1_northern_wire.txt"),
        ("UPDATE found SET content = '{' WHERE kind = 'verdicts' AND position = 0", "verdicts 0"),
        ("UPDATE asked SET zlib = x'00'", "asked"),
        ("DELETE FROM original", "account"),
    ],
)
def test_changed_case_is_found_out(tmp_path: Path, judged: Case, change: str, where: str) -> None:
    rashomon.save(judged, tmp_path / "a.rashomon")
    with closing(sqlite3.connect(tmp_path / "a.rashomon")) as file, file:
        file.execute(change)
    faults, _ = check(tmp_path / "a.rashomon")
    assert any(fault.where.startswith(where) for fault in faults)


def test_damaged_record_is_refused_not_run(tmp_path: Path, judged: Case) -> None:
    rashomon.save(judged, tmp_path / "a.rashomon")
    with closing(sqlite3.connect(tmp_path / "a.rashomon")) as file, file:
        file.execute("UPDATE found SET content = '{\"outcome\": \"os.system\"}' WHERE kind = 'verdicts'")
    with pytest.raises(NoCase, match="damaged"):
        rashomon.load(tmp_path / "a.rashomon")


@pytest.mark.parametrize("content", [b"", b"not a database, whatever its name", b"SQLite format 3\0" + b"\0" * 84])
def test_other_files_are_no_case(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.rashomon").write_bytes(content)
    with pytest.raises(NoCase):
        rashomon.load(tmp_path / "a.rashomon")


def test_failed_write_leaves_the_old_case(tmp_path: Path, judged: Case) -> None:
    rashomon.save(judged, tmp_path / "a.rashomon")
    before = (tmp_path / "a.rashomon").read_bytes()
    half = replace(judged, judgements=(*judged.judgements, None))
    with pytest.raises(TypeError):
        rashomon.save(half, tmp_path / "a.rashomon")
    assert (tmp_path / "a.rashomon").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.rashomon"]
