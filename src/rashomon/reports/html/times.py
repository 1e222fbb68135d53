"""When the statements of a fact held, and when they were published: two things on one axis of days.

A dot is the day for which a value is said to hold, a square the day on which it was published, an arrow leads
from a value to the one that took its place: whole from the same source, dashed from another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from rashomon.types import Account, Claim, Verdict

LEFT, RIGHT = 34.0, 90.0  # percent of the width in which the days stand; the values stand before
STEP, TOP = 24, 34  # pixels a line, and above the first
MOST = 14  # lines drawn
LATER = {"supersedes": "whole", "corrects": "whole", "updates": "dashed"}
Days = Mapping[Account, date | None]
Place = Callable[[date], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One value on one day, however many accounts give it."""

    text: str
    held: date
    published: date | None


def times(verdict: Verdict, days: Days) -> Markup:
    """The drawing, or nothing where no statement came after another."""
    of = {claim: line for claim in verdict.fact.claims if (line := _line(claim, days)) is not None}
    lines = sorted(set(of.values()), key=lambda one: (one.held, one.published or one.held, one.text))[:MOST]
    arrows = _arrows(verdict, of, lines)
    if not arrows or len({one.held for one in lines}) < 2:
        return Markup()
    shown = sorted({day for one in lines for day in (one.held, one.published) if day})
    first, width = shown[0], (shown[-1] - shown[0]).days

    def x(day: date) -> float:
        return round(LEFT + (RIGHT - LEFT) * (day - first).days / width, 2)

    parts = [_axis(x(day), day, len(lines)) for day in _labelled(shown, x)]
    parts += [_row(place, one, x) for place, one in enumerate(lines)]
    marker = f"m-{verdict.fact.id}"
    ends = [((x(one.held), lines.index(one)), (x(two.held), lines.index(two)), kind) for one, two, kind in arrows]
    parts += [_arrow(start, end, kind, marker) for start, end, kind in ends]
    head = Markup(
        '<defs><marker id="{}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0L8 4L0 8z"/></marker></defs>'
    ).format(marker)
    label = "; ".join(f"{one.text} held on {one.held}, published {one.published or 'unknown'}" for one in lines)
    return Markup('<svg class="times" role="img" aria-label="{}" height="{}">{}{}</svg>').format(
        label, TOP + STEP * len(lines), head, Markup("").join(parts)
    )


def _line(claim: Claim, days: Days) -> _Line | None:
    held = claim.topic.as_of if claim.topic else None
    text = " ".join(claim.span.text.split())
    short = text if len(text) <= 24 else text[:23] + "…"
    return _Line(text=short, held=held, published=days[claim.account]) if held else None


def _arrows(verdict: Verdict, of: Mapping[Claim, _Line], lines: Sequence[_Line]) -> list[tuple[_Line, _Line, str]]:
    """From each value to the first one that came after it; from its own source where there is one."""
    after: dict[_Line, tuple[int, date, _Line, str]] = {}
    for relation in verdict.relations:
        pair = sorted((of[side] for side in (relation.left, relation.right) if side in of), key=lambda one: one.held)
        if relation.kind not in LATER or len(pair) < 2 or pair[0].held == pair[1].held:
            continue
        kind = LATER[relation.kind]
        found = (int(kind == "dashed"), pair[1].held, pair[1], kind)
        if pair[0] in lines and pair[1] in lines and (pair[0] not in after or found[:2] < after[pair[0]][:2]):
            after[pair[0]] = found
    return [(one, after[one][2], after[one][3]) for one in lines if one in after]


def _labelled(days: Sequence[date], place: Place) -> list[date]:
    """The first day, the last, and those between that leave room for their labels."""
    kept = [days[0]]
    for day in days[1:-1]:
        if place(day) - place(kept[-1]) >= 22 and place(days[-1]) - place(day) >= 22:
            kept.append(day)
    return [*kept, days[-1]]


def _axis(x: float, day: date, lines: int) -> Markup:
    return Markup(
        '<line class="day" x1="{0}%" x2="{0}%" y1="20" y2="{1}"/><text x="{0}%" y="12" text-anchor="middle">{2}</text>'
    ).format(x, TOP + STEP * lines, day)


def _row(number: int, one: _Line, at: Place) -> Markup:
    y = TOP + STEP * number
    parts = [Markup('<text class="said" x="0" y="{}">{}</text>').format(y + 4, one.text)]
    if one.published and one.published != one.held:
        parts.append(
            Markup('<line class="lag" x1="{}%" x2="{}%" y1="{2}" y2="{2}"/>').format(at(one.held), at(one.published), y)
        )
    parts.append(Markup('<circle cx="{}%" cy="{}" r="4"/>').format(at(one.held), y))
    if one.published:
        square = Markup('<svg x="{}%" y="{}" overflow="visible"><rect x="-6" y="-6" width="12" height="12"/></svg>')
        parts.append(square.format(at(one.published), y))
    return Markup("").join(parts)


def _arrow(start: tuple[float, int], end: tuple[float, int], kind: str, marker: str) -> Markup:
    (x1, first), (x2, second) = start, end
    drawn = Markup('<line class="later {}" x1="{}%" y1="{}" x2="{}%" y2="{}" marker-end="url(#{})"/>')
    beside = 7 if second > first else -7  # pixels, so that the arrow ends at the dot and not in it
    return drawn.format(kind, x1, TOP + STEP * first + beside, x2, TOP + STEP * second - beside, marker)
