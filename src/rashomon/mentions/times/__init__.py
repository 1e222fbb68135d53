"""Sentence -> Time: every expression of time with its TIMEX3 type and value and the days it may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rashomon.lexicons import Lexicon
from rashomon.mentions.pieces import pieces_of
from rashomon.mentions.times import clocks, dates, durations, relatives
from rashomon.mentions.times.moments import Moment, may_hold_time, runs_of_letters
from rashomon.text import plain
from rashomon.types import Sentence, Time, rule_name

FINDERS = (*dates.RULES, *relatives.RULES, *clocks.RULES, *durations.RULES)


def find_times(sentences: Sequence[Sentence], lexicon: Lexicon, published: date | None) -> tuple[Time, ...]:
    """The times of all sentences, in the order of the text; each sentence leans on the days told before it."""
    found: list[Time] = []
    told: date | None = None
    for sentence in pieces_of(sentences):
        text = plain(sentence.span.text)
        letters = runs_of_letters(text)
        if not may_hold_time(text, letters, lexicon):
            continue
        times = _longest(Moment(sentence, text, lexicon, published, told, letters))
        found += times
        days = [time.earliest for time in times if time.earliest and time.earliest == time.latest]
        told = days[-1] if days else told
    return tuple(found)


def _longest(moment: Moment) -> tuple[Time, ...]:
    """What the finders see in one sentence; of two that overlap the longer, of two alike the first finder's."""
    seen = [(time, place, rule) for place, rule in enumerate(FINDERS) for time in rule(moment)]
    seen.sort(key=lambda one: (one[0].span.start - one[0].span.end, one[0].span.start, one[1]))
    kept: list[Time] = []
    for time, _, rule in seen:
        if not any(time.span.start < other.span.end and other.span.start < time.span.end for other in kept):
            kept.append(replace(time, rule=rule_name(rule)))
    return tuple(sorted(kept, key=lambda time: time.span.start))
