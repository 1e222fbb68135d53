"""Two wordings of one quotation side by side, with the words that stand in one of them only."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from markupsafe import Markup, escape

LONGEST = 2_000  # characters compared word by word; a republished article is shown by its beginning
PIECE = re.compile(r"\s+|\w+|[^\w\s]")


def side_by_side(left: str, right: str) -> tuple[Markup, Markup]:
    """Both texts, each with the words that the other lacks marked."""
    mine, other = PIECE.findall(left[:LONGEST]), PIECE.findall(right[:LONGEST])
    matcher = SequenceMatcher(None, [word.lower() for word in mine], [word.lower() for word in other], autojunk=False)
    lefts, rights = [], []
    for kind, low, high, other_low, other_high in matcher.get_opcodes():
        lefts.append(_piece("".join(mine[low:high]), kind != "equal"))
        rights.append(_piece("".join(other[other_low:other_high]), kind != "equal"))
    return _ended(lefts, left), _ended(rights, right)


def _piece(text: str, alone: bool) -> Markup:
    return Markup('<span class="alone">{}</span>').format(text) if alone and text.strip() else escape(text)


def _ended(pieces: list[Markup], whole: str) -> Markup:
    return Markup("").join(pieces) + ("…" if len(whole) > LONGEST else "")
