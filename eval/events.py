"""Compares the accounts of each event of a measuring pack as one case and scores the records.

    python eval/events.py conflicts|wording|tolls [--show …] [--json] [--least N] [--into DIR]

`tolls` compares the incidents with three accounts or more and scores the tolls of the whole event beside.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from packs import PACKS, ROOT, account_of, lines

from rashomon.accounts import read_plain
from rashomon.codebooks import tolls
from rashomon.engines import read_all
from rashomon.pipeline import compare
from rashomon.reports.records import as_lines
from rashomon.types import Account, Case


def events(name: str, least: int) -> dict[str, list[Account]]:
    """The accounts of each event of a pack, events with `least` accounts or more."""
    groups: dict[str, list[Account]] = defaultdict(list)
    if name == "conflicts":
        for metadata in sorted((PACKS / name).glob("*/metadata.jsonl")):
            about = {row["account"]: row for row in lines(metadata)}
            for path in sorted((metadata.parent / "accounts").iterdir()):
                text = read_plain(path).text
                groups[metadata.parent.name].append(
                    account_of({**about.get(path.name, {}), "account": path.name, "text": text})
                )
    else:
        for row in lines(PACKS / name / "documents.jsonl"):
            groups[row["incident" if name == "tolls" else "event"]].append(account_of(row))
    return {event: group for event, group in groups.items() if len(group) >= least}


def toll(event: str, case: Case) -> dict[str, Any]:
    """The tolls of the event, as the rows of the codebooks take them and as the pack's scorer reads them."""
    row: dict[str, Any] = {"incident": event}
    for one in tolls(case):
        row |= {f"{one.role}_low": one.low, f"{one.role}_best": one.best, f"{one.role}_high": one.high}
    return row


def main() -> int:
    """Writes the records, runs the scorer, returns its exit code."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("name", choices=["conflicts", "wording", "tolls"])
    arguments.add_argument("--show")
    arguments.add_argument("--json", action="store_true")
    arguments.add_argument("--least", type=int)
    arguments.add_argument("--into", type=Path, default=ROOT / "build" / "bench")
    given = arguments.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    records, rows = given.into / f"{given.name}.jsonl", given.into / f"{given.name}_rows.jsonl"
    groups = events(given.name, given.least or (3 if given.name == "tolls" else 1))
    flat = [one for group in groups.values() for one in group]
    readings = {reading.account: reading for reading in read_all(flat)}
    with records.open("w", encoding="utf-8") as out, rows.open("w", encoding="utf-8") as table:
        for event, group in groups.items():
            case = compare(readings[one] for one in group)
            out.writelines(line + "\n" for line in as_lines(case))
            table.write(json.dumps(toll(event, case)) + "\n")
    gold = {"conflicts": "attributes.jsonl", "wording": "mentions.jsonl", "tolls": ""}[given.name]
    score = [sys.executable, str(PACKS / given.name / "score.py"), str(PACKS / given.name / gold), str(records)]
    options = [*(["--show", given.show] if given.show else []), *(["--json"] if given.json else [])]
    if given.name == "tolls":
        options += ["--codebook", str(rows), *(["--least", str(given.least)] if given.least else [])]
    return subprocess.run([*score, *options]).returncode


if __name__ == "__main__":
    sys.exit(main())
