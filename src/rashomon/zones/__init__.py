"""Account -> Zone: which characters are title, byline, body, caption, readers' comments, page furniture.

First the finders cut out what runs over several lines (comments, a speech) or stands inside one (a repeated title,
a date before the first sentence). Then every line that is left is decided by itself; the last word is "body".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from rashomon.lexicons import Lexicon
from rashomon.types import Account, Zone, ZoneKind, rule_name
from rashomon.zones import blocks, bylines, captions, comments, furniture, headings, repeats, titles
from rashomon.zones.markup import decided_by_markup
from rashomon.zones.page import Line, Page, Part, as_page

Decider = Callable[[Line, Page, Collection[ZoneKind]], ZoneKind | None]
Finder = Callable[[Page], Iterator[Part]]
Decided = tuple[int, ZoneKind, str]  # where it begins, what it is, by which rule

FINDERS: tuple[Finder, ...] = (
    *comments.FINDERS,
    *furniture.FINDERS,
    *repeats.FINDERS,
    *bylines.FINDERS,
    *captions.FINDERS,
    *blocks.FINDERS,
    *headings.FINDERS,
)
DECIDERS: tuple[Decider, ...] = (
    *blocks.DECIDERS,
    *bylines.DECIDERS,
    *captions.DECIDERS,
    *furniture.DECIDERS,
    *titles.RULES,
    *headings.DECIDERS,
)
READ = {"body", "heading"}  # of what markup says, the kinds that are read again for furniture
IN_MARKUP: tuple[Decider, ...] = tuple(
    rule for rule in DECIDERS if rule not in {*titles.RULES, furniture.words_run_together}
)  # markup says what a title is, and its elements do not run together


def find_zones(account: Account, lexicon: Lexicon) -> tuple[Zone, ...]:
    """The zones of an account, in order, without overlap, each from where it begins to where the next one does."""
    if account.blocks:
        return tuple(_zones(account, tuple(_decided_in_markup(account, lexicon))))
    page = as_page(account, lexicon)
    if not page.lines:
        return ()
    if len(page.lines) == 1:
        return (Zone(span=account.span(0, len(account.text)), kind="body"),)
    parts = _found(page)
    decided = sorted([*((part.start, part.kind, rule) for part, rule in parts), *_decided(page, [p for p, _ in parts])])
    return tuple(_zones(account, decided))


def _decided_in_markup(account: Account, lexicon: Lexicon) -> Iterator[Decided]:
    """Every block of a saved page; what its markup leaves as body is decided by its words, as in a text."""
    blocks = tuple(decided_by_markup(account, lexicon))
    page = as_page(account, lexicon, [(block.start, block.end) for block, kind, _ in blocks if kind in READ])
    lines = {line.start: line for line in page.lines}
    kinds: set[ZoneKind] = set()
    for block, kind, rule in blocks:
        decided = [(block.start, kind, rule)]
        if kind == "body":
            places = [start for start in range(block.start, block.end) if start in lines]
            decided = [(start, *_decide(lines[start], page, kinds, IN_MARKUP)) for start in places]
        elif kind == "heading":
            said, by = _decide(lines[block.start], page, kinds, furniture.DECIDERS)
            decided = [(block.start, said, by)] if said == "boilerplate" else decided
        kinds |= {one[1] for one in decided}
        yield from decided


def _found(page: Page) -> list[tuple[Part, str]]:
    """What the finders cut out; where two meet, the rule that stands earlier keeps all of its own."""
    kept: list[tuple[Part, str]] = []
    for rule in FINDERS:
        for part in rule(page):
            start = max([part.start, *(other.end for other, _ in kept if other.start <= part.start < other.end)])
            end = min([part.end, *(other.start for other, _ in kept if start <= other.start < part.end)])
            if start < end:
                kept.append((Part(start=start, end=end, kind=part.kind), rule_name(rule)))
    return sorted(kept, key=lambda found: found[0].start)


def _decided(page: Page, parts: Sequence[Part]) -> Iterator[Decided]:
    """Every line, or what is left of it, with its kind, in the order of the text."""
    kinds: set[ZoneKind] = set()
    passed = 0
    for line in page.lines:
        for piece in _pieces(line, parts, page):
            while passed < len(parts) and parts[passed].start <= piece.start:
                kinds.add(parts[passed].kind)
                passed += 1
            kind, rule = _decide(piece, page, kinds)
            kinds.add(kind)
            yield piece.start, kind, rule


def _decide(
    piece: Line, page: Page, kinds: Collection[ZoneKind], rules: Sequence[Decider] = DECIDERS
) -> tuple[ZoneKind, str]:
    for rule in rules:
        kind = rule(piece, page, kinds)
        if kind:
            return kind, rule_name(rule)
    return "body", ""


def _pieces(line: Line, parts: Iterable[Part], page: Page) -> Iterator[Line]:
    """What the parts leave of a line."""
    at = line.start
    inside = [part for part in parts if part.start < line.end and line.start < part.end]
    for start, end in [*((part.start, part.end) for part in inside), (line.end, line.end)]:
        text = page.plain[at:start]
        if text.strip():
            left = at + len(text) - len(text.lstrip())
            yield Line(
                start=left,
                end=at + len(text.rstrip()),
                text=text.strip(),
                number=line.number,
                indent=line.indent,
                whole=not inside,
                open_before=line.open_before and left == line.start,
                open_after=line.open_after and start == line.end,
            )
        at = max(at, end)


def _zones(account: Account, decided: Sequence[Decided]) -> Iterator[Zone]:
    """Neighbours of one kind and rule are one zone, captions and headings excepted."""
    starts: list[Decided] = []
    for found in decided:
        alike = starts and starts[-1][1:] == found[1:]
        if not alike or found[1] in {"caption", "heading"}:
            starts.append(found)
    ends = [*(start for start, _, _ in starts[1:]), len(account.text)]
    for number, ((start, kind, rule), end) in enumerate(zip(starts, ends, strict=True)):
        yield Zone(span=account.span(0 if number == 0 else start, end), kind=kind, rule=rule)
