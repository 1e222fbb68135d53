"""Where the figures of a case are said to hold: each place as wide as it is known, never a pin for a province."""

from __future__ import annotations

import gzip
import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from rashomon.types import Case, Claim, Place

WIDE, HIGH = 640, 400  # units of the drawing
LEAST = 3.0  # degrees from edge to edge: so much of the land is shown around one town
MARGIN = 1.5  # times the distance between the outermost places
KM = 111.2  # kilometres a degree of latitude
REACH: Mapping[str, float] = {"city": 10, "district": 15, "landmark": 5}  # kilometres around the point
FINEST = 3.0  # units between two points of a line
SMALLEST = 5.0  # units of a circle that would otherwise not be seen
AREAS = frozenset({"country", "region", "province", "state", "continent"})

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map, and the first figure that is said of it."""

    name: str
    kind: str
    figures: int
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The drawing, what is on it, and what could not be put there with the reason."""

    drawing: Markup
    spots: tuple[Spot, ...]
    absent: tuple[tuple[Spot, str], ...]


def map_of(case: Case) -> Map | None:
    """The places of all figures; nothing where no figure has one."""
    told = [(place, claim) for reading in case.readings for claim in reading.figures if (place := _place(claim))]
    places = {(place.name, place.kind): place for place, _ in reversed(told)}
    first = {(place.name, place.kind): claim for place, claim in reversed(told)}
    number = Counter((place.name, place.kind) for place, _ in told)
    spots = {key: Spot(name=key[0], kind=key[1], figures=number[key], claim=first[key]) for key in sorted(places)}
    drawn = {key: place for key, place in places.items() if _point(place) and place.kind not in AREAS}
    absent = tuple((spot, _why(places[key])) for key, spot in spots.items() if key not in drawn)
    if not spots:
        return None
    ordered = [(spots[key], drawn[key]) for key in spots if key in drawn]
    return Map(drawing=_drawing(ordered), spots=tuple(spot for spot, _ in ordered), absent=absent)


def _place(claim: Claim) -> Place | None:
    return claim.topic.place if claim.topic else None


def _point(place: Place) -> Point | None:
    if place.longitude is None or place.latitude is None:
        return None
    return float(place.longitude), float(place.latitude)


def _why(place: Place) -> str:
    return "named as a whole, without a point in it" if place.kind in AREAS else "not in the gazetteer"


def _drawing(ordered: Sequence[tuple[Spot, Place]]) -> Markup:
    points = [point for _, place in ordered if (point := _point(place))]
    if not points:
        return Markup()
    middle, span = _view(points)
    narrow = math.cos(math.radians(middle[1]))
    scale = WIDE / (span * narrow)  # units a degree of latitude

    def at(point: Point) -> Point:
        return WIDE / 2 + (point[0] - middle[0]) * narrow * scale, HIGH / 2 - (point[1] - middle[1]) * scale

    path = Markup('<path class="land" d="{}"/>').format(_path(_near(middle, span), at))
    circles = {(point, _reach(place.kind, scale)): place.kind for _, place in ordered if (point := _point(place))}
    names: dict[Point, Spot] = {}
    for spot, place in sorted(ordered, key=lambda one: -one[0].figures):  # of several at one point the most told of
        if point := _point(place):
            names.setdefault(point, spot)
    widest = {point: max(reach for place, reach in circles if place == point) for point in names}
    drawn = [_circle(kind, at(point), reach) for (point, reach), kind in circles.items()]
    drawn += [_name(spot.name, at(point), widest[point]) for point, spot in names.items()]
    label = "Map: " + ", ".join(spot.name for spot, _ in ordered)
    return Markup('<svg class="map" role="img" viewBox="0 0 {} {}" aria-label="{}">{}{}</svg>').format(
        WIDE, HIGH, label, path, Markup("").join(drawn)
    )


def _view(points: Sequence[Point]) -> tuple[Point, float]:
    """The middle of the map, and how many degrees of longitude it is wide."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    middle = ((west + east) / 2, (south + north) / 2)
    narrow = max(0.2, math.cos(math.radians(middle[1])))
    tall = (north - south) * MARGIN * WIDE / HIGH / narrow
    return middle, min(360.0, max(LEAST / narrow, (east - west) * MARGIN, tall))


@cache
def _land() -> tuple[tuple[Point, ...], ...]:
    packed = files("rashomon.reports.html").joinpath("land.txt.gz").read_bytes()
    return tuple(tuple(_points(row)) for row in gzip.decompress(packed).decode().splitlines())


def _points(row: str) -> Iterator[Point]:
    numbers = [int(number) for number in row.split()]
    x = y = 0
    for right, up in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + right, y + up
        yield x / 100, y / 100


def _near(middle: Point, span: float) -> Iterator[list[Point]]:
    """The pieces of all lines that run through the map, with a point beyond its edge at either end."""
    for line in _land():
        piece: list[Point] = []
        for before, after in itertools.pairwise(line):
            is_near = any(abs(x - middle[0]) <= span and abs(y - middle[1]) <= span for x, y in (before, after))
            if is_near and abs(before[0] - after[0]) < 180:  # else the line goes on at the other end of the map
                piece = piece or [before]
                piece.append(after)
            elif piece:
                yield piece
                piece = []
        if piece:
            yield piece


def _path(lines: Iterable[Sequence[Point]], at: Callable[[Point], Point]) -> str:
    """The lines as far as they can be told apart at this scale: a map of the world needs no bay of an island."""
    drawn = (_thinned([at(point) for point in line]) for line in lines)
    return "".join("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in line) for line in drawn if len(line) > 1)


def _thinned(line: Sequence[Point]) -> list[Point]:
    kept = [line[0]]
    for point in line[1:]:
        if math.dist(point, kept[-1]) >= FINEST:
            kept.append(point)
    if len(kept) > 1:
        kept[-1] = line[-1]  # borders meet where they end
    return kept


def _reach(kind: str, scale: float) -> float:
    """The radius of a circle as wide as a place of this kind is known, in units."""
    return max(SMALLEST, REACH.get(kind, REACH["city"]) / KM * scale)


def _circle(kind: str, at: Point, reach: float) -> Markup:
    return Markup('<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(kind, *at, reach)


def _name(name: str, at: Point, reach: float) -> Markup:
    """The name to the right of its circle, or to the left near the edge."""
    if at[0] > WIDE * 0.75:
        left = Markup('<text text-anchor="end" x="{:.1f}" y="{:.1f}">{}</text>')
        return left.format(at[0] - reach - 4, at[1] + 4, name)
    return Markup('<text x="{:.1f}" y="{:.1f}">{}</text>').format(at[0] + reach + 4, at[1] + 4, name)
