"""Every account in full: its zones as blocks, and in them an anchor around every span that the report links to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from markupsafe import Markup, escape

from rashomon.types import Account, Case, Reading, Span, Zone

Marks = Mapping[tuple[int, int], str]  # offsets -> what stands there, as classes


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


def blocks(reading: Reading, number: int, marks: Marks) -> Iterator[Block]:
    """The zones of an account in order, each with its text marked."""
    for zone in reading.zones:
        yield Block(kind=zone.kind, is_evidence=zone.is_evidence, text=_marked(zone, number, marks))


def _marked(zone: Zone, number: int, marks: Marks) -> Markup:
    """The text of a zone with its marks one inside the other; of two that cross, the later is cut in two."""
    text, at = zone.span.account.text, zone.span.start
    waiting = [
        (max(at, low), -min(zone.span.end, high), (low, high))
        for low, high in marks
        if low < zone.span.end and at < high
    ]
    heapify(waiting)
    made: list[Markup] = []
    ends: list[int] = []
    while waiting:
        low, negative, place = heappop(waiting)
        while ends and ends[-1] <= low:
            made += [escape(text[at : ends[-1]]), Markup("</span>")]
            at = ends.pop()
        high = -negative
        if ends and ends[-1] < high:
            heappush(waiting, (ends[-1], -high, place))
            high = ends[-1]
        made += [escape(text[at:low]), _opening(place, number, marks[place], first=low == place[0])]
        ends.append(high)
        at = low
    while ends:
        made += [escape(text[at : ends[-1]]), Markup("</span>")]
        at = ends.pop()
    made.append(escape(text[at : zone.span.end]))
    return Markup("").join(made)


def _opening(place: tuple[int, int], number: int, kinds: str, first: bool) -> Markup:
    if not first:
        return Markup('<span class="{}">').format(kinds)
    return Markup('<span id="s{}-{}-{}" class="{}">').format(number, *place, kinds)
