"""Reads and compares every gold case and scores the export.

    python eval/gold.py [CASE …] [--stated] [--show figures|quotes|facts|findings|zones] [--json]

Without a name, all cases, pooled. The records are kept in build/gold, one file a case. With `--stated`, the
outlet and the day of publication that a case's meta.json gives stand beside each account, as a desk would
state them in a sidecar; without it, only what the texts say is known.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from rashomon.accounts import read_plain
from rashomon.pipeline import compare, read
from rashomon.reports.records import as_lines
from rashomon.types import Account

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def accounts_of(case: Path, *, stated: bool) -> list[Account]:
    """The accounts of a case, each with its outlet and day where they are to be stated."""
    accounts = [read_plain(path) for path in sorted((case / "accounts").iterdir())]
    meta = case / "meta.json"
    if not stated or not meta.exists():
        return accounts
    about = json.loads(meta.read_text(encoding="utf-8"))
    return [
        replace(account, outlet=known["outlet"], published=known["date"] and date.fromisoformat(known["date"]))
        if (known := about.get(account.name))
        else account
        for account in accounts
    ]


def write_records(case: Path, into: Path, *, stated: bool) -> None:
    """The records of one gold case."""
    compared = compare(map(read, accounts_of(case, stated=stated)))
    into.write_text("".join(line + "\n" for line in as_lines(compared)), encoding="utf-8")


def main() -> int:
    """Writes the records, runs the scorer, returns its exit code."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("case", nargs="*")
    arguments.add_argument("--show")
    arguments.add_argument("--json", action="store_true")
    arguments.add_argument("--stated", action="store_true")
    arguments.add_argument("--into", type=Path, default=ROOT / "build" / "gold")
    given = arguments.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    cases = sorted(path for path in (SHARED / "gold" / "cases").iterdir() if (path / "accounts").is_dir())
    chosen = [case for case in cases if not given.case or case.name in given.case]
    for case in chosen:
        write_records(case, given.into / f"{case.name}.jsonl", stated=given.stated)
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
