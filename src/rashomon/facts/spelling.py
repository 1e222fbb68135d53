"""Names as they are compared: one town is spelt in many ways ("Kharkiv", "Kharkov")."""

from __future__ import annotations

import re
import unicodedata
from functools import cache


@cache
def skeleton(name: str) -> str:
    """“Kharkiv” and "Kharkov" are both "krkv"; a name of fewer than two such letters stays as it is."""
    letters = unicodedata.normalize("NFKD", name.lower())
    bare = re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-z]|[aeiouywh]", "", letters))
    return bare if len(bare) >= 2 else letters
