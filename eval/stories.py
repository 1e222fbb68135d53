"""Groups the accounts of bench/stories into stories and scores them.

    python eval/stories.py [NAME …] [--into DIR]

NAME is a set of ../shared/bench/stories (g5w1h, ecb, basil); without one, all.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from rashomon.stories import group
from rashomon.types import Account

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT.parent / "shared" / "bench" / "stories"


def account_of(row: dict[str, Any]) -> Account:
    """One line of a set as an account, without the event that it is about."""
    published = row.get("published")
    return Account(
        name=row["account"],
        text=row["text"],
        digest=hashlib.sha256(row["text"].encode()).hexdigest(),
        outlet=row.get("outlet"),
        published=date.fromisoformat(published[:10]) if published else None,
    )


def main() -> int:
    """Writes the stories of each set and runs its scorer."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("name", nargs="*", default=["g5w1h", "ecb", "basil"])
    arguments.add_argument("--into", type=Path, default=ROOT / "build" / "stories")
    given = arguments.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    code = 0
    for name in given.name:
        gold = BENCH / f"{name}.jsonl"
        accounts = [account_of(json.loads(line)) for line in gold.read_text(encoding="utf-8").splitlines()]
        found = given.into / f"{name}.jsonl"
        rows = [
            {"account": account.name, "story": number}
            for number, story in enumerate(group(accounts))
            for account in story
        ]
        found.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        print(name)
        code = max(code, subprocess.run([sys.executable, str(BENCH / "score.py"), str(gold), str(found)]).returncode)
    return code


if __name__ == "__main__":
    sys.exit(main())
