"""What a saved page states of itself in its head: outlet, author, title, day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rashomon.lexicons.calendar import written_dates
from rashomon.mastheads.head import Dated, Head
from rashomon.text import plain
from rashomon.types import Span, Stated

OUTLETS = ("og:site_name", "ld:publisher", "citation_journal_title", "dc.publisher", "publisher")
AUTHORS = (
    "ld:author",
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "citation_author",
)
TITLES = ("ld:headline", "og:title", "twitter:title", "title")
DAYS = (
    "article:published_time", "ld:datePublished", "datepublished", "og:published_time", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created", "publishdate", "pubdate",
    "publish-date", "publication_date", "citation_publication_date", "article.published", "date",
)  # fmt: skip
LONGEST_NAME = 80  # characters; more is a description
LONGEST_OUTLET = 5  # words
_ADDED = re.compile(r"\s+[-|:»>·]\s+([^-|»>·]+?)\s*$")
_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T|\b)")


def site_name(head: Head) -> Iterator[Stated]:
    """As in `<meta property="og:site_name" content="The Harbour Post">`: the outlet as its page states it.

    find: <meta property="og:site_name" content="The Harbour Post"><h1>Pier</h1>§§
    skip: <meta property="og:site_name" content="https://harbour.example/"><h1>Pier</h1>§§
    """
    for name in OUTLETS:
        for value in _values(head, name):
            if _is_name(value):
                yield Stated(value=value, span=_in_byline(head, value))
                return


def end_of_title(head: Head) -> Iterator[Stated]:
    """As in `<title>Ferry strikes pier - The Harbour Post</title>`: what the page's title adds to its headline.

    find: <title>Ferry strikes pier | The Harbour Post</title><h1>Ferry strikes pier</h1>§§
    skip: <title>Ferry strikes pier: two hurt</title><h1>Ferry strikes pier</h1>§§
    """
    for zone in head.of("title"):
        headline = " ".join(head.text(zone).split())
        for value in _values(head, "title"):
            match = _ADDED.match(plain(value)[len(headline) :]) if plain(value).startswith(headline) else None
            if match and len(match[1].split()) <= LONGEST_OUTLET:
                yield Stated(value=match[1], span=_in_byline(head, match[1]))


def named_author(head: Head) -> Iterator[Stated]:
    """As in `<meta name="author" content="Mara Quill">`: the author as the page states it; several, one after another.

    find: <meta name="author" content="Mara Quill"><h1>Pier</h1>§§
    skip: <meta name="author" content="https://harbour.example/quill"><h1>Pier</h1>§§
    """
    by = re.compile(rf"^(?:{head.lexicon.alternatives('mastheads.author_label')})\s+", re.IGNORECASE)
    outlets = {value.lower() for name in OUTLETS for value in _values(head, name)}
    nobody = head.lexicon.lowered("mastheads.no_author")
    for name in AUTHORS:
        found = dict.fromkeys(by.sub("", value) for value in _values(head, name) if _is_name(value))
        people = [value for value in found if value.lower() not in outlets | nobody]
        if people:
            value = ", ".join(people)
            yield Stated(value=value, span=_in_byline(head, value))
            return


def stated_title(head: Head) -> Iterator[Stated]:
    """As in `<meta property="og:title" …>`: the title, where no heading of the page says it.

    find: <title>Ferry strikes pier in fog</title><div>§§</div>
    skip: <title>Ferry strikes pier in fog</title><h1>Ferry strikes pier in fog</h1><div>§§</div>
    """
    if any(head.of("title")):
        return
    for name in TITLES:
        for value in _values(head, name):
            yield Stated(value=value)
            return


def published_time(head: Head) -> Iterator[Dated]:
    """As in `<meta property="article:published_time" content="2031-05-02T…">`: the day as the page states it.

    A day that does not exist, or that may be another with day and month exchanged, says nothing.

    find: <meta property="article:published_time" content="2031-05-02T08:00:00Z"><h1>Pier</h1>§§
    skip: <meta property="article:published_time" content="2031-13-42"><h1>Pier</h1>§§
    """
    for name in DAYS:
        for value in _values(head, name):
            days = list(_days(value, head))
            if len(days) == 1:
                yield Dated(day=days[0])
                return


def _days(value: str, head: Head) -> Iterator[date]:
    iso = _DAY.match(value)
    compact = _COMPACT.match(value)
    written = iso[1] if iso else "-".join(compact.groups()) if compact else ""
    if written:
        try:
            yield date.fromisoformat(written)
        except ValueError:
            return
        return
    for found in written_dates(plain(value), head.lexicon):
        yield from found.days


def _values(head: Head, name: str) -> Iterator[str]:
    return (meta.value for meta in head.account.meta if meta.name == name)


def _is_name(value: str) -> bool:
    return len(value) <= LONGEST_NAME and "://" not in value and any(mark.isalpha() for mark in value)


def _in_byline(head: Head, value: str) -> Span | None:
    """The characters of a byline that say the same, if there are any."""
    for zone in head.of("byline"):
        at = zone.span.text.find(value)
        if at >= 0:
            return head.account.span(zone.span.start + at, zone.span.start + at + len(value))
    return None


OUTLET, AUTHOR, TITLE, DAY = (site_name, end_of_title), (named_author,), (stated_title,), (published_time,)
RULES = (*OUTLET, *AUTHOR, *TITLE, *DAY)
