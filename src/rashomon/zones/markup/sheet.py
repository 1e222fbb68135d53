"""A saved page as the zone rules for markup look at it: its blocks, what surrounds each, and where the article lies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Account, Block

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"""[.!?…。:]["')\]»*]*$""")
_PARTS = re.compile(r"[A-Z]?[a-zäöüéèß]+|[A-Z]+(?![a-z])|\d+")
_SENTENCE = re.compile(r"[.!?…。](?:[\"')\]»]|\s|$)")
TELLING = 4  # letters; shorter parts inside a name are chance ("hJpRRP")
SMALL = 0.25  # share of the article


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cell:
    """A block with its plain view; `number` is its place among the blocks."""

    number: int
    block: Block
    text: str
    tags: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.text))

    @property
    def linked(self) -> float:
        """The share of its characters that are links."""
        return self.block.linked / len(self.text)

    @property
    def stopped(self) -> bool:
        """Whether it closes as a sentence does."""
        return bool(_STOP.search(self.text))

    @property
    def hidden(self) -> bool:
        """Whether the page does not show it at once."""
        return any("[hidden]" in one for one in self.block.around)

    @property
    def article(self) -> str:
        """The path of the innermost `<article>` around it, if there is one."""
        places = [place for place, tag in enumerate(self.tags) if tag == "article"]
        return ancestors(self.block.path)[places[-1]] + "/" if places else ""

    @property
    def parent(self) -> str:
        """The path of the element around its paragraph or heading."""
        places = [place for place, tag in enumerate(self.tags) if re.fullmatch(r"p|li|h[1-6]|blockquote", tag)]
        path = ancestors(self.block.path)
        return path[places[-1] - 1] if places and places[-1] else path[-1]

    @property
    def prose(self) -> bool:
        """Whether it reads as a paragraph: a sentence at least, and hardly any links."""
        return len(self.text) >= 60 and self.linked < 0.5 and bool(_SENTENCE.search(self.text))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sheet:
    """A whole page. The article lies in the element `core`, from its `first` block to its `last`.

    `title` is the number of the block that is its title, -1 where none is; `seeds` are the blocks that are surely of
    the article, `comments` those of readers.
    """

    account: Account
    lexicon: Lexicon
    cells: tuple[Cell, ...]
    title: int = -1
    seeds: frozenset[int] = frozenset()
    core: str = ""
    first: int = 0
    last: int = -1
    comments: frozenset[int] = frozenset()
    parents: frozenset[str] = frozenset()  # the elements right around the paragraphs of the article
    repeated: frozenset[int] = frozenset()  # paragraphs that stand word for word before
    held: Mapping[str, float] = field(default_factory=dict)  # the share of the article in each element

    def small(self, cell: Cell) -> Iterator[str]:
        """The elements around a block that hold but a small part of the article, from the outermost.

        Only their names say what the block is: "div.with-ads" around a whole page says nothing.
        """
        steps = zip(ancestors(cell.block.path)[1:], cell.block.around[1:], strict=True)
        return (selector for path, selector in steps if self.held.get(path, 0) < SMALL)

    def inside(self, path: str, at: int) -> range:
        """The blocks in an element, given one of them: they stand together."""
        start = end = at
        while start > 0 and under(self.cells[start - 1].block.path, path):
            start -= 1
        while end < len(self.cells) and under(self.cells[end].block.path, path):
            end += 1
        return range(start, end)


def cells_of(account: Account) -> tuple[Cell, ...]:
    """The blocks of an account."""
    view = plain(account.text)
    return tuple(
        Cell(
            number=number,
            block=block,
            text=view[block.start : block.end],
            tags=tuple(tag_of(one) for one in block.around),
        )
        for number, block in enumerate(account.blocks)
    )


def is_heading(cell: Cell) -> bool:
    """Whether a block stands in a heading's element."""
    return any(re.fullmatch(r"h[1-6]", tag) for tag in cell.tags)


@lru_cache(maxsize=65536)
def tag_of(selector: str) -> str:
    """As in "div#a.b": div."""
    return re.split(r"[#.\[]", selector, maxsplit=1)[0]


@lru_cache(maxsize=65536)
def names_of(selector: str) -> tuple[tuple[str, ...], ...]:
    """The names of an element in lower case, each as one and then in its parts.

    "div#postMeta.entry-date" has (postmeta, post, meta) and (entrydate, entry, date).
    """
    names = re.split(r"[#.\[\]=/\s]+", selector[len(tag_of(selector)) :])
    return tuple(_parted(name) for name in names if name)


def _parted(name: str) -> tuple[str, ...]:
    whole = re.sub(r"[\W\d_]+", "", name).lower()
    parts = [part.lower() for part in re.split(r"[\W_]+", name)]
    humps = [part.lower() for part in _PARTS.findall(name) if len(part) >= TELLING]
    return tuple(dict.fromkeys(filter(None, [whole, *parts, *humps])))


@lru_cache(maxsize=65536)
def parts_of(selector: str) -> tuple[str, ...]:
    """All names of an element and their parts, each once."""
    return tuple(dict.fromkeys(part for name in names_of(selector) for part in name))


@cache
def listed(lexicon: Lexicon, name: str) -> frozenset[str]:
    """The forms of a list of names."""
    return frozenset(form.lower() for form in lexicon.forms(name))


def under(path: str, ancestor: str) -> bool:
    """Whether a path leads into an element or is its own."""
    return path == ancestor or path.startswith(f"{ancestor}/")


def ancestors(path: str) -> list[str]:
    """The paths of an element and of all those around it, from the outermost."""
    steps = path.split("/")[1:]
    return ["/" + "/".join(steps[:count]) for count in range(2, len(steps) + 1)]
