"""A page as it is shown, in its order, each of its characters found again in the account that was read from it.

Reading a page drops white space and nothing else, so that the words of the page and those of the account are the same
words in the same order: they are counted off against one another, and one that differs is an error, never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from resiliparse.parse.html import HTMLTree

from rashomon.accounts.html.blocks import INLINE, UNSEEN, steps_of
from rashomon.accounts.html.encoding import decoded
from rashomon.accounts.mending import mended
from rashomon.types import Shown

KEPT = frozenset({
    "a", "b", "blockquote", "br", "dd", "del", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
    "i", "ins", "li", "ol", "pre", "s", "strike", "strong", "sub", "sup", "table", "td", "th", "tr", "u", "ul",
})  # fmt: skip
# those that no text is read from and a reader sees all the same
NAMED = frozenset({"button", "iframe", "object", "embed", "audio", "video", "select", "textarea", "canvas"})
LONGEST = 200  # characters of the words on a part, of what a picture is said to show
ADDRESS = 2000  # characters of the address of a link
_WORD = re.compile(r"\S+")


class Misplaced(Exception):
    """A page whose words are not those of the account, and from where on."""


def shown_in(content: bytes, encoding: str, text: str) -> tuple[Shown, ...]:
    """What the bytes of a page show, with the characters of `text` that each part of it is.

    `encoding` is what was stated of it beside the page. Raises Misplaced where the text was not read from these bytes
    in this way.
    """
    markup, _ = mended(decoded(content, encoding)[0])
    body = HTMLTree.parse(markup).body
    place = _Place(text)
    found = tuple(_parts(body, place)) if body is not None else ()
    if text[place.at :].strip():
        raise Misplaced(f"the page ends before character {place.at} of the text")
    return found


class _Place:
    """How far the words of a page have been found in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def run(self, raw: str, is_set: bool) -> Shown | None:
        """The characters of the text that some characters of the page are; nothing for white space that was dropped.

        `is_set` is whether its lines are set as they stand, so that their ends are characters too.
        """
        before = self.at
        first = -1
        seen = UNSEEN.sub("", raw)
        for match in _WORD.finditer(seen):
            start = self._next()
            if not self.text.startswith(match[0], start):
                raise Misplaced(f"the page and the text differ from character {start} on")
            first = start if first < 0 else first
            self.at = start + len(match[0])
        if first < 0:
            start = self.at
            self.at += self._is_space(self.at, is_set) and bool(seen)
        else:
            start = first - (first > before and seen[0].isspace() and self._is_space(first - 1, is_set))
            self.at += seen[-1].isspace() and self._is_space(self.at, is_set)
        return Shown(kind="text", start=start, end=self.at) if start < self.at else None

    def _next(self) -> int:
        """Where the next word begins: white space between two blocks is nobody's."""
        at = self.at
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        return at

    def _is_space(self, at: int, is_set: bool) -> bool:
        """Whether white space stands there that is part of a line rather than the end of one."""
        return at < len(self.text) and (is_set or self.text[at] != "\n") and self.text[at].isspace()


def _parts(body: Any, place: _Place) -> Iterator[Shown]:
    broken = True
    set_in = 0  # elements whose lines are set as they stand
    for kind, node, tag in steps_of(body):
        if kind == "text":
            run = place.run(node.value or "", set_in > 0)
            if run:
                broken = False
                yield run
        elif kind == "unread":
            yield from _part(node, tag)
        elif tag in KEPT or tag == "img":
            broken = False
            set_in += (tag == "pre") * (1 if kind == "begin" else -1)
            yield from _begun(node, tag) if kind == "begin" else _ended(tag)
        elif tag not in INLINE and not broken:
            broken = True
            yield Shown(kind="break")


def _begun(node: Any, tag: str) -> Iterator[Shown]:
    if tag == "img":
        words = _words(node.getattr("alt"))
        if words:
            yield Shown(kind="picture", words=words[:LONGEST])
        return
    words = _words(node.getattr("href"))[:ADDRESS] if tag == "a" else ""
    yield Shown(kind="begin", element=tag, words=words)


def _ended(tag: str) -> Iterator[Shown]:
    if tag != "img":
        yield Shown(kind="end", element=tag)


def _part(node: Any, tag: str) -> Iterator[Shown]:
    if tag in NAMED:
        said = node.getattr("src") or node.getattr("title") or ("" if tag == "select" else node.text)
        yield Shown(kind="part", element=tag, words=_words(said)[:LONGEST])


def _words(said: str | None) -> str:
    return " ".join(UNSEEN.sub("", said or "").split())
