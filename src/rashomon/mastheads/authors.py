"""The author's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.mastheads.head import Head
from rashomon.types import Stated

_NAME = r"(?:[A-Z][\w'.-]*|[a-z]{2,3} (?=[A-Z]))(?: (?:[a-z]{2,3} )?[A-Z][\w'.-]*){1,3}"
_ROLE = r"(?:\s*[,|]|\s+(?:-|in)\b|\s*$|\s+and\b|\s*\n)"


def by_name(head: Head) -> Iterator[Stated]:
    """As in "By Mara Quill": the name after the author's label, in a byline.

    find: Ferry strikes pier¶¶By [Mara Quill]¶¶A ferry struck a pier.
    skip: Ferry strikes pier¶¶A ferry built by Mara Quill struck a pier.
    """
    labels = head.lexicon.alternatives("mastheads.author_label")
    pattern = re.compile(rf"(?:^|\n)\s*(?i:{labels}):?\s+\[?({_NAME})")
    for zone in head.of("byline"):
        for match in pattern.finditer(head.text(zone)):
            yield _stated(head, zone.span.start + match.start(1), zone.span.start + match.end(1))


def name_before_outlet(head: Head) -> Iterator[Stated]:
    """As in "Mara Quill, HarbourPost.example": a name, a comma and the outlet, alone on the line of a byline.

    find: Ferry strikes pier¶¶[Mara Quill], HarbourPost.example¶A ferry struck a pier on Monday.
    skip: Ferry strikes pier¶¶The Harbour Post, December 13, 2031¶¶A ferry struck a pier.
    """
    for zone in head.of("byline"):
        match = re.match(rf"\s*({_NAME})(?:,| \||  ?-) ?[A-Z][\w.' -]*\s*$", head.text(zone))
        if match and not re.search(r"\d", match[0]):
            yield _stated(head, zone.span.start + match.start(1), zone.span.start + match.end(1))


def _stated(head: Head, start: int, end: int) -> Stated:
    span = head.account.span(start, end)
    return Stated(value=span.text, span=span)


RULES = (by_name, name_before_outlet)
