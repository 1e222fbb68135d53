"""Headings inside a report."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from rashomon.types import ZoneKind
from rashomon.zones.page import Line, Page, Part, reported

_DASHED = re.compile(r"""(?<=[.!?"')])\s+(- [A-Z0-9][^-.!?\n]{2,70}[^\s.-] -)\s+(?=["'(]?[A-Z0-9])""")
LONGEST = 9  # words


def dashed_heading(page: Page) -> Iterator[Part]:
    """As in "… on dissent. - Troops leave the town - Meanwhile …": a heading run into its paragraph between dashes.

    find: Ferry strikes pier¶¶The road was shut. [- Crews leave the port - |zone=heading]Meanwhile the crews left.
    skip: Ferry strikes pier¶¶The road - the only one - was shut. The crews left.
    """
    for match in _DASHED.finditer(page.plain):
        if len(match[1].split()) <= LONGEST + 2:
            yield Part(start=match.start(1), end=match.end(1), kind="heading")


def short_line(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "Harbour master receives letter": a short line without a full stop between paragraphs.

    find: Ferry strikes pier¶¶The road was shut on Monday.¶¶[Crews wait for word¶¶|zone=heading]The crews waited.
    skip: Ferry strikes pier¶¶The road was shut on Monday.¶¶The crews waited in port.¶¶They left on Tuesday.
    """
    if line.stopped or not line.whole or line.words > LONGEST or line.number + 1 >= len(page.lines):
        return None
    if not re.match(r"""["'(]?[A-Z0-9]""", line.text) or line.text.endswith((",", ";", ":", "-")):
        return None
    following = page.lines[line.number + 1]
    if not (reported(kinds) or "title" in kinds) or following.words < 3:
        return None
    alone = line.open_before and line.open_after
    return "heading" if alone or (following.stopped and following.words > line.words) else None


FINDERS = (dashed_heading,)
DECIDERS = (short_line,)
RULES = (*FINDERS, *DECIDERS)
