"""Where a whole text was taken from: the outlet that had it first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.mastheads.credits import stated_at
from rashomon.mastheads.head import Head
from rashomon.types import Stated

_LINK = re.compile(r"\[([^\]\n]{2,60})\]\([^)\s]*\)")
_NAME = r"\[?([A-Z][\w'&.-]*(?:[ -](?:of |the |and )?[A-Z][\w'&.-]*){0,4})"


def original_source(head: Head) -> Iterator[Stated]:
    """As in "The original source of this article is [RT](#)": the outlet that a text was taken from.

    find: Ferry strikes pier¶¶A ferry struck a pier.¶¶The original source of this article is [Teshar Mail]
    skip: Ferry strikes pier¶¶The original source of the fire is unknown.
    """
    openings = head.lexicon.alternatives("mastheads.original_source")
    pattern = re.compile(rf"(?:{openings}):?\s+{_NAME}")
    for zone in head.of("boilerplate", "byline"):
        for match in pattern.finditer(head.text(zone)):
            yield stated_at(head, zone, match, match[1].rstrip("."))


def linked_outlet(head: Head) -> Iterator[Stated]:
    """As in "The Harbour Post, May 4, 2031¶¶[Teshar Mail](#)": a link alone in the byline.

    find: Ferry strikes pier¶¶The Harbour Post, May 4, 2031¶¶[[Teshar Mail]](#)¶¶A ferry struck a pier.
    skip: Ferry strikes pier¶¶The Harbour Post, May 4, 2031¶¶A ferry struck a [[pier]](#).
    """
    for zone in head.of("byline"):
        match = _LINK.fullmatch(head.text(zone).strip())
        if match:
            at = head.text(zone).index("[") + 1
            span = head.account.span(zone.span.start + at, zone.span.start + at + len(match[1]))
            yield Stated(value=span.text, span=span)


RULES = (original_source, linked_outlet)
