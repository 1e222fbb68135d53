"""Every account in full: its zones as blocks, and in them an anchor around every span that the report links to."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Protocol

from markupsafe import Markup, escape

from rashomon.types import Account, Case, Reading, Span

Place = tuple[int, int]  # offsets of the first character and of the one after the last
Marks = Mapping[Place, str]  # what stands at a place, as classes


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A zone as the report shows it: what it is, and its text with its marks."""

    kind: str
    is_evidence: bool
    text: Markup


def anchors(case: Case) -> Mapping[Account, int]:
    """The number of each account in the report, by which its anchors are named."""
    return {reading.account: number for number, reading in enumerate(case.readings, 1)}


def anchor(span: Span, numbers: Mapping[Account, int]) -> str:
    """The name of the place of a span in the report."""
    return f"s{numbers[span.account]}-{span.start}-{span.end}"


def linked_spans(case: Case) -> Mapping[Account, Marks]:
    """All spans to which a report links, by account."""
    found: dict[Account, dict[tuple[int, int], set[str]]] = defaultdict(lambda: defaultdict(set))

    def mark(spans: Iterable[Span | None], kind: str) -> None:
        for span in spans:
            if span is not None:
                found[span.account][span.start, span.end].add(kind)

    for reading in case.readings:
        for claim in reading.claims:
            mark([claim.span], type(claim.mention).__name__.lower())
            mark((link.span for link in claim.attribution), "source")
    mark((side for copy in case.copies for side in (copy.left, copy.right)), "copied")
    mark((span for finding in case.findings for span in finding.spans), "questioned")
    mark((span for event in case.events for span in event.spans), "dated")
    mark((span for wording in case.wordings for span in wording.spans), "named")
    return {
        account: {place: " ".join(sorted(kinds)) for place, kinds in places.items()}
        for account, places in found.items()
    }


def blocks(reading: Reading, number: int, marks: Marks, to: Callable[[Place], str] = lambda _: "") -> Iterator[Block]:
    """The zones of an account in order, each with its text marked.

    `to` is where a mark leads: its place in the original; nowhere by default.
    """
    spots = Spots(marks)
    for zone in reading.zones:
        text = marked(zone.span, spots, Spanned(number=number, marks=marks, to=to))
        yield Block(kind=zone.kind, is_evidence=zone.is_evidence, text=text)


Write = Callable[[int, int, bool], Markup]


class Spots:
    """Marks in the order of the text, to be asked for those that share characters with a stretch of it."""

    def __init__(self, marks: Iterable[Place]) -> None:
        self.places = sorted(marks)
        self.longest = max((high - low for low, high in self.places), default=0)

    def met(self, start: int, end: int) -> Iterator[Place]:
        """Those that share characters with the stretch."""
        at = bisect_left(self.places, (start - self.longest, 0))
        while at < len(self.places) and self.places[at][0] < end:
            if self.places[at][1] > start:
                yield self.places[at]
            at += 1


class Tags(Protocol):
    """How a mark opens and closes: `first` where it begins here, `inside` the closing tags of those it stands in."""

    def __call__(self, place: Place, *, first: bool, inside: Sequence[Markup]) -> tuple[Markup, Markup]: ...


def marked(span: Span, spots: Spots, tags: Tags, write: Write | None = None) -> Markup:
    """The text of a span with its marks one inside the other; of two that cross, the later is cut in two.

    `write` gives the markup of the characters from one offset to the next, by default the characters themselves; it is
    told whether a mark opens there, before which belongs what stands between the two.
    """
    at = span.start
    write = write or (lambda start, end, _: escape(span.account.text[start:end]))
    waiting = [(max(at, low), -min(span.end, high), (low, high)) for low, high in spots.met(span.start, span.end)]
    heapify(waiting)
    made: list[Markup] = []
    ends: list[int] = []
    closing: list[Markup] = []

    def close() -> int:
        made.extend((write(at, ends[-1], False), closing.pop()))
        return ends.pop()

    while waiting:
        low, negative, place = heappop(waiting)
        while ends and ends[-1] <= low:
            at = close()
        high = -negative
        if ends and ends[-1] < high:
            heappush(waiting, (ends[-1], -high, place))
            high = ends[-1]
        opens, closes = tags(place, first=low == place[0], inside=closing)
        made += [write(at, low, True), opens]
        ends.append(high)
        closing.append(closes)
        at = low
    while ends:
        at = close()
    made.append(write(at, span.end, False))
    return Markup("").join(made)


LINK_ENDS = Markup("</a>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spanned:
    """Marks as the account's panel has them, those that lead somewhere as links."""

    number: int
    marks: Marks
    to: Callable[[Place], str]

    def __call__(self, place: Place, *, first: bool, inside: Sequence[Markup]) -> tuple[Markup, Markup]:
        """No link stands inside another, nor a second one for what is cut in two."""
        name = Markup(' id="s{}-{}-{}"').format(self.number, *place) if first else Markup()
        href = self.to(place) if first and LINK_ENDS not in inside else ""
        if href:
            opens = Markup('<a{} class="{}" href="{}" title="in the original">')
            return opens.format(name, self.marks[place], href), LINK_ENDS
        return Markup('<span{} class="{}">').format(name, self.marks[place]), Markup("</span>")
