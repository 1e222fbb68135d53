"""Two wordings of one thing side by side: words that one leaves out, words that one adds, words that are others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from markupsafe import Markup, escape

from rashomon.text import plain

LONGEST = 2_000  # characters compared word by word; a republished article is shown by its beginning
PIECE = re.compile(r"[^\w]*[\w]+(?:[-'’][\w]+)*[^\w]*|[^\w]+")
BARE = re.compile(r"[^\w]+")
TAGS = {"delete": "del", "insert": "ins", "replace": "em"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """Both wordings with what differs marked, and how many words do."""

    left: Markup
    right: Markup
    left_out: int
    added: int
    changed: int

    @property
    def is_none(self) -> bool:
        return not (self.left_out or self.added or self.changed)


def drift(left: str, right: str) -> Drift:
    """The left wording with what the right one leaves out, the right with what it adds, both with what they change.

    Words alone are compared: another comma, a capital or another kind of quotation mark is no drift.
    """
    mine, other = _pieces(left), _pieces(right)
    matcher = SequenceMatcher(None, [_bare(one) for one in mine], [_bare(one) for one in other], autojunk=False)
    lefts, rights = [], []
    words: Counter[str] = Counter()
    for kind, low, high, start, end in matcher.get_opcodes():
        lefts.append(_marked(mine[low:high], kind))
        rights.append(_marked(other[start:end], kind))
        words[kind] += max(_count(mine[low:high]), _count(other[start:end]))
    return Drift(
        left=_ended(lefts, left),
        right=_ended(rights, right),
        left_out=words["delete"],
        added=words["insert"],
        changed=words["replace"],
    )


def _pieces(text: str) -> list[str]:
    return PIECE.findall(text[:LONGEST])


def _bare(piece: str) -> str:
    return BARE.sub("", plain(piece).lower())


def _count(pieces: Sequence[str]) -> int:
    return sum(bool(_bare(piece)) for piece in pieces)


def _marked(pieces: Sequence[str], kind: str) -> Markup:
    """The words inside their mark; what stands around the first and the last of them outside."""
    text = "".join(pieces)
    match = re.fullmatch(r"([^\w]*)(.*?)([^\w]*)", text, re.DOTALL)
    if kind not in TAGS or match is None or not match[2]:
        return escape(text)
    return Markup("{1}<{0}>{2}</{0}>{3}").format(Markup(TAGS[kind]), *match.groups())  # noqa: S704 - our own tags


def _ended(pieces: list[Markup], whole: str) -> Markup:
    return Markup("").join(pieces) + ("…" if len(whole) > LONGEST else "")
