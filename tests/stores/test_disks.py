"""Full disks, files that cannot be written, writers at once, damaged pages: a clear word, and nothing lost."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import example
import pytest
from click.testing import CliRunner

import rashomon
from rashomon.cli import main
from rashomon.judgements import Decision, append
from rashomon.stores import NoCase, check, log_of, write_decision
from rashomon.stores import files as case_files

DECISION = Decision(on="fact-1", outcome="accept", by="Ilse", at="2031-05-05")


@pytest.fixture
def path() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())  # not pytest's own, which only its owner may enter
    folder.chmod(0o755)
    rashomon.save(example.case(), folder / "a.rashomon")
    yield folder / "a.rashomon"
    shutil.rmtree(folder)


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """As on a disk with no more room than that."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@contextmanager
def nobody() -> Iterator[None]:
    """As somebody who may read the file only."""
    if os.geteuid():
        pytest.skip("only the superuser can become somebody else")
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def left(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


@pytest.mark.parametrize("size", [4096, 50_000])
def test_full_disk_leaves_the_old_case(path: Path, size: int) -> None:
    before = path.read_bytes()
    with no_file_larger_than(size), pytest.raises(OSError, match="disk is full"):
        rashomon.save(example.case(), path)
    assert path.read_bytes() == before
    assert left(path) == ["a.rashomon"]


def test_full_disk_is_said_in_one_line(path: Path) -> None:
    with no_file_larger_than(4096):
        done = CliRunner().invoke(main, ["compare", str(example.FOLDER / "3_ministry.txt"), "-o", str(path)])
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1].endswith("a.rashomon: the disk is full, or cannot be written to")


def test_decision_on_a_full_disk_is_not_taken(path: Path) -> None:
    with no_file_larger_than(512), pytest.raises(OSError, match="disk"):
        write_decision(path, lambda log: append(log, DECISION))
    assert not log_of(path)
    assert not check(path)[0]
    assert left(path) == ["a.rashomon"]


def test_file_that_may_only_be_read_is_read_and_not_written(path: Path) -> None:
    path.chmod(0o444)
    with nobody():
        assert rashomon.load(path).verdicts
        assert not check(path)[0]
        with pytest.raises(OSError, match="cannot be written"):
            write_decision(path, lambda log: append(log, DECISION))
        with pytest.raises(OSError, match=r"[Pp]ermission|cannot be written"):
            rashomon.save(example.case(), path)
    assert left(path) == ["a.rashomon"]


def test_second_writer_waits_and_then_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_files, "PATIENCE", 0.2)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OSError, match="another program is writing"):
            write_decision(path, lambda log: append(log, DECISION))
        with pytest.raises(OSError, match="another program is writing"):
            rashomon.save(example.case(), path)
        assert rashomon.load(path).verdicts  # whoever reads need not wait
    write_decision(path, lambda log: append(log, DECISION))
    assert len(log_of(path)) == 1


@pytest.mark.parametrize("page", range(2, 40, 3))
def test_damaged_page_is_said_and_nothing_is_run(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    start = 4096 * (page % (len(content) // 4096))
    content[start : start + 4096] = bytes(range(256)) * 16
    path.write_bytes(content)
    facts = CliRunner().invoke(main, ["facts", str(path)])
    assert facts.exit_code in {0, 3}
    assert facts.exit_code == 0 or "damaged" in facts.stderr or "not a case" in facts.stderr
    assert CliRunner().invoke(main, ["verify", str(path)]).exit_code in {1, 3}
    before = path.read_bytes()
    try:
        rashomon.save(example.case(), path)
    except OSError:
        assert path.read_bytes() == before
    else:  # the log was whole, so nothing that cannot be made again was lost
        assert rashomon.load(path) == example.case()


@pytest.mark.parametrize("length", [0, 100, 4096, 40_000])
def test_cut_off_file_is_said(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(NoCase):
        rashomon.load(path)
    done = CliRunner().invoke(main, ["verify", str(path)])
    assert done.exit_code in {1, 3}
    assert not isinstance(done.exception, sqlite3.Error)
