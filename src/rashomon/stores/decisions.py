"""The log of decisions in a case file: read at any time, written by one at a time, from any number of processes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

from rashomon.stores.cases import judgements_in
from rashomon.stores.files import held, migrate, read_only
from rashomon.types import Judgement

Log = tuple[Judgement, ...]


def log_of(path: Path) -> Log:
    """The decisions in a case file, in their order. Raises NoCase for a file that is none."""
    with read_only(path) as file:
        return judgements_in(file)


def write_decision(path: Path, line_after: Callable[[Log], Log]) -> Judgement:
    """Adds one line to the log, made from the log as it stands when nobody else can write.

    Raises NoCase for a file that is no case, ValueError where the line is not chained to the last.
    """
    with held(path) as file:
        migrate(file, path)
        log = judgements_in(file)
        *before, added = line_after(log)
        if tuple(before) != log or added.previous != (log[-1].hash if log else "0" * 64):
            raise ValueError("a decision must follow the last one of the log")
        file.execute("INSERT INTO judgement VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (len(log), *astuple(added)))
    return added
