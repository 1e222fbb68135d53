"""Sources without a verb: "according to the ministry", "citing the ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.mentions.speeches.media import carried
from rashomon.mentions.speeches.trees import flat, phrase, span_of
from rashomon.text import plain
from rashomon.types import Sentence, Span, Speech, Word

TELLING = (
    "actors.group", "actors.person", "actors.body", "actors.outlet_word", "actors.class", "titles.role",
    "speech.document", "speech.count", "speech.headline", "speech.paper",
)  # fmt: skip
RELATIVE = {"WP", "WDT", "WRB"}
CLOSE = 24  # characters between a source and the name of who carried it


@cache
def _opening(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon.alternatives(name)})\b", re.IGNORECASE)


def according_to(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """Six boats sank according to the harbour office: the source stands before or after what it says.

    find: [Six boats sank in the storm] according to the harbour office.
    find: According to the harbour office, [six boats sank in the storm].
    skip: The boats sank according to plan.
    """
    yield from _prepositions(sentence, lexicon, "speech.according")


def citing(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """Six boats sank, the Courier wrote, citing the harbour office: the source behind the source.

    find: [Six boats sank in the storm, the paper wrote], citing the harbour office.
    find: [Six boats sank in the storm, the paper wrote], quoting a clerk who was not named.
    skip: The harbour office gave [six boats] a citing.
    skip: The guild, citing the new tax on boats, [expects six boats to be sold].
    """
    for found in _prepositions(sentence, lexicon, "speech.citing"):
        if _may_tell(sentence, found, lexicon):
            yield found


def _may_tell(sentence: Sentence, speech: Speech, lexicon: Lexicon) -> bool:
    """Whether a source that is cited is somebody or a document, and no reason: "citing the new tax"."""
    if speech.source is None:
        return False
    inside = [word for word in sentence.words if speech.source.start <= word.start < speech.source.end]
    head = next((word for word in inside if word.relation in {"dobj", "pobj"}), inside[-1])
    return head.pos in {"PROPN", "PRON"} or any(head.text.lower() in lexicon.lowered(name) for name in TELLING)


def _prepositions(sentence: Sentence, lexicon: Lexicon, name: str) -> Iterator[Speech]:
    account = sentence.span.account
    for cue in _opening(lexicon, name).finditer(plain(sentence.span.text)):
        start, end = sentence.span.start + cue.start(), sentence.span.start + cue.end()
        source = _source(sentence, end)
        if source is None:
            continue
        content = _content(sentence, start, sentence.words[source[1]].end)
        if content is None:
            continue
        span = account.span(*content)
        yield Speech(
            span=span,
            zone=sentence.zone.kind,
            source=span_of(sentence, *source),
            cue=account.span(start, end),
            medium=_carrier(sentence, source, lexicon),
            pieces=(span,),
        )


def _carrier(sentence: Sentence, source: tuple[int, int], lexicon: Lexicon) -> Span | None:
    """Who carried what a source says, right after it: "according to a clerk quoted by the Courier"."""
    end = sentence.words[source[1]].end
    found = carried(sentence, end, lexicon)
    close = found is not None and found.start - end <= CLOSE and found.text[:1].isupper()
    return found if close else None


def _source(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """The noun phrase that begins where the preposition ends, with those joined to it by "and"."""
    words = sentence.words
    first = next((i for i, word in enumerate(words) if word.start >= end), None)
    if first is None or words[first].pos not in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "VERB"}:
        return None
    head = first
    while head + 1 < len(words) and words[head].pos in {"DET", "ADJ", "NUM", "VERB"} and _goes_on(words[head + 1]):
        head += 1
    while head + 1 < len(words) and (
        words[head + 1].pos in {"NOUN", "PROPN"}
        or words[head + 1].tag == "HYPH"
        or words[head].tag == "HYPH"
        or (words[head + 1].pos == "ADJ" and words[head].tag == "VBN")
    ):
        head += 1
    if words[head].pos not in {"NOUN", "PROPN", "PRON"} or _is_no_source(words, first, head):
        return None
    last = max(head, phrase(words, head)[1])
    for i in range(head + 1, last + 1):
        if words[i].text in {",", ".", ";"} or words[i].pos in {"VERB", "AUX"} or words[i].tag in RELATIVE:
            last = i - 1
            break
    return first, max(head, last)


def _goes_on(word: Word) -> bool:
    return word.pos in {"ADJ", "NOUN", "PROPN", "NUM", "VERB", "PART"} or word.tag == "HYPH"


def _is_no_source(words: tuple[Word, ...], first: int, head: int) -> bool:
    """Whether the phrase is a bare common noun in the singular: "according to plan"."""
    return first == head and words[head].tag == "NN" and flat(words, head)[0] == head


def _content(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The rest of the sentence: before the preposition, or after it and its source where it opens the sentence."""
    text, span = sentence.span.account.text, sentence.span
    before = text[span.start : start].rstrip(" ,;-—–")
    if len(re.findall(r"\w+", before)) >= 3:
        return span.start, span.start + len(before)
    rest = text[end : span.end]
    left = end + len(rest) - len(rest.lstrip(" ,;:-—–"))
    right = end + len(rest.rstrip(" .\n"))
    return (left, right) if left < right else None


RULES = (according_to, citing)
