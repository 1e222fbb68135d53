"""Ages: one person's in two accounts, and a number of people against the ages listed for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.findings.stated import Compared, after, any_of, finding, stated_in
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Finding, Reading, Severity, Span

PERSON = "person"
BIRTHDAY = 1  # years that a birthday or a rounding explains
SOON = 60  # days between two pages in which nobody ages two years
OLDEST = 110
MEANT = 15  # years; ages further apart are those of two people of one name


def one_person_two_ages(compared: Compared) -> Iterator[Finding]:
    """Mara Quill, 27, in one account is Mara Quill, 31, in another. Without dates it is a note.

    find: {2031-05-02 The Harbour Post} The boat of Mara Quill, [27|check=age; severity=doubt], sank in Teshar on Monday. // {2031-05-02 Teshar Daily} Mara Quill, [31|check=age], lost her boat in Teshar on Monday.
    skip: The boat of Mara Quill, 27, sank in Teshar on Monday. // Mara Quill, 27, and Orlen Quill, 31, lost their boat in Teshar on Monday.
    """  # noqa: E501
    days = {reading.account: reading.masthead.published for reading in compared.readings}
    told: dict[str, list[tuple[int, Span]]] = {}
    for reading in compared.readings:
        for name, age, span in _aged(reading):
            told.setdefault(name, []).append((age, span))
    for name, ages in told.items():
        youngest, oldest = min(ages, key=lambda each: each[0]), max(ages, key=lambda each: each[0])
        apart = oldest[0] - youngest[0]
        if 0 < apart <= MEANT:
            arithmetic = f"{name} is {youngest[0]} and {oldest[0]} years old"
            first, last = (days.get(each[1].account) for each in (youngest, oldest))
            soon = first is not None and last is not None and abs((first - last).days) <= SOON
            severity: Severity = "doubt" if apart > BIRTHDAY and soon else "note"
            yield finding("age", severity, arithmetic, [youngest[1], oldest[1]])


def _aged(reading: Reading) -> Iterator[tuple[str, int, Span]]:
    """The persons of an account that are named in full with an age right behind: "Mara Quill, 27,"."""
    text = plain(reading.account.text)
    for actor in reading.actors:
        match = re.compile(r",\s(\d{1,3})(?=,\s|\.\s|\s?\))").match(text, actor.span.end)
        full = actor.kind == PERSON and " " in actor.name and len(actor.span.text.split()) > 1
        if match and full and 0 < int(match[1]) <= OLDEST:
            yield actor.name, int(match[1]), reading.account.span(match.start(1), match.end(1))


@cache
def _list(lexicon: Lexicon) -> re.Pattern[str]:
    joint = any_of("joint", lexicon)
    ages = rf"\d{{1,2}}(?:,\s\d{{1,2}})*(?:,?\s{joint}\s\d{{1,2}})"
    return re.compile(
        rf"(?:\s[\w'-]+){{1,3}},?\s{any_of('aged', lexicon)}\s({ages})\b(?!\s*(?:-|%|{joint}))", re.IGNORECASE
    )


def ages_of_all(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Three boys, aged 12 and 14: two ages for three.

    find: [Three|check=age; severity=doubt] boys, aged [12 and 14|check=age], were on the boat.
    skip: Two boys, aged 12 and 14, were on the boat. Forty boys aged between 12 and 14 watched.
    """
    for stated in stated_in(reading, lexicon):
        match = _list(lexicon).match(after(stated, 70)) if stated.figure.dimension == "count" else None
        if match is None or stated.figure.modifier != "exact" or stated.figure.point is None:
            continue
        listed = re.findall(r"\d+", match[1])
        if len(listed) > 1 and 1 < stated.figure.point <= OLDEST // 10 and stated.figure.point != len(listed):
            at = stated.span.end
            span = reading.account.span(at + match.start(1), at + match.end(1))
            arithmetic = f"{len(listed)} ages ({span.text}) are listed for {stated.text}"
            yield finding("age", "doubt", arithmetic, [stated.span, span])


INSIDE = (ages_of_all,)
ACROSS = (one_person_two_ages,)
RULES = (*INSIDE, *ACROSS)
