"""Whose report it is besides the outlet's own: the agencies credited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.mastheads.head import Head
from rashomon.types import Stated, Zone

_DATELINE = re.compile(
    r"\s*[A-Z][A-Z' .,-]*(?:, [A-Z][\w. ]{2,25}){0,2}(?:,? \d{4})?\s*\([^()\n]{2,40}\)\s*[-–—_:]"
)  # "PORT EDRAN, Teshar, May 4 (AP) -"


def byline_agency(head: Head) -> Iterator[Stated]:
    """As in "AFP Tuesday 5 Jul 2031", "--Reuters", "(AFP, dpa)": an agency in a byline or a closing credit.

    find: Ferry strikes pier¶¶A ferry struck a pier.--[Reuters]
    find: Ferry strikes pier¶¶[AFP] Tuesday 5 Jul 2033 A ferry struck a pier.
    skip: Ferry strikes pier¶¶A ferry struck a pier, Reuters reported.
    """
    for zone in head.of("byline"):
        yield from _agencies(head, zone, head.text(zone))


def dateline_agency(head: Head) -> Iterator[Stated]:
    """As in "PORT EDRAN (AP) - A ferry …", "Afp - The toll …": an agency before the dash that opens the report.

    find: Ferry strikes pier¶¶PORT EDRAN ([AP]) - A ferry has struck a pier.
    skip: Ferry strikes pier¶¶A ferry (AP) - the oldest - has struck a pier.
    """
    for zone in head.of("body"):
        text = head.text(zone)
        match = _DATELINE.match(text)
        if match:
            yield from _agencies(head, zone, match[0])
        return


def unbracketed_dateline(head: Head) -> Iterator[Stated]:
    """As in "… their buses. Afp - The toll …": an agency's name with a spaced dash, at the start of a sentence.

    find: Ferry strikes pier¶¶Crews were lost at sea. [Afp] - The toll has risen.
    skip: Ferry strikes pier¶¶Crews were lost - Afp said - at sea.
    """
    agencies = head.lexicon.alternatives("mastheads.agency")
    pattern = re.compile(rf"(?:^|[.!?\"]\s|\n)\s*((?i:{agencies}))\s+-\s+(?=[A-Z\"])")
    for zone in head.of("body"):
        match = pattern.search(head.text(zone)[:600])
        if match:
            yield stated_at(head, zone, match, _canonical(match[1], head.lexicon))


def contributing_agencies(head: Head) -> Iterator[Stated]:
    """As in "Agencies contributed to this report": agencies that no name is given for.

    find: Ferry strikes pier¶¶A ferry struck a pier. [Agencies] contributed to this report
    skip: Ferry strikes pier¶¶The agencies contributed money.
    """
    shared = head.lexicon.alternatives("mastheads.agencies_word")
    for zone in head.of("byline"):
        match = re.search(rf"\b(?:and )?((?i:{shared}))\b", head.text(zone))
        if match:
            yield stated_at(head, zone, match, match[1].removeprefix("and "))


def agency_of_rights(head: Head) -> Iterator[Stated]:
    """As in "Copyright 2031 The Associated Press. All rights reserved": a text whose rights are an agency's is its own.

    find: Ferry strikes pier¶¶A ferry struck a pier.¶Copyright 2031 The [Associated Press]. All rights reserved.
    skip: Ferry strikes pier¶¶A ferry struck a pier and sank.¶Copyright 2031 The Harbour Post. All rights reserved.
    """
    rights = head.lexicon.alternatives("mastheads.rights")
    pattern = re.compile(rf"(?i:{rights})(?: \(c\))?[ ,]*\d{{4}}[ ,]*(?:[A-Za-z]{{2,3}} ){{0,2}}")
    for zone in head.of("byline", "body", "boilerplate"):
        text = head.text(zone)
        for opened in pattern.finditer(text):
            agency = _agency_pattern(head.lexicon).match(text, opened.end())
            if agency:
                yield stated_at(head, zone, agency, _canonical(agency[1], head.lexicon))


def _agencies(head: Head, zone: Zone, text: str) -> Iterator[Stated]:
    for match in _agency_pattern(head.lexicon).finditer(text):
        yield stated_at(head, zone, match, _canonical(match[1], head.lexicon))


@cache
def _agency_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({lexicon.alternatives('mastheads.agency')})(?!\w)")


def _canonical(form: str, lexicon: Lexicon) -> str:
    """The name as the list spells it: "Afp" and "Agence France-Presse" are AFP."""
    spelled = {
        one.lower(): (entry.get("name") or one) for entry in lexicon.entries("mastheads.agency") for one in entry.forms
    }
    return spelled.get(form.lower(), form)


def stated_at(head: Head, zone: Zone, match: re.Match[str], value: str) -> Stated:
    """A value with the characters of the match's first group."""
    span = head.account.span(zone.span.start + match.start(1), zone.span.start + match.end(1))
    return Stated(value=value, span=span)


RULES = (byline_agency, dateline_agency, unbracketed_dateline, agency_of_rights, contributing_agencies)
