"""One utterance as two accounts quote it, and in which words they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.reports.html.drift import Drift, drift
from rashomon.types import Case, Copy, Direction, Finding, Span

CHECK = "quotation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Two quotations of one utterance: the one that was first, or holds more, on the left."""

    left: Span
    right: Span
    speaker: str
    drift: Drift
    copies: tuple[Copy, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """An utterance that several accounts quote word for word."""

    speaker: str
    spans: tuple[Span, ...]


def quotations(case: Case) -> tuple[tuple[Quoted, ...], tuple[Alike, ...]]:
    """The utterances that accounts quote otherwise, and those that they quote word for word."""
    speakers = {
        claim.span: claim.speaker.name for reading in case.readings for claim in reading.claims if claim.speaker
    }
    pairs = list(_pairs(case))
    made = [_quoted(sides, pairs, speakers) for sides in dict.fromkeys(sides for sides, _ in pairs)]
    return tuple(one for one in made if not one.drift.is_none), tuple(_alike(one for one in made if one.drift.is_none))


Pair = tuple[tuple[Span, Span], Copy | Finding]


def _pairs(case: Case) -> Iterator[Pair]:
    """Each two spans that are said to be one utterance, and what says so."""
    for copy in case.copies:
        if copy.kind == "quote":
            yield _ordered(copy.left, copy.right, copy.direction), copy
    for finding in case.findings:
        if finding.check == CHECK and len(finding.spans) == 2 and finding.spans[0].account != finding.spans[1].account:
            yield _ordered(*finding.spans), finding


def _ordered(one: Span, other: Span, direction: Direction = "unknown") -> tuple[Span, Span]:
    """What was first to the left; where that is not known, what holds much more."""
    much_more = 2 * (one.end - one.start) < other.end - other.start
    back = direction == "b_to_a" or (direction != "a_to_b" and much_more)
    return (other, one) if back else (one, other)


def _quoted(sides: tuple[Span, Span], pairs: Sequence[Pair], speakers: dict[Span, str]) -> Quoted:
    said = [what for other, what in pairs if other == sides]
    return Quoted(
        left=sides[0],
        right=sides[1],
        speaker=next((speakers[side] for side in sides if side in speakers), ""),
        drift=drift(sides[0].text, sides[1].text),
        copies=tuple(one for one in said if isinstance(one, Copy)),
        findings=tuple(one for one in said if isinstance(one, Finding)),
    )


def _alike(pairs: Iterable[Quoted]) -> Iterator[Alike]:
    groups: list[tuple[str, list[Span]]] = []
    for one in pairs:
        met = next((spans for _, spans in groups if one.left in spans or one.right in spans), None)
        if met is None:
            met = []
            groups.append((one.speaker, met))
        met += [side for side in (one.left, one.right) if side not in met]
    for speaker, spans in groups:
        yield Alike(speaker=speaker, spans=tuple(sorted(spans, key=lambda span: (span.account.name, span.start))))
