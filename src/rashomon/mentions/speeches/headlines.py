"""Sources in headlines: "Six dead in fire: police", "Police: six dead", "Six dead in fire - officials"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Sentence, Speech

LONGEST_NAME = 5  # words of a person's name with its title
LEAST_SAID = 3  # words


@cache
def _who(lexicon: Lexicon) -> str:
    nouns = lexicon.alternatives("speech.headline")
    return rf"(?P<who>(?:[\w'-]+ ){{0,3}}(?i:{nouns}))"


@cache
def _first(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"^\s*{_who(lexicon)}\s*:\s+(?P<content>\S.*\S)\s*$")


@cache
def _last(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"^(?P<content>\S.*?\S)\s*(?::\s*|\s[-–—]+\s*|\s\ufffd+_?\s*){_who(lexicon)}\s*(?:\|.*)?$")


@cache
def _bare(lexicon: Lexicon) -> re.Pattern[str]:
    nouns = lexicon.alternatives("speech.bare")
    says = lexicon.alternatives("speech.said_headline")
    return re.compile(rf"^(?P<content>\S.*?[\w%)])\s+(?P<who>(?i:{nouns}))(?: (?:{says}))?\s*$")


def source_before_colon(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """Police: six dead in fire — the headline's first words are its source.

    find: Harbour police: [six dead in ferry fire]¶The fire began at dawn.
    skip: Ferry fire: [six dead]¶The fire began at dawn.
    """
    yield from _headlines(sentence, _first(lexicon))


def name_before_colon(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """Ana Bel: the pier must open — the headline's first words are a person's name.

    find: Dr. Ana Bel: [The pier must open by May]¶The storm had shut it.
    skip: Port Edran: [The pier must open by May]¶The storm had shut it.
    """
    words = sentence.words
    if sentence.zone.kind not in {"title", "heading"}:
        return
    at = next((i for i, word in enumerate(words[: LONGEST_NAME + 1]) if word.text == ":"), 0)
    titles = lexicon.lowered("titles.honorific")
    named = all(word.text[:1].isupper() and word.pos == "PROPN" for word in words[:at])
    person = at and (words[at - 1].entity == "PERSON" or (at > 1 and words[0].text.lower() in titles))
    if not (named and person) or at + LEAST_SAID >= len(words):
        return
    account = sentence.span.account
    content = account.span(words[at + 1].start, words[-1].end)
    source = account.span(words[0].start, words[at - 1].end)
    yield Speech(span=content, zone=sentence.zone.kind, source=source, cue=None, pieces=(content,))


def source_after_mark(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """Six dead in fire: police — the headline's last words are its source, after a colon or a dash.

    find: [Six dead in ferry fire]: police¶The fire began at dawn.
    find: [Six dead in ferry fire] - officials¶The fire began at dawn.
    skip: [Six dead]: ferry fire¶The fire began at dawn.
    """
    yield from _headlines(sentence, _last(lexicon))


def bare_source_at_end(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """Six dead in fire Monitor — the colon was lost, the source's word stands alone at the end.

    find: [Toll of ferry fire hits 43] Monitor¶The fire began at dawn.
    skip: [Six dead as guards clash with army]¶The fire began at dawn.
    """
    if sentence.zone.kind not in {"title", "heading"}:
        return
    found = _bare(lexicon).match(plain(sentence.span.text))
    if found is None:
        return
    words = sentence.words
    at = sentence.span.start + found.start("who")
    first = next((i for i, word in enumerate(words) if word.start == at), None)
    if first is None or first == 0:
        return
    before = words[first - 1]
    if before.pos in {"ADP", "DET", "CCONJ", "VERB", "ADJ"} or before.tag == "POS":
        return
    yield _speech(sentence, found)


def _headlines(sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[Speech]:
    if sentence.zone.kind in {"title", "heading"}:
        found = pattern.match(plain(sentence.span.text))
        if found is not None:
            yield _speech(sentence, found)


def _speech(sentence: Sentence, found: re.Match[str]) -> Speech:
    account, start = sentence.span.account, sentence.span.start
    content = account.span(start + found.start("content"), start + found.end("content"))
    source = account.span(start + found.start("who"), start + found.end("who"))
    return Speech(span=content, zone=sentence.zone.kind, source=source, cue=None, pieces=(content,))


RULES = (source_before_colon, name_before_colon, source_after_mark, bare_source_at_end)
