"""Groups the accounts of bench/stories into stories and scores them.

    python eval/stories.py [NAME …] [--into DIR]

NAME is a set of ../shared/bench/stories (g5w1h, ecb, basil); without one, all.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from packs import PACKS, ROOT, account_of, lines

from rashomon.stories import group

BENCH = PACKS / "stories"


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
        accounts = list(map(account_of, lines(gold)))
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
