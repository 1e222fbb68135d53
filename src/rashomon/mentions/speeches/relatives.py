"""Sources that are "who" or "which": the pronoun speaks, and the noun before it is whom it stands for."""

from __future__ import annotations

from dataclasses import replace

from rashomon.mentions.speeches.trees import children, phrase, span_of
from rashomon.types import Sentence, Speech

PRONOUNS = {"WP", "WDT"}
PLACES = {"GPE", "LOC", "FAC", "DATE", "TIME"}


def as_relative(sentence: Sentence, speech: Speech) -> Speech:
    """The speech of a relative clause with its pronoun as source: "Ana Bel, who said …", and Ana Bel as meant."""
    if speech.source is None or speech.cue is None:
        return speech
    words = sentence.words
    at = next((i for i, word in enumerate(words) if word.start == speech.cue.start), None)
    while at is not None and not children(words, at, "nsubj") and words[at].relation in {"conj", "xcomp", "advcl"}:
        if words[at].head == at:
            break
        at = words[at].head
    subjects = children(words, at, "nsubj") if at is not None else []
    if not subjects or at is None or words[subjects[-1]].tag not in PRONOUNS or words[at].relation != "relcl":
        return speech
    pronoun = span_of(sentence, subjects[-1], subjects[-1])
    if speech.source.end > pronoun.start or pronoun.end > speech.cue.start:
        return speech
    first, last = phrase(words, _antecedent(sentence, words[at].head))
    return replace(speech, source=pronoun, meant=span_of(sentence, first, last))


def _antecedent(sentence: Sentence, at: int) -> int:
    """The noun before the pronoun, less the place it comes from: "a baker from Teshar, who said …" is the baker."""
    words = sentence.words
    while words[at].entity in PLACES and words[at].relation in {"pobj", "appos", "nmod"} and words[at].head != at:
        above = words[words[at].head].head if words[at].relation == "pobj" else words[at].head
        if words[above].pos not in {"NOUN", "PROPN"} or above >= at:
            break
        at = above
    return at
