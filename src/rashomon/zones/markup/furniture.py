"""What of a saved page is neither article nor comment: all that stands outside, and what its makers put between."""

from __future__ import annotations

import re

from rashomon.types import ZoneKind
from rashomon.zones.markup.comments import is_header
from rashomon.zones.markup.sheet import Cell, Sheet, is_heading, listed, parts_of, tag_of, under

OUTER = frozenset({"nav", "footer", "aside", "form", "header", "noscript"})
ROLES = ("[role=navigation]", "[role=complementary]", "[role=contentinfo]")


def outside_article(cell: Cell, sheet: Sheet) -> ZoneKind | None:
    """As in menus, teasers and the foot of the page: what stands apart from the article and is not guessed to be of it.

    find: <div class="premium">[Ten things to do|zone=boilerplate]</div><div><h1>Pier</h1>§§</div>
    skip: <div><h1>Pier</h1>§§</div>
    """
    if cell.number in sheet.seeds or not sheet.core:
        return None
    return None if under(cell.block.path, sheet.core) and _beside(cell, sheet) else "boilerplate"


def _beside(cell: Cell, sheet: Sheet) -> bool:
    """Whether a block of the article's element that nobody guessed is set as the article's own blocks are."""
    if not sheet.first <= cell.number <= sheet.last + 1 or (cell.linked > 0.5 and not is_heading(cell)):
        return False
    own = cell.block.around[:-1] if cell.block.around else ()
    if "blockquote" in cell.tags:
        return True
    return any(
        sheet.cells[number].block.around[:-1] == own
        for number in range(max(0, cell.number - 8), min(len(sheet.cells), cell.number + 9))
        if number in sheet.seeds and number != cell.number
    ) and (cell.prose or is_heading(cell) or cell.tags[-1] in {"p", "li", "td"})


def named_furniture(cell: Cell, sheet: Sheet) -> ZoneKind | None:
    """As in `<div class="share-buttons">`, `<aside class="related">`: an element of the article named as furniture.

    find: <h1>Pier</h1>§<div class="related">[Ten things to do in Teshar.|zone=boilerplate]</div>§
    skip: <h1>Pier</h1><div class="text">§§</div>
    """
    names = listed(sheet.lexicon, "pages.furniture_name")
    if "blockquote" in cell.tags and sheet.first <= cell.number <= sheet.last:
        return None
    if cell.hidden and cell.number not in sheet.seeds:
        return "boilerplate"
    for selector in sheet.small(cell):
        outer = tag_of(selector) in OUTER and cell.number not in sheet.seeds
        if outer or any(role in selector for role in ROLES) or any(part in names for part in parts_of(selector)):
            return "boilerplate"
    return None


def count_of_comments(cell: Cell, sheet: Sheet) -> ZoneKind | None:
    """As in "8 Comments", "Kommentare (3)": a header of comments that are not in the page.

    find: <h1>Pier</h1>§<h3>[8 Kommentare|zone=boilerplate]</h3>§
    skip: <h1>Pier</h1>§<h3>Discussion</h3>§
    """
    return "boilerplate" if is_header(cell, sheet) and re.search(r"\d", cell.text) else None


def mostly_links(cell: Cell, sheet: Sheet) -> ZoneKind | None:
    """As in "More on this: Ten things to do in Teshar": a block of the article that is a link and hardly more.

    find: <h1>Pier</h1>§<p><a href="a">[Ten things to do in Teshar|zone=boilerplate]</a></p>§
    skip: <h1>Pier</h1>§<p>Crews waited in <a href="a">the old harbour</a> on Monday, she said.</p>§
    """
    if is_heading(cell) and cell.parent in sheet.parents:
        return None
    return "boilerplate" if cell.linked > 0.8 and not (cell.stopped and cell.words > 12) else None


def said_before(cell: Cell, sheet: Sheet) -> ZoneKind | None:
    """As in an article that its page holds twice, for the next device or for an endless scroll: the second time.

    find: <h1>Pier</h1>§§§[§§|zone=boilerplate]
    skip: <h1>Pier</h1>§§§
    """
    return "boilerplate" if cell.number in sheet.repeated else None


DECIDERS = (said_before, count_of_comments, named_furniture, mostly_links, outside_article)
RULES = DECIDERS
