"""One thing counted in two accounts, and the days on which they put it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rashomon.findings.deeds import verb_above
from rashomon.findings.stated import Compared, any_of, finding
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Claim, Finding, Reading, Sentence, Span, Time, Word

WEEKDAY = re.compile(r"-WXX-(\d)")  # of a time whose week is not known, Monday being 1
NEAR = 30  # characters between the day and a verb of telling that it then belongs to
LETTERS = 4  # of a verb's stem, below which it is too common to tie two sentences together
DEEDS = frozenset(
    {"killed", "injured", "missing", "captured", "surrendered", "displaced", "evacuated", "returned", "forces"}
)
WEEK = 7  # days; dates that differ by as many are of two happenings
SOON = 3  # days after a telling within which the other account puts the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The day on which an account puts what it counts: its weekday, its date where that is known.

    `by` is set where it is the day of a telling of what "had" been done: then it was done on that day or before.
    """

    claim: Claim
    span: Span
    weekday: int
    day: date | None
    by: bool = False


def other_day(compared: Compared) -> Iterator[Finding]:
    """Some 4,000 men attacked the town on Monday, says one account; by Sunday, says another.

    The day is that of the figure's own sentence, or of the one beside it that tells of the same deed at the same place.

    find: {2031-05-06 The Harbour Post} Recently more than 4,000 gunmen re-entered Aden. Reports on [Sunday morning|check=date; severity=note] said that they had managed to re-enter Aden. // On [Monday|check=date] some 4,000 rebels launched an attack on Aden.
    skip: {2031-05-06 The Harbour Post} On Monday more than 4,000 gunmen attacked Aden. // On Monday some 4,000 rebels launched an attack on Aden.
    skip: {2031-05-06 The Harbour Post} The army said on Sunday that more than 4,000 gunmen attacked Aden. // On Monday some 4,000 rebels launched an attack on Aden.
    """  # noqa: E501
    readings = {reading.account: reading for reading in compared.readings}
    seen = set()
    for verdict in compared.verdicts:
        if verdict.fact.role not in DEEDS:
            continue
        told = [
            one for claim in verdict.fact.claims if (one := _told(claim, readings[claim.account], compared.lexicon))
        ]
        for one, other in combinations(told, 2):
            pair = one.claim.account, other.claim.account, one.weekday, other.weekday
            if one.claim.account == other.claim.account or pair in seen or not _differ(one, other):
                continue
            seen.add(pair)
            names = " and ".join(_in_words(side, compared.lexicon) for side in (one, other))
            yield finding("date", "note", f"{verdict.fact.question}: {names}", [one.span, other.span])


def _in_words(told: Told, lexicon: Lexicon) -> str:
    """The day as a reader needs it: the date where it is known, else the weekday."""
    name = next(e.forms[0] for e in lexicon.entries("mastheads.weekday") if int(e["value"]) == told.weekday)
    known = f", {told.day}" if told.day else ""
    return f"{'by ' if told.by else ''}{name}{known} ({told.claim.account.name})"


def _differ(one: Told, other: Told) -> bool:
    """Whether two days cannot be one though they lie within a week; weekdays alone are taken as near as they can be."""
    later = (other.day - one.day).days if one.day and other.day else (other.weekday - one.weekday + 3) % WEEK - 3
    if one.by or other.by:
        return one.by != other.by and 0 < (later if one.by else -later) <= SOON
    return 0 < abs(later) < WEEK


def _told(claim: Claim, reading: Reading, lexicon: Lexicon) -> Told | None:
    """The one day told for what a figure counts; None where no day or several are."""
    place = next((n for n, each in enumerate(reading.sentences) if each.span.holds(claim.span)), None)
    if place is None or not reading.sentences[place].words:
        return None
    own = reading.sentences[place]
    deed = verb_above(own.words, claim.span)
    days = _days(own, deed, reading, claim, lexicon)
    dated = any(own.span.holds(time.span) and (time.earliest or WEEKDAY.search(time.value)) for time in reading.times)
    if not days and not dated:
        beside = [reading.sentences[n] for n in (place + 1, place - 1) if 0 <= n < len(reading.sentences)]
        same = ((each, verb) for each in beside if (verb := _one_deed(own, each, reading)) is not None)
        days = next((_days(each, verb, reading, claim, lexicon) for each, verb in same), [])
    return days[0] if len({one.weekday for one in days}) == 1 else None


def _days(sentence: Sentence, deed: Word | None, reading: Reading, claim: Claim, lexicon: Lexicon) -> list[Told]:
    """The days that go with a deed's verb; that of a telling only of what "had" been done; none of a night."""
    if deed is None or re.search(rf"\b{any_of('night', lexicon)}\b", plain(sentence.span.text), re.IGNORECASE):
        return []
    words = sentence.words
    past = any(word.relation in {"aux", "auxpass"} and word.tag == "VBD" and word.lemma == "have" for word in words)
    found = []
    for time in reading.times:
        day = _day(time) if sentence.span.holds(time.span) else None
        if day is None:
            continue
        by = _of_telling(time, sentence, reading)
        if past if by else verb_above(words, time.span) == deed:
            found.append(Told(claim=claim, span=time.span, weekday=day[0], day=day[1], by=by))
    return found


def _day(time: Time) -> tuple[int, date | None] | None:
    if time.type not in {"DATE", "TIME"}:
        return None
    if time.earliest is not None and time.earliest == time.latest:
        return time.earliest.weekday(), time.earliest
    weekday = WEEKDAY.search(time.value)
    return (int(weekday[1]) - 1, None) if weekday else None


def _of_telling(time: Time, sentence: Sentence, reading: Reading) -> bool:
    """Whether a day stands beside a verb of telling: "said on Sunday", "on Sunday the army said"."""
    cues = [claim.cue for claim in reading.claims if claim.cue and sentence.span.holds(claim.cue)]
    return any(0 <= time.span.start - cue.end <= NEAR or 0 <= cue.start - time.span.end <= NEAR for cue in cues)


def _one_deed(one: Sentence, other: Sentence, reading: Reading) -> Word | None:
    """The verb of the other sentence that is also one of this one, where both name the same place."""
    names = {place.name for place in reading.places if one.span.holds(place.span)}
    there = {place.name for place in reading.places if other.span.holds(place.span)}
    stems = {_stem(word) for word in one.words if word.pos == "VERB" and len(word.lemma) >= LETTERS}
    verbs = (word for word in other.words if word.pos == "VERB" and _stem(word) in stems)
    return next(verbs, None) if names & there else None


def _stem(word: Word) -> str:
    return word.lemma[-LETTERS:]


RULES = (other_day,)
