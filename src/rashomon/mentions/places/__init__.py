"""Sentence -> Place: countries, provinces, cities, districts, landmarks and regions.

A name that the gazetteer has is looked up among the countries that the account speaks of; one that it has not is a
place where the text says of what kind ("the Salter neighborhood", "the village of Teshar").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rashomon.lexicons import Lexicon
from rashomon.mentions.places import kinds, names
from rashomon.mentions.places.scene import Scene, as_scenes
from rashomon.types import Place, Sentence, rule_name

Finder = Callable[[Scene, Lexicon], Iterator[Place]]
RULES: tuple[Finder, ...] = (*kinds.RULES, *names.RULES)


def find_places(sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Place, ...]:
    """The places of an account in the order of its text; where two meet, the longer name stands."""
    scenes = [kinds.with_kinds(scene, lexicon) for scene in as_scenes(sentences, lexicon)]
    named = dict(pair for scene in scenes for pair in kinds.introduced(scene, lexicon))
    found = [
        replace(place, rule=rule_name(rule))
        for scene in (replace(scene, introduced=named) for scene in scenes)
        for rule in RULES
        for place in rule(scene, lexicon)
    ]
    kept: list[Place] = []
    taken: set[int] = set()
    for place in sorted(found, key=_longest):  # stable: of equals, the rule that stands first
        offsets = range(place.span.start, place.span.end)
        if taken.isdisjoint(offsets):
            kept.append(place)
            taken.update(offsets)
    return tuple(sorted(kept, key=lambda place: place.span.start))


def _longest(place: Place) -> tuple[int, int]:
    return place.span.start - place.span.end, place.span.start


__all__ = ["find_places"]
