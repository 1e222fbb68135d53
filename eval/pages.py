"""Reads saved pages and scores what is taken for the article, the readers' comments and the rest.

    python eval/pages.py [GOLD.jsonl HTML_DIR] [--show worst|leaks|lost] [--json] [--into DIR]

Without arguments, the open part of the measuring pack. HTML_DIR holds the pages, gzipped or not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
from pathlib import Path

from rashomon.accounts import Unreadable, account_of_page
from rashomon.lexicons import load
from rashomon.reports.records import zone_record
from rashomon.types import Account
from rashomon.zones import find_zones

ROOT = Path(__file__).resolve().parents[1]
PACK = ROOT.parent / "shared" / "bench" / "pages"


def page(name: str, folder: Path) -> Account | None:
    """The account in a page of the pack, if it can be read."""
    packed = folder / f"{name}.gz"
    content = gzip.decompress(packed.read_bytes()) if packed.exists() else (folder / name).read_bytes()
    try:
        return account_of_page(content, name)
    except Unreadable as reason:
        print(reason, file=sys.stderr)
        return None


def main() -> int:
    """Writes the zones and the texts, runs the scorer, returns its exit code."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("gold", nargs="?", type=Path, default=PACK / "bodies.jsonl")
    arguments.add_argument("folder", nargs="?", type=Path, default=PACK / "html")
    arguments.add_argument("--show")
    arguments.add_argument("--json", action="store_true")
    arguments.add_argument("--into", type=Path, default=ROOT / "build" / "bench")
    given = arguments.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    names = [json.loads(line)["account"] for line in given.gold.read_text(encoding="utf-8").split("\n") if line.strip()]
    records, texts = given.into / "pages.jsonl", given.into / "pages.texts.jsonl"
    with records.open("w", encoding="utf-8") as zones, texts.open("w", encoding="utf-8") as whole:
        for account in (account for name in names if (account := page(name, given.folder))):
            whole.write(json.dumps({"account": account.name, "text": account.text}) + "\n")
            zones.writelines(json.dumps(zone_record(zone)) + "\n" for zone in find_zones(account, load("en")))
    score = [sys.executable, str(PACK / "score.py"), str(given.gold), str(records), "--texts", str(texts)]
    return subprocess.run(
        [*score, *(["--show", given.show] if given.show else []), *(["--json"] if given.json else [])]
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
