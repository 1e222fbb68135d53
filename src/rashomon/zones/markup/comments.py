"""Readers' comments on a saved page: by the names of its elements, by a header above them, by what repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.text import alternatives
from rashomon.zones.markup.sheet import Cell, Sheet, ancestors, is_heading, listed, parts_of

HEADER = 14  # words
LEAST = 40  # characters; less is a link to the comments, not a comment
MOST = 0.5  # share of the article; an element that holds more of it is not the readers'
CLIMB = 4  # elements around a "reply" within which the comment itself stands


@cache
def _named(lexicon: Lexicon) -> re.Pattern[str]:
    names = alternatives(lexicon.forms("pages.comment_name"))
    return re.compile(rf"(?:{names})[a-z0-9]*|[a-z0-9]*(?:{names})")


@cache
def _header(lexicon: Lexicon) -> re.Pattern[str]:
    headers = alternatives(lexicon.forms("pages.comment_header"))
    return re.compile(rf"\W*(?:\d[\d.,]*\W+|\w{{2,6}} )?(?:{headers})(?!\w)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)


@cache
def _mark(lexicon: Lexicon) -> re.Pattern[str]:
    marks = alternatives(lexicon.forms("pages.comment_mark"))
    said = alternatives(lexicon.forms("pages.comment_says"))
    return re.compile(rf"\W*(?:(?:{marks})\W*(?:\d+\W*)?|[^.!?\n]{{2,40}} (?:{said}):?)", re.IGNORECASE)


def named_for_readers(sheet: Sheet) -> Iterator[int]:
    """As in `<ol class="commentlist">`, `<section id="kommentare">`: all in an element that is named for comments.

    find: <h1>Pier</h1>§§<ol class=commentlist><li>[I doubt it, and so does my brother who was there.|zone=comment]</ol>
    skip: <h1>Pier</h1><div class="commentary">§§</div>
    """
    at = 0
    while at < len(sheet.cells):
        cell = sheet.cells[at]
        steps = zip(ancestors(cell.block.path)[1:], cell.block.around[1:], strict=True)
        named = (path for path, selector in steps if names_comments(selector, sheet.lexicon))
        areas = (sheet.inside(path, at) for path in named)
        area = next((area for area in areas if not _holds_article(area, sheet)), None)
        if area and sum(len(sheet.cells[number].text) for number in area) >= LEAST:
            yield from area
        at = area.stop if area else at + 1


def names_comments(selector: str, lexicon: Lexicon) -> bool:
    """Whether an element is named for readers' comments."""
    whole, other = listed(lexicon, "pages.comment_part"), listed(lexicon, "pages.comment_not")
    named = _named(lexicon)
    return any(part in whole or (part not in other and named.fullmatch(part)) for part in parts_of(selector))


def _holds_article(area: range, sheet: Sheet) -> bool:
    """Whether an element holds the page's title, or most of the article and no comments of its own inside."""
    if sheet.title in area:
        return True
    inside = sum(len(sheet.cells[number].text) for number in area if number in sheet.seeds)
    if inside <= MOST * sum(len(sheet.cells[number].text) for number in sheet.seeds):
        return False
    items = {
        tuple(path.split("/")[: place + 2])
        for path, around in ((sheet.cells[number].block.path, sheet.cells[number].block.around) for number in area)
        for place, selector in enumerate(around)
        if place and names_comments(selector, sheet.lexicon)
    }
    return len(items) < 3


def below_header(sheet: Sheet) -> Iterator[int]:
    """As in `<h3>3 Kommentare</h3>`: what follows such a header in its element, where a reader's mark is among it.

    find: <h1>Pier</h1>§§[<h3>2 Kommentare</h3><p>Tom sagt:<p>I doubt it.|zone=comment]
    skip: <h1>Pier</h1>§§<h3>Comments</h3><p>The minister had none of the papers, she told the council.
    """
    for cell in sheet.cells:
        if cell.number > sheet.first and is_header(cell, sheet):
            end = _end_of_thread(cell, sheet)
            below = sheet.cells[cell.number + 1 : end]
            if any(is_mark(other, sheet.lexicon) for other in below):
                yield from range(cell.number, end)
                return


def is_header(cell: Cell, sheet: Sheet) -> bool:
    """Whether a block is a header of comments and nothing else: "12 Comments", "5 Gedanken zu „Fähre"."""
    if cell.words > HEADER or (cell.stopped and not cell.text.endswith(":")):
        return False
    match = _header(sheet.lexicon).fullmatch(cell.text)
    ranked = is_heading(cell) or {"dt", "legend"} & set(cell.tags)
    if match is None or (is_mark(cell, sheet.lexicon) and not ranked):
        return False
    return (
        not re.search(r"\w", re.sub(r"\d+", "", match["rest"])) or bool(ranked) or bool(re.match(r"\W*\d", cell.text))
    )


def _end_of_thread(header: Cell, sheet: Sheet) -> int:
    """The place after the last block of the innermost element around a header that goes on below it."""
    for path in reversed(ancestors(header.block.path)[1:-1]):
        end = sheet.inside(path, header.number).stop
        if end > header.number + 2:
            return end
    return len(sheet.cells)


def is_mark(cell: Cell, lexicon: Lexicon) -> bool:
    """Whether a block is what stands beside a comment: "Reply", "Tom sagt:"."""
    return len(cell.text) <= 60 and bool(_mark(lexicon).fullmatch(cell.text))


def answered_posts(sheet: Sheet) -> Iterator[int]:
    """As in two list items that each hold a text and a "Reply": comments, whatever their elements are called.

    find: <h1>Pier</h1>§§<ul>[<li><p>I doubt it.<p>Reply<li><p>So do I.<p>Reply|zone=comment]</ul>
    skip: <h1>Pier</h1>§§<ul><li>Harbour news<li>Reply</ul>
    """
    items = {path: area for cell in sheet.cells if is_mark(cell, sheet.lexicon) for path, area in _item(cell, sheet)}
    shapes = Counter(_shape(path) for path in items)
    for path, area in items.items():
        if shapes[_shape(path)] >= 2:
            yield from area


def _item(mark: Cell, sheet: Sheet) -> Iterator[tuple[str, range]]:
    """The innermost element around a mark that holds a text beside it, unless it holds the article."""
    around = ancestors(mark.block.path)
    for path in reversed(around[max(2, len(around) - CLIMB) :]):
        area = sheet.inside(path, mark.number)
        inside = [sheet.cells[number] for number in area]
        if any(not is_mark(cell, sheet.lexicon) and cell.linked < 0.5 and cell.words >= 2 for cell in inside):
            if not _holds_article(area, sheet):
                yield path, area
            return


def _shape(path: str) -> str:
    """A path without its numbers, by which repeated elements are alike."""
    return re.sub(r"\[\d+\]", "", path)


FINDERS = (named_for_readers, below_header, answered_posts)
RULES = FINDERS
