"""Sentence -> Figure: every stated quantity with its bounds, its manner of speaking and what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.lexicons import Lexicon
from rashomon.mentions.figures import bounds, points, ranges, vague
from rashomon.mentions.figures.passages import passage_of
from rashomon.mentions.figures.vocabulary import vocabulary
from rashomon.types import Figure, Sentence, rule_name

FINDERS = (*points.RULES, *bounds.RULES, *ranges.RULES, *vague.RULES)


def find_figures(sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Figure, ...]:
    """The figures of all sentences, in the order of the text; of two that overlap, the longer."""
    words = vocabulary(lexicon)
    passages = (passage_of(sentence, words) for sentence in sentences)
    found = [
        replace(figure, rule=rule_name(rule)) for passage in passages for rule in FINDERS for figure in rule(passage)
    ]
    return _longest(found)


def _longest(found: Sequence[Figure]) -> tuple[Figure, ...]:
    ordered = sorted(found, key=lambda figure: (figure.span.start, -figure.span.end, figure.rule))
    kept: list[Figure] = []
    for figure in ordered:
        if kept and figure.span.start < kept[-1].span.end:
            if figure.span.end - figure.span.start > kept[-1].span.end - kept[-1].span.start:
                kept[-1] = figure
            continue
        kept.append(figure)
    return tuple(kept)
