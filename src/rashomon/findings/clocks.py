"""Times of day: minutes said to lie between two of them, and one deed at two hours in two accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rashomon.findings.deeds import sentence_of, verb_above
from rashomon.findings.stated import PLAINLY, Compared, after, any_of, finding, stated_in
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Finding, Reading, Span, Word

CLOCK = re.compile(r"T(\d{2}):(\d{2})")
HOUR, DAY = 60, 1440  # minutes
LOOSE = 15  # minutes that "around noon" leaves open
TIGHT = 5  # minutes that a clock leaves open
NAMED = 2  # words of a time that names no day: "8:15 p.m."
LATEST = 180  # minutes; a deed told of hours apart is two deeds
LEAD = 16  # characters before a time in which "around" stands
OPENING = 1500  # characters in which an account tells when it happened


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """A time of day, the deed that it belongs to and how exactly it is told."""

    minutes: int
    day: date | None
    span: Span
    verb: Word | None
    nouns: frozenset[str]
    loose: bool
    named: bool


def minutes_between(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """It left at 12:10, and was lost at 12:40, 10 minutes later: that is half an hour.

    find: {2031-05-02 The Harbour Post} The ferry left at [12:10 p.m.|check=duration_vs_dates; severity=doubt] and was lost from sight at [12:40 p.m.|check=duration_vs_dates], [10 minutes|check=duration_vs_dates] later.
    skip: {2031-05-02 The Harbour Post} The ferry left at 12:10 p.m. and was lost from sight at 12:20 p.m., 10 minutes later. It was found 90 minutes later.
    """  # noqa: E501
    hours = _hours(reading, lexicon)
    for stated in stated_in(reading, lexicon):
        figure, sentence = stated.figure, stated.claim.sentence
        if figure.unit not in {"minute", "hour"} or figure.point is None or figure.modifier not in PLAINLY:
            continue
        near = [hour for hour in hours if sentence is not None and sentence.holds(hour.span)]
        if len(near) != 2 or not re.match(rf"\s+{any_of('later', lexicon)}\b", after(stated, LEAD)):
            continue
        true = abs(near[1].minutes - near[0].minutes)
        said = float(figure.point) * DAY
        slack = LOOSE if figure.unit == "hour" or near[0].loose or near[1].loose else TIGHT
        if abs(true - said) > slack and near[1].span.start < stated.span.start <= near[1].span.end + LEAD:
            arithmetic = f"{near[0].span.text} to {near[1].span.text} is {true} minutes; stated {stated.text}"
            yield finding("duration_vs_dates", "doubt", arithmetic, [near[0].span, near[1].span, stated.span])


def one_deed_two_hours(compared: Compared) -> Iterator[Finding]:
    """The shots were fired at 8:15 p.m. in one account, at 9:30 p.m. in another of the same day.

    Only where both tell the same deed of the same doer, on the same day, near the top.

    find: {2031-05-02 The Harbour Post} The ferry sank off Teshar at [8:15 p.m. on Thursday|check=time; severity=doubt]. // {2031-05-02 Teshar Daily} The ferry sank at [9:30 p.m. on Thursday|check=time], the mayor said.
    skip: {2031-05-02 The Harbour Post} The ferry sank off Teshar around 8:15 p.m. on Thursday. // {2031-05-02 Teshar Daily} The ferry sank at about 8:30 p.m. on Thursday, the mayor said.
    """  # noqa: E501
    told = [[hour for hour in _hours(reading, compared.lexicon) if _told(hour)] for reading in compared.readings]
    for one_page, other_page in combinations(told, 2):
        pairs = [(one, other) for one in one_page for other in other_page if _same(one, other)]
        apart = [abs(one.minutes - other.minutes) for one, other in pairs]
        slack = [LOOSE if one.loose or other.loose else TIGHT for one, other in pairs]
        if len(pairs) == 1 and slack[0] < apart[0] <= LATEST:
            (one, other), minutes = pairs[0], apart[0]
            arithmetic = f"{one.span.text} and {other.span.text} for one deed: {number_of(minutes)} apart"
            yield finding("time", "doubt", arithmetic, [one.span, other.span])


def number_of(minutes: int) -> str:
    """Minutes for a reader."""
    return f"{minutes} minutes" if minutes < HOUR else f"{minutes // HOUR} h {minutes % HOUR:02} min"


def _told(hour: Hour) -> bool:
    return hour.verb is not None and bool(hour.nouns) and hour.span.start <= OPENING


def _same(one: Hour, other: Hour) -> bool:
    """Whether two hours are of one deed: the same verb, a noun in common, the same day as far as it is known."""
    deed = one.verb is not None and other.verb is not None and one.verb.lemma == other.verb.lemma
    days = one.day == other.day or not (one.named and other.named)
    return deed and bool(one.nouns & other.nouns) and days


def _hours(reading: Reading, lexicon: Lexicon) -> list[Hour]:
    """The times of day of an account's evidence, in order."""
    text = plain(reading.account.text)
    found = []
    for time in reading.times:
        clock = CLOCK.search(time.value) if time.type == "TIME" and time.zone == "body" else None
        if clock is None:
            continue
        sentence = sentence_of(reading, time.span)
        words = sentence.words if sentence else ()
        verb = verb_above(words, time.span)
        lead = text[max(0, time.span.start - LEAD) : time.span.start] + time.span.text
        loose = re.search(rf"\b{any_of('around_then', lexicon)}\b", lead, re.IGNORECASE) is not None
        minutes = int(clock[1]) * HOUR + int(clock[2])
        found.append(
            Hour(
                minutes=minutes,
                day=time.earliest if time.earliest == time.latest else None,
                span=time.span,
                verb=verb,
                nouns=_nouns(words, verb, lexicon),
                loose=loose or not minutes % HOUR,
                named=len(time.span.text.split()) > NAMED,
            )
        )
    return found


def _nouns(words: Sequence[Word], verb: Word | None, lexicon: Lexicon) -> frozenset[str]:
    """Who did what by a deed's verb; the verb itself where it only says that something happened."""
    if verb is None:
        return frozenset()
    if verb.lemma in lexicon.by_form("findings.happen"):
        return frozenset({verb.lemma})
    mine = {"nsubj", "nsubjpass", "dobj"}
    nouns = {word.lemma.lower() for word in words if word.relation in mine and words[word.head] == verb}
    alarms = lexicon.by_form("findings.alarm")
    return frozenset("" if noun in alarms else noun for noun in nouns if noun not in lexicon.by_form("findings.anyone"))


INSIDE = (minutes_between,)
ACROSS = (one_deed_two_hours,)
RULES = (*INSIDE, *ACROSS)
