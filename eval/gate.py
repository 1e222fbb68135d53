"""Refuses numbers that fell below their floor, and floors that fell below themselves.

    python eval/gate.py                      scores every gold case; exit 1 where a number is under its floor
    python eval/gate.py --raise              lifts the floors to what was measured, two digits
    python eval/gate.py --raise --allow-regression     sets them to what was measured, lower ones too

The gold cases lie beside the repository (../shared); without them the gate says so and exits 0.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from gold import ROOT, SHARED, write_records

FLOORS = Path(__file__).with_name("floors.toml")
HEAD = FLOORS.read_text(encoding="utf-8").partition("[least]")[0]
STEP = 100  # floors are kept in hundredths, so that a change of one figure in a small case does not trip them

Floors = dict[str, dict[str, float]]


def read_floors() -> Floors:
    """The floors as they stand."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def measure(into: Path) -> dict[str, float]:
    """Every number of the scorer, over all gold cases pooled."""
    into.mkdir(parents=True, exist_ok=True)
    cases = SHARED / "gold" / "cases"
    for case in sorted(path for path in cases.iterdir() if (path / "accounts").is_dir()):
        write_records(case, into / f"{case.name}.jsonl", stated=True)
    command = [sys.executable, str(SHARED / "score" / "score.py"), "--all", str(cases), str(into), "--json"]
    scored: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return {name: number(value) for name, value in scored.items()}


def number(value: dict[str, float] | float) -> float:
    """F1 where there is one, else the share that is right, else the count."""
    return value.get("f1", value.get("acc", 0.0)) if isinstance(value, dict) else value


def failures(floors: Floors, measured: dict[str, float]) -> list[str]:
    """What is under its floor or over its ceiling, in words."""
    low = [
        f"{name} is {measured[name]:.3f}, under {floor}"
        for name, floor in floors["least"].items()
        if measured[name] < floor
    ]
    high = [
        f"{name} is {measured[name]:.3f}, over {ceiling}"
        for name, ceiling in floors["most"].items()
        if measured[name] > ceiling
    ]
    return low + high


def moved(floors: Floors, measured: dict[str, float], allow_regression: bool) -> Floors:
    """The floors as measured; those that would loosen stay, unless that is allowed."""
    least = {name: math.floor(measured[name] * STEP) / STEP for name in floors["least"]}
    most = {name: math.ceil(measured[name] * STEP) / STEP for name in floors["most"]}
    if not allow_regression:
        least = {name: max(value, floors["least"][name]) for name, value in least.items()}
        most = {name: min(value, floors["most"][name]) for name, value in most.items()}
    return {"least": least, "most": most}


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Writes the floors under the head of their file."""
    tables = [
        f"[{table}]\n" + "".join(f'"{name}" = {value:g}\n' for name, value in rows.items())
        for table, rows in floors.items()
    ]
    path.write_text(HEAD + "\n".join(tables), encoding="utf-8")


def main() -> int:
    """Measures, compares, says what it found."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--raise", dest="lift", action="store_true")
    arguments.add_argument("--allow-regression", action="store_true")
    given = arguments.parse_args()
    if not (SHARED / "gold" / "cases").is_dir():
        print("the gold cases are not here (../shared); nothing was measured")
        return 0
    floors, measured = read_floors(), measure(ROOT / "build" / "gate")
    for name, value in measured.items():
        print(f"{name:24} {value:.3f}")
    failed = failures(floors, measured)
    if given.lift and (given.allow_regression or not failed):
        write_floors(moved(floors, measured, given.allow_regression))
        return 0
    print("\n".join(failed) or "every number is on its floor or above")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
