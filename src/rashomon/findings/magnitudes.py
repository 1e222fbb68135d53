"""A number out of scale: with the places it is said of, with the unit beside it, with its own other end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from rashomon.findings.stated import Stated, after, any_of, between, finding, neighbours, number, rounding, stated_in
from rashomon.lexicons import Entry, Lexicon
from rashomon.lexicons.gazetteer import Country, gazetteer
from rashomon.text import plain
from rashomon.types import Finding, Reading, Severity

KM2 = Decimal(1_000_000)  # square metres
WIDE = 10  # times its lower end that the upper end of a range may be before a reader should know
CONVERTED = frozenset({"length", "area", "mass", "speed", "temperature"})
DEGREES = Decimal(3)  # by which a temperature in the other scale may be rounded
ROUND = Decimal("0.05")  # a conversion so close is rounded
ROUGH = Decimal("0.15")  # a conversion further off than this can hardly be meant


def area_each(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Nine neighbourhoods, 80,000 square kilometres: each would be larger than a province.

    find: They took [90|check=magnitude; severity=doubt] villages, [80,000 square kilometres|check=magnitude], in a week.
    skip: They took 90 villages, 800 square kilometres, in a week.
    """  # noqa: E501
    everything = stated_in(reading, lexicon)
    for sentence in sorted({stated.sentence for stated in everything}):
        here = list(neighbours(everything, sentence))
        for one, other in pairwise(here):
            places, area = (one, other) if other.figure.dimension == "area" else (other, one)
            size = _size(places, lexicon) if area.figure.dimension == "area" else None
            if size is None or not places.figure.point or not area.figure.point or len(between(one, other)) > 40:
                continue
            each = area.figure.point / KM2 / places.figure.point
            if each > Decimal(size["limit"]):
                yield finding("magnitude", "doubt", _per_place(places, area, each, reading), [places.span, area.span])


def _per_place(places: Stated, area: Stated, each: Decimal, reading: Reading) -> str:
    """The area shared out among the places, beside the area of the country that they lie in."""
    total = (area.figure.point or Decimal(0)) / KM2
    counted = places.figure.counted.text if places.figure.counted else ""
    country = country_of(reading)
    whole = f"; {country.name} has about {number((country.area / KM2).quantize(Decimal(1)))}" if country else ""
    shared = f"{number(total)} square kilometres / {places.text} {counted}"
    return f"{shared} = {number(each.quantize(Decimal(1)))} square kilometres each{whole}"


def country_of(reading: Reading) -> Country | None:
    """The one country in which most places of an account lie."""
    codes = Counter(place.country for place in reading.places if place.country)
    ordered = sorted(codes.items(), key=lambda each: (-each[1], each[0]))
    if not ordered or ordered[0][1] * 2 < sum(codes.values()):
        return None
    table = gazetteer(reading.account.language)
    return table.codes.get(ordered[0][0]) or table.countries.get(ordered[0][0].lower())


def more_than_the_country(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """900,000 square kilometres were freed in Syria, which has 185,000; 90 million fled a country of 20 million.

    find: The army took [900,000 square kilometres|check=magnitude; severity=error] from the rebels in Syria within a week.
    skip: The army took 9,000 square kilometres from the rebels in Syria within a week.
    """  # noqa: E501
    everything = stated_in(reading, lexicon)
    for stated in everything:
        sentence = stated.claim.sentence
        named = [place for place in reading.places if sentence and sentence.holds(place.span) and place.country]
        table = gazetteer(reading.account.language)
        countries = {
            table.codes.get(place.country or "") or table.countries.get((place.country or "").lower())
            for place in named
        }
        if len(countries) != 1:
            continue
        country = next(iter(countries))
        if country and stated.figure.dimension == "area" and stated.interval.low > country.area:
            area = number((country.area / KM2).quantize(Decimal(1)))
            arithmetic = f"{stated.text}; all of {country.name} has about {area} square kilometres"
            yield finding("magnitude", "error", arithmetic, [stated.span])


def _size(places: Stated, lexicon: Lexicon) -> Entry | None:
    if places.figure.dimension != "count" or places.figure.counted is None:
        return None
    known = lexicon.by_form("findings.place_size")
    words = places.figure.counted.text.lower()
    return next((known[form] for form in known if re.search(rf"\b{re.escape(form)}$", words)), None)


def conversion(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Sixty kilometres (20 miles): 60 kilometres is 37 miles; a 40-metre-deep well (60 feet): 131 feet.

    A conversion that rounding explains is left alone; one a little short is a note.

    find: The lock lies [60 kilometres|check=unit; severity=doubt] ([20 miles|check=unit]) from Teshar.
    find: He fell into a [40-metre|check=unit; severity=doubt]-deep well ([60 feet|check=unit]) in Teshar.
    find: It was [30 degrees Celsius|check=unit; severity=doubt] ([50 degrees Fahrenheit|check=unit]) at noon.
    skip: The lock lies 25 kilometres (16 miles) from Teshar. It was 30 degrees Celsius (86 degrees Fahrenheit) at noon.
    skip: He ran 40 kilometres that day (60 miles in all that week).
    """
    everything = stated_in(reading, lexicon)
    for one, other in pairwise(everything):
        left, right = one.figure, other.figure
        same = left.dimension == right.dimension and left.dimension in CONVERTED
        if not same or left.unit == right.unit or not left.point or not right.point:
            continue
        gap = between(one, other)
        if not re.fullmatch(rf"[ -]?\s*\(|\s*/\s*|,?\s+{any_of('joint', lexicon)}\s+", gap) and not _aside_of(
            gap, other
        ):
            continue
        if left.dimension == "temperature":
            if abs(left.point - right.point) > DEGREES:
                arithmetic = f"{other.text} is {number(round(right.point, 1))} degrees Celsius; stated {one.text}"
                yield finding("unit", "doubt", arithmetic, [one.span, other.span])
            continue
        off = abs(left.point - right.point) / left.point
        slack = max(rounding(one), rounding(other), ROUND)
        if off > slack:
            severity: Severity = "doubt" if off > max(ROUGH, 2 * slack) else "note"
            yield finding(
                "unit",
                severity,
                f"{other.text} is {number(round(100 * right.point / left.point, 1))} percent of {one.text}",
                [one.span, other.span],
            )


def _aside_of(gap: str, other: Stated) -> bool:
    """Whether a figure stands alone in brackets, a word or two behind the one it converts."""
    return bool(re.fullmatch(r"[ -]+(?:[\w'-]+\s+){1,3}\(", gap)) and after(other, 1) == ")"


@cache
def _aside(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s*\(({any_of('unit_aside', lexicon)})\)", re.IGNORECASE)


def two_units_one_number(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Five hundred metres (yards): two units share one number.

    find: The lock lies [500 metres|check=unit; severity=note] (yards) from Teshar.
    skip: The lock lies 500 metres (550 yards) from Teshar.
    """
    for stated in stated_in(reading, lexicon):
        match = _aside(lexicon).match(after(stated, 20))
        if match and stated.figure.dimension in {"length", "area"}:
            arithmetic = f"{stated.text} ({match[1]}): the two units differ, the number is the same"
            yield finding("unit", "note", arithmetic, [stated.span])


def range_ends(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Between 900 and 300: the ends of a range stand in the wrong order; between 10 and 900: it says little.

    find: Between [900 and 300|check=range; severity=doubt] boats were lost.
    skip: Between 300 and 900 boats were lost.
    """
    view = plain(reading.account.text)
    ends = rf"\b{any_of('between', lexicon)}\s+(\d[\d,]*)\s+{any_of('joint', lexicon)}\s+(\d[\d,]*)\b"
    for match in re.finditer(ends, view, re.IGNORECASE):
        low, high = (Decimal(match[group].replace(",", "").strip() or "0") for group in (1, 2))
        evidence = any(zone.is_evidence and zone.span.start <= match.start() < zone.span.end for zone in reading.zones)
        if not evidence or re.fullmatch(r"(?:1[5-9]|20)\d\d", match[1]):
            continue
        span = reading.account.span(match.start(1), match.end(2))
        if low > high:
            yield finding("range", "doubt", f"{match[1]} is more than {match[2]}", [span])
        elif low and high / low >= WIDE:
            times = number(round(high / low, 1))
            yield finding(
                "range", "note", f"{match[2]} is {times} times {match[1]}: a range this wide says little", [span]
            )


RULES = (area_each, more_than_the_country, conversion, two_units_one_number, range_ends)
