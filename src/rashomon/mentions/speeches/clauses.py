"""Speech told by a verb: "the ministry said C", "C, the ministry said", "C, said X, adding that D"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.lexicons import Lexicon
from rashomon.mentions.speeches.contents import after_cue
from rashomon.mentions.speeches.frames import Frame, frame
from rashomon.mentions.speeches.media import in_marks, medium, told
from rashomon.mentions.speeches.nouns import phrase_after, phrase_before
from rashomon.mentions.speeches.trees import (
    CLOSING,
    children,
    cues,
    entry_of,
    phrase,
    span_of,
    speaker_of,
    subject_of,
    trimmed,
)
from rashomon.types import Sentence, Speech, Word

DAYS = 5  # words between a cue and the comma after it: "said on Monday,"
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
        quoted=all(in_marks(piece) for piece in pieces),
    )


def frames(sentence: Sentence, lexicon: Lexicon) -> Iterator[Frame]:
    """The frames of a sentence's verbs; each is told by the one rule of FRAMED whose kind it is."""
    for at, entry in cues(sentence, lexicon, VERBS):
        found = frame(sentence, at, entry, lexicon)
        if found is not None and not _own_belief(sentence, found, lexicon):
            yield found


def _own_belief(sentence: Sentence, found: Frame, lexicon: Lexicon) -> bool:
    """ "I think", "you know": no report of anybody's belief."""
    first = sentence.words[found.source[0]]
    own = lexicon.lowered("speech.own")
    belief = entry_of(sentence.words[found.at], lexicon, "cues.belief") is not None
    return belief and found.source[0] == found.source[1] and first.text.lower() in own


def clause_after_cue(sentence: Sentence, found: Frame, lexicon: Lexicon) -> Speech | None:
    """The ministry said (that) the road was open: the clause that follows the cue of its source.

    find: The harbour office said [the gates were shut at noon|source=harbour office].
    find: She told the Teshar Courier [that nine boats had sunk].
    skip: The harbour office said nothing.
    """
    if found.after is None:
        return None
    speech = _speech(sentence, found, lexicon)
    return replace(speech, sense="held") if _of_a_deed(sentence, found, lexicon) else speech


def _of_a_deed(sentence: Sentence, found: Frame, lexicon: Lexicon) -> bool:
    """Whether a cue with an infinitive tells what was settled rather than said: "agreed to lend six boats"."""
    entry = entry_of(sentence.words[found.at], lexicon, "cues.say")
    return bool(entry and entry.get("to") and found.after and sentence.words[found.after[0]].tag == "TO")


def clause_before_cue(sentence: Sentence, found: Frame, lexicon: Lexicon) -> Speech | None:
    """Six boats sank, the harbour office said on Monday: the clause before its source and cue.

    find: [Six boats sank in the storm], the harbour office said on Monday.
    find: [Six boats sank in the storm] a monitor said.
    skip: On Monday the harbour office said nothing.
    """
    return _speech(sentence, found, lexicon) if found.after is None and not found.inverted else None


def clause_before_inverted_cue(sentence: Sentence, found: Frame, lexicon: Lexicon) -> Speech | None:
    """The road remains closed, said harbour chief Ana Bel: the source follows its cue.

    find: [The road remains closed], said harbour chief Ana Bel.
    skip: The road remains closed and nobody said why.
    """
    return _speech(sentence, found, lexicon) if found.inverted else None


def clause_beside(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """As the guild said, the road was open: a sentence that opens with the cue of its source, set beside it.

    find: As the harbour office said, [the gates were shut at noon|source=harbour office].
    skip: As the harbour office said nothing, the gates were shut at noon.
    """
    words = sentence.words
    if not words or words[0].text.lower() not in lexicon.lowered("matters.as"):
        return
    for at, _ in cues(sentence, lexicon, ("cues.say",)):
        comma = next((i for i in range(at + 1, min(len(words), at + DAYS)) if words[i].text == ","), None)
        subjects = children(words, at, "nsubj")
        if comma is None or not subjects or words[at].head <= comma or children(words, at, "dobj", "ccomp"):
            return
        content = trimmed(words, comma + 1, len(words) - 1, closing=CLOSING - {"'"})
        if content[1] > content[0]:
            yield told(sentence, at, phrase(words, subjects[-1]), content, lexicon)
        return


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
            yield told(sentence, at, source, content, lexicon)


def _speaking(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Whose word is added: the speaker of the nearest cue before the participle, else the subject of its verb."""
    say = lexicon.by_form("cues.say")
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


FRAMED = (clause_after_cue, clause_before_cue, clause_before_inverted_cue)
RULES = (*FRAMED, clause_beside, added_clause)
