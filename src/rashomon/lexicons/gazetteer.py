"""The gazetteer: countries with area and population, cities with coordinates and population.

    from rashomon.lexicons.gazetteer import country_area, city_population
    country_area("Syria")       185,180 square kilometres, in square metres as figures are
    city_population("Aleppo")   of the one city of that name, or of the largest by far

Data from GeoNames (www.geonames.org), CC BY 4.0, cut down by scripts/make_places.py. Loaded once.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from rashomon.lexicons import load

SQUARE_KILOMETRE = 1_000_000  # square metres
ASKED = 1 << 13  # names of cities that are remembered
BY_FAR = 20  # times as many inhabitants as the next place of that name


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country: ISO code, area in square metres, inhabitants, the codes of its neighbours."""

    code: str
    name: str
    area: Decimal
    population: int
    capital: str
    neighbours: tuple[str, ...]
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A town or city of 3,000 inhabitants or more; `own` is false where it was looked up by another name."""

    name: str
    country: str
    latitude: Decimal
    longitude: Decimal
    population: int
    id: str
    own: bool = True


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gazetteer:
    """All places by their names in lower case; `rows` are cities of one name, a line each, the most populous first."""

    countries: Mapping[str, Country]
    codes: Mapping[str, Country]
    states: Mapping[str, str]
    rows: Mapping[str, str]


@cache
def gazetteer(language: str = "en") -> Gazetteer:
    """The table, read once; the countries also by the other names that the language has for them."""
    packed = (files("rashomon.lexicons") / "places.tsv.gz").read_bytes()
    codes: dict[str, Country] = {}
    states: dict[str, str] = {}
    rows: dict[str, str] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if line[0] == "P":
            name, _, _ = line[2:].partition("\t")
            others = line.rpartition("\t")[2]
            for key in {name.lower(), *others.lower().split("|")} if others else (name.lower(),):
                rows[key] = f"{rows[key]}\n{line}" if key in rows else line
        elif line[0] == "C":
            country = _country(line)
            codes[country.code] = country
        else:
            _, _, name, _, place = line.split("\t")
            states[name.lower()] = place
    countries = {country.name.lower(): country for country in codes.values()}
    for entry in load(language).entries("places.country"):
        countries |= {form.lower(): codes[entry["code"]] for form in entry.forms}
    return Gazetteer(
        countries=MappingProxyType(countries),
        codes=MappingProxyType(codes),
        states=MappingProxyType(states),
        rows=MappingProxyType(rows),
    )


def country_named(name: str, language: str = "en") -> Country | None:
    """The country of a name ("Syria", "the UK"), or None."""
    return gazetteer(language).countries.get(name.lower().removeprefix("the ").strip())


@cache
def country_openings(language: str = "en") -> frozenset[str]:
    """The first words of the names of countries, in lower case: no other word begins one, "the" apart."""
    return frozenset(name.split()[0] for name in gazetteer(language).countries)


@cache
def capitals(language: str = "en") -> Mapping[str, Country]:
    """The countries by their capitals, where only one has a capital of that name."""
    found: dict[str, list[Country]] = {}
    for country in gazetteer(language).codes.values():
        if country.capital:
            found.setdefault(country.capital.removesuffix(", D.C."), []).append(country)
    return MappingProxyType({name: countries[0] for name, countries in found.items() if len(countries) == 1})


@lru_cache(maxsize=ASKED)
def cities_named(name: str, language: str = "en") -> tuple[City, ...]:
    """All cities of a name, under which they may also be known, the most populous first."""
    return tuple(_city(line, name.lower()) for line in gazetteer(language).rows.get(name.lower(), "").splitlines())


def country_area(name: str, language: str = "en") -> Decimal | None:
    """The area of a country in square metres, or None where no country has that name."""
    country = country_named(name, language)
    return country.area if country else None


def country_population(name: str, language: str = "en") -> int | None:
    """The inhabitants of a country, or None."""
    country = country_named(name, language)
    return country.population if country else None


def city_population(name: str, country: str | None = None, language: str = "en") -> int | None:
    """The inhabitants of a city; None where several of that name, in that country, could be meant.

    `country` is an ISO code or a name.
    """
    code = country
    if country and len(country) != len("XX"):
        named = country_named(country, language)
        code = named.code if named else None
    found = [city for city in cities_named(name, language) if code in {None, city.country}]
    if not found or (len(found) > 1 and found[0].population < BY_FAR * found[1].population):
        return None
    return found[0].population


def _country(line: str) -> Country:
    _, code, name, area, population, capital, neighbours, place = line.split("\t")
    return Country(
        code=code,
        name=name.strip(),
        area=Decimal(area) * SQUARE_KILOMETRE,
        population=int(population),
        capital=capital,
        neighbours=tuple(filter(None, neighbours.split(","))),
        id=place,
    )


def _city(line: str, asked: str) -> City:
    _, name, country, latitude, longitude, population, place, others = line.split("\t")
    plain, _, _ = others.partition("|")
    return City(
        name=name,
        country=country,
        latitude=Decimal(latitude),
        longitude=Decimal(longitude),
        population=int(population),
        id=place,
        own=asked in {name.lower(), plain.lower()},
    )
