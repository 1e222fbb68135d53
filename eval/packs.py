"""The texts of the measuring packs beside the repository (../shared/bench), as accounts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rashomon.types import Account

ROOT = Path(__file__).resolve().parents[1]
PACKS = ROOT.parent / "shared" / "bench"


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def account_of(stated: dict[str, Any]) -> Account:
    """A text of a pack with what the pack says about it, and not the event that it is about."""
    published = stated.get("published") or stated.get("dct")
    return Account(
        name=stated["account"],
        text=stated["text"],
        digest=hashlib.sha256(stated["text"].encode()).hexdigest(),
        outlet=stated.get("outlet"),
        title=stated.get("title"),
        url=stated.get("url"),
        published=date.fromisoformat(published[:10]) if published else None,
    )
