"""Reads and compares every gold case and scores the export.

    python eval/gold.py [CASE …] [--show figures|quotes|facts|findings|zones] [--json]

Without a name, all cases, pooled. The records are kept in build/gold, one file a case.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from rashomon.accounts import read_plain
from rashomon.pipeline import compare, read
from rashomon.reports.records import as_lines

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def write_records(case: Path, into: Path) -> None:
    """The records of one gold case, read from its raw accounts alone."""
    accounts = sorted((case / "accounts").iterdir())
    compared = compare(read(read_plain(path)) for path in accounts)
    into.write_text("".join(line + "\n" for line in as_lines(compared)), encoding="utf-8")


def main() -> int:
    """Writes the records, runs the scorer, returns its exit code."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("case", nargs="*")
    arguments.add_argument("--show")
    arguments.add_argument("--json", action="store_true")
    arguments.add_argument("--into", type=Path, default=ROOT / "build" / "gold")
    given = arguments.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    cases = sorted(path for path in (SHARED / "gold" / "cases").iterdir() if (path / "accounts").is_dir())
    chosen = [case for case in cases if not given.case or case.name in given.case]
    for case in chosen:
        write_records(case, given.into / f"{case.name}.jsonl")
    score = [sys.executable, str(SHARED / "score" / "score.py")]
    options = [*(["--show", given.show] if given.show else []), *(["--json"] if given.json else [])]
    if len(chosen) == len(cases):
        return subprocess.run([*score, "--all", str(SHARED / "gold" / "cases"), str(given.into), *options]).returncode
    return max(
        subprocess.run([*score, str(case), str(given.into / f"{case.name}.jsonl"), *options]).returncode
        for case in chosen
    )


if __name__ == "__main__":
    sys.exit(main())
