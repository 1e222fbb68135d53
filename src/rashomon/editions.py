"""Which rules and word lists this installation has, by one digest: what others found is not what these would find."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

SUFFIXES = {".py", ".toml"}


@cache
def edition() -> str:
    """The SHA-256 of every file of rules and words, by which results of other rules are known and made anew."""
    made = hashlib.sha256()
    root = Path(__file__).parent
    for path in sorted(path for path in root.rglob("*") if path.suffix in SUFFIXES):
        content = path.read_bytes()
        made.update(f"{path.relative_to(root).as_posix()} {len(content)}\n".encode() + content)
    return made.hexdigest()
