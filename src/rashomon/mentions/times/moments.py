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
from rashomon.types import Sentence, Time, TimeType


class Moment(NamedTuple):
    """`published` is the account's own day, `told` the last day that its narrative has named."""

    sentence: Sentence
    text: str
    lexicon: Lexicon
    published: date | None
    told: date | None

    @property
    def words(self) -> Words:
        """The words of time of the account's language."""
        return words_of(self.lexicon)

    def matches(self, pattern: str) -> Iterator[re.Match[str]]:
        """Where a pattern stands in the sentence, from left to right."""
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


_BACK = 9  # characters in which "back in" stands right before its month
_REACH = 40  # characters in which a word of the future still bears on a date


def may_hold_time(text: str, lexicon: Lexicon) -> bool:
    """Whether a text has any word or digits of time in it: most have none, and need no finder."""
    return _trigger(lexicon).search(text) is not None


@cache
def _trigger(lexicon: Lexicon) -> re.Pattern[str]:
    lists = (
        "unit", "month", "weekday", "weekday_short", "day_word", "reference", "season", "part_of_day", "weekend",
        "holiday", "set_word", "clock_word", "clock_half", "oclock", "decade_word", "spoken_century", "year_end",
        "year_ago", "same_day", "next_day", "day_before", "past_period",
    )  # fmt: skip
    piece = words_of(lexicon).piece
    return re.compile(
        r"\d{3}|\d[-./:]\d|\d0s|\d[ap]|\b(?:" + "|".join(piece[name] for name in lists) + r")\b", re.IGNORECASE
    )


@cache
def _pattern(pattern: str, lexicon: Lexicon) -> re.Pattern[str]:
    return compiled(pattern, words_of(lexicon))


@cache
def _cue(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    return compiled(f"<{name}>", words_of(lexicon))
