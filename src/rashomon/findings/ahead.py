"""A day that the page itself cannot know yet: what happened on 6 December, in a page of November."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from rashomon.findings.deeds import sentence_of, verb_above
from rashomon.findings.stated import finding
from rashomon.lexicons import Lexicon
from rashomon.types import Finding, Reading, Sentence, Time

AHEAD = timedelta(days=2)  # by which clocks and late changes of a page may run before its date
YEAR = timedelta(days=330)  # a date that lies further ahead is of another year
MONTH = timedelta(days=30)  # by which a date is off where its month was mistaken
LATE = timedelta(days=10)  # within which a page tells what happened
PAST = "VBD"


def told_before_its_day(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """The boy fell into the well on 6 December, says a page of 8 November: a month too late, or the page is.

    find: {2031-11-08 The Harbour Post} The boy fell into the well on [6 December 2031|check=date; severity=doubt], his father said.
    find: {2031-11-08 The Harbour Post} The boy fell into the well on [December 6|check=date; severity=doubt], his father said on Friday.
    skip: {2031-11-08 The Harbour Post} The man was jailed for the fire that he lit on December 22.
    skip: {2031-11-08 The Harbour Post} The boy fell into the well on 6 November 2031. The mayor said on Friday that the lock would open on 6 December 2031.
    """  # noqa: E501
    published = reading.masthead.published
    if published is None:
        return
    for time in reading.times:
        if not _is_ahead(time, published, lexicon):
            continue
        sentence = sentence_of(reading, time.span)
        if sentence is not None and time.earliest and _is_told_as_past(sentence, time):
            days = (time.earliest - published).days
            arithmetic = f"{time.span.text} is {days} days after the page's own date, {published}, yet told as past"
            page = reading.masthead.published_span
            yield finding("date", "doubt", arithmetic, [time.span, *([page] if page else [])])
            return


@cache
def _month(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon.alternatives('mastheads.month')})\b")


def _is_ahead(time: Time, published: date, lexicon: Lexicon) -> bool:
    """Whether a written date lies after the page: by its year, or as a month earlier it would lie just before it."""
    day = time.earliest
    if time.type != "DATE" or day is None or day != time.latest or time.zone != "body":
        return False
    if not AHEAD < day - published <= YEAR or not _month(lexicon).search(time.span.text):
        return False
    return str(day.year) in time.span.text or LATE >= published - (day - MONTH) >= timedelta(0)


def _is_told_as_past(sentence: Sentence, time: Time) -> bool:
    """Whether the verb that a date belongs to, and no other of its sentence, is in the past."""
    verb = verb_above(sentence.words, time.span)
    planned = any(word.tag in {"MD", "TO"} for word in sentence.words)
    return verb is not None and verb.tag == PAST and not planned


RULES = (told_before_its_day,)
