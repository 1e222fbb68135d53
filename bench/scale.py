"""What each stage costs an account as the accounts grow in number, and what memory it takes.

    python bench/scale.py [NUMBER …]        1,000 and 10,000 unless said otherwise

Writes that many invented accounts (bench/corpus.py, by seed) as JSON Lines, then runs each stage in a process of its
own and prints milliseconds an account, the same as a multiple of the first number's, and the most memory it held.
Reading and comparing are measured on the stories of the first accounts only (READ of them): what they cost an account
does not depend on how many others there are, and one row of the table shows that. The tables need [analytics].
"""

from __future__ import annotations

import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from corpus import told

from rashomon.accounts import gather
from rashomon.engines import read_all
from rashomon.pipeline import VERSION, compare, read
from rashomon.reports.parquet import write_tables
from rashomon.stores import load, save
from rashomon.stories import group
from rashomon.types import Reading

READ = 400  # accounts that are read and compared
STAGES = ("accounts in", "stories", "readings", "comparing", "cases out", "cases in", "tables out")


def measured(stage: str, folder: Path) -> dict[str, float]:
    """Seconds of processor time of a stage, and how many accounts it dealt with."""
    accounts = gather([folder / "accounts.jsonl"]).accounts if stage not in {"cases in", "tables out"} else ()
    if stage == "accounts in":
        return _timed(lambda: gather([folder / "accounts.jsonl"]), len(accounts))
    if stage == "stories":
        return _timed(lambda: group(accounts), len(accounts))
    if stage == "cases in":
        cases = sorted((folder / "cases").glob("*.rashomon"))
        size = sum(path.stat().st_size for path in cases)
        number = sum(len(load(path).accounts) for path in cases)
        return _timed(lambda: [load(path) for path in cases], number) | {"bytes": size / number}
    if stage == "tables out":
        cases_read = [(path.stem, load(path)) for path in sorted((folder / "cases").glob("*.rashomon"))]
        number = sum(len(case.accounts) for _, case in cases_read)
        found = _timed(lambda: write_tables(cases_read, folder / "tables"), number)
        return found | {"bytes": sum(path.stat().st_size for path in (folder / "tables").iterdir()) / number}
    some = accounts[:READ]
    read(some[0])  # the parser is loaded
    if stage == "readings":
        return _timed(lambda: [read(one) for one in some], len(some))
    readings = {one.account: one for one in read_all(some, 1) if isinstance(one, Reading)}
    stories = [[readings[one] for one in story] for story in group(some)]
    if stage == "comparing":
        return _timed(lambda: [compare(story) for story in stories], len(some))
    (folder / "cases").mkdir()
    made = [compare(story) for story in stories]
    return _timed(
        lambda: [save(case, folder / "cases" / f"{at:06}.rashomon", VERSION) for at, case in enumerate(made)], len(some)
    )


def _timed(job: object, number: int) -> dict[str, float]:
    began = time.process_time()
    job()  # type: ignore[operator]
    seconds = time.process_time() - began
    return {"seconds": seconds, "accounts": number, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main() -> int:
    """One table a number; a stage is run by this file again, in a process of its own."""
    if len(sys.argv) == 4 and sys.argv[1] == "--stage":
        print(json.dumps(measured(sys.argv[2], Path(sys.argv[3]))))
        return 0
    numbers = [*map(int, sys.argv[1:])] or [1_000, 10_000]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, spaCy {version('spacy')}")
    first: dict[str, float] = {}
    print(f"{'stage':14}{'accounts':>10}{'ms each':>10}{'times':>8}{'MB':>8}{'bytes each':>12}")
    for number in numbers:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with (folder / "accounts.jsonl").open("w", encoding="utf-8") as file:
                file.writelines(json.dumps(row) + "\n" for row in told(number))
            for stage in STAGES if find_spec("pyarrow") else STAGES[:-1]:
                line = [sys.executable, __file__, "--stage", stage, str(folder)]
                said = json.loads(subprocess.run(line, capture_output=True, check=True, text=True).stdout)
                each = 1000 * said["seconds"] / said["accounts"]
                times = each / first.setdefault(stage, each)
                size = f"{said['bytes']:>12,.0f}" if "bytes" in said else ""
                print(
                    f"{stage:14}{said['accounts']:>10,}{each:>10.2f}{times:>8.2f}{said['mb']:>8.0f}{size}", flush=True
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
