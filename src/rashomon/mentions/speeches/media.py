"""Who carried a speech: "told the Courier", "in an interview with the agency", "in a statement carried by …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.mentions.speeches.trees import children, span_of
from rashomon.text import alternatives, plain
from rashomon.types import Sentence, Span, Speech, Word

NEAR = 6  # words between a reporter and the name of the outlet
PLACES = {"GPE", "LOC", "DATE", "TIME"}
REACH = 160  # characters after a cue in which its medium may be named
# an article and a preposition are told by their length, so that no language's words stand here
_ARTICLE = r"(?:[a-z]{1,3} )?"
_NAME = r"[A-Z][\w.'&-]*(?: (?:[a-z]{2,3} )?[A-Z][\w.'&-]*){0,4}"


@cache
def _carried(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternatives([*lexicon.forms("speech.carried"), *lexicon.forms("speech.interview")])
    platforms = lexicon.alternatives("speech.platform")
    return re.compile(rf"\b(?:{words}) {_ARTICLE}(?P<name>{_NAME})|\b[a-z]{{2,3}} (?P<platform>{platforms})\b")


@cache
def _occasion(lexicon: Lexicon) -> re.Pattern[str]:
    names = lexicon.alternatives("speech.occasion")
    return re.compile(rf"\b[a-z]{{2,3}} [a-z]{{1,5}} (?:[\w-]+ ){{0,2}}(?P<name>{names})\b")


def medium(sentence: Sentence, at: int, lexicon: Lexicon) -> Span | None:
    """The name of who carried what the cue tells, or of the occasion; None where neither is stated."""
    words = sentence.words
    crowd = lexicon.lowered("speech.crowd")
    for head in children(words, at, "dobj", "dative"):
        if (
            head > at
            and words[head].pos == "PROPN"
            and words[head].text.lower() not in crowd
            and _tells(sentence, at, lexicon)
        ):
            first = head
            while first > at + 1 and words[first - 1].pos == "PROPN":
                first -= 1
            return span_of(sentence, first, head)
        if head > at and words[head].pos == "NOUN" and _tells(sentence, at, lexicon):
            outlet = _of_reporter(words, head) or _press(words, head, lexicon)
            if outlet is not None:
                return span_of(sentence, *outlet)
    return carried(sentence, words[at].end, lexicon)


def carried(sentence: Sentence, start: int, lexicon: Lexicon) -> Span | None:
    """Who carried a speech by the words from a place on: "in a statement carried by the Courier"."""
    account = sentence.span.account
    window = plain(account.text[start : min(sentence.span.end, start + REACH)])
    found = _carried(lexicon).search(window) or _occasion(lexicon).search(window)
    if found is None:
        return None
    group = "name" if "name" in found.groupdict() and found["name"] else "platform"
    return account.span(start + found.start(group), start + found.end(group))


def _of_reporter(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The name of whom a hearer works for: "told a reporter from [the Courier]"."""
    by = at + 1  # beside the hearer, whichever word the parser hangs it on
    for i in children(words, by, "pobj") if by < len(words) and words[by].relation == "prep" else ():
        if words[i].pos == "PROPN" and at < i <= at + NEAR and words[i].entity not in PLACES:
            first = i
            while words[first - 1].pos == "PROPN" or (
                words[first - 1].pos == "DET" and words[first - 1].text.istitle()
            ):
                first -= 1
            return first, i
    return None


def _press(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The hearer itself where it is a press without a name: "told [local media]"."""
    if words[at].text.lower() not in lexicon.lowered("actors.outlet_word"):
        return None
    first = at
    while words[first - 1].pos in {"ADJ", "NOUN", "PROPN"}:
        first -= 1
    return (first, at) if first < at else None


def _tells(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    entry = lexicon.by_form("cues.say").get(sentence.words[at].text.lower())
    return entry is not None and entry.get("addressee") == "yes"


def told(sentence: Sentence, at: int, source: tuple[int, int], content: tuple[int, int], lexicon: Lexicon) -> Speech:
    """The speech of one sentence, its cue at the word `at`, source and content from their first word to their last."""
    span = span_of(sentence, *content)
    return Speech(
        span=span,
        zone=sentence.zone.kind,
        source=span_of(sentence, *source),
        cue=span_of(sentence, at, at),
        medium=medium(sentence, at, lexicon),
        pieces=(span,),
        quoted=in_marks(span),
    )


def in_marks(span: Span) -> bool:
    """Whether all of a content stands in one pair of marks."""
    return span.text[:1] in "\"“'‘" and span.text[-1:] in "\"”'’"
