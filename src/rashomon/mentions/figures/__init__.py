"""Sentence -> Figure: every stated quantity with its bounds, its manner of speaking and what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.lexicons import Lexicon
from rashomon.mentions.figures import ages, bounds, points, ranges, references, vague
from rashomon.mentions.figures.passages import Passage, passage_of
from rashomon.mentions.figures.vocabulary import vocabulary
from rashomon.mentions.pieces import pieces_of
from rashomon.types import Figure, Sentence, rule_name

FINDERS = (*references.RULES, *ages.RULES, *points.RULES, *bounds.RULES, *ranges.RULES, *vague.RULES)


def find_figures(sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Figure, ...]:
    """The figures of all sentences, in the order of the text; of two that overlap, the longer."""
    words = vocabulary(lexicon)
    passages = (passage_of(sentence, words) for sentence in pieces_of(sentences))
    return tuple(figure for passage in passages for figure in _longest(passage))


def _longest(passage: Passage) -> tuple[Figure, ...]:
    """What the finders see in one sentence; of two that overlap the longer, of two alike the first finder's."""
    found = [(figure, place, rule) for place, rule in enumerate(FINDERS) for figure in rule(passage)]
    found.sort(key=lambda seen: (seen[0].span.start - seen[0].span.end, seen[0].span.start, seen[1]))
    kept: dict[int, Figure] = {}
    taken: set[int] = set()
    for figure, _, rule in found:
        places = range(figure.span.start, figure.span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept[figure.span.start] = replace(figure, rule=rule_name(rule))
    return tuple(kept[start] for start in sorted(kept))
