from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import example
import pytest

import rashomon
from rashomon.judgements import Decision, append, first_broken
from rashomon.stores import NoCase, log_of, write_decision
from rashomon.stores.files import held

WRITER = """
import sys
from pathlib import Path
from rashomon.judgements import Decision, append
from rashomon.stores import write_decision
for number in range(25):
    decision = Decision(on=f"fact-{number}", outcome="accept", by=sys.argv[2], at="2031-05-05")
    write_decision(Path(sys.argv[1]), lambda log: append(log, decision))
"""
SAVER = """
import sys
import rashomon
for _ in range(8):
    rashomon.save(rashomon.load(sys.argv[1]), sys.argv[1])
"""


def by(name: str) -> Decision:
    return Decision(on="fact-1", outcome="accept", by=name, at="2031-05-05")


def test_line_is_added_and_nothing_else_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.rashomon"
    rashomon.save(example.case(), path)
    write_decision(path, lambda log: append(log, by("Ilse")))
    write_decision(path, lambda log: append(log, by("Karl")))
    assert [line.by for line in log_of(path)] == ["Ilse", "Karl"]
    assert first_broken(log_of(path)) is None
    assert rashomon.load(path).verdicts == example.case().verdicts


def test_line_that_follows_another_log_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.rashomon"
    rashomon.save(example.case(), path)
    write_decision(path, lambda log: append(log, by("Ilse")))
    with pytest.raises(ValueError, match="must follow"):
        write_decision(path, lambda _: append((), by("Karl")))
    assert len(log_of(path)) == 1


def test_file_that_is_no_case_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("no case")
    with pytest.raises(NoCase):
        write_decision(path, lambda log: append(log, by("Ilse")))
    with pytest.raises(NoCase), held(tmp_path / "none"):
        pass


def test_processes_that_write_at_once_lose_nothing_even_while_the_case_is_saved_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.rashomon"
    rashomon.save(example.case(), path)
    programs = [(WRITER, "Ilse"), (WRITER, "Karl"), (SAVER, "")]
    started = [subprocess.Popen([sys.executable, "-c", program, str(path), name]) for program, name in programs]
    assert [one.wait(timeout=120) for one in started] == [0, 0, 0]
    log = log_of(path)
    assert sorted((line.by, line.on) for line in log) == sorted(
        (name, f"fact-{number}") for name in ("Ilse", "Karl") for number in range(25)
    )
    assert first_broken(log) is None
