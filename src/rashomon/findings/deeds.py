"""The sentence that some characters stand in and the verb that they belong to, as rules about deeds ask for them."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.types import Reading, Sentence, Span, Word

VERBS = frozenset({"VERB"})


def sentence_of(reading: Reading, span: Span) -> Sentence | None:
    """The sentence that holds some characters."""
    return next((sentence for sentence in reading.sentences if sentence.span.holds(span)), None)


def body_of(reading: Reading) -> list[Sentence]:
    """The sentences of an account's body, in order: no title, heading or caption."""
    return [sentence for sentence in reading.sentences if sentence.zone.kind == "body"]


def verb_above(words: Sequence[Word], span: Span, kinds: frozenset[str] = VERBS) -> Word | None:
    """The nearest verb above the last word of some characters; `kinds` are the parts of speech that count as one."""
    at = max((n for n, word in enumerate(words) if span.start <= word.start < span.end), default=None)
    seen: set[int] = set()
    while at is not None and at not in seen:
        seen.add(at)
        if words[at].pos in kinds:
            return words[at]
        at = words[at].head
    return None
