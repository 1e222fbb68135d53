"""What an element is made for: headings, captions, bylines, block quotations."""

from __future__ import annotations

import re

from rashomon.types import ZoneKind
from rashomon.zones.markup.sheet import Cell, Sheet, listed, parts_of, under

BYLINE = 40  # words
DATED = 12  # words
HEADING = 30  # words
SET = 4  # elements around a block whose names may say what it is


def page_title(cell: Cell, sheet: Sheet) -> ZoneKind | None:
    """As in `<h1>`: the heading that says what the page states as its title.

    find: <title>Ferry strikes pier - Harbour Post</title><h1>[Ferry strikes pier|zone=title]</h1>§§
    skip: <title>Ferry strikes pier</title><h1>Ferry strikes pier</h1>§<h2>[Crews wait for word]</h2>§
    """
    return "title" if cell.number == sheet.title else None


def in_caption(cell: Cell, sheet: Sheet) -> ZoneKind | None:
    """As in `<figcaption>`, `<p class="wp-caption-text">`: what an element for pictures says.

    find: <h1>Pier</h1>§<figure><figcaption>[Crews at the pier.|zone=caption]</figcaption></figure>§
    skip: <h1>Pier</h1>§<p>Crews were at the pier, she said.</p>§
    """
    if not under(cell.block.path, sheet.core) and not sheet.title <= cell.number <= sheet.last:
        return None
    if {"figcaption", "figure"} & set(cell.tags):
        return "caption"
    names = listed(sheet.lexicon, "pages.caption_name")
    named = any(part in names for one in _near(cell, sheet) for part in parts_of(one))
    return "caption" if named and len(cell.text) < 500 else None


def in_byline(cell: Cell, sheet: Sheet) -> ZoneKind | None:
    """As in `<span class="author">`, `<time>`: the author or the day at the head or foot of the article.

    find: <h1>Ferry strikes pier</h1><div class="byline">[Mara Quill|zone=byline]</div>§§
    skip: <h1>Ferry strikes pier</h1><p>Mara Quill</p>§§
    """
    near = _near(cell, sheet)
    if cell.words > BYLINE or not near or cell.number < sheet.title or cell.number > sheet.last + 20:
        return None
    names = listed(sheet.lexicon, "pages.byline_name")
    said = any("rel=author" in one or "itemprop=author" in one or one.startswith("time") for one in near)
    named = any(part in names for one in near for part in parts_of(one))
    return "byline" if said or (named and not cell.prose) else None


def dated_line(cell: Cell, sheet: Sheet) -> ZoneKind | None:
    """As in "Freitag, 22. Oktober 2031, 20:13": a day with its hour between title and report, in any language.

    find: <h1>Pier</h1><p>[sexta-feira, 22 de outubro de 2031, 20:13|zone=byline]</p>§§
    skip: <h1>Pier</h1><p>In 2031 they met at 20:13, and left at 21:10 for the old pier of Port Edran, in the fog</p>§§
    """
    if not sheet.title < cell.number <= sheet.first + 1 or cell.words > DATED:
        return None
    return (
        "byline"
        if re.search(r"\b\d{1,2}[:h]\d\d\b", cell.text) and re.search(r"\b(?:19|20)\d\d\b", cell.text)
        else None
    )


def in_heading(cell: Cell, sheet: Sheet) -> ZoneKind | None:
    """As in `<h2>`: a heading between the paragraphs of the article.

    find: <h1>Pier</h1>§<h2>[Crews wait for word|zone=heading]</h2>§
    skip: <h1>Pier</h1>§<p>Crews wait for word.</p>§
    """
    return "heading" if any(re.fullmatch(r"h[1-6]", tag) for tag in cell.tags) and cell.words <= HEADING else None


def in_blockquote(cell: Cell, sheet: Sheet) -> ZoneKind | None:
    """As in `<blockquote>`: others' words, set off by their element.

    find: <h1>Pier</h1>§<blockquote>[The pier is shut to all crews.|zone=blockquote]</blockquote>§
    skip: <h1>Pier</h1>§<p>The pier is shut to all crews.</p>§
    """
    return "blockquote" if "blockquote" in cell.tags else None


def _near(cell: Cell, sheet: Sheet) -> tuple[str, ...]:
    """The nearest elements around a block, those that hold much of the article left out."""
    return tuple(sheet.small(cell))[-SET:]


DECIDERS = (page_title, in_caption, in_byline, dated_line, in_heading, in_blockquote)
RULES = DECIDERS
