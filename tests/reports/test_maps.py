from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import example

import rashomon
from rashomon.reports.html import as_html
from rashomon.reports.html.maps import map_of
from rashomon.types import Account, Case


def case_of(*texts: str) -> Case:
    accounts = [Account(name=f"{number}.txt", text=text, digest=str(number)) for number, text in enumerate(texts)]
    return rashomon.compare(map(rashomon.read, accounts))


def test_town_is_a_circle_and_a_country_is_told_of_and_not_drawn() -> None:
    case = case_of("A fire.\n\n12 people were killed in Lisbon.\n\nIn Portugal 40 people were injured.\n")
    made = map_of(case)
    assert made
    assert [spot.name for spot in made.spots] == ["Lisbon"]
    assert [(spot.name, "whole" in why) for spot, why in made.absent] == [("Portugal", True)]
    assert made.drawing.count("<circle") == 1
    assert len(made.drawing) < 60_000
    assert re.search(r'<path class="land" d="M\d', made.drawing)


def test_town_stands_in_the_middle_of_its_map() -> None:
    made = map_of(case_of("12 people were killed in Lisbon.\n"))
    assert made
    assert re.search(r'cx="320\.0" cy="200\.0"', made.drawing)


def test_place_that_no_gazetteer_has_is_told_of() -> None:
    places = {
        claim.topic.place
        for reading in example.readings()
        for claim in reading.figures
        if claim.topic and claim.topic.place
    }
    made = map_of(example.case())
    assert bool(made) == bool(places)
    if made:
        assert all(why for _, why in made.absent)


def test_case_without_places_has_no_map() -> None:
    assert map_of(case_of("Twelve were killed.\n")) is None
    assert 'id="places"' not in as_html(case_of("Twelve were killed.\n"))


def test_all_land_is_within_the_world() -> None:
    case = case_of("12 people were killed in Suva.\n", "30 people were killed in Honolulu.\n")
    made = map_of(case)
    assert made
    assert len(made.drawing) < 120_000
    steps = [
        abs(float(after.split()[0]) - float(before.split()[0]))
        for line in re.findall(r"M([^M\"]+)", made.drawing)
        for before, after in pairwise(line.split("L"))
    ]
    assert max(steps) < 200  # of 640: no line runs back across the map
    assert all(Decimal(-90) <= (spot.claim.topic.place.latitude or 0) <= 90 for spot in made.spots)  # type: ignore[union-attr]
