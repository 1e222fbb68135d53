"""The outlet's name, where the text itself gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.lexicons.calendar import written_dates
from rashomon.mastheads.head import Head
from rashomon.types import Stated

_CAPITALS = r"[A-Z][\w'&-]*(?:[ -](?:of |the |and )?[A-Z][\w'&-]*){0,4}"
LABELS = ("mastheads.date_label", "mastheads.update_label")
_DOMAIN = re.compile(r"\b((?:[A-Z][\w-]*)\.(?:com|org|net|co\.\w\w|[a-z]{2}|example))\b")


def before_date(head: Head) -> Iterator[Stated]:
    """As in "The Harbour Post, December 13, 2031": the name that stands before the date of a byline.

    find: Ferry strikes pier¶¶[The Harbour Post], December 13, 2031¶¶A ferry struck a pier.
    skip: Ferry strikes pier¶¶Published December 13, 2031¶¶A ferry struck a pier.
    """
    words = {word.lower() for name in LABELS for word in head.lexicon.forms(name)}
    agencies = set(head.lexicon.forms("mastheads.agency"))
    for zone in head.of("byline"):
        text = head.text(zone)
        for found in written_dates(text, head.lexicon):
            match = re.search(rf"(?:^|\n)\s*({_CAPITALS})[,:|-]\s*$", text[: found.start])
            if match and match[1].lower() not in words and match[1] not in agencies:
                yield _stated(head, zone.span.start + match.start(1), zone.span.start + match.end(1))


def posted_by(head: Head) -> Iterator[Stated]:
    """As in "Posted on July 2 2031 by Teshar Mail [title]": the name after the date of a byline, run in with it.

    find: Ferry strikes pier in fog¶¶Posted on July 2 2031 by [Teshar Mail] Ferry strikes pier in fog Two were hurt.
    skip: Ferry strikes pier¶¶Posted on July 2 2031¶¶A ferry struck a pier owned by Teshar Daily Mail.
    """
    labels = head.lexicon.alternatives("mastheads.author_label")
    outlet_word = re.compile(rf"\b(?:{head.lexicon.alternatives('mastheads.outlet_word')})\b")
    for zone in head.of("byline"):
        text = head.text(zone)
        for match in re.finditer(rf"\d\s+(?i:{labels})\s+({_CAPITALS})", text):
            if outlet_word.search(match[1]) or head.plain.count(match[1]) > 1:
                yield _stated(head, zone.span.start + match.start(1), zone.span.start + match.end(1))


def after_title(head: Head) -> Iterator[Stated]:
    """As in "Ferry strikes pier | Teshar Times": the site's name at the end of its page's title.

    find: Ferry strikes pier | [Teshar Times]¶¶A ferry struck a pier.
    skip: Ferry strikes pier - two hurt¶¶A ferry struck a pier.
    """
    for zone in head.of("title"):
        match = re.search(rf"\s\|\s({_CAPITALS})\s*$", head.text(zone))
        if match:
            yield _stated(head, zone.span.start + match.start(1), zone.span.start + match.end(1))


def opening_name(head: Head) -> Iterator[Stated]:
    """As in "Harbour TV- The crews of …": the outlet's name before the first sentence, with a dash stuck to it.

    find: Ferry strikes pier¶¶[Harbour TV]- The crews of a ferry left on Monday.
    skip: Ferry strikes pier¶¶PORT EDRAN - The crews of a ferry left on Monday.
    """
    agencies = head.lexicon.lowered("mastheads.agency")
    for zone in head.of("body"):
        match = re.match(rf"\s*({_CAPITALS})\s?- ?(?=[A-Z\"])", head.text(zone))
        if match and any(mark.islower() for mark in match[1]) and match[1].lower() not in agencies:
            yield _stated(head, zone.span.start + match.start(1), zone.span.start + match.end(1))
        return


def domain_of_author(head: Head) -> Iterator[Stated]:
    """As in "Mara Quill, HarbourPost.example": a site's address in the byline.

    find: Ferry strikes pier¶¶Mara Quill, [HarbourPost.example]¶A ferry struck a pier on Monday.
    skip: Ferry strikes pier¶¶A ferry struck a pier, HarbourPost.example reported.
    """
    for zone in head.of("byline"):
        for match in _DOMAIN.finditer(head.text(zone)):
            yield _stated(head, zone.span.start + match.start(1), zone.span.start + match.end(1))


def own_source(head: Head) -> Iterator[Stated]:
    """As in "Source HarbourTV and agencies": the outlet that closes its report with itself and its agencies.

    find: Ferry strikes pier¶¶A ferry struck a pier. Source [HarbourTV] and agencies
    skip: Ferry strikes pier¶¶A ferry struck a pier. Source: AFP
    """
    labels = head.lexicon.alternatives("mastheads.source_label")
    shared = head.lexicon.alternatives("mastheads.agencies_word")
    for zone in head.of("byline"):
        match = re.search(rf"(?:{labels}):? ({_CAPITALS}) (?:{shared})\s*$", head.text(zone))
        if match:
            yield _stated(head, zone.span.start + match.start(1), zone.span.start + match.end(1))


def _stated(head: Head, start: int, end: int) -> Stated:
    span = head.account.span(start, end)
    return Stated(value=span.text, span=span)


RULES = (before_date, posted_by, after_title, opening_name, domain_of_author, own_source)
