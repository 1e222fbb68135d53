"""Speech told by a verb: "the ministry said C", "C, the ministry said", "C, said X, adding that D"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.lexicons import Entry, Lexicon
from rashomon.mentions.speeches.contents import after_cue
from rashomon.mentions.speeches.frames import Frame, frame
from rashomon.mentions.speeches.media import medium, told
from rashomon.mentions.speeches.nouns import phrase_after, phrase_before
from rashomon.mentions.speeches.trees import (
    children,
    cue_forms,
    cues,
    entry_of,
    forms_of,
    phrase,
    span_of,
    speaker_of,
    subject_of,
    subtree,
)
from rashomon.types import Sentence, Span, Speech, Word

VERBS = ("cues.say", "cues.belief")


def _speech(sentence: Sentence, found: Frame, lexicon: Lexicon) -> Speech:
    parts = [part for part in (found.before, found.after) if part is not None]
    pieces = tuple(span_of(sentence, *part) for part in parts)
    return Speech(
        span=sentence.span.account.span(pieces[0].start, pieces[-1].end),
        zone=sentence.zone.kind,
        source=span_of(sentence, *found.source),
        cue=span_of(sentence, found.at, found.at),
        medium=medium(sentence, found.at, lexicon),
        pieces=pieces,
        quoted=all(_in_marks(piece) for piece in pieces),
    )


def _in_marks(span: Span) -> bool:
    return span.text[:1] in "\"“'‘" and span.text[-1:] in "\"”'’"


def _frames(sentence: Sentence, lexicon: Lexicon) -> Iterator[Frame]:
    for at, entry in cues(sentence, lexicon, VERBS):
        found = frame(sentence, at, entry, lexicon)
        if found is not None and not _own_belief(sentence, found, lexicon):
            yield found


def _own_belief(sentence: Sentence, found: Frame, lexicon: Lexicon) -> bool:
    """ "I think", "you know": no report of anybody's belief."""
    first = sentence.words[found.source[0]]
    own = {form.lower() for form in lexicon.forms("speech.own")}
    belief = entry_of(sentence.words[found.at], lexicon, "cues.belief") is not None
    return belief and found.source[0] == found.source[1] and first.text.lower() in own


def clause_after_cue(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The ministry said (that) the road was open: the clause that follows the cue of its source.

    find: The harbour office said [the gates were shut at noon|source=harbour office].
    find: She told the Teshar Courier [that nine boats had sunk].
    skip: The harbour office said nothing.
    """
    for found in _frames(sentence, lexicon):
        if found.after is not None:
            yield _speech(sentence, found, lexicon)


def clause_before_cue(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """Six boats sank, the harbour office said on Monday: the clause before its source and cue.

    find: [Six boats sank in the storm], the harbour office said on Monday.
    find: [Six boats sank in the storm] a monitor said.
    skip: On Monday the harbour office said nothing.
    """
    for found in _frames(sentence, lexicon):
        if found.after is None and not found.inverted:
            yield _speech(sentence, found, lexicon)


def clause_before_inverted_cue(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The road remains closed, said harbour chief Ana Bel: the source follows its cue.

    find: [The road remains closed], said harbour chief Ana Bel.
    skip: The road remains closed and nobody said why.
    """
    for found in _frames(sentence, lexicon):
        if found.inverted:
            yield _speech(sentence, found, lexicon)


def added_clause(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """…, adding that two were hurt: what the source of the sentence says besides.

    find: The harbour office said six boats sank, adding [that two men were hurt].
    find: "We wait," said Ana Bel, head of the harbour office, noting [that two men were hurt].
    skip: The cook stirred the pot, adding salt.
    """
    words = sentence.words
    for at, entry in cues(sentence, lexicon, VERBS):
        if words[at].tag != "VBG" or children(words, at, "aux"):
            continue
        content = after_cue(words, at, entry, lexicon)
        source = _speaking(words, at, lexicon)
        if content is not None and source is not None:
            yield _told(sentence, at, source, content, lexicon)


def _speaking(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Whose word is added: the speaker of the nearest cue before the participle, else the subject of its verb."""
    say = cue_forms(lexicon, "cues.say")
    own = speaker_of(words, at, lexicon)
    if own is not None and own in children(words, at, "nsubj"):
        return phrase(words, own)
    for i in range(at - 1, 0, -1):
        if words[i].text.lower() in say and words[i].tag in {"VBD", "VBZ", "VBP"}:
            after = phrase_after(words, i + 1, lexicon)
            subject = subject_of(words, i)
            if subject is not None:
                return phrase(words, subject)
            return after if after is not None and after[1] < at else phrase_before(words, i, lexicon)
    return phrase(words, own) if own is not None else None


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
    find: The harbour office said nine died, updating [a previous toll of six].
    skip: The cook put the pot on the stove.
    """
    words = sentence.words
    for speech in _objects(sentence, lexicon, "cues.count"):
        inside = [word for word in words if speech.span.start <= word.start < speech.span.end]
        if any(word.pos == "NUM" or word.tag in {"NNS", "CD"} for word in inside):
            yield speech


def intention(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The guild vowed to stay: what somebody means or promises to do.

    find: The guild plans [to stay in the square].
    skip: The guild stayed in the square.
    """
    words = sentence.words
    for at, _ in cues(sentence, lexicon, ("cues.intent",)):
        heads = [head for head in children(words, at, "xcomp") if head > at and children(words, head, "aux")]
        subject = subject_of(words, at)
        if not heads or subject is None or children(words, at, "nsubjpass", "auxpass"):
            continue
        if words[subject].text.lower() in {form.lower() for form in lexicon.forms("speech.own")}:
            continue
        first, last = subtree(words, heads[0])
        yield _told(sentence, at, phrase(words, subject), (max(first, at + 1), last), lexicon)


def _objects(sentence: Sentence, lexicon: Lexicon, name: str) -> Iterator[Speech]:
    words = sentence.words
    for at, entry in cues(sentence, lexicon, (name,)):
        if children(words, at, "nsubjpass", "auxpass"):
            continue
        verb: int | None = at
        if words[at].tag == "VBG" and name == "cues.count":
            verb = _saying(words, at, lexicon)
        subject = subject_of(words, verb) if verb is not None else None
        objects = [i for i in children(words, at, "dobj", "oprd", "prep", "xcomp", "ccomp", "dative") if i > at]
        if subject is None or not objects or words[subject].text.lower() in forms_of(lexicon, "speech.own"):
            continue
        if not _says_of(words, objects, entry, lexicon) or (words[objects[0]].relation, name) == (
            "ccomp",
            "cues.count",
        ):
            continue
        first = subtree(words, objects[0])[0]
        last = max(subtree(words, i)[1] for i in objects)
        while last > at + 1 and words[last].pos == "PUNCT" and words[last].text not in {'"', ")"}:
            last -= 1
        yield _told(sentence, at, phrase(words, subject), (max(first, at + 1), last), lexicon)


def _saying(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """The verb whose speaker a participle goes on with: "said nine died, updating a toll of six"."""
    if words[at].relation != "advcl":
        return None
    near = (words[at].head, words[words[at].head].head)
    return next((i for i in near if words[i].text.lower() in cue_forms(lexicon, "cues.say")), None)


def _says_of(words: Sequence[Word], objects: Sequence[int], entry: Entry, lexicon: Lexicon) -> bool:
    """Whether the objects of a cue are what is said: no bare pronoun, the frame and the noun that the cue asks for."""
    texts = {words[i].text.lower() for i in objects}
    opening = words[objects[0]]
    if opening.relation == "prep" and opening.text.lower() not in forms_of(lexicon, "speech.target"):
        return False
    if entry.get("weak") or all(words[i].pos == "PRON" for i in objects) or texts & set(entry.get("except").split()):
        return False
    if entry.get("toll") and not texts & forms_of(lexicon, "speech.count"):
        return False
    return not entry.get("frame") or entry["frame"] in texts


def _told(sentence: Sentence, at: int, source: tuple[int, int], content: tuple[int, int], lexicon: Lexicon) -> Speech:
    speech = told(sentence, at, source, content, lexicon)
    return replace(speech, quoted=_in_marks(speech.span))


RULES = (
    clause_after_cue,
    clause_before_cue,
    clause_before_inverted_cue,
    added_clause,
    count_of_cue,
    object_of_cue,
    intention,
)
