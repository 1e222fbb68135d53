from __future__ import annotations

import tomllib
from pathlib import Path

import gate
import pytest


def test_no_number_is_under_its_floor(tmp_path: Path) -> None:
    if not (gate.SHARED / "gold" / "cases").is_dir():
        pytest.skip("the gold cases are not here (../shared/gold/cases)")
    assert not gate.failures(gate.read_floors(), gate.measure(tmp_path))


FLOORS = {"least": {"figures.span": 0.85}, "most": {"spans.void": 0.0}}


def test_number_under_its_floor_is_named() -> None:
    (said,) = gate.failures(FLOORS, {"figures.span": 0.84, "spans.void": 0})
    assert said == "figures.span is 0.840, under 0.85"
    (said,) = gate.failures(FLOORS, {"figures.span": 0.9, "spans.void": 1})
    assert said == "spans.void is 1.000, over 0.0"


def test_floor_rises_and_never_falls_by_itself() -> None:
    assert gate.moved(FLOORS, {"figures.span": 0.918, "spans.void": 0}, False)["least"]["figures.span"] == 0.91
    assert gate.moved(FLOORS, {"figures.span": 0.70, "spans.void": 3}, False) == FLOORS
    assert gate.moved(FLOORS, {"figures.span": 0.70, "spans.void": 0}, True)["least"]["figures.span"] == 0.7


def test_floors_written_are_the_floors_read(tmp_path: Path) -> None:
    gate.write_floors(gate.read_floors(), tmp_path / "floors.toml")
    assert tomllib.loads((tmp_path / "floors.toml").read_text()) == gate.read_floors()
