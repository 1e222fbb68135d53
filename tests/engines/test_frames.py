"""The same accounts on processes, on Daft, and on Daft on a Ray cluster of two nodes: the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import rashomon
from rashomon.engines import NotInstalled, read_all

HERE = Path(__file__).parents[1]
ENGINES = [
    pytest.param(name, marks=pytest.mark.skipif(find_spec(name) is None, reason=f"{name} is not here: make extras"))
    for name in ("daft", "ray")
]


def lines(engine: str, what: str, folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, HERE / "clustered.py", engine, what, folder], check=False, capture_output=True, text=True, timeout=300,
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(Path(rashomon.__file__).parents[1]), str(HERE)))},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [line for line in done.stdout.splitlines() if line[0] in "[0123456789"]  # Ray says things of its own


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_reads_the_same_bytes(engine: str, tmp_path: Path) -> None:
    said = lines(engine, "example", tmp_path)
    assert len(said) == 7
    assert said == lines("processes", "example", tmp_path)


@pytest.mark.parametrize("engine", ENGINES)
def test_workers_that_end_change_nothing_but_the_account_that_ends_them(engine: str, tmp_path: Path) -> None:
    said = lines(engine, "poisons", tmp_path)
    assert (tmp_path / "one").exists()
    assert [line[:10] for line in said if line.startswith("[")] == ['["001.txt"', '["004.txt"']
    assert said == lines("processes", "poisons", tmp_path)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_worker_of_the_engine_that_is_killed_changes_nothing(engine: str, tmp_path: Path) -> None:
    said = lines(engine, "ended", tmp_path)
    assert (tmp_path / "one").exists()
    assert len(said) == 40
    assert said == lines("processes", "ended", tmp_path)


def test_an_engine_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.engines.frames.find_spec", lambda _: None)
    with pytest.raises(NotInstalled, match="daft"):
        list(read_all([], engine="daft"))
