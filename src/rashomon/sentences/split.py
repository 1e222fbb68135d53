"""Where a sentence ends: not after "Gen.", not inside "3.5", but after a closing mark that follows a stop."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Sentence, Zone

_END = re.compile(r"""[.!?]+["')\]]*(?=\s+["'(\[]?[A-Z0-9])|\n\s*\n|\n""")


def split_sentences(zones: Iterable[Zone], lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of every zone that is evidence, in the order of the text."""
    return tuple(sentence for zone in zones if zone.is_evidence for sentence in _sentences(zone, lexicon))


def _sentences(zone: Zone, lexicon: Lexicon) -> Iterator[Sentence]:
    text, start = plain(zone.span.text), 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        piece = text[start:end]
        if piece.strip():
            left = zone.span.start + start + len(piece) - len(piece.lstrip())
            right = zone.span.start + start + len(piece.rstrip())
            yield Sentence(span=zone.span.account.span(left, right), zone=zone)
        start = end
