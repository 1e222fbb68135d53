"""The sentences in which something stands, with what is meant marked: a figure is read in its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.types import Account, Reading, Span

Pieces = tuple[tuple[str, Span | None], ...]  # words, each with the span that they are, or none between two
LONGEST = 220  # characters quoted before the first and after the last mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence of an account in pieces."""

    account: Account
    pieces: Pieces


def passages(spans: Sequence[Span], readings: Iterable[Reading]) -> list[Passage]:
    """Each sentence that holds one of the spans, once, with all of them in it marked."""
    sentences = {reading.account: [sentence.span for sentence in reading.sentences] for reading in readings}
    held: dict[Span, list[Span]] = {}
    for span in dict.fromkeys(spans):
        around = next((one for one in sentences.get(span.account, ()) if one.holds(span)), span)
        held.setdefault(around, []).append(span)
    return [_passage(around, sorted(inner, key=lambda one: (one.start, -one.end))) for around, inner in held.items()]


def _passage(around: Span, marked: Sequence[Span]) -> Passage:
    text, at = around.account.text, around.start
    pieces: list[tuple[str, Span | None]] = []
    for span in marked:
        if span.start < at:
            continue  # inside the one before
        pieces += [(text[at : span.start], None), (span.text, span)]
        at = span.end
    pieces.append((text[at : around.end], None))
    first, last = pieces[0][0], pieces[-1][0]
    if len(first) > LONGEST:
        pieces[0] = ("… " + first[-LONGEST:].partition(" ")[2], None)
    if len(last) > LONGEST:
        pieces[-1] = (last[:LONGEST].rpartition(" ")[0] + " …", None)
    return Passage(account=around.account, pieces=tuple((words, span) for words, span in pieces if words))
