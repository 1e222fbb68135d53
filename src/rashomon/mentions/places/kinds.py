"""Places whose kind the text itself names: districts, villages, roads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain

from rashomon.lexicons import Lexicon
from rashomon.lexicons.gazetteer import gazetteer
from rashomon.mentions.places.scene import NAME, Scene, best_city, city_place, listed
from rashomon.text import alternatives
from rashomon.types import Place

_FULL = rf"{NAME}(?: {NAME}){{0,3}}"


@cache
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = lexicon.alternatives("places.kind_word")
    near = lexicon.alternatives("places.locating")
    small = alternatives(form for form in lexicon.forms("places.kind_word") if form[0].islower())
    return (
        re.compile(rf"(?<![\w-])(?P<name>{_FULL}) (?P<kind>{words})\b"),
        re.compile(rf"(?<![\w-])(?P<kind>{small}) of (?P<name>{_FULL})"),
        re.compile(
            rf"(?<![\w-])(?P<name>{_FULL}),? (?:a|an) (?:[a-z-]+ ){{0,3}}(?P<kind>{small})(?=[,.;:)]|$| (?:{near})\b)"
        ),
    )


def with_kinds(scene: Scene, lexicon: Lexicon) -> Scene:
    """The sentence with what each of the patterns sees in it, looked for once."""
    return replace(scene, kinds=tuple(tuple(pattern.finditer(scene.text)) for pattern in _patterns(lexicon)))


def named_before_kind(scene: Scene, lexicon: Lexicon) -> Iterator[Place]:
    """As in "the Salter neighborhood", "Castello Road", "Idlib province": a name and the word for what it is.

    find: They held the [Salter neighborhood|kind=district] overnight.
    find: They reached [Quill Road|kind=landmark] on Monday.
    skip: The Syrian city was shut.
    """
    for match in scene.kinds[0]:
        yield from _place(scene, match, lexicon)


def kind_before_name(scene: Scene, lexicon: Lexicon) -> Iterator[Place]:
    """As in "the village of Marrowfield", "the port of Teshar": the word for what it is, then the name.

    find: They left the village of [Marrowfield|kind=city].
    skip: They left the village of their fathers.
    """
    for match in scene.kinds[1]:
        yield from _place(scene, match, lexicon)


def kind_after_name(scene: Scene, lexicon: Lexicon) -> Iterator[Place]:
    """As in "Marrowfield, a besieged town near …": the name, and in apposition what it is.

    find: They left [Marrowfield|kind=city], a besieged town in the hills.
    skip: They left Marrowfield, a friend of the crew.
    """
    for match in scene.kinds[2]:
        yield from _place(scene, match, lexicon)


def named_again(scene: Scene, lexicon: Lexicon) -> Iterator[Place]:
    """As in "the village of Marrowfield … They left Marrowfield": a name that the account itself says is a place.

    find: The village of Marrowfield burned. They left [Marrowfield|kind=city] at night.
    skip: They left Marrowfield at night.
    """
    for run in scene.runs:
        for first in range(len(run)):
            for last in range(len(run), first, -1):
                name, start, end = " ".join(n.text for n in run[first:last]), run[first].start, run[last - 1].end
                kind = scene.introduced.get(name)
                if kind and (first, last) == (0, len(run)):
                    found, candidates = best_city(name, scene, lexicon) if kind == "city" else (None, 0)
                    yield city_place(scene, scene.span(start, end), found, candidates, kind)


def introduced(scene: Scene, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Names of towns and districts with the kind that the sentence gives them."""
    for match in chain(*scene.kinds):
        for place in _place(scene, match, lexicon):
            if place.kind in {"city", "district"}:
                yield _own_name(match["name"], 0, lexicon)[0], place.kind


def _place(scene: Scene, match: re.Match[str], lexicon: Lexicon) -> Iterator[Place]:
    """The place of a match, unless what stands there is no name of its own."""
    name, start = _own_name(match["name"], match.start("name"), lexicon)
    before, _, after = _patterns(lexicon)
    kind = lexicon.by_form("places.kind_word")[match["kind"].lower()]["kind"]
    if not name or name in listed(lexicon, "body_word") or _in_longer_name(scene, match, before):
        return
    if match.re is after and kind in {"landmark", "region"}:
        return
    if kind == "city" and name in listed(lexicon, "region"):
        return
    if match.re not in {before, after} and _is_part(scene, match, kind, lexicon):
        return
    begin, end = min(start, match.start("kind")), max(start + len(name), match.end("kind"))
    if kind == "city" or match.re is after:
        begin, end = start, start + len(name)
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
    countries = gazetteer(lexicon.language).countries
    words = name.split(" ")
    while words and (words[0] in drop or words[0].removesuffix("s").removesuffix("'").lower() in countries):
        if len(words) == 1 and words[0].lower() in countries:
            break
        start += len(words.pop(0)) + 1
    while words and words[-1] in drop:
        words.pop()
    if any(word in listed(lexicon, "opener") for word in words) or " ".join(words) in listed(lexicon, "demonym"):
        return "", start  # "South Korean President Park" is nobody's park
    return " ".join(words).removesuffix("'s"), start


def _in_longer_name(scene: Scene, match: re.Match[str], before: re.Pattern[str]) -> bool:
    """Whether a capitalised "Bridge" closes a row of capitals as in a headline, not a name of three words at most."""
    if match.re is not before or not match["kind"][0].isupper():
        return False
    return match["name"].count(" ") > 2 or bool(re.search(r"[A-Z][\w'-]* $", scene.text[: match.start()]))


def _is_part(scene: Scene, match: re.Match[str], kind: str, lexicon: Lexicon) -> bool:
    """Whether "neighbourhood of Teshar" is a part of Teshar, and so no name of its own."""
    name = match["name"]
    if name.lower() in gazetteer(lexicon.language).countries:
        return True
    beside = re.search(r"([A-Z][\w'-]*) $", scene.text[: match.start()])
    if (
        beside
        and _own_name(beside[1], 0, lexicon)[0]
        and beside[1].lower() not in gazetteer(lexicon.language).countries
    ):
        return True
    return kind in {"district", "region"} and best_city(name, scene, lexicon)[0] is not None


RULES = (named_before_kind, kind_before_name, kind_after_name, named_again)
