"""Names that the gazetteer has."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.lexicons.gazetteer import Country, gazetteer
from rashomon.mentions.places.scene import KNOWN, LONGEST, Name, Scene, best_city, city_place, listed
from rashomon.types import Place

_ACRONYM = re.compile(r"^(?:[A-Z]\.?){2,4}$")


def country(scene: Scene, lexicon: Lexicon) -> Iterator[Place]:
    """As in "fled to Turkey": a country by any of its names, but not where it qualifies a body or a person.

    find: The crew fled to [Lebanon|kind=country; country=LB] on Monday.
    skip: The Lebanon Herald was shut on Monday.
    """
    known = gazetteer(lexicon.language).countries
    for names in _windows(scene):
        text = " ".join(name.text for name in names)
        start, end = names[0].start, names[-1].end
        found = known.get(text.lower())
        if (
            found is None
            and text.lower().removesuffix("s") in known
            and scene.text[start - scene.offset - 1 : start - scene.offset] != "-"
        ):
            found, end = known[text.lower().removesuffix("s")], end - 1  # a possessive that lost its mark: "Syrias war"
        if found is None or _names_body(scene, end, lexicon) or text.islower():
            continue
        if text in listed(lexicon, "common") and not _located(scene, start, lexicon):
            continue
        if _ACRONYM.match(text) and re.match(r"-|\s+(?!and\b|or\b|has\b|is\b|was\b)[a-zA-Z]", scene.after(end)):
            continue
        yield _country_place(scene, start, end, found)


def region(scene: Scene, lexicon: Lexicon) -> Iterator[Place]:
    """As in "across the Middle East", "in Texas": a region of several countries, a sea, a state of the United States.

    find: The war spread through the [Middle East|kind=region].
    skip: The Middle East Institute was shut.
    """
    regions, states = listed(lexicon, "region"), gazetteer(lexicon.language).states
    for names in _windows(scene):
        text = " ".join(name.text for name in names)
        start, end = names[0].start, names[-1].end
        if _names_body(scene, end, lexicon) or _of_body(scene, start, lexicon):
            continue
        if text in regions:
            yield _plain_place(scene, start, end, "region", None)
        elif text.lower() in states and text not in _common(lexicon) and _stands_alone(scene, names, lexicon):
            yield _plain_place(scene, start, end, "province", "US", states[text.lower()])


def city(scene: Scene, lexicon: Lexicon) -> Iterator[Place]:
    """As in "near Duisburg in Germany": a city of the gazetteer, in a country that the account speaks of.

    A name that is also a word or a person's needs a word of place before it; one that many cities have stays without
    coordinates.

    find: The Syrian crew reached [Homs|kind=city; country=SY; gazetteer_id=169577] on Monday.
    skip: Homs University was shut on Monday, said the Syrian crew.
    """
    for names in _windows(scene):
        text = " ".join(name.text for name in names)
        start, end = names[0].start, names[-1].end
        if text.lower() in gazetteer(lexicon.language).countries or _names_body(scene, end, lexicon):
            continue
        if text in listed(lexicon, "body_word") or _of_body(scene, start, lexicon):
            continue
        if not _stands_alone(scene, names, lexicon) or text in listed(lexicon, "demonym") | listed(lexicon, "opener"):
            continue
        found, candidates = best_city(text, scene, lexicon)
        located = _located(scene, start, lexicon)
        entity = scene.entity(start)
        if found is None and not (candidates and located and entity in {"GPE", "LOC"} and text not in _common(lexicon)):
            continue
        doubtful = found is not None and (not found.own or text in _common(lexicon))
        if doubtful and not (located and entity not in {"PERSON", "ORG"}):
            continue
        if not located and entity not in {"GPE", "LOC", "FAC"}:
            continue
        great = located and found is not None and found.own and found.population >= KNOWN
        if text in scene.persons and entity != "GPE" and not great:
            continue  # a person's surname, unless "in" stands before the name of a great city
        yield city_place(scene, scene.span(start, end), found, candidates)


def side_of_place(scene: Scene, lexicon: Lexicon) -> Iterator[Place]:
    """As in "eastern Aleppo", "northern Syria": a part of a city is a district, of a country a region.

    find: They left [eastern Beirut|kind=district; country=LB] for the Lebanese coast.
    find: They left [northern Lebanon|kind=region; country=LB].
    skip: They left eastern roads to the crew.
    """
    known = gazetteer(lexicon.language).countries
    for match in _side(lexicon).finditer(scene.text):
        at = scene.offset + match.end()
        run = next((run for run in scene.runs if any(name.start == at for name in run)), ())
        names = [name for name in run if name.start >= at][:LONGEST]
        for count in range(len(names), 0, -1):
            text, end = " ".join(name.text for name in names[:count]), names[count - 1].end
            start = scene.offset + match.start()
            if _names_body(scene, end, lexicon):
                break
            if text.lower() in known:
                yield _plain_place(scene, start, end, "region", known[text.lower()].code)
                break
            found, candidates = best_city(text, scene, lexicon)
            if found and count == len(names):
                yield city_place(scene, scene.span(start, end), found, candidates, "district")
                break


@cache
def _side(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{lexicon.alternatives('places.side')}) (?=[A-Z])")


def _windows(scene: Scene) -> Iterator[Sequence[Name]]:
    """Every stretch of a run that could be a name."""
    for run in scene.runs:
        for first in range(len(run)):
            for last in range(min(len(run), first + LONGEST), first, -1):
                yield run[first:last]


def _common(lexicon: Lexicon) -> frozenset[str]:
    return listed(lexicon, "common")


def _names_body(scene: Scene, end: int, lexicon: Lexicon) -> bool:
    """Whether the name goes on as that of a body: "Homs University", "Lebanon Herald"."""
    return bool(_body_behind(lexicon).match(scene.after(end)))


@cache
def _body_behind(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" (?:[A-Z]\w+ )?(?:{lexicon.alternatives('places.body_word')})\b")


def _of_body(scene: Scene, start: int, lexicon: Lexicon) -> bool:
    """Whether the name closes that of a body: "University of Teshar"."""
    before = scene.before(start)
    return before.endswith((" of ", " of the ")) and bool(_body_before(lexicon).search(before))


@cache
def _body_before(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon.alternatives('places.body_word')}) of (?:the )?$")


def _located(scene: Scene, start: int, lexicon: Lexicon) -> bool:
    """Whether a word of place stands before the name, with at most an article or a side between them."""
    return bool(_place_before(lexicon).search(scene.before(start)[-60:].rstrip()))


@cache
def _place_before(lexicon: Lexicon) -> re.Pattern[str]:
    between = rf"(?: (?:the|{lexicon.alternatives('places.side')}|[a-z]+-(?:held|controlled|besieged|run)))*"
    return re.compile(rf"(?:^|[\s(\"'])(?:{lexicon.alternatives('places.locating')}){between}$")


def _stands_alone(scene: Scene, names: Sequence[Name], lexicon: Lexicon) -> bool:
    """Whether no other name stands directly beside it, as in a person's or a body's; a place's own words may."""
    run = scene.runs[bisect_right(scene.runs, names[0].start, key=lambda run: run[0].start) - 1]
    first, last = run.index(names[0]), run.index(names[-1])
    beside = [*run[max(0, first - 1) : first], *run[last + 1 : last + 2]]
    opens = first == 1 and run[0].start == scene.offset and run[0].text in listed(lexicon, "locating")
    return opens or all(name.text in _harmless(lexicon) for name in beside)


@cache
def _harmless(lexicon: Lexicon) -> frozenset[str]:
    return listed(lexicon, "kind_word") | listed(lexicon, "side") | listed(lexicon, "demonym")


def _country_place(scene: Scene, start: int, end: int, found: Country) -> Place:
    return _plain_place(scene, start, end, "country", found.code, found.id)


def _plain_place(scene: Scene, start: int, end: int, kind: str, code: str | None, place: str | None = None) -> Place:
    span = scene.span(start, end)
    return Place(
        span=span,
        zone=scene.sentence.zone.kind,
        name=span.text,
        kind=kind,
        gazetteer_id=place,
        country=code,
        candidates=1,
    )


RULES = (country, region, city, side_of_place)
