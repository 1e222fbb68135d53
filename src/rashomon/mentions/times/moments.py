"""One sentence as the finders of times see it: its text, the words of time, and the days it may lean on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from rashomon.lexicons import Lexicon
from rashomon.mentions.times.calendars import window
from rashomon.mentions.times.patterns import Words, compiled, words_of
from rashomon.text import plain
from rashomon.types import Sentence, Time, TimeType


class Moment(NamedTuple):
    """`published` is the account's own day, `told` the last day named before; `letters` its runs of letters."""

    sentence: Sentence
    text: str
    lexicon: Lexicon
    published: date | None
    told: date | None
    letters: frozenset[str]

    @property
    def words(self) -> Words:
        """The words of time of the account's language."""
        return words_of(self.lexicon)

    def matches(self, pattern: str, *needs: str) -> Iterator[re.Match[str]]:
        """Where a pattern stands in the sentence, from left to right; `needs` are lists of which it holds a form."""
        if any(self.letters.isdisjoint(_runs(self.lexicon, name)) for name in needs):
            return iter(())
        return _pattern(pattern, self.lexicon).finditer(self.text)

    def ahead(self, at: int) -> bool:
        """Whether words before a place say that what follows is still to come: not "as it was back in March"."""
        if _cue(self.lexicon, "back").search(self.text, max(0, at - _BACK), at):
            return False
        return _cue(self.lexicon, "future_cue").search(self.text, max(0, at - _REACH), at) is not None

    def time(self, match: re.Match[str], kind: TimeType, value: str, anchor: date | None = None) -> Time:
        """The time that a match states."""
        base = self.sentence.span.start
        earliest, latest = window(value) if kind in {"DATE", "TIME"} else (None, None)
        return Time(
            span=self.sentence.span.account.span(base + match.start(), base + match.end()),
            zone=self.sentence.zone.kind,
            type=kind,
            value=value,
            earliest=earliest,
            latest=latest,
            anchor=anchor.isoformat() if anchor else None,
        )


_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_TELL = (
    "unit", "month", "weekday", "weekday_short", "day_word", "reference", "season", "part_of_day", "weekend",
    "holiday", "set_word", "clock_word", "clock_half", "oclock", "decade_word", "spoken_century", "year_end",
    "year_ago", "same_day", "next_day", "day_before", "past_period",
)  # fmt: skip
_BACK = 9  # characters in which "back in" stands right before its month
_REACH = 40  # characters in which a word of the future still bears on a date


def runs_of_letters(text: str) -> frozenset[str]:
    """The runs of letters of a text in lower case."""
    return frozenset(_LETTERS.findall(text.lower()))


def may_hold_time(text: str, letters: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a text has any word or digits of time in it: most have none, and need no finder."""
    if not _DIGIT.search(text) and letters.isdisjoint(_trigger_runs(lexicon)):
        return False
    return _trigger(lexicon).search(text) is not None


@cache
def _trigger(lexicon: Lexicon) -> re.Pattern[str]:
    piece = words_of(lexicon).piece
    return re.compile(
        r"\d{3}|\d[-./:]\d|\d0s|\d[ap]|\b(?:" + "|".join(piece[name] for name in _TELL) + r")\b", re.IGNORECASE
    )


@cache
def _trigger_runs(lexicon: Lexicon) -> frozenset[str]:
    return frozenset().union(*(_runs(lexicon, name) for name in _TELL))


@cache
def _runs(lexicon: Lexicon, name: str) -> frozenset[str]:
    """A word of each form of a list, without which the form cannot stand in a text: "day" of "that day"."""
    runs = (_LETTERS.findall(plain(form).lower()) for form in lexicon.forms(f"times.{name}"))
    return frozenset(max(reversed(found), key=lambda run: len(run) > 1) for found in runs if found)


@cache
def _pattern(pattern: str, lexicon: Lexicon) -> re.Pattern[str]:
    return compiled(pattern, words_of(lexicon))


@cache
def _cue(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    return compiled(f"<{name}>", words_of(lexicon))
