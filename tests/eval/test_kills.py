"""A few of the kills of eval/kills.py: a whole case is left whenever the program is stopped."""

from __future__ import annotations

from pathlib import Path

import kills
import pytest


@pytest.mark.parametrize(
    "work", [work for work in kills.WORKS if work.name in {"judge", "save"}], ids=lambda work: work.name
)
def test_case_is_whole_whenever_its_writer_is_killed(work: kills.Work, tmp_path: Path) -> None:
    start = kills.started(tmp_path)
    takes = kills.duration(work, start)
    for step in range(12):
        wrong, _ = kills.killed(work, start, takes * step / 12)
        assert not wrong
