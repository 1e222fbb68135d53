"""Places whose kind the text itself names: districts, villages, roads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.lexicons.gazetteer import gazetteer
from rashomon.mentions.places.scene import NAME, Scene, best_city, city_place, listed
from rashomon.text import alternatives
from rashomon.types import Place

_FULL = rf"{NAME}(?: {NAME}){{0,3}}"


@cache
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = alternatives(lexicon.forms("places.kind_word"))
    small = alternatives(form for form in lexicon.forms("places.kind_word") if form[0].islower())
    return (
        re.compile(rf"(?<![\w-])(?P<name>{_FULL}) (?P<kind>{words})\b"),
        re.compile(rf"(?<![\w-])(?P<kind>{small}) of (?P<name>{_FULL})"),
        re.compile(rf"(?<![\w-])(?P<name>{_FULL}),? (?:a|an) (?:[a-z-]+ ){{0,3}}(?P<kind>{small})\b"),
    )


def named_before_kind(scene: Scene, lexicon: Lexicon) -> Iterator[Place]:
    """As in "the Salter neighborhood", "Castello Road", "Idlib province": a name and the word for what it is.

    find: They held the [Salter neighborhood|kind=district] overnight.
    find: They reached [Quill Road|kind=landmark] on Monday.
    skip: The Syrian city was shut.
    """
    for match in _patterns(lexicon)[0].finditer(scene.text):
        yield from _place(scene, match, lexicon)


def kind_before_name(scene: Scene, lexicon: Lexicon) -> Iterator[Place]:
    """As in "the village of Marrowfield", "the port of Teshar": the word for what it is, then the name.

    find: They left the village of [Marrowfield|kind=city].
    skip: They left the village of their fathers.
    """
    for match in _patterns(lexicon)[1].finditer(scene.text):
        yield from _place(scene, match, lexicon)


def kind_after_name(scene: Scene, lexicon: Lexicon) -> Iterator[Place]:
    """As in "Marrowfield, a besieged town near …": the name, and in apposition what it is.

    find: They left [Marrowfield|kind=city], a besieged town in the hills.
    skip: They left Marrowfield, a friend of the crew.
    """
    for match in _patterns(lexicon)[2].finditer(scene.text):
        yield from _place(scene, match, lexicon)


def _place(scene: Scene, match: re.Match[str], lexicon: Lexicon) -> Iterator[Place]:
    """The place of a match, unless what stands there is no name of its own."""
    name, start = _own_name(match["name"], match.start("name"), lexicon)
    drop = gazetteer(lexicon.language).countries if match.re is _patterns(lexicon)[1] else ()
    if not name or name in listed(lexicon, "body_word") or name.lower() in drop:
        return
    kind = lexicon.by_form("places.kind_word")[match["kind"].lower()]["kind"]
    begin, end = min(start, match.start("kind")), max(match.end("name"), match.end("kind"))
    if kind == "city" or match.re is _patterns(lexicon)[2]:
        begin, end = start, match.end("name")
    span = scene.span(scene.offset + begin, scene.offset + end)
    known = gazetteer(lexicon.language).countries.get(name.lower())
    found, candidates = (None, 0) if known else best_city(name, scene, lexicon)
    if kind == "city" and found:
        yield city_place(scene, span, found, candidates)
        return
    called = [name] if kind == "city" else [name, match["kind"]]
    home = found.country if found else (known.code if known else None)
    yield Place(
        span=span, zone=scene.sentence.zone.kind, name=" ".join(called), kind=kind, country=home, candidates=candidates
    )


def _own_name(name: str, start: int, lexicon: Lexicon) -> tuple[str, int]:
    """The name without words before it that are not its own: "The", "In", "Syrian", "Northern"."""
    drop = listed(lexicon, "demonym") | listed(lexicon, "locating") | listed(lexicon, "opener")
    words = name.split(" ")
    while words and words[0] in drop:
        start += len(words.pop(0)) + 1
    return " ".join(words), start


RULES = (named_before_kind, kind_before_name, kind_after_name)
