"""Places, and names that only look like them."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import pytest

from rashomon.lexicons import load
from rashomon.lexicons.gazetteer import city_population, country_area, country_named
from rashomon.mentions.places import find_places
from rashomon.sentences import parse_sentences, split_sentences
from rashomon.types import Account, Place, Zone

LEXICON = load("en")


def places(text: str) -> tuple[Place, ...]:
    account = Account(name="1.txt", text=text, digest=hashlib.sha256(text.encode()).hexdigest())
    sentences = split_sentences([Zone(span=account.span(0, len(text)), kind="body")], LEXICON)
    return find_places(parse_sentences(sentences), LEXICON)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The crew left Lebanon for Turkey.", [("Lebanon", "country"), ("Turkey", "country")]),
        ("They held the Salter neighborhood in Beirut.", [("Salter neighborhood", "district"), ("Beirut", "city")]),
        ("The village of Marrowfield was cut off.", [("Marrowfield", "city")]),
        ("They left Ostrel province.", [("Ostrel province", "province")]),
        ("Lebanese crews left eastern Beirut.", [("eastern Beirut", "district")]),
        ("It spread through northern Lebanon.", [("northern Lebanon", "region")]),
        ("Lebanese police stood in the port.", []),
        ("The Lebanon Herald said so.", []),
        ("South Korean President Park left.", []),
        ("Ann Hamilton won. Nobody in Canada beat Hamilton.", [("Canada", "country")]),
        ("Beirut University said so to the Lebanese.", []),
    ],
)
def test_places_of_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(place.span.text, place.kind) for place in places(text)] == expected


def test_country_of_the_account_decides_between_cities_of_one_name() -> None:
    (tripoli,) = [place for place in places("Lebanese crews met in Tripoli. Lebanon paid.") if place.kind == "city"]
    assert tripoli.country == "LB"
    (other,) = [place for place in places("Libyan crews met in Tripoli. Libya paid.") if place.kind == "city"]
    assert other.country == "LY"
    assert other.candidates > 1


def test_gazetteer_tells_area_and_population() -> None:
    area = country_area("Lebanon")
    assert area is not None
    assert Decimal("9e9") < area < Decimal("11e9")  # square metres
    assert country_area("Nowhere") is None
    assert (city_population("Beirut", "Lebanon") or 0) > 1_000_000
    britain = country_named("the UK")
    assert britain
    assert britain.code == "GB"
