"""Reads the texts of a measuring pack and scores the records with the pack's own scorer.

    python eval/bench.py newsquant|timex|polnear [--show …] [--json] [--limit N] [--into DIR]

Every text of the pack is read by itself, with the date and outlet that the pack states for it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rashomon.pipeline import read
from rashomon.reports.records import reading_records
from rashomon.types import Account

ROOT = Path(__file__).resolve().parents[1]
PACKS = ROOT.parent / "shared" / "bench"


def accounts_in(pack: Path) -> Iterator[Account]:
    """The texts of a pack with what it says about each."""
    for line in pack.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            stated: dict[str, Any] = json.loads(line)
            published = stated.get("published") or stated.get("dct")
            yield Account(
                name=stated["account"],
                text=stated["text"],
                digest=hashlib.sha256(stated["text"].encode()).hexdigest(),
                outlet=stated.get("outlet"),
                title=stated.get("title"),
                url=stated.get("url"),
                published=date.fromisoformat(published[:10]) if published else None,
            )


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
        for account in list(accounts_in(pack))[: given.limit]:
            out.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in reading_records(read(account)))
    score = [sys.executable, str(PACKS / given.name / "score.py"), str(pack), str(records)]
    options = [*(["--show", given.show] if given.show else []), *(["--json"] if given.json else [])]
    return subprocess.run([*score, *options]).returncode


if __name__ == "__main__":
    sys.exit(main())
