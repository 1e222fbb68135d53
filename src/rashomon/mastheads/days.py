"""The day of publication: what the head of an account says, then what its narrative lets one infer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.lexicons.calendar import Written, written_dates
from rashomon.mastheads.head import Dated, Head
from rashomon.text import alternatives

CLOSE = 2  # days between the first and the last picture or post of one report


def labelled_date(head: Head) -> Iterator[Dated]:
    """As in "Published July 5 2031": a date in a byline, after a label that says so.

    find: Ferry strikes pier¶¶Published [July 5 2031|published=2031-07-05] A ferry struck a pier.
    skip: Ferry strikes pier¶¶A ferry built on July 5 2031 struck a pier.
    """
    return _after(head, "mastheads.date_label")


def updated_date(head: Head) -> Iterator[Dated]:
    """As in "Last updated at Jul 262031": the day of the last change, where no day of publication is given.

    find: Ferry strikes pier¶¶Last updated at [Jul 262031|published=2031-07-26] A ferry struck a pier.
    skip: Ferry strikes pier¶¶Published 5 July 2031¶¶Updated 6 July 2031¶¶A ferry struck a pier.
    """
    return _after(head, "mastheads.update_label")


def byline_date(head: Head) -> Iterator[Dated]:
    """As in "Sun 10 Jul 2031 …", "The Harbour Post, December 13, 2031": a full date in a byline.

    Day and month that could be exchanged ("12/5/2031") say nothing.

    find: Ferry strikes pier¶¶[Thu 10 Jul 2031|published=2031-07-10] A ferry struck a pier.
    find: Ferry strikes pier¶¶[21.02.2031|published=2031-02-21] A ferry struck a pier.
    skip: Ferry strikes pier¶¶12/5/2031 A ferry struck a pier.
    skip: Ferry strikes pier¶¶00:00 GMT +330 March 2031¶¶A ferry struck a pier.
    """
    for start, found in _in_bylines(head):
        yield from _dated(head, start, found)


def dateline_date(head: Head) -> Iterator[Dated]:
    """As in "PORT EDRAN, May 4, 2031 (HPN) - A ferry …": a full date in the dateline of the first paragraph.

    find: Ferry strikes pier¶¶PORT EDRAN, [May 4, 2031|published=2031-05-04] (AP) - A ferry struck a pier.
    skip: Ferry strikes pier¶¶A ferry struck a pier on May 4, 2031 - the second time.
    """
    for zone in head.of("body"):
        line = head.text(zone).lstrip()
        start = zone.span.start + len(head.text(zone)) - len(line)
        match = re.match(r"[A-Z][A-Z' .-]{2,40}(?:, [A-Z][\w. ]{2,30})?,? ", line)
        if match:
            for found in written_dates(line[: match.end() + 40], head.lexicon):
                if found.start <= match.end() and re.match(r"\s*(?:\([^)]*\)\s*)?[-:_]", line[found.end :]):
                    yield from _dated(head, start, found)
        return


def told_day(head: Head) -> Iterator[Dated]:
    """As in "Crews wait in Teshar on April 17, 2032" under a report of "Saturday": the day of pictures and posts.

    Inferred, and only where the report names the weekday of that day, or of the next, without a date, and all the
    dates of its captions and posts lie within two days. Of several days nothing is said.

    find: Pier¶¶A ferry sank on Saturday, police said.¶¶Crews wait in Teshar on [April 17, 2032|published=2032-04-17].
    skip: Pier¶¶A ferry sank in the spring, police said.¶¶Crews wait in Teshar on April 17, 2032.
    """
    found = [
        (written.days[0], zone.span.start + written.start, zone.span.start + written.end)
        for zone in head.of("caption", "blockquote")
        for written in written_dates(head.text(zone), head.lexicon)
        if len(written.days) == 1
    ]
    if not found or max(found)[0] - min(found)[0] > timedelta(days=CLOSE):
        return
    numbers = _weekdays(head)
    latest, start, end = max(found, key=lambda one: (one[0], -one[1]))
    later = [day for day in (latest + timedelta(days=1), latest) if day.weekday() in numbers]
    if later:
        yield Dated(day=later[0], span=head.account.span(start, end))


def _weekdays(head: Head) -> frozenset[int]:
    """The weekdays that the narrative names without a date, as numbers from Monday."""
    named = _weekday_pattern(head.lexicon)
    by_form = head.lexicon.by_form("mastheads.weekday")
    return frozenset(
        int(by_form[match[1].lower()]["value"]) for zone in head.of("body") for match in named.finditer(head.text(zone))
    )


@cache
def _weekday_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    full = [form for form in lexicon.forms("mastheads.weekday") if len(form) > 5]
    return re.compile(rf"\b({alternatives(full)})\b")


def _after(head: Head, labels: str) -> Iterator[Dated]:
    """The dates of the bylines that stand right after a label of a list."""
    label = re.compile(rf"(?i:\b(?:{head.lexicon.alternatives(labels)})):?\s+$")
    for start, found in _in_bylines(head):
        if label.search(head.plain, max(0, start + found.start - 40), start + found.start):
            yield from _dated(head, start, found)


def _in_bylines(head: Head) -> Iterator[tuple[int, Written]]:
    for zone in head.of("byline"):
        for found in written_dates(head.text(zone), head.lexicon):
            yield zone.span.start, found


def _dated(head: Head, start: int, found: Written) -> Iterator[Dated]:
    """The date as a day of publication, if it means one day only and its weekday does not contradict it."""
    if len(found.days) == 1 and (found.weekday is None or found.weekday == found.days[0].weekday()):
        yield Dated(day=found.days[0], span=head.account.span(start + found.start, start + found.end))


INFERRED = (told_day,)
RULES = (labelled_date, updated_date, byline_date, dateline_date, told_day)
