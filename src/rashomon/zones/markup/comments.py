"""Readers' comments on a saved page: by the names of its elements, by a header above them, by what repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from rashomon.lexicons import Lexicon
from rashomon.zones.markup.sheet import Cell, Sheet, ancestors, is_heading, listed, names_of, parts_of

HEADER = 14  # words
LEAST = 40  # characters; less is a link to the comments, not a comment
MOST = 0.5  # share of the article; an element that holds more of it is not the readers'
CLIMB = 4  # elements around a "reply" within which the comment itself stands
MARK = 80  # characters of what stands beside a comment
TALK, SAID = 8, 18  # characters of a text beside a "Reply", beside a name and a day
NAME = 4  # words
STAMP = 12  # words
LINKED = 0.25  # share of the characters below a header that may be links
_DIGIT = re.compile(r"\d")
_WHEN = re.compile(
    r"\b\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[:h]\d\d\b|\b\d{1,2}\.? \w+,? \d{4}\b"
    r"|\b\w+ \d{1,2}, \d{4}\b"
)


@cache
def _named(lexicon: Lexicon) -> re.Pattern[str]:
    names = lexicon.alternatives("pages.comment_name")
    return re.compile(rf"(?:{names})[a-z0-9]*|[a-z0-9]*(?:{names})")


@cache
def _header(lexicon: Lexicon) -> re.Pattern[str]:
    headers = lexicon.alternatives("pages.comment_header")
    return re.compile(rf"\W*(?:\d[\d.,]*\W+|\w{{2,6}} )?(?:{headers})(?!\w)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)


@cache
def _mark(lexicon: Lexicon) -> re.Pattern[str]:
    marks = lexicon.alternatives("pages.comment_mark")
    said = lexicon.alternatives("pages.comment_says")
    when = r"(?: [^!?\n]{0,40}\d[^!?\n]{0,20})?"
    return re.compile(
        rf"\W*(?:(?:(?:{marks})\W+(?:\d+\W+)?){{1,4}}|[^.!?\n]{{2,40}} (?:{said}){when}\W*)", re.IGNORECASE
    )


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


@lru_cache(maxsize=65536)
def names_comments(selector: str, lexicon: Lexicon) -> bool:
    """Whether an element is named for readers' comments."""
    whole, other = listed(lexicon, "pages.comment_part"), listed(lexicon, "pages.comment_not")
    subjects = {(form,) for form in listed(lexicon, "pages.subject_name")}
    named = _named(lexicon)
    if any(part in listed(lexicon, "pages.comment_elsewhere") for part in parts_of(selector)):
        return False
    telling = (name for name in names_of(selector) if other.isdisjoint(name) and name[1:2] not in subjects)
    return any(part in whole or named.fullmatch(part) for name in telling for part in name)


def _holds_article(area: range, sheet: Sheet) -> bool:
    """Whether an element holds the page's title, or most of the article and no comments of its own inside."""
    if sheet.title in area:
        return True
    if _report_before(area.start, sheet):
        return False
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


def _report_before(start: int, sheet: Sheet) -> bool:
    """Whether a paragraph stands between the page's title and a place: then the article is there, however short."""
    return sheet.title >= 0 and any(cell.prose for cell in sheet.cells[sheet.title : start])


def below_header(sheet: Sheet) -> Iterator[int]:
    """As in `<h3>3 Kommentare</h3>`: what follows such a header in its element, where a reader's mark is among it.

    find: <h1>Pier</h1>§§[<h3>2 Kommentare</h3><p>Tom sagt:<p>I doubt it.|zone=comment]
    skip: <h1>Pier</h1>§§<h3>Comments</h3><p>The minister had none of the papers, she told the council.
    """
    first = min(sheet.seeds, default=0)
    headers = [cell for cell in sheet.cells if cell.number > first and is_header(cell, sheet)]
    for cell in sorted(headers, key=lambda cell: (not is_heading(cell), cell.number)):
        end = _end_of_thread(cell, sheet)
        below = sheet.cells[cell.number + 1 : end]
        if any(is_mark(other, sheet.lexicon) for other in below) or _is_dated_talk(below):
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


def _is_stamp(cell: Cell) -> bool:
    """Whether a short block holds a day or an hour, as the line over a comment does."""
    return cell.words <= STAMP and (cell.text.endswith(":") or not cell.stopped) and bool(_WHEN.search(cell.text))


def _is_dated_talk(cells: Sequence[Cell]) -> bool:
    """Whether days and hours stand above texts without links; in a list of other articles the titles are links."""
    linked = sum(cell.block.linked for cell in cells)
    if any(is_heading(cell) and cell.linked > 0.5 for cell in cells) or linked > LINKED * sum(map(_size, cells)):
        return False
    above = any(_is_stamp(cell) and _size(after) > _size(cell) for cell, after in pairwise(cells))
    return above or any(_opens_with_stamp(cell.text) for cell in cells)


def _opens_with_stamp(text: str) -> bool:
    """Whether the first of several lines is short and holds a day."""
    first, _, rest = text.partition("\n")
    return len(first) < len(rest) and len(first.split()) <= STAMP and bool(_WHEN.search(first))


def _size(cell: Cell) -> int:
    return len(cell.text)


def _end_of_thread(header: Cell, sheet: Sheet) -> int:
    """The place after the last block of the innermost element around a header that goes on below it."""
    for path in reversed(ancestors(header.block.path)[1:-1]):
        end = sheet.inside(path, header.number).stop
        if end > header.number + 2:
            return end
    return len(sheet.cells)


def is_mark(cell: Cell, lexicon: Lexicon) -> bool:
    """Whether a block is what stands beside a comment: "Reply", "Tom sagt:"."""
    return len(cell.text) <= MARK and bool(_mark(lexicon).fullmatch(f"{cell.text}\n"))


def answered_posts(sheet: Sheet) -> Iterator[int]:
    """As in two list items that each hold a text and a "Reply": comments, whatever their elements are called.

    find: <h1>Pier</h1>§§<ul>[<li><p>I doubt it.<p>Reply<li><p>So do I.<p>Reply|zone=comment]</ul>
    skip: <h1>Pier</h1>§§<ul><li>Harbour news<li>Reply</ul>
    """
    marks = [cell for cell in sheet.cells if is_mark(cell, sheet.lexicon)]
    items = {path: area for cell in marks for path, area in _item(cell, sheet, TALK)}
    shapes = Counter(_shape(path) for path in items)
    for path, area in items.items():
        if shapes[_shape(path)] >= 2:
            yield from area


def signed_items(sheet: Sheet) -> Iterator[int]:
    """As in boxes below a report, each with another name, a day and a text that no link leads to.

    The entries of a running report have one author, or none, and those of a list of reports are links.

    find: <h1>P</h1>§[<li>Al<p>3.5.2031<p>I knew it, all of it.<li>Bo<p>4.5.2031<p>No, I did not know.|zone=comment]
    skip: <h1>Pier</h1>§§<ul><li>3.5.2031<p>The pier was shut.<li>4.5.2031<p>The pier was opened.</ul>
    """
    stamps = [cell for cell in sheet.cells[max(0, sheet.title) :] if _is_stamp(cell) and cell.linked < 1]
    items = {path: area for cell in stamps for path, area in _item(cell, sheet, SAID)}
    groups: dict[tuple[str, str], list[range]] = {}
    for path, area in items.items():
        groups.setdefault((path.rsplit("/", 1)[0], _shape(path)), []).append(area)
    for areas in groups.values():
        names = {name for area in areas for name in _signed(area, sheet)}
        if len(areas) >= 2 and 2 * len(names) > len(areas) and _report_before(areas[0].start, sheet):
            for area in areas:
                yield from area


def _signed(area: range, sheet: Sheet) -> Iterator[str]:
    """The name over an item, if it has one and no link of a title's length."""
    cells = [sheet.cells[number] for number in area]
    if any(cell.linked > 0.5 and (cell.words > NAME or is_heading(cell)) for cell in cells):
        return
    short = (cell.text for cell in cells if cell.words <= NAME and not cell.stopped and not _DIGIT.search(cell.text))
    before = (_DIGIT.split(cell.text)[0].strip(" ,|-:(") for cell in cells if _is_stamp(cell))
    yield from [name for name in (*short, *before) if name][:1]


def _item(mark: Cell, sheet: Sheet, least: int) -> Iterator[tuple[str, range]]:
    """The innermost element around a mark that holds a text beside it, unless it holds the article."""
    around = ancestors(mark.block.path)
    for path in reversed(around[max(1, len(around) - CLIMB) :]):
        area = sheet.inside(path, mark.number)
        inside = [sheet.cells[number] for number in area]
        said = (cell for cell in inside if not is_mark(cell, sheet.lexicon) and not _is_stamp(cell))
        if any(cell.linked < 0.5 and _size(cell) >= least for cell in said):
            if not _holds_article(area, sheet):
                yield path, area
            return


def _shape(path: str) -> str:
    """A path without its numbers, by which repeated elements are alike."""
    return re.sub(r"\[\d+\]", "", path)


def later_posts(sheet: Sheet) -> Iterator[int]:
    """As in the pages of a forum: the first post is the article, the rest are readers' own.

    All are where an article stands before them.

    find: <h1>Pier</h1><p class=username>Al</p><div class=postbody>§§</div><div class=postbody>[So was I.|zone=comment]
    skip: <h1>Pier</h1><p class=username>Al</p><div class=postbody>§§</div>
    """
    names, marks = listed(sheet.lexicon, "pages.forum_name"), listed(sheet.lexicon, "pages.forum_mark")
    posts: dict[str, range] = {}
    for cell in sheet.cells:
        for path, selector in zip(ancestors(cell.block.path), cell.block.around, strict=True):
            if path not in posts and not names.isdisjoint(parts_of(selector)):
                posts[path] = sheet.inside(path, cell.number)
                break
    areas = list(posts.values())
    signed = (parts_of(one) for cell in sheet.cells for one in cell.block.around)
    if len(areas) < 2 or all(marks.isdisjoint(parts) for parts in signed):
        return
    for area in areas if _report_before(areas[0].start, sheet) else areas[1:]:
        yield from area


FINDERS = (named_for_readers, below_header, answered_posts, later_posts, signed_items)
RULES = FINDERS
