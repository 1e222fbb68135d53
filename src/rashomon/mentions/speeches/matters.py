"""What somebody speaks of or has in mind, without a clause: "announced a tax", "warned of floods", "wants a pier"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.lexicons import Entry, Lexicon
from rashomon.mentions.speeches.media import told
from rashomon.mentions.speeches.trees import (
    TIMES,
    children,
    cues,
    dated,
    entry_of,
    phrase,
    subject_of,
    subtree,
)
from rashomon.types import Sentence, Speech, Word

BESIDE = ("prep", "oprd", "xcomp", "agent")


def matter_of_speech(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The office warned of floods: what is spoken of, as the object or after the preposition of a verb of speech.

    find: The council proposed [a new tax on the pier].
    find: The harbour office warned of [a flood in the old town].
    skip: The council announced it.
    skip: The flood was announced.
    """
    for found in _matters(sentence, lexicon, "matters.spoken"):
        yield replace(found, sense="named")


def matter_in_mind(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The guild opposes the tax: what is wanted, feared or held, which is nobody's word for a figure in it.

    find: The guild favours [the tax on the pier].
    find: The crews fear [a storm from the north].
    skip: The tax opposes nobody and hopes for nothing.
    skip: The guild has opposed them.
    """
    for found in _matters(sentence, lexicon, "matters.held"):
        entry = entry_of(sentence.words[_at(sentence, found)], lexicon, "matters.held")
        yield found if entry and entry.get("vouches") else replace(found, sense="held")


def _at(sentence: Sentence, speech: Speech) -> int:
    """The place of a speech's cue among the words."""
    return next(i for i, word in enumerate(sentence.words) if speech.cue and word.start == speech.cue.start)


def _matters(sentence: Sentence, lexicon: Lexicon, name: str) -> Iterator[Speech]:
    words = sentence.words
    for at, entry in cues(sentence, lexicon, (name,)):
        if not _asserted(words, at) or children(words, at, "nsubjpass", "auxpass"):
            continue
        content = _matter(words, at, entry)
        subject = _who(words, at)
        if content is None or subject is None or words[subject].text.lower() in lexicon.lowered("speech.own"):
            continue
        if content[1] > content[0]:
            yield told(sentence, at, phrase(words, subject), content, lexicon)


def _asserted(words: Sequence[Word], at: int) -> bool:
    """Whether a verb is told as a fact or goes on from one ("announced", "did announce", "by announcing")."""
    if words[at].tag in {"VBD", "VBZ", "VBP"}:
        return True
    if words[at].tag == "VBG":
        return words[at].relation in {"advcl", "pcomp", "conj", "ROOT", "ccomp", "relcl"}
    return any(words[i].tag in {"MD", "VBD", "VBZ", "VBP"} for i in children(words, at, "aux")) or (
        words[at].relation == "conj" and words[words[at].head].tag in {"VBD", "VBZ", "VBP"}
    )


def _who(words: Sequence[Word], at: int) -> int | None:
    """The subject of a verb; of a participle after a preposition ("by proposing") that of the verb before it."""
    if words[at].relation == "pcomp":
        at = words[words[at].head].head
    return subject_of(words, at)


def _matter(words: Sequence[Word], at: int, entry: Entry) -> tuple[int, int] | None:
    """The words of the object, or of what the preposition governs, with what stands right after them."""
    if any(i > at for i in children(words, at, "ccomp")):
        return None
    for i in children(words, at, "prep"):
        if i > at and words[i].text.lower() in entry.get("with").split():
            inner = [j for j in children(words, i, "pobj", "pcomp") if j > i and words[j].pos != "PRON"]
            if inner:
                return _whole(words, at, i, (subtree(words, inner[0])[0], subtree(words, inner[0])[1]))
    if entry.get("object"):
        for i in children(words, at, "dobj"):
            if i > at and words[i].pos not in {"PRON", "DET"} and words[i].entity not in TIMES:
                first, last = subtree(words, i)
                return _whole(words, at, i, (max(first, at + 1), last))
    return None


def _whole(words: Sequence[Word], at: int, inner: int, span: tuple[int, int]) -> tuple[int, int]:
    """The content with the complements of its verb that follow it directly, less a day at its end."""
    first, last = span
    for i in children(words, at, *BESIDE):
        if i > inner and subtree(words, i)[0] == last + 1 and not dated(words, i):
            last = subtree(words, i)[1]
    while last > first and words[last].pos == "PUNCT" and words[last].text not in {'"', "''", ")", "'"}:
        last -= 1
    return first, last


RULES = (matter_of_speech, matter_in_mind)
