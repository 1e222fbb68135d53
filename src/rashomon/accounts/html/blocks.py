"""The tree of a page -> its readable text, block by block, each with its place in the tree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from resiliparse.parse.html import HTMLTree, NodeType

from rashomon.types import Block

# Elements that stand inside a line of text; every other begins a block of its own.
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
UNREAD = frozenset({
    "script", "style", "template", "head", "iframe", "object", "embed", "applet", "canvas", "audio",
    "video", "svg", "map", "select", "datalist", "button", "input", "textarea", "frameset",
})  # fmt: skip
DEEPEST = 150  # elements; what is nested deeper is told apart no further
SHOWN = ("itemprop", "itemtype", "role", "rel")  # attributes that say what an element is for
TOLD = 160  # characters of a class list; templates with hundreds of them say no more
_SPACE = re.compile(r"[ \t\n\r\f]+")
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


@dataclass(slots=True)
class _Open:
    """The block being gathered: its pieces of text and how many elements all of them stand in."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    depth: int = 0


@dataclass(slots=True)
class _Walk:
    """Where the walk stands: the elements down to here, and the text so far."""

    steps: list[str] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    counts: list[Counter[str]] = field(default_factory=lambda: [Counter()])
    links: int = 0
    block: _Open = field(default_factory=_Open)
    text: list[str] = field(default_factory=list)
    length: int = 0


def blocks_of(tree: HTMLTree) -> tuple[str, tuple[Block, ...]]:
    """The text of a page and its blocks, in the order of the page, an empty line between two of them."""
    walk = _Walk()
    found = tuple(_walked(tree.body, walk)) if tree.body is not None else ()
    return "".join(walk.text), found


def steps_of(body: Any) -> Iterator[tuple[str, Any, str]]:
    """Down and up the tree without recursion, so that no page is nested too deeply: what begins, ends, or is text.

    Each step has its node and its tag; an element that no text is read from is "unread", and not gone into.
    """
    node = body
    tags: list[str] = []  # of the elements that are open
    while True:
        kind = node.type
        if kind == NodeType.ELEMENT:
            tag = node.tag
            if tag in UNREAD:
                yield "unread", node, tag
            else:
                yield "begin", node, tag
                if (child := node.first_child) is not None:
                    tags.append(tag)
                    node = child
                    continue
                yield "end", node, tag
        elif kind == NodeType.TEXT:
            yield "text", node, ""
        following = node.next if tags else None
        while tags and following is None:
            node = node.parent
            yield "end", node, tags.pop()
            following = node.next if tags else None
        if following is None:
            return
        node = following


def _walked(body: Any, walk: _Walk) -> Iterator[Block]:
    for kind, node, tag in steps_of(body):
        if kind == "begin":
            yield from _enter(node, tag, walk)
        elif kind == "end":
            yield from _leave(tag, walk)
        elif kind == "text":
            _take(node.value or "", walk)
    yield from _close(walk)


def _enter(node: Any, tag: str, walk: _Walk) -> Iterator[Block]:
    if tag == "br":
        walk.block.pieces.append("\n")
    elif tag not in INLINE:
        yield from _close(walk)
    walk.counts[-1][tag] += 1
    if len(walk.counts) <= DEEPEST:
        walk.steps.append(f"{tag}[{walk.counts[-1][tag]}]")
        walk.around.append(_selector(node, tag))
    walk.counts.append(Counter())
    walk.links += tag == "a"


def _leave(tag: str, walk: _Walk) -> Iterator[Block]:
    if tag not in INLINE and tag != "br":
        yield from _close(walk)
    walk.links -= tag == "a"
    walk.counts.pop()
    del walk.steps[len(walk.counts) - 1 :], walk.around[len(walk.counts) - 1 :]
    walk.block.depth = min(walk.block.depth, len(walk.around))


def _selector(node: Any, tag: str) -> str:
    """The element as a style sheet would name it: "div#comments.thread.wide[role=region]"."""
    if not node.attrs:
        return tag
    names = " ".join((node.class_name or "").split())[:TOLD].split()
    said = [f"[{name}={node.getattr(name)}]" for name in SHOWN if node.hasattr(name)]
    if node.hasattr("hidden") or _HIDING.search(node.getattr("style", "") or ""):
        said.append("[hidden]")
    return "".join((tag, f"#{node.id}" if node.id else "", *(f".{name}" for name in names), *said))


def _take(raw: str, walk: _Walk) -> None:
    text = (
        UNSEEN.sub("", raw)
        if any(step.startswith("pre[") for step in walk.steps)
        else _SPACE.sub(" ", UNSEEN.sub("", raw))
    )
    if not text:
        return
    if text.strip():
        if not "".join(walk.block.pieces).strip():
            walk.block.depth = len(walk.around)
        walk.block.linked += len(text.strip()) if walk.links else 0
    walk.block.pieces.append(text)


def _close(walk: _Walk) -> Iterator[Block]:
    """The block gathered so far, if it says anything."""
    block, walk.block = walk.block, _Open()
    text = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", "".join(block.pieces))).strip()
    if not text:
        return
    if walk.text:
        walk.text.append("\n\n")
        walk.length += 2
    walk.text.append(text)
    start, walk.length = walk.length, walk.length + len(text)
    path = "/html[1]/" + "/".join(walk.steps[: block.depth])
    yield Block(start=start, end=walk.length, path=path, around=tuple(walk.around[: block.depth]), linked=block.linked)
