"""Reading -> Words: the evidence of an account as a row of words that other accounts' words can meet.

Marks and case are dropped, since one outlet prints "Syria's" and "5,000" where another has "Syrias" and "5000";
each word keeps its place, so that whatever is found points back at the account's own characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.text import WORD, bare, plain
from rashomon.types import Account, Quote, Reading, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one account's evidence, each with its place, whether it is quoted, and its sentence."""

    account: Account
    texts: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]
    named: tuple[bool, ...]
    sentence: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The characters from the word at `start` to the word before `end`."""
        return self.account.span(self.places[start][0], self.places[end - 1][1])


def words_of(reading: Reading) -> Words:
    """The words of an account's evidence; comments and page furniture are left out."""
    view = plain(reading.account.text)
    inside = [claim.mention.content for claim in reading.quotes if isinstance(claim.mention, Quote)]
    starts = [sentence.span.start for sentence in reading.sentences]
    found = []
    for zone in reading.zones:
        if zone.is_evidence:
            found += [(match.start(), match.end()) for match in WORD.finditer(view, zone.span.start, zone.span.end)]
    texts = tuple(bare(view[start:end]) for start, end in found)
    return Words(
        account=reading.account,
        texts=texts,
        places=tuple(found),
        quoted=_quoted(found, inside),
        named=tuple(view[start].isupper() for start, _ in found),
        sentence=_sentences(found, starts),
    )


def _quoted(places: Sequence[tuple[int, int]], inside: Sequence[Span]) -> tuple[bool, ...]:
    marked = [False] * len(places)
    at = 0
    for span in sorted(inside, key=lambda span: (span.start, span.end)):
        while at < len(places) and places[at][0] < span.start:
            at += 1
        for position in range(at, len(places)):
            if places[position][0] >= span.end:
                break
            marked[position] = True
    return tuple(marked)


def _sentences(places: Sequence[tuple[int, int]], starts: Sequence[int]) -> tuple[int, ...]:
    numbers, at = [], -1
    for start, _ in places:
        while at + 1 < len(starts) and starts[at + 1] <= start:
            at += 1
        numbers.append(at)
    return tuple(numbers)
