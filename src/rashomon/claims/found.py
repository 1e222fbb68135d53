"""All that was found in one account before anyone asks on whose word it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.types import Actor, Figure, Masthead, Place, Quote, Sentence, Speech, Time, Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The mentions of one account with its zones, sentences and masthead."""

    masthead: Masthead
    zones: Sequence[Zone]
    sentences: Sequence[Sentence]
    figures: Sequence[Figure]
    quotes: Sequence[Quote]
    speeches: Sequence[Speech]
    times: Sequence[Time]
    places: Sequence[Place]
    actors: Sequence[Actor]

    def figures_from(self, start: int, end: int) -> Sequence[Figure]:
        """The figures that begin at `start` or later and before `end`, in the order of the text."""
        first = bisect_left(self.figures, start, key=lambda figure: figure.span.start)
        return self.figures[first : bisect_left(self.figures, end, lo=first, key=lambda figure: figure.span.start)]

    def speaks_at(self, offset: int) -> bool:
        """Whether the word at an offset of the text is one of telling."""
        return any(speech.cue is not None and speech.cue.start <= offset < speech.cue.end for speech in self.speeches)
