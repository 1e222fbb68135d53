"""A saved page -> Zone, by its markup: comments are found first, then every block is decided by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rashomon.lexicons import Lexicon
from rashomon.types import Account, Block, ZoneKind, rule_name
from rashomon.zones.markup import articles, comments, elements, furniture
from rashomon.zones.markup.sheet import Cell, Sheet

Finder = Callable[[Sheet], Iterator[int]]
Decider = Callable[[Cell, Sheet], ZoneKind | None]

FINDERS: tuple[Finder, ...] = comments.FINDERS
DECIDERS: tuple[Decider, ...] = (
    elements.page_title,
    elements.in_byline,
    elements.dated_line,
    elements.in_caption,
    *furniture.DECIDERS,
    elements.in_heading,
    elements.in_blockquote,
)


def decided_by_markup(account: Account, lexicon: Lexicon) -> Iterator[tuple[Block, ZoneKind, str]]:
    """Every block of a page with its kind, in the order of the text; the last word is "body"."""
    sheet = articles.sheet_of(account, lexicon)
    found: dict[int, str] = {}
    for finder in FINDERS:
        for number in finder(sheet):
            found.setdefault(number, rule_name(finder))
    sheet = articles.placed(sheet, found)
    for cell in sheet.cells:
        if cell.number in found:
            yield cell.block, "comment", found[cell.number]
        else:
            yield cell.block, *_decide(cell, sheet)


def _decide(cell: Cell, sheet: Sheet) -> tuple[ZoneKind, str]:
    for rule in DECIDERS:
        kind = rule(cell, sheet)
        if kind:
            return kind, rule_name(rule)
    return "body", ""
