"""Scores the copies found between accounts of the gold cases, from the records in build/gold.

    python eval/copies.py [RECORDS_DIR] [--show]

Positives are the pairs of accounts with a gold copy of kind republication or passage; negatives those whose gold
copies are quotations or statements only. Pairs on which gold is silent are counted apart.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "cases"
TEXT = {"republication", "passage"}
Pair = tuple[str, str]


def kinds_by_pair(copies: list[dict[str, Any]], sides: Pair) -> dict[Pair, set[str]]:
    """The kinds of copies of each two accounts, the accounts in alphabetical order."""
    found: dict[Pair, set[str]] = defaultdict(set)
    for copy in copies:
        left, right = sorted(copy[side]["account"] for side in sides)
        found[left, right].add(copy["kind"])
    return found


def compare(case: Path, records: Path, show: bool) -> Counter[str]:
    """Counts of one case: right, wrong and missed pairs, and quotations and statements found."""
    gold = kinds_by_pair(json.loads((case / "copies.json").read_text(encoding="utf-8")), ("a", "b"))
    lines = records.read_text(encoding="utf-8").splitlines()
    found = kinds_by_pair([r for r in map(json.loads, lines) if r["record"] == "copy"], ("left", "right"))
    counts: Counter[str] = Counter()
    for pair in sorted({*gold, *found}):
        wanted, given = gold.get(pair, set()), found.get(pair, set())
        outcome = {(True, True): "right", (True, False): "missed", (False, True): "wrong", (False, False): "none"}[
            bool(wanted & TEXT), bool(given & TEXT)
        ]
        counts["silent" if outcome == "wrong" and pair not in gold else outcome] += 1
        for kind in ("republication", "passage", "quote", "statement"):
            counts[f"{kind}.n"] += kind in wanted
            same = given if kind in {"quote", "statement"} else given & {kind}
            counts[f"{kind}.found"] += kind in wanted and bool(same)
        if show and (outcome in {"wrong", "missed"} or wanted != given):
            print(f"{case.name:28} {outcome:6} {pair[0]} {pair[1]} gold {sorted(wanted)} found {sorted(given)}")
    return counts


def main() -> int:
    """Prints the pooled scores."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("records", nargs="?", type=Path, default=ROOT / "build" / "gold")
    arguments.add_argument("--show", action="store_true")
    given = arguments.parse_args()
    pooled: Counter[str] = Counter()
    for case in sorted(GOLD.iterdir()):
        records = given.records / f"{case.name}.jsonl"
        if (case / "copies.json").exists() and records.exists():
            pooled += compare(case, records, given.show)
    for name, wrong in (
        ("copies", pooled["wrong"]),
        ("copies, silent pairs wrong", pooled["wrong"] + pooled["silent"]),
    ):
        precision = pooled["right"] / max(1, pooled["right"] + wrong)
        recall = pooled["right"] / max(1, pooled["right"] + pooled["missed"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{name:28} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  n {pooled['right'] + pooled['missed']}")
    for kind in ("republication", "passage", "quote", "statement"):
        print(f"{kind:28} {pooled[f'{kind}.found']} of {pooled[f'{kind}.n']} pairs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
