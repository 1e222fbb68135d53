"""Speech without a clause: "condemned the raid as shameful", "put the toll at six", "warned of floods"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.lexicons import Entry, Lexicon
from rashomon.mentions.speeches.frames import is_happening
from rashomon.mentions.speeches.media import told
from rashomon.mentions.speeches.trees import SURELY_CLOSING, children, cues, phrase, subtree, teller_of, trimmed
from rashomon.types import Sentence, Speech, Word


def object_of_cue(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The bishop condemned the raid as shameful: what is said of somebody, without a clause.

    find: The bishop condemned [the raid on the mill as shameful].
    skip: The raid was condemned.
    """
    yield from _objects(sentence, lexicon, "cues.judge")


def count_of_cue(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The ministry put the toll at six: a count that somebody gives.

    find: The ministry put [the toll at six].
    find: The harbour office reported [six deaths in the storm].
    skip: The country recorded six deaths in the storm.
    find: The harbour office said nine died, updating [a previous toll of six].
    skip: The cook put the pot on the stove.
    """
    words = sentence.words
    for speech in _objects(sentence, lexicon, "cues.count"):
        inside = [word for word in words if speech.span.start <= word.start < speech.span.end]
        if any(word.pos == "NUM" or word.tag in {"NNS", "CD"} for word in inside):
            yield speech


def _objects(sentence: Sentence, lexicon: Lexicon, name: str) -> Iterator[Speech]:
    words = sentence.words
    for at, entry in cues(sentence, lexicon, (name,)):
        if children(words, at, "nsubjpass", "auxpass"):
            continue
        verb: int | None = at
        if words[at].tag == "VBG" and name == "cues.count":
            verb = _saying(words, at, lexicon)
        subject = teller_of(words, verb, lexicon) if verb is not None else None
        objects = [i for i in children(words, at, "dobj", "oprd", "prep", "xcomp", "ccomp", "dative") if i > at]
        if subject is None or not objects or _no_speaker(words, subject, lexicon):
            continue
        if not _says_of(words, objects, entry, lexicon):
            continue
        if name == "cues.count" and words[objects[0]].relation == "ccomp":
            continue  # "the office reported that six had died" is a clause
        first = max(subtree(words, objects[0])[0], at + 1)
        last = max(subtree(words, i)[1] for i in objects)
        yield told(sentence, at, phrase(words, subject), trimmed(words, first, last, closing=SURELY_CLOSING), lexicon)


def _no_speaker(words: Sequence[Word], subject: int, lexicon: Lexicon) -> bool:
    """Whether a subject is a thing, a place or a time, which judges nothing: "the country registered six"."""
    if words[subject].pos == "NOUN" and words[subject].text.lower() in lexicon.lowered("speech.where"):
        return True
    return is_happening(words, (subject, subject), lexicon)


def _saying(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """The verb whose speaker a participle goes on with: "said nine died, updating a toll of six"."""
    if words[at].relation != "advcl":
        return None
    near = (words[at].head, words[words[at].head].head)
    return next((i for i in near if words[i].text.lower() in lexicon.by_form("cues.say")), None)


def _says_of(words: Sequence[Word], objects: Sequence[int], entry: Entry, lexicon: Lexicon) -> bool:
    """Whether the objects of a cue are what is said: no bare pronoun, the frame and the noun that the cue asks for."""
    texts = {words[i].text.lower() for i in objects}
    opening = words[objects[0]]
    if opening.relation == "prep" and opening.text.lower() not in lexicon.lowered("speech.target"):
        return False
    if entry.get("weak") or all(words[i].pos == "PRON" for i in objects) or texts & set(entry.get("except").split()):
        return False
    if entry.get("toll") and not texts & lexicon.lowered("speech.count"):
        return False
    return not entry.get("frame") or entry["frame"] in texts


RULES = (count_of_cue, object_of_cue)
