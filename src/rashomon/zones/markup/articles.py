"""Where the article lies on a page: its title, the blocks that are surely of it, the element that holds them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.lexicons import Lexicon
from rashomon.text import split_words
from rashomon.types import Account
from rashomon.zones.markup.sheet import Cell, Sheet, ancestors, cells_of, listed, parts_of

ENOUGH = 200  # characters of an article that the first guess has found
CORE = 0.7  # share of the article that its innermost element holds
ALIKE = 0.3  # share of the article in elements named alike, before others of that name belong to it
DECLARED = 0.5  # share of what the page declares as its article that the first guess must have
BODY = "[itemprop=articleBody]"
TITLES = ("og:title", "ld:headline", "twitter:title", "title", "dc.title")
SHORTEST = 2  # words of a title
_JOINT = re.compile(r"\s+(?:[-|–—:·»«>]|::)\s+|:\s+")
LONGEST = 300  # characters of a title


def sheet_of(account: Account, lexicon: Lexicon) -> Sheet:
    """The page with its title and its article as the first guess has it, before any comment is known."""
    cells = cells_of(account)
    seeds = [cell for cell in cells if cell.block.guessed]
    shown = [cell for cell in cells if cell.prose and not cell.hidden]
    declared = [cell for cell in shown if any(BODY in one for one in cell.block.around)]
    if _length(declared) >= ENOUGH and _length(set(seeds) & set(declared)) < DECLARED * _length(declared):
        seeds = declared
    elif _length(seeds) < ENOUGH:
        seeds = list(_densest(cells, lexicon)) or seeds
    title = _title(account, cells, seeds[0].number if seeds else len(cells))
    for narrow in (_shown, _with_title):
        left = narrow(seeds, cells[title] if title >= 0 else None)
        seeds = left if _length(left) >= ENOUGH else seeds
    return Sheet(
        account=account,
        lexicon=lexicon,
        cells=cells,
        title=title,
        seeds=frozenset(cell.number for cell in seeds),
    )


def _shown(seeds: Sequence[Cell], title: Cell | None) -> list[Cell]:
    """Those that the page shows at once: a copy for machines is not a second article."""
    return [cell for cell in seeds if not cell.hidden]


def _with_title(seeds: Sequence[Cell], title: Cell | None) -> list[Cell]:
    """Those in no other `<article>` than the title's, where the title has one: others are other articles."""
    own = title.article if title else ""
    return [cell for cell in seeds if not own or not cell.article or cell.article.startswith(own)]


def placed(sheet: Sheet, comments: Collection[int]) -> Sheet:
    """The page with the place of its article, now that its comments are known."""
    known = [sheet.cells[number] for number in sorted(sheet.seeds) if number not in comments]
    seeds = sorted({*known, *_set_alike(known, sheet, comments)}, key=lambda cell: cell.number)
    repeated = _said_again([cell for cell in seeds if cell.prose])
    prose = [cell for cell in seeds if cell.prose and cell.number not in repeated] or seeds
    weight = _weight(prose)
    whole = _length(prose)
    return replace(
        sheet,
        comments=frozenset(comments),
        repeated=frozenset(repeated),
        parents=frozenset(cell.parent for cell in prose),
        seeds=frozenset(cell.number for cell in seeds),
        core=max((path for path in weight if weight[path] >= CORE * whole), key=_depth, default=""),
        first=prose[0].number if prose else 0,
        last=prose[-1].number if prose else -1,
        held={path: characters / whole for path, characters in weight.items()},
    )


def _said_again(prose: Sequence[Cell]) -> set[int]:
    """The paragraphs of which two or more in a row stand word for word before, in the same order."""
    first: dict[str, int] = {}
    places = [first.setdefault(cell.text, place) for place, cell in enumerate(prose)]
    again: set[int] = set()
    for place in range(1, len(prose)):
        if places[place] < place and places[place - 1] < place - 1 and places[place] == places[place - 1] + 1:
            again |= {prose[place - 1].number, prose[place].number}
    return again


def _set_alike(seeds: Sequence[Cell], sheet: Sheet, comments: Collection[int]) -> Iterator[Cell]:
    """Paragraphs after the first seed in elements named exactly as those that hold much of the article."""
    shares: Counter[tuple[str, ...]] = Counter()
    for cell in seeds:
        shares[cell.block.around] += len(cell.text)
    common = {around for around, characters in shares.items() if characters >= ALIKE * _length(seeds)}
    for cell in sheet.cells[seeds[0].number if seeds else 0 :]:
        if "h1" in cell.tags and cell.number != sheet.title and cell.number > seeds[-1].number:
            return  # another article begins
        if cell.prose and cell.block.around in common and cell.number not in comments:
            yield cell


def _length(cells: Collection[Cell]) -> int:
    return sum(len(cell.text) for cell in cells)


def _weight(cells: Iterable[Cell]) -> Counter[str]:
    """The characters of the cells in each element."""
    weight: Counter[str] = Counter()
    for cell in cells:
        for path in ancestors(cell.block.path):
            weight[path] += len(cell.text)
    return weight


def _depth(path: str) -> tuple[int, str]:
    return path.count("/"), path


def _paragraph(cell: Cell, lexicon: Lexicon) -> bool:
    """Whether a block reads as a paragraph and stands in no furniture."""
    names = listed(lexicon, "pages.furniture_name")
    return cell.prose and not any(part in names for one in cell.block.around[1:] for part in parts_of(one))


def _title(account: Account, cells: Sequence[Cell], first: int) -> int:
    """The heading that says what the page states as its title, with or without its site's name; else the only `h1`."""
    stated = [meta.value for name in TITLES for meta in account.meta if meta.name == name]
    wanted = [words for words in map(split_words, stated) if len(words) >= SHORTEST]
    parts = {split_words(part) for value in stated for part in _JOINT.split(value)}
    ranked = [cell for cell in cells if any(re.fullmatch(r"h[1-3]", tag) for tag in cell.tags)]
    others = [cell for cell in cells if cell.linked < 0.5 and len(cell.text) <= LONGEST]
    own = {cell: split_words(cell.text) for cell in (*ranked, *others)} if stated else {}
    for words in wanted:
        for cell in (*ranked, *others):
            if own[cell] == words or (len(own[cell]) > SHORTEST and words[: len(own[cell])] == own[cell]):
                return cell.number
    near = [cell.number for cell in ranked if own.get(cell) and own[cell] in parts and cell.number <= first]
    cut = [cell.number for cell in ranked for words in wanted if own[cell][: len(words)] == words]
    alone = [cell.number for cell in ranked if "h1" in cell.tags and cell.linked < 0.5]
    return [*near[-1:], *cut, *(alone if len(alone) == 1 else []), -1][0]


def _densest(cells: Sequence[Cell], lexicon: Lexicon) -> Iterator[Cell]:
    """The paragraphs of the element that has most of them as its own, where nothing else says where the article is."""
    prose = [cell for cell in cells if _paragraph(cell, lexicon)]
    weight: Counter[str] = Counter()
    for cell in prose:
        for far, path in enumerate(reversed(ancestors(cell.block.path)[:-1])):
            weight[path] += len(cell.text) // 2**far
    best = max(weight, key=lambda path: (weight[path], path), default="")
    return (cell for cell in prose if best and best in ancestors(cell.block.path))
