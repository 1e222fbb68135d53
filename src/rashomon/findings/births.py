"""An age against the year of birth that the same sentence gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.findings.stated import any_of, finding
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Finding, Reading


def age_and_year_of_birth(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Mara Quill, who was born in 1980, is 40 years old, in a page of 2031: she is 50 or 51.

    find: {2031-05-02 The Harbour Post} Mara Quill, who was born in [1980|check=age; severity=doubt], is [40|check=age] years old.
    skip: {2031-05-02 The Harbour Post} Mara Quill, who was born in 1980, is 51 years old. Her father was born in 1940 and was 45 years old when he died.
    """  # noqa: E501
    published = reading.masthead.published
    if published is None:
        return
    born = rf"\b{any_of('born', lexicon)}(?:\s+\w+){{0,3}}?\s+((?:19|20)\d\d)\b"
    aged = rf"[^.;]{{0,40}}?\b{any_of('is_now', lexicon)}\s+(\d{{1,3}})(?=\s+{any_of('years_old', lexicon)}|[.,]\s)"
    for match in re.finditer(born + aged, plain(reading.account.text), re.IGNORECASE):
        inside = any(zone.is_evidence and zone.span.start <= match.start() < zone.span.end for zone in reading.zones)
        true = published.year - int(match[1])
        if inside and not true - 1 <= int(match[2]) <= true:
            spans = [reading.account.span(match.start(group), match.end(group)) for group in (1, 2)]
            arithmetic = f"born in {match[1]}, {true - 1} or {true} years old in {published}; stated {match[2]}"
            yield finding("age", "doubt", arithmetic, spans)


RULES = (age_and_year_of_birth,)
