"""A cue with its surroundings: who stands as its subject, on which side the content lies, and how far it goes.

The parser's tree decides where it speaks clearly; where commas were lost it often does not, and then what
stands directly beside the cue decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.lexicons import Entry, Lexicon
from rashomon.mentions.speeches.trees import COMPLEMENTS, children, cue_forms, phrase, subject_of, subtree
from rashomon.types import Sentence, Word

OPENERS = {"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ", "AUX", "SCONJ", "ADV", "VERB", "ADP", "INTJ", "SYM"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One cue: its word, its subject's words, and the words of the content before and after it."""

    at: int
    entry: Entry
    source: tuple[int, int] | None
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None
    inverted: bool = False
    shared: bool = False


def frame(sentence: Sentence, at: int, entry: Entry, lexicon: Lexicon) -> Frame | None:
    """The frame of a reporting verb, or None where nobody is its subject."""
    words = sentence.words
    subject = subject_of(words, at)
    if subject is None:
        subject = _beside(words, at)
    if subject is None or words[subject].pos not in {"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"}:
        return None
    source = phrase(words, subject)
    own = subject in children(words, at, "nsubj") or words[at].relation == "relcl"
    inverted = subject > at
    if inverted:
        source = (max(source[0], at + 1), source[1])
    edge = source[1] if inverted else at
    after = None if inverted else _after(words, at, entry, lexicon)
    before = None
    if after is None or (children(words, at, "ccomp") and children(words, at, "ccomp")[0] < min(at, source[0])):
        before = _before(words, min(at, source[0]))
    if after is not None and before is not None and not _comma(words, edge):
        before = None
    if entry.get("quote") == "only" and after is not None:
        return None
    return Frame(at=at, entry=entry, source=source, before=before, after=after, inverted=inverted, shared=not own)


def _beside(words: Sequence[Word], at: int) -> int | None:
    """The noun phrase that touches the cue where the tree knows no subject: "… closed said chief Ana Bel"."""
    if at + 1 < len(words) and words[at].tag in {"VBD", "VBZ", "VBN"} and words[at + 1].pos in {"PROPN", "DET", "NOUN"}:
        last = at + 1
        while last + 1 < len(words) and words[last + 1].pos in {"PROPN", "NOUN", "ADJ", "DET"}:
            last += 1
        rest = words[last + 1 :]
        if at > 1 and not any(word.pos in {"VERB", "AUX"} for word in rest[:1]):
            return last
    return None


def _comma(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].text in {",", ";", ":", '"', "''"}


def _before(words: Sequence[Word], end: int) -> tuple[int, int] | None:
    """The words before a cue and its subject that are its content: they hold a verb or a quotation mark."""
    last = end - 1
    while last >= 0 and words[last].text in {",", "-", "--", ";", ":"}:
        last -= 1
    if last < 0:
        return None
    if words[last].pos in {"ADP", "SCONJ", "CCONJ", "DET", "PRON"} and words[last].tag in {
        "IN",
        "CC",
        "DT",
        "WDT",
        "WP",
    }:
        return None
    if not any(word.pos in {"VERB", "AUX"} or word.text in {'"', "'", "''"} for word in words[: last + 1]):
        return None
    return 0, last


def _after(words: Sequence[Word], at: int, entry: Entry, lexicon: Lexicon) -> tuple[int, int] | None:
    """The words after a cue that are its content: its complement, from its "that" or its first word."""
    heads = [
        head
        for head in children(words, at, *COMPLEMENTS)
        if head > at and not (words[head].tag == "VBG" and not children(words, head, "nsubj", "nsubjpass", "aux"))
    ]
    first = max(at + 1, subtree(words, heads[0])[0]) if heads else _opening(words, at, entry)
    if first is None:
        return None
    if words[first].text in {",", ":"}:
        first += 1
    last = _end(words, at, first, lexicon)
    while first <= last and words[first].text in {",", ":", "-"}:
        first += 1
    return (first, last) if first <= last and last - first >= 1 else None


def _opening(words: Sequence[Word], at: int, entry: Entry) -> int | None:
    """Where a content begins that the tree does not know as a complement: after "that", a colon, an open clause."""
    skipped = at + 1
    if entry.get("addressee"):
        for dependent in children(words, at, "dobj", "dative"):
            skipped = max(skipped, subtree(words, dependent)[1] + 1)
    for i in range(skipped, min(len(words), at + 14)):
        if (
            (words[i].text.lower() == "that"
            and words[i].tag == "IN"
            and words[i - 1].pos != "VERB")
            or words[i].text == ":"
        ):
            return i + 1 if i + 1 < len(words) else None
    if skipped < len(words) and words[skipped].pos in OPENERS - {"ADP", "ADV"} and words[skipped].tag != "VBG":
        clause = words[skipped : skipped + 14]
        finite = any(word.tag in {"VBD", "VBZ", "VBP", "MD"} for word in clause)
        if finite and words[skipped].relation != "npadvmod" and not _day(words[skipped]):
            return skipped
    return None


def _day(word: Word) -> bool:
    return word.entity in {"DATE", "TIME"}


def _end(words: Sequence[Word], at: int, first: int, lexicon: Lexicon) -> int:
    """The last word of a content that begins at `first`: before a second cue, else the end of the sentence."""
    stop = len(words)
    for i in children(words, at):
        if i > first and words[i].relation in {"conj", "advcl"}:
            begin = subtree(words, i)[0]
            if begin > first:
                stop = min(stop, begin)
    say = cue_forms(lexicon, "cues.say")
    for i in range(first + 1, len(words)):
        adding = (
            words[i].tag == "VBG" and words[i].text.lower() in say and words[i - 1].pos not in {"ADP", "AUX", "DET"}
        )
        according = words[i].text.lower() == "according" and words[i + 1 : i + 2] and words[i + 1].text == "to"
        if adding or according:
            stop = min(stop, i)
    last = stop - 1
    while last > first and (words[last].pos in {"PUNCT", "CCONJ"} and words[last].text not in {'"', "''", ")"}):
        last -= 1
    return last
