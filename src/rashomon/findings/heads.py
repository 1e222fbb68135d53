"""What the head of a page says of its day and of where it was taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.findings.dates import day_name
from rashomon.findings.stated import finding
from rashomon.lexicons import Lexicon
from rashomon.lexicons.calendar import written_dates
from rashomon.text import plain
from rashomon.types import Finding, Reading, Span, Zone

RESTS_ON = 5  # names of those whom a page taken from elsewhere rests on that a reader wants to see


def _bylines(reading: Reading) -> Iterator[tuple[Zone, str]]:
    for zone in reading.zones:
        if zone.kind == "byline":
            yield zone, plain(zone.span.text)


@cache
def _run_together(lexicon: Lexicon) -> re.Pattern[str]:
    month = lexicon.alternatives("mastheads.month")
    return re.compile(rf"(?<![\w:])[^\s\w:]?\d{{3,4}}\s+(?:{month})\.?,?\s+(?:1[89]|20|21)\d\d\b")


def date_run_together(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """+330 March 2031: a time zone and a day printed as one number, so the page states no day.

    find: Ferry¶¶00:00 GMT [+330 March 2031|check=date; severity=note]¶¶A ferry struck a pier.
    skip: Ferry¶¶00:00 GMT +3 30 March 2031¶¶A ferry struck a pier.
    """
    for zone, text in _bylines(reading):
        for match in _run_together(lexicon).finditer(text):
            span = reading.account.span(zone.span.start + match.start(), zone.span.start + match.end())
            arithmetic = f"{span.text}: the number before the month is no day; not taken as the date of the account"
            yield finding("date", "note", arithmetic, [span])


def date_refused(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """12/5/2031 may be two days, 31 June 2031 is none, and Monday, 3 May 2031 was a Saturday.

    find: Ferry¶¶[12/5/2031|check=date; severity=note]¶¶A ferry struck a pier.
    find: Ferry¶¶[Monday, 3 May 2031|check=date; severity=note]¶¶A ferry struck a pier.
    skip: Ferry¶¶Saturday, 3 May 2031¶¶A ferry struck a pier.
    """
    if reading.masthead.published is not None:
        return
    for zone, text in _bylines(reading):
        for written in written_dates(text, lexicon):
            days = written.days
            if len(days) == 1 and written.weekday in {None, days[0].weekday()}:
                continue
            if not days:
                reason = "there is no such day"
            elif len(days) > 1:
                reason = f"it may be {' or '.join(map(str, days))}"
            else:
                reason = f"{days[0]} was a {day_name(days[0], lexicon)}"
            span = reading.account.span(zone.span.start + written.start, zone.span.start + written.end)
            yield finding("date", "note", f"{span.text}: {reason}; not taken as the date of the account", [span])


def republished(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """The original source of this article is the Teshar Mail: one text on two sites is no second confirmation.

    find: Ferry strikes pier¶¶A ferry struck a pier, the harbour office said.¶¶The original source of this article is [Teshar Mail|check=origin; severity=note]
    skip: Ferry strikes pier¶¶A ferry struck a pier, the harbour office said.¶¶The original source of the fire is unknown.
    """  # noqa: E501
    first = reading.masthead.republished_from
    if first is None or first.span is None:
        return
    behind: dict[str, Span] = {}
    for claim in reading.claims:
        for link in claim.attribution[:-1]:
            if link.span and link.kind in {"body", "outlet"} and link.name not in {first.value, reading.outlet}:
                behind.setdefault(link.name, link.span)
        medium = reading.account.text.find(claim.medium, claim.span.start - 200) if claim.medium else -1
        if claim.medium and medium >= 0 and claim.medium not in {first.value, reading.outlet}:
            behind.setdefault(claim.medium, reading.account.span(medium, medium + len(claim.medium)))
    platforms = lexicon.forms("findings.platform")
    names = [name for name in behind if name[:1].isupper() and name not in platforms][:RESTS_ON]
    rests = f", which rests on {', '.join(names)}" if names else ""
    arithmetic = f"{reading.outlet} took the text from {first.value}{rests}: one account, not a confirmation of it"
    yield finding("origin", "note", arithmetic, [first.span, *(behind[name] for name in names)])


RULES = (date_run_together, date_refused, republished)
