"""A saved page as inert markup: what it shows, in its order, in elements of our own and no others.

No element, attribute or address of the page is passed on. Paragraphs, headings and whatever else stands by itself
become paragraphs; lists, tables and quotations keep their shape, put right where the page has them wrong.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from rashomon.reports.html.marks import Write
from rashomon.types import Original, Shown

SHAPES = frozenset({"ul", "ol", "li", "table", "tr", "td", "th", "blockquote", "figure", "figcaption"})
WITHIN = {"li": ("ul", "ol"), "td": ("tr",), "th": ("tr",), "tr": ("table",), "figcaption": ("figure",)}
ITEM = {"ul": "li", "ol": "li", "table": "tr", "tr": "td"}  # what alone may stand in these
ROLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "pre", "dt", "dd"})  # of a paragraph
STYLES: Mapping[str, str] = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "s": "s", "strike": "s", "del": "s", "u": "u", "ins": "u",
    "sub": "sub", "sup": "sup",
}  # fmt: skip
PARTS: Mapping[str, str] = {"iframe": "frame", "object": "frame", "embed": "frame", "textarea": "field"}
DEEPEST = 30  # lists, tables and quotations inside one another; what is deeper is drawn as paragraphs
WEB = ("http://", "https://")
OFF = "off"  # the class of what was not read

Run = Callable[[int, int, Write], Markup]
Kind = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class _Words:
    """Characters of a paragraph in one style, or what stands after the characters up to there and is none."""

    start: int
    end: int
    link: str | None = None
    styles: tuple[str, ...] = ()
    inserted: Markup | None = None


@dataclass(slots=True)
class _Shape:
    """A list, a table, a quotation that is open: as what it is drawn, if at all, and as what it stands in the page."""

    tag: str
    element: str = ""  # nothing where the page has none and one was added


@dataclass(slots=True)
class _Flow:
    text: str
    run: Run
    kind: Kind
    made: list[Markup] = field(default_factory=list)
    shapes: list[_Shape] = field(default_factory=list)
    drawn: int = 0  # of the shapes; the rest are drawn once something stands in them
    roles: list[str] = field(default_factory=list)
    styles: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    line: list[_Words] = field(default_factory=list)  # of the open paragraph
    is_open: bool = False  # a paragraph
    last: str = ""  # the kind of the last paragraph, which a picture by itself shares


def flowing(original: Original, run: Run, kind: Kind) -> Markup:
    """The page. `run` gives the markup of a paragraph, from one offset of the account to another, with its marks; it is
    handed what gives the markup of the characters between them.

    `kind` says whether what stands at an offset was read: nothing, or the class by which it is seen that it was not.
    """
    flow = _Flow(original.account.text, run, kind)
    for shown in original.shown:
        STEPS[shown.kind](flow, shown)
    _close(flow)
    while flow.shapes:
        _pop(flow)
    return Markup("").join(flow.made)


def _text(flow: _Flow, shown: Shown) -> None:
    if not flow.is_open and not flow.text[shown.start : shown.end].strip():
        return
    kind = flow.kind(shown.start)
    if all(words.inserted for words in flow.line):
        flow.last = kind
    _open(flow)
    link = (flow.links[-1] if not kind else "") if flow.links else None
    styles = tuple(sorted(tag for tag, number in flow.styles.items() if number > 0))
    flow.line.append(_Words(shown.start, shown.end, link, styles))


def _insert(flow: _Flow, markup: Markup) -> None:
    at = flow.line[-1].end if flow.line else 0
    flow.line.append(_Words(at, at, inserted=markup))


def _begin(flow: _Flow, shown: Shown) -> None:
    element = shown.element
    if element in SHAPES:
        _push(flow, element)
        flow.styles["b"] += element == "th"
    elif element in ROLES:
        _close(flow)
        flow.roles.append(element)
    elif element == "a":
        flow.links.append(shown.words)
    elif element in STYLES:
        flow.styles[STYLES[element]] += 1
    elif element == "br" and flow.is_open:
        _insert(flow, Markup("<br>"))


def _end(flow: _Flow, shown: Shown) -> None:
    element = shown.element
    if element in SHAPES:
        _close(flow)
        flow.styles["b"] -= element == "th"
        while flow.shapes and _pop(flow) != element:
            pass
    elif element in ROLES:
        _close(flow)
        flow.roles.pop()
    elif element == "a":
        flow.links.pop()
    elif element in STYLES:
        flow.styles[STYLES[element]] -= 1


def _break(flow: _Flow, shown: Shown) -> None:
    _close(flow)


def _picture(flow: _Flow, shown: Shown) -> None:
    _named(flow, "picture", shown.words)


def _part(flow: _Flow, shown: Shown) -> None:
    _named(flow, PARTS.get(shown.element, shown.element), shown.words)


def _named(flow: _Flow, name: str, words: str) -> None:
    """A picture or a button by its words, in the line where it stands."""
    _open(flow)
    told = f"{name}: {words}" if words else name
    _insert(flow, Markup('<span class="part">{}</span>').format(told))


STEPS = {"text": _text, "begin": _begin, "end": _end, "break": _break, "picture": _picture, "part": _part}


def _open(flow: _Flow) -> None:
    """A paragraph, unless one is open, in everything that it stands in."""
    if flow.is_open:
        return
    _fill(flow, "")
    for shape in flow.shapes[flow.drawn :]:
        if shape.tag:
            flow.made.append(Markup("<{}>").format(shape.tag))
    flow.drawn = len(flow.shapes)
    flow.is_open = True


def _close(flow: _Flow) -> None:
    if not flow.is_open:
        return
    waiting = deque(flow.line)

    def write(start: int, end: int, opens: bool) -> Markup:
        """The words in their styles, and what was inserted between them; asked for in the order of the text."""
        made: list[Markup] = []
        while waiting and (waiting[0].start < end or (opens and waiting[0].inserted and waiting[0].start == end)):
            words = waiting[0]
            made.append(words.inserted or _styled(flow.text[max(start, words.start) : min(end, words.end)], words))
            if words.end > end:
                break
            waiting.popleft()
        return Markup("").join(made)

    named = " ".join(part for part in (*flow.roles[-1:], flow.last) if part)
    flow.made.append(Markup('<p class="{}">').format(named) if named else Markup("<p>"))
    while waiting and waiting[0].inserted:
        flow.made.append(waiting.popleft().inserted or Markup())
    if waiting:
        flow.made.append(flow.run(waiting[0].start, max(words.end for words in waiting), write))
    flow.made += [words.inserted for words in waiting if words.inserted]
    flow.made.append(Markup("</p>\n"))
    flow.line, flow.is_open = [], False


def _styled(text: str, words: _Words) -> Markup:
    inner = escape(text)
    if words.link is not None:
        told = Markup(' title="{}"').format(words.link) if words.link.startswith(WEB) else Markup()
        inner = Markup('<span class="link"{}>{}</span>').format(told, inner)
    for tag in words.styles:
        inner = Markup("<{0}>{1}</{0}>").format(tag, inner)
    return inner


def _push(flow: _Flow, element: str) -> None:
    _close(flow)
    if element in WITHIN:
        while flow.shapes and not flow.shapes[-1].element and flow.shapes[-1].tag not in WITHIN[element]:
            _pop(flow)  # an item that was added ends where one of the page's own begins
    tag = "td" if element == "th" else element
    _fill(flow, tag)
    top = flow.shapes[-1].tag if flow.shapes else ""
    is_misplaced = tag in WITHIN and top not in WITHIN[tag]
    flow.shapes.append(_Shape("" if is_misplaced or len(flow.shapes) >= DEEPEST else tag, element))


def _fill(flow: _Flow, tag: str) -> None:
    """The items without which nothing else may stand in a list or a table."""
    while flow.shapes and (item := ITEM.get(flow.shapes[-1].tag)) and item != tag:
        flow.shapes.append(_Shape(item))


def _pop(flow: _Flow) -> str:
    """Closes the innermost shape; which element of the page it was."""
    shape = flow.shapes.pop()
    if len(flow.shapes) < flow.drawn:
        flow.drawn = len(flow.shapes)
        if shape.tag:
            flow.made.append(Markup("</{}>").format(shape.tag))
    return shape.element
