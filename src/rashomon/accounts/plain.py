"""A text file: decoded, otherwise unchanged."""

from __future__ import annotations

import hashlib
from pathlib import Path

from rashomon.types import Account


def read_plain(path: Path) -> Account:
    """The account in a text file. The text is the file's own: nothing stripped, no line end translated."""
    content = path.read_bytes()
    return Account(
        name=path.name, text=content.decode("utf-8"), digest=hashlib.sha256(content).hexdigest(), source=str(path)
    )
