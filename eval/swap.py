"""Exchanges names throughout the annotated cases and tells what else changed.

    python eval/swap.py [party|country|outlet|person …]

For each kind of name in names.toml, every pair is exchanged in all accounts of a case. Of the figures in their order,
the value, role and speaker are compared, names exchanged back; of the case the facts (which figures stand together),
their verdicts and the findings. What is printed is the share that stayed the same.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from gold import SHARED, accounts_of

from rashomon.pipeline import compare, read
from rashomon.types import Account, Case, Figure

NAMES = Path(__file__).with_name("names.toml")
Pairs = list[list[str]]


def exchanged(text: str, pairs: Pairs) -> str:
    """The text with each name of a pair in the place of the other."""
    if not pairs:
        return text
    other = {name: pair[1 - side] for pair in pairs for side, name in enumerate(pair)}
    names = "|".join(re.escape(name) for name in sorted(other, key=len, reverse=True))
    return re.sub(rf"(?<![\w-])(?:{names})(?![\w-])", lambda match: other[match[0]], text)


def exchanged_account(account: Account, pairs: Pairs) -> Account:
    """An account with the names exchanged in its text and in what is stated of it."""
    text = exchanged(account.text, pairs)
    outlet = account.outlet and exchanged(account.outlet, pairs)
    return replace(account, text=text, outlet=outlet, digest=hashlib.sha256(text.encode()).hexdigest())


def told(case: Case, pairs: Pairs) -> dict[str, list[Any]]:
    """What a case says, without offsets and with the names exchanged back."""
    claims = [claim for reading in case.readings for claim in reading.figures if isinstance(claim.mention, Figure)]
    place = {claim.id: number for number, claim in enumerate(claims)}
    facts = {
        tuple(sorted(place[claim.id] for claim in verdict.fact.claims)): verdict.outcome for verdict in case.verdicts
    }
    return {
        "figures": [
            (c.mention.low, c.mention.high, c.mention.modifier, c.mention.dimension)
            for c in claims
            if isinstance(c.mention, Figure)
        ],
        "roles": [claim.topic.role if claim.topic else "" for claim in claims],
        "speakers": [exchanged(claim.speaker.name, pairs) if claim.speaker else "" for claim in claims],
        "quotations": [len(reading.quotes) for reading in case.readings],
        "facts": sorted(facts),
        "verdicts": sorted(facts.items()),
        "findings": sorted((finding.check, finding.severity) for finding in case.findings),
    }


def same(one: list[Any], other: list[Any]) -> tuple[int, int]:
    """How many entries are the same, place by place, and how many there are."""
    if len(one) == len(other):
        return sum(left == right for left, right in zip(one, other, strict=True)), len(one)
    return len([entry for entry in one if entry in other]), max(len(one), len(other))


def main() -> int:
    """Prints a line for each kind of name and what was compared."""
    kinds = tomllib.loads(NAMES.read_text(encoding="utf-8"))
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("kind", nargs="*", default=list(kinds))
    given = arguments.parse_args()
    cases = sorted(path for path in (SHARED / "gold" / "cases").iterdir() if (path / "accounts").is_dir())
    for kind in given.kind:
        pairs: Pairs = kinds[kind][0]["pairs"]
        counts: dict[str, list[int]] = {}
        for case in cases:
            accounts = accounts_of(case, stated=True)
            before = told(compare(map(read, accounts)), [])
            after = told(compare(read(exchanged_account(account, pairs)) for account in accounts), pairs)
            for name, entries in before.items():
                kept, number = same(entries, after[name])
                total = counts.setdefault(name, [0, 0])
                total[0], total[1] = total[0] + kept, total[1] + number
        shares = "  ".join(f"{name} {kept / number:.3f} ({number})" for name, (kept, number) in counts.items())
        print(f"{kind:8} {shares}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
