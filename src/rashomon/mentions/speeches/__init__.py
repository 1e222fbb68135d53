"""Sentence -> Speech: who is said to have said what, without regard to quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from rashomon.lexicons import Lexicon
from rashomon.mentions.speeches import (
    clauses,
    desires,
    deverbals,
    headlines,
    matters,
    objects,
    passives,
    prepositions,
    quotations,
    states,
)
from rashomon.mentions.speeches.relatives import as_relative
from rashomon.types import Sentence, Speech, rule_name

LONGEST = 400  # words; a longer run is no sentence, and the time to read it grows with its square
TAIL = 2_000  # characters before a content in which one that holds its speaker may begin
OPEN = {"WP", "WDT", "WRB"}
DASH = re.compile(r" [—–-]{1,2} ")
TIMES = {"DATE", "TIME"}
WHOLE = (quotations.introduced_by_colon,)
FIRST = (*headlines.RULES, *prepositions.RULES, *passives.RULES)
THEN = (
    clauses.clause_beside,
    clauses.added_clause,
    *objects.RULES,
    *desires.RULES,
    *matters.RULES,
    *deverbals.RULES,
    *states.RULES,
    quotations.mark_before_cue,
    quotations.cue_before_mark,
)
RULES = (*FIRST, *clauses.FRAMED, *THEN)


def find_speeches(sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Speech, ...]:
    """Every reported speech in the order of the text; of two on the same characters, the earlier rule's."""
    kept: dict[tuple[int, int], Speech] = {}
    for sentence in sentences:
        if len(sentence.words) > LONGEST:
            continue
        told_here = list(_told_in(sentence, lexicon))
        quoted = [speech for rule, speech in told_here if rule is passives.quoted_as_saying]
        for rule, speech in told_here:
            if not _is_nobody(sentence, speech) and not any(_is_of(speech, one) for one in quoted):
                told = replace(as_relative(sentence, _behind_dateline(sentence, speech)), rule=rule_name(rule))
                kept.setdefault((speech.span.start, speech.span.end), told)
    for whole in WHOLE:
        for speech in whole(sentences, lexicon):
            kept.setdefault((speech.span.start, speech.span.end), replace(speech, rule=rule_name(whole)))
    ordered = [kept[place] for place in sorted(kept)]
    starts = [speech.span.start for speech in ordered]
    return tuple(
        _without_tails(
            speech, ordered[bisect_left(starts, speech.span.start - TAIL) : bisect_left(starts, speech.span.end)]
        )
        for speech in ordered
    )


def _told_in(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[Callable[..., Any], Speech]]:
    """What each rule finds in a sentence, in their order; the frames of its verbs are drawn once for all of them."""
    frames = tuple(clauses.frames(sentence, lexicon))
    for rule in FIRST:
        yield from ((rule, speech) for speech in rule(sentence, lexicon))
    for framed in clauses.FRAMED:
        yield from ((framed, speech) for one in frames if (speech := framed(sentence, one, lexicon)) is not None)
    for rule in THEN:
        yield from ((rule, speech) for speech in rule(sentence, lexicon))


def _behind_dateline(sentence: Sentence, speech: Speech) -> Speech:
    """A source without the place that a report opens with: "PORT EDRAN, Teshar — [the harbour office] says"."""
    source, account = speech.source, speech.account
    if source is None or source.start != sentence.span.start:
        return speech
    dash = next(reversed(list(DASH.finditer(source.text))), None)
    return speech if dash is None else replace(speech, source=account.span(source.start + dash.end(), source.end))


def _is_of(speech: Speech, quoted: Speech) -> bool:
    """Whether the content of one speech is another with its source: "quoted [her as saying that the pier is shut]"."""
    return quoted.source is not None and speech.span.start == quoted.source.start and speech.span.holds(quoted.span)


def _is_nobody(sentence: Sentence, speech: Speech) -> bool:
    """Whether a source of several words is a time, or ends in "what" or "which": a misread clause."""
    source = speech.source
    if source is None or " " not in source.text:
        return False
    inside = [word for word in sentence.words if source.start <= word.start and word.end <= source.end]
    return bool(inside) and (inside[-1].tag in OPEN or all(word.entity in TIMES for word in inside))


def _without_tails(speech: Speech, near: Sequence[Speech]) -> Speech:
    """The content without a second speaker and cue at its end: "police said C, the Courier reported" ends with C."""
    if speech.source is None or len(speech.pieces) != 1:
        return speech
    for other in near:
        if other.source is None or other.cue is None:
            continue
        tail = min(other.source.start, other.cue.start)
        if not (speech.span.start < tail < speech.span.end and other.cue.end <= speech.span.end):
            continue
        if other.span.holds(speech.source) and other.span.end <= tail and speech.span.start < other.span.end:
            cut = speech.account.span(speech.span.start, min(speech.span.end, other.span.end))
            return replace(speech, span=cut, pieces=(cut,))
    return speech
