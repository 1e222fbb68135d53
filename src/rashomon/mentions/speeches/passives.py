"""Speech in the passive: "was quoted as saying", "is said to have", "is reported by the agency to have"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.lexicons import Lexicon
from rashomon.mentions.speeches.media import told
from rashomon.mentions.speeches.trees import (
    SURELY_CLOSING,
    agents,
    children,
    cues,
    dated,
    entry_of,
    phrase,
    span_of,
    subtree,
    trimmed,
)
from rashomon.types import Sentence, Speech


def quoted_as_saying(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The mayor was quoted by the Courier as saying that, or the Courier quoted her so: she says it, it carries it.

    find: The mayor was quoted by the Courier as saying [the bridge would stay shut].
    find: The Teshar Courier quoted the mayor as saying [the bridge would stay shut|source=mayor].
    skip: The mayor was quoted a price.
    """
    words = sentence.words
    say = lexicon.by_form("cues.say")
    that = lexicon.lowered("speech.complementizer")
    quoted = lexicon.lowered("speech.quoted")
    for at, word in enumerate(words):
        passive = children(words, at, "nsubjpass")
        quoted_ones = passive or children(words, at, "dobj")
        if word.text.lower() not in quoted or not quoted_ones:
            continue
        saying = next(
            (i for i in range(at + 1, len(words)) if words[i].tag == "VBG" and words[i].text.lower() in say), None
        )
        if saying is None or saying + 2 >= len(words) or words[saying - 1].tag != "IN":
            continue
        by = agents(words, at) if passive else children(words, at, "nsubj")
        first, last = trimmed(words, saying, len(words) - 1, closing=SURELY_CLOSING)
        first += 1
        while first < last and (words[first].text in {",", ":"} or words[first].text in that):
            first += 1
        if first > last:
            continue
        content = span_of(sentence, first, last)
        yield Speech(
            span=content,
            zone=sentence.zone.kind,
            source=span_of(sentence, *phrase(words, quoted_ones[0])),
            cue=span_of(sentence, saying, saying),
            medium=span_of(sentence, *phrase(words, by[0])) if by else None,
            pieces=(content,),
        )


def said_to_have(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The alliance was reported to have advanced: nobody is named, and the account stands back.

    find: The riders were reported [to have crossed the river].
    find: The mayor is reported by the Courier [to have called the flood a blow|source=mayor].
    skip: The riders crossed the river.
    """
    words = sentence.words
    passive = lexicon.lowered("speech.passive")
    for at, word in enumerate(words):
        if word.text.lower() not in passive or word.tag != "VBN" or not children(words, at, "auxpass", "nsubjpass"):
            continue
        heads = [i for i in children(words, at, "xcomp", "ccomp", "oprd") if i > at]
        if not heads:
            continue
        first, last = subtree(words, heads[0])
        by = agents(words, at)
        content = span_of(sentence, max(first, at + 1), last)
        agent = span_of(sentence, *phrase(words, by[0])) if by else None
        speaker = children(words, at, "nsubjpass")
        speaks = speaker and any(entry_of(words[heads[0]], lexicon, name) for name in ("cues.say", "cues.judge"))
        yield Speech(
            span=content,
            zone=sentence.zone.kind,
            source=span_of(sentence, *phrase(words, speaker[0])) if speaks and agent else agent,
            cue=span_of(sentence, heads[0], heads[0]) if speaks and agent else span_of(sentence, at, at),
            medium=agent if speaks else None,
            pieces=(content,),
        )


def by_whom(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The mayor was criticised by the guild for selling the bell: who says it stands after "by".

    find: [The old plan for the pier] was condemned by the bishop.
    find: The mayor was criticised by the guild for [selling the old bell].
    skip: The pier was repaired by the guild.
    """
    words = sentence.words
    for at, _ in cues(sentence, lexicon, ("cues.judge", "matters.spoken", "matters.held")):
        subjects = children(words, at, "nsubjpass")
        by = agents(words, at)
        if not subjects or not by or words[at].text.lower() in lexicon.lowered("speech.quoted"):
            continue
        more = [i for i in children(words, at, "prep", "xcomp", "oprd") if i > by[0] and not dated(words, i)]
        first, last = subtree(words, subjects[0])
        if more:
            inner = children(words, more[0], "pobj", "pcomp") if words[more[0]].relation == "prep" else [more[0]]
            first, last = subtree(words, inner[0]) if inner else (first, last)
        if last > first and words[subjects[0]].tag not in {"WP", "WDT"}:
            found = told(sentence, at, phrase(words, by[0]), (first, last), lexicon)
            yield replace(found, sense="named")


RULES = (quoted_as_saying, said_to_have, by_whom)
