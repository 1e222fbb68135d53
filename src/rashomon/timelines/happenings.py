"""Happenings that an account dates: a verb, the time that goes with it, and the words that tell it from others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.types import Place, Reading, Sentence, Span, Time, Word

LONGEST = 31  # days within which a time still dates a happening
NAMED = {"NOUN", "PROPN"}
TELLING = {"NOUN", "PROPN", "VERB"}
NOT_SITES = {"country", "region"}  # all of a story's events may lie in one country


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A sentence that says of something on what days it happened."""

    reading: Reading
    span: Span
    time: Time
    earliest: date
    latest: date
    verb: str
    words: frozenset[str]
    sites: frozenset[str]
    events: frozenset[str]


def dated_happening(reading: Reading) -> Iterator[Happening]:
    """As in "A ferry struck a pier on Monday": what a verb tells and a time dates, if not the time of the telling.

    find: {2031-05-07 The Harbour Post} [A ferry struck a pier in Port Edran on Monday.|earliest=2031-05-05]
    skip: {2031-05-07 The Harbour Post} The council is happy, the harbour master said on Monday.
    """
    cues = _cue_offsets(reading)
    for sentence in reading.sentences:
        if sentence.zone.kind != "body" or not sentence.words:
            continue
        for time in reading.times:
            if sentence.span.holds(time.span) and _dates(time, reading.masthead.published):
                verb = _governing(sentence, time)
                if verb is not None and cues.isdisjoint(range(verb.start, verb.end)):
                    yield _happening(reading, sentence, time, verb)
                    break


def _dates(time: Time, published: date | None) -> bool:
    """Whether a time gives the days of something that is over, closely enough to stand on a line of days."""
    if time.type not in {"DATE", "TIME"} or time.earliest is None or time.latest is None:
        return False
    return (time.latest - time.earliest).days < LONGEST and (published is None or time.earliest <= published)


def _governing(sentence: Sentence, time: Time) -> Word | None:
    """The verb in the past that the time goes with: the nearest above it, and not one that only supposes."""
    inside = [number for number, word in enumerate(sentence.words) if time.span.start <= word.start < time.span.end]
    if not inside:
        return None
    at, seen = inside[-1], set()
    while at not in seen:
        seen.add(at)
        word = sentence.words[at]
        if word.pos == "VERB" and at not in inside:
            return word if _is_past(sentence.words, at) else None
        at = word.head
    return None


def _is_past(words: Sequence[Word], at: int) -> bool:
    helpers = [word for word in words if word.head == at and word.relation in {"aux", "auxpass"}]
    if any(word.tag == "MD" or word.lemma == "will" for word in helpers):
        return False
    return words[at].tag == "VBD" or any(word.tag == "VBD" or word.lemma == "have" for word in helpers)


def _happening(reading: Reading, sentence: Sentence, time: Time, verb: Word) -> Happening:
    assert time.earliest is not None  # noqa: S101
    assert time.latest is not None  # noqa: S101
    told = [word for word in sentence.words if not time.span.start <= word.start < time.span.end]
    return Happening(
        reading=reading,
        span=sentence.span,
        time=time,
        earliest=time.earliest,
        latest=time.latest,
        verb=verb.lemma,
        words=frozenset(word.lemma for word in told if word.pos in TELLING),
        sites=frozenset(
            word
            for place in reading.places
            if sentence.span.holds(place.span) and place.kind not in NOT_SITES
            for word in site_words(place)
        ),
        events=frozenset(
            word
            for claim in reading.claims
            if claim.topic is not None and sentence.span.holds(claim.span)
            for word in claim.topic.event
        ),
    )


def site_words(place: Place) -> Iterator[str]:
    """The capitalised words of a place's name, as one place is called by several ("Salter district", "Salter")."""
    return (word.lower() for word in place.name.split() if word[:1].isupper() or "-" in word)


def _cue_offsets(reading: Reading) -> frozenset[int]:
    """Where the account's verbs of telling stand; the day of a telling is no happening."""
    cues = [claim.cue for claim in reading.claims if claim.cue is not None]
    return frozenset(at for cue in cues for at in range(cue.start, cue.end))


RULES = (dated_happening,)
