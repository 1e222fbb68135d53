"""The statements of a fact on one scale: a dot, an interval, or an interval without an end, one row each."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from rashomon.types import Claim, Figure

WIDE = 30  # times; statements further apart than this are drawn on a logarithmic scale
STEPS: Mapping[str, tuple[tuple[float, str], ...]] = {  # from which value on a larger unit is written, by dimension
    "share": ((0.01, "%"), (0.0, "")),
    "duration": ((365.0, "y"), (1.0, "d"), (1 / 24, "h"), (1 / 1440, "min")),
    "length": ((1000.0, "km"), (0.0, "m")),
    "area": ((1_000_000.0, "km²"), (0.0, "m²")),
    "mass": ((1000.0, "t"), (0.0, "kg")),
    "speed": ((0.0, "m/s"),),
    "temperature": ((0.0, "°"),),
}
COLOURS = 8  # of origins, in the style; the ninth is drawn like the first
MARGIN = 6.0  # percent of the width, on either side


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Where a value stands, in percent of the width, and the values at which the scale is labelled."""

    place: Callable[[float], float]
    ticks: tuple[tuple[float, str], ...]


def scale(claims: Sequence[Claim]) -> Scale | None:
    """One scale for all figures of a fact; nothing where they name no value."""
    values = sorted({float(value) for claim in claims for value in _named(claim)})
    if not values:
        return None
    low, high = values[0], values[-1]
    if low > 0 and high / low > WIDE:
        place = _between(math.log(low), math.log(high), math.log)
    else:
        place = _between(low, high, float)
    label = _label(claims[0].mention)
    return Scale(place=place, ticks=tuple((place(value), label(value)) for value in dict.fromkeys((low, high))))


def _between(low: float, high: float, view: Callable[[float], float]) -> Callable[[float], float]:
    width = high - low

    def place(value: float) -> float:
        return 50.0 if not width else round(MARGIN + (100 - 2 * MARGIN) * (view(value) - low) / width, 2)

    return place


def _label(figure: object) -> Callable[[float], str]:
    """How a value of this dimension is written on a scale: 44 %, 9 h, 20 km."""
    dimension = figure.dimension if isinstance(figure, Figure) else "count"

    def label(value: float) -> str:
        size, unit = next(
            ((size, unit) for size, unit in STEPS.get(dimension, ((0.0, ""),)) if value >= size), (0.0, "")
        )
        return f"{shown(value / (size or 1))} {unit}".strip()

    return label


def _named(claim: Claim) -> list[Decimal]:
    figure = claim.mention
    if not isinstance(figure, Figure):
        return []
    return [value for value in (figure.low, figure.point, figure.high) if value is not None]


def strip(claim: Claim, on: Scale, origin: int, echo: bool) -> Markup:
    """One statement as an image: filled where it is the first of its origin, hollow where it repeats it."""
    figure = claim.mention
    if not isinstance(figure, Figure):
        return Markup()
    low = on.place(float(figure.low)) if figure.low is not None else None
    high = on.place(float(figure.high)) if figure.high is not None else None
    middle = on.place(float(figure.point)) if figure.point is not None else None
    parts = [Markup('<line class="axis" x1="0" x2="100%" y1="11" y2="11"/>')]
    if middle is None or low != high:
        left, right = (0.0 if low is None else low), (100.0 if high is None else high)
        if (low, high) != (None, None):
            parts.append(Markup('<line class="reach" x1="{}%" x2="{}%" y1="11" y2="11"/>').format(left, right))
            parts += [
                Markup('<line class="end" x1="{0}%" x2="{0}%" y1="6" y2="16"/>').format(end)
                for end in (low, high)
                if end is not None
            ]
    if middle is not None:
        parts.append(Markup('<circle cx="{}%" cy="11" r="5"/>').format(middle))
    kind = f"o{origin % COLOURS}" + (" echo" if echo else "")
    label = Markup("<title>{}</title>").format(claim.span.text)
    return Markup('<svg class="strip {}" role="img">{}{}</svg>').format(kind, label, Markup("").join(parts))


def shown(value: float) -> str:
    """A number for a person: 13,000 or 0.44."""
    return f"{value:,.0f}" if abs(value - round(value)) < 1e-9 else f"{value:,.3g}"
