"""Reads the texts of a measuring pack and scores the records with the pack's own scorer.

    python eval/bench.py newsquant|timex|polnear [--show …] [--json] [--limit N] [--into DIR]

Every text of the pack is read by itself, with the date and outlet that the pack states for it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from packs import PACKS, ROOT, account_of, lines

from rashomon.pipeline import read
from rashomon.reports.records import reading_records


def main() -> int:
    """Writes the records, runs the scorer, returns its exit code."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("name")
    arguments.add_argument("--half", default="dev")
    arguments.add_argument("--show")
    arguments.add_argument("--json", action="store_true")
    arguments.add_argument("--limit", type=int)
    arguments.add_argument("--into", type=Path, default=ROOT / "build" / "bench")
    given = arguments.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    pack, records = PACKS / given.name / f"{given.half}.jsonl", given.into / f"{given.name}.jsonl"
    with records.open("w", encoding="utf-8") as out:
        for account in list(map(account_of, lines(pack)))[: given.limit]:
            out.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in reading_records(read(account)))
    score = [sys.executable, str(PACKS / given.name / "score.py"), str(pack), str(records)]
    options = [*(["--show", given.show] if given.show else []), *(["--json"] if given.json else [])]
    return subprocess.run([*score, *options]).returncode


if __name__ == "__main__":
    sys.exit(main())
