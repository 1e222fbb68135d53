"""An account as its lines: what the zone rules look at, and what they say of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.text import alternatives, plain
from rashomon.types import Account, ZoneKind

_WORD = re.compile(r"\w[\w'.-]*")
_STOP = re.compile(r"""[.!?…]["')\]*]*$""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the account, or what a finder left of one; `text` is its plain view without outer white space.

    `whole` is false where something was cut out of the line; `open_before` and `open_after` say whether an
    empty line or the account's edge stands next to it.
    """

    start: int
    end: int
    text: str
    number: int
    indent: int = 0
    whole: bool = True
    open_before: bool = False
    open_after: bool = False

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.text))

    @property
    def stopped(self) -> bool:
        """Whether it closes as a sentence does."""
        return bool(_STOP.search(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A whole account for the zone rules: its plain view and its lines that are not empty."""

    account: Account
    lexicon: Lexicon
    plain: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Characters that a finder takes for a zone of their own."""

    start: int
    end: int
    kind: ZoneKind


def as_page(account: Account, lexicon: Lexicon, within: Sequence[tuple[int, int]] = ()) -> Page:
    """The account cut at its line ends; of a saved page, only the stretches that are to be looked at."""
    view = plain(account.text)
    cut = [_cut(view, start, end) for start, end in within or [(0, len(view))]]
    lines = [line for part in cut for line in part]
    made = tuple(
        Line(
            start=start,
            end=end,
            text=text,
            number=number,
            indent=indent,
            open_before=blank,
            open_after=number + 1 == len(lines) or lines[number + 1][4],
        )
        for number, (start, end, text, indent, blank) in enumerate(lines)
    )
    return Page(account=account, lexicon=lexicon, plain=view, lines=made)


def _cut(view: str, start: int, end: int) -> Iterator[tuple[int, int, str, int, bool]]:
    """The lines of a stretch that are not empty: from where to where, its text, its indent, whether one before is."""
    at, empty = start, True
    for raw in view[start:end].split("\n"):
        text = raw.strip()
        if text:
            indent = len(raw) - len(raw.lstrip())
            yield at + indent, at + indent + len(text), text, indent, empty
        empty = not text
        at += len(raw) + 1


@cache
def forms(lexicon: Lexicon, *names: str) -> re.Pattern[str]:
    """Any form of the lists, as whole words."""
    listed = [form for name in names for form in lexicon.forms(name)]
    return re.compile(rf"(?<!\w)(?:{alternatives(listed)})(?:(?!\w)|(?<=\W))")


@cache
def lowered(lexicon: Lexicon, name: str) -> frozenset[str]:
    """The forms of a list in lower case."""
    return frozenset(form.lower() for form in lexicon.forms(name))


def opens(line: Line, lexicon: Lexicon, *names: str) -> re.Match[str] | None:
    """The form of the lists that the line opens with."""
    return forms(lexicon, *names).match(line.text)


def reported(kinds: Collection[ZoneKind]) -> bool:
    """Whether the report itself has begun."""
    return "body" in kinds or "blockquote" in kinds


def sentences_in(text: str) -> int:
    """Roughly how many sentences a line holds."""
    return len(re.findall(r"""(?<!\b[A-Z])(?<!\b[A-Z]\.[A-Z])[.!?]["')]*(?=\s+["'(]?[A-Z])""", text)) + 1
