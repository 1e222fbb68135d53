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
    governed,
    phrase,
    subtree,
    teller_of,
    trimmed,
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
    for _, found in _matters(sentence, lexicon, "matters.spoken"):
        yield replace(found, sense="named")


def matter_in_mind(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The guild opposes the tax: what is wanted, feared or held, which is nobody's word for a figure in it.

    find: The guild favours [the tax on the pier].
    find: The crews fear [a storm from the north].
    skip: The tax opposes nobody and hopes for nothing.
    skip: The guild has opposed them.
    """
    for entry, found in _matters(sentence, lexicon, "matters.held"):
        yield found if entry.get("vouches") else replace(found, sense="held")


def _matters(sentence: Sentence, lexicon: Lexicon, name: str) -> Iterator[tuple[Entry, Speech]]:
    """What the verbs of a list have as their matter, each with the entry of its verb."""
    words = sentence.words
    for at, entry in cues(sentence, lexicon, (name,)):
        if not _asserted(words, at) or children(words, at, "nsubjpass", "auxpass"):
            continue
        content = _matter(words, at, entry)
        subject = _who(words, at, lexicon)
        if content is not None and subject is not None and content[1] > content[0]:
            yield entry, told(sentence, at, phrase(words, subject), content, lexicon)


def _asserted(words: Sequence[Word], at: int) -> bool:
    """Whether a verb is told as a fact or goes on from one ("announced", "did announce", "by announcing")."""
    if words[at].tag in {"VBD", "VBZ", "VBP"}:
        return True
    if words[at].tag == "VBG":
        return words[at].relation in {"advcl", "pcomp", "conj", "ROOT", "ccomp", "relcl"}
    return any(words[i].tag in {"MD", "VBD", "VBZ", "VBP"} for i in children(words, at, "aux")) or (
        words[at].relation == "conj" and words[words[at].head].tag in {"VBD", "VBZ", "VBP"}
    )


def _who(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """The subject of a verb; of a participle after a preposition ("by proposing") that of the verb before it."""
    return teller_of(words, words[words[at].head].head if words[at].relation == "pcomp" else at, lexicon)


def _matter(words: Sequence[Word], at: int, entry: Entry) -> tuple[int, int] | None:
    """The words of the object, or of what the preposition governs, with what stands right after them."""
    if any(i > at for i in children(words, at, "ccomp")):
        return None
    found = governed(words, at, entry, after=at)
    if found is not None:
        return _whole(words, at, found[0], subtree(words, found[1]))
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
        more = subtree(words, i)
        if i > inner and more[0] == last + 1 and not dated(words, i):
            last = more[1]
    return trimmed(words, first, last)


RULES = (matter_of_speech, matter_in_mind)
