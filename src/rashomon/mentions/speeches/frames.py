"""A cue with its surroundings: who stands as its subject, on which side the content lies, and how far it goes.

The parser's tree decides where it speaks clearly; where commas were lost it often does not, and then what
stands directly beside the cue decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.lexicons import Entry, Lexicon
from rashomon.mentions.speeches.contents import after_cue, before_cue, content_end, only_adjuncts, says_more
from rashomon.mentions.speeches.nouns import phrase_after, phrase_before
from rashomon.mentions.speeches.trees import children, phrase, subject_of, subtree
from rashomon.types import Sentence, Word

FINITE = {"VBD", "VBZ", "VBP", "VBN", "VB"}
RELATIVE = {"WP", "WDT"}
BREAKS = {",", '"', "''", "-", "–", "—", "?", "!"}
NOMINAL = {"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ", "X"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One cue: its word, its subject's words, and the words of the content before and after it."""

    at: int
    source: tuple[int, int]
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None
    inverted: bool = False


def frame(sentence: Sentence, at: int, entry: Entry, lexicon: Lexicon) -> Frame | None:
    """The frame of a reporting verb, or None where nobody is its subject."""
    words = sentence.words
    if children(words, at, "auxpass", "nsubjpass") or (words[at].tag not in FINITE and not _progressive(words, at)):
        return None
    if words[at].tag == "VB" and not _helped(words, at):
        return None
    found = (
        _parted(words, at, lexicon)
        or _inverted(words, at, entry, lexicon)
        or _tail(words, at, entry, lexicon)
        or _plain(words, at, entry, lexicon)
    )
    return None if found is None or is_happening(words, found.source, lexicon) else found


def is_happening(words: Sequence[Word], source: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether a source is an attack or a storm, which says nothing: "the attack believed to have killed six"."""
    happenings = lexicon.lowered("speech.mute")
    heads = [word for word in words[source[0] : source[1] + 1] if word.pos in {"NOUN", "PROPN"}]
    return bool(heads) and heads[0].pos == "NOUN" and all(word.text.lower() in happenings for word in heads)


def _progressive(words: Sequence[Word], at: int) -> bool:
    """Whether a participle is a whole verb: "is telling"."""
    return words[at].tag == "VBG" and any(words[i].pos == "AUX" for i in children(words, at, "aux"))


def _helped(words: Sequence[Word], at: int) -> bool:
    """Whether a bare verb is said of somebody as a fact ("did say", "will say"), not wished for ("to say")."""
    return any(words[i].tag in {"MD", "VBD", "VBZ", "VBP"} for i in children(words, at, "aux"))


def _parted(words: Sequence[Word], at: int, lexicon: Lexicon) -> Frame | None:
    """The road, she said, can be dangerous: a cue between commas, with the verb of its content after it."""
    after = phrase_after(words, at + 1, lexicon)
    before = _subject_beside(words, at)
    source, opens, closes = (before, before[0], at) if before is not None else (after, at, after[1] if after else at)
    if source is None or opens < 2 or closes + 2 >= len(words) or words[at].tag not in FINITE - {"VB"}:
        return None
    if words[opens - 1].text != "," or words[closes + 1].text != "," or words[at].relation != "parataxis":
        return None
    verb, marks = words[at].head, {'"', "''", "``"}
    if verb <= closes or words[opens - 2].text in marks or words[closes + 2].text in marks:
        return None
    first = subtree(words, verb)[0]
    first += words[first].pos == "CCONJ"
    last = content_end(words, at, closes + 2, lexicon)
    if first > opens - 2 or last <= closes + 2:
        return None
    return Frame(at=at, source=source, before=(first, opens - 2), after=(closes + 2, last))


def _subject_beside(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The subject that stands right before its cue."""
    for i in children(words, at, "nsubj"):
        if i < at and words[i].tag not in RELATIVE:
            first, last = phrase(words, i)
            return (first, last) if all(word.pos in {"AUX", "ADV", "PUNCT"} for word in words[last + 1 : at]) else None
    return None


def _inverted(words: Sequence[Word], at: int, entry: Entry, lexicon: Lexicon) -> Frame | None:
    """… remains closed, said harbour chief Ana Bel, adding that …: the subject follows its cue."""
    if words[at].tag not in {"VBD", "VBZ", "VBN", "VBP"} or at == 0 or entry.get("addressee"):
        return None
    marked = words[at - 1].text in {",", '"', "''", "'", "?", "!"}
    source = phrase_after(words, at + 1, lexicon)
    if source is None or not (marked or entry.get("inverts")) or not _closes(words, source[1] + 1, lexicon):
        return None
    if not marked and not _ends(words, source[1] + 1):
        return None
    if words[at].tag == "VBN" and not any(word.pos in {"PROPN", "PRON"} for word in words[source[0] : source[1] + 1]):
        return None  # "the act, proposed legislation on boats"
    if any(i < at for i in children(words, at, "nsubj")) and _has_object(words, at, entry):
        return None
    before = before_cue(words, at)
    if before is None or (not marked and not any(word.tag in {"VBD", "VBZ", "VBP", "MD"} for word in words[:at])):
        return None
    return Frame(at=at, source=source, before=before, inverted=True)


def _ends(words: Sequence[Word], start: int) -> bool:
    """Whether the sentence ends with the source, or goes on in a participle or in adjuncts without a break."""
    if start >= len(words) or words[start].tag == "VBG" or words[start].text in {".", ","}:
        return True
    return all(word.pos != "PUNCT" or word.text == "." for word in words[start:])


def _closes(words: Sequence[Word], start: int, lexicon: Lexicon) -> bool:
    """Whether nothing but adjuncts, a broken quotation or an added clause follows the source."""
    if start >= len(words) or words[start].pos == "PUNCT" or words[start].tag in {"VBG", "WP", "WDT"}:
        return True
    return only_adjuncts(words, start, lexicon)


def _tail(words: Sequence[Word], at: int, entry: Entry, lexicon: Lexicon) -> Frame | None:
    """… was closed, the harbour office said on Monday: the content stands before, only adjuncts after."""
    told = phrase_after(words, at + 1, lexicon) if entry.get("addressee") else None
    start = at + 1 if told is None else told[1] + 1
    if words[at].tag not in {"VBD", "VBZ", "VBP", "VBN"} or not only_adjuncts(words, start, lexicon):
        return None
    source = phrase_before(words, at, lexicon)
    subject = subject_of(words, at)
    if subject is not None and subject < at and children(words, at, "nsubj"):
        whole = phrase(words, subject)
        touching = all(word.pos in {"AUX", "ADV", "PUNCT"} for word in words[whole[1] + 1 : at])
        after_comma = whole[0] > 0 and words[whole[0] - 1].text in {",", '"', "''", "-"}
        if touching and (source is None or after_comma or whole[0] >= source[0]):
            source = whole
    if source is None or source[0] == 0 or words[source[1]].tag in RELATIVE:
        return None
    if subject is not None and words[subject].tag not in RELATIVE and _who(words, at):
        return None
    if not entry.get("inverts") and words[source[0] - 1].text not in BREAKS:
        return None
    before = before_cue(words, source[0])
    if before is None or _has_object(words, at, entry) or _only_fronted(words, before, at):
        return None
    return Frame(at=at, source=source, before=before)


def _has_object(words: Sequence[Word], at: int, entry: Entry) -> bool:
    """Whether a cue has an object of its own, and so no content before it: "…, developers see the pier as a loss"."""
    return not entry.get("addressee") and any(
        i > at and not words[i].entity and words[i].pos == "NOUN" for i in children(words, at, "dobj")
    )


def _only_fronted(words: Sequence[Word], before: tuple[int, int], at: int) -> bool:
    """Whether all before a cue only says when or where it was said: "In a talk with the Courier, Ana Bel said …"."""
    first = words[before[0]]
    if first.pos not in {"ADP", "SCONJ"} and first.tag not in {"VBN", "VBG"}:
        return False
    inside = range(before[0], before[1] + 1)
    if any(i in inside for i in children(words, at, "ccomp", "parataxis")):
        return False
    top = before[0]
    while words[top].head in inside and words[top].head != top:
        top = words[top].head
    return words[top].head == at and words[top].relation in {"prep", "advcl", "npadvmod"}


def _who(words: Sequence[Word], at: int) -> bool:
    """Whether "who" speaks: "Ana Bel, who has often complained about it" reports nothing before it."""
    return any(words[i].tag in RELATIVE for i in children(words, at, "nsubj"))


def _plain(words: Sequence[Word], at: int, entry: Entry, lexicon: Lexicon) -> Frame | None:
    """The harbour office said (that) …: subject, cue, content; perhaps the content goes around them."""
    if entry.get("quote") or (words[at].tag == "VBN" and not children(words, at, "aux")):
        return None
    subject = subject_of(words, at)
    source = phrase(words, subject) if subject is not None else phrase_before(words, at, lexicon)
    if source is None or (subject is not None and words[subject].pos not in NOMINAL) or source[0] > at:
        return None
    if source[1] >= at:
        source = (source[0], at - 1)
    content = after_cue(words, at, entry, lexicon)
    if content is None:
        return None
    around = _around(words, at, source)
    return Frame(at=at, source=source, before=around, after=content)


def _around(words: Sequence[Word], at: int, source: tuple[int, int]) -> tuple[int, int] | None:
    """The first part of a content that its cue breaks: "The road, she said, was open"."""
    if at + 1 >= len(words) or words[at + 1].text not in {",", '"', "''"} or not says_more(words, at):
        return None
    if source[0] == 0 or words[source[0] - 1].text not in {",", '"', "''"}:
        return None
    return before_cue(words, source[0])
