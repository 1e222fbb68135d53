"""Ages: one person's in two accounts or in two places of one, and a number of people against the ages listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from rashomon.findings.deeds import body_of
from rashomon.findings.stated import Compared, after, any_of, finding, stated_in
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Account, Claim, Figure, Finding, Reading, Severity, Span, Verdict

PERSON = "person"
SOON = 60  # days between two pages in which nobody ages two years
BIRTHDAY = 21  # days between two pages in which few have a birthday
OLDEST = 110
MEANT = 15  # years; ages further apart are those of two people of one name
YEARS_APART = 4  # by which two ages of one unnamed child may differ
YEAR = Decimal(365)
OPENING = 6  # sentences of a page in which the one it is about is told of
LEAD = 30  # characters before a name in which "the 27-year-old skipper" begins


def one_person_two_ages(compared: Compared) -> Iterator[Finding]:
    """Mara Quill, 27, in one account is Mara Quill, 31, in another; or "27-year-old Mara Quill" in the same.

    A note where a birthday may lie between, or where the days of the pages are not known.

    find: {2031-05-02 The Harbour Post} The boat of Mara Quill, [27|check=age; severity=doubt], sank in Teshar on Monday. // {2031-05-02 Teshar Daily} Mara Quill, [31|check=age], lost her boat in Teshar on Monday.
    find: {2031-05-02 The Harbour Post} The boat of Mara Quill, [27|check=age; severity=doubt], sank in Teshar on Monday. // {2031-05-03 Teshar Daily} The boat of [28-year-old|check=age] skipper Mara Quill sank in Teshar on Monday.
    find: {2031-05-02 The Harbour Post} The boat of Mara Quill, [27|check=self_correction; severity=doubt], sank in Teshar on Monday. Police said [37-year-old|check=self_correction] Mara Quill had been at home.
    skip: The boat of Mara Quill, 27, sank in Teshar on Monday. // Mara Quill, 27, and Orlen Quill, 31, lost their boat in Teshar on Monday.
    skip: The boat of Mara Quill, 27, sank in Teshar on Monday. // The 31-year-old brother of Mara Quill saw it sink.
    """  # noqa: E501
    told: dict[str, list[tuple[int, Span]]] = {}
    for reading in compared.readings:
        for name, age, span in _aged(reading, compared.lexicon):
            told.setdefault(name, []).append((age, span))
    for name, ages in told.items():
        youngest, oldest = min(ages, key=lambda each: each[0]), max(ages, key=lambda each: each[0])
        apart = oldest[0] - youngest[0]
        if 0 < apart <= MEANT:
            one_page = youngest[1].account == oldest[1].account
            arithmetic = f"{name} is {youngest[0]} and {oldest[0]} years old" + " in one page" * one_page
            soon = _soon(youngest[1].account, oldest[1].account, apart, compared)
            severity: Severity = "doubt" if soon else "note"
            check = "self_correction" if one_page else "age"
            yield finding(check, severity, arithmetic, [youngest[1], oldest[1]])


def _soon(one: Account, other: Account, apart: int, compared: Compared) -> bool:
    """Whether two pages are so near in time that nobody ages so much between them."""
    if one == other:
        return True
    days = compared.days
    first, last = days.get(one), days.get(other)
    return first is not None and last is not None and abs((first - last).days) <= (BIRTHDAY if apart == 1 else SOON)


@cache
def _old(lexicon: Lexicon) -> str:
    """An age in words of its own: "27-year-old", "27 - year - old"."""
    forms = (re.escape(form).replace(r"\-", r"[\s-]+") for form in lexicon.forms("topics.age") if "-" in form)
    return rf"(\d{{1,3}}[\s-]+(?:{'|'.join(forms)}))"


def _aged(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[str, int, Span]]:
    """The persons named in full with an age beside: "Mara Quill, 27,", "27-year-old Mara Quill"."""
    text = plain(reading.account.text)
    behind = re.compile(
        rf"\s?,\s(\d{{1,3}})(?=\s?,\s|\s?\.\s|\s?\))|,\s\w\s{_old(lexicon)}(?=\s+[a-z])|\s\((\d{{1,2}})\)"
    )
    between = rf"(?:(?!{any_of('of', lexicon)}\b)[\w'-]+\s+){{0,2}}"
    ahead = re.compile(rf"{_old(lexicon)}\s+{between}$", re.IGNORECASE)
    for actor in reading.actors:
        if actor.kind != PERSON or " " not in actor.name or len(actor.span.text.split()) < 2:
            continue
        lead = max(0, actor.span.start - LEAD)
        for match, offset in (
            (behind.match(text, actor.span.end), 0),
            (ahead.search(text[lead : actor.span.start]), lead),
        ):
            at = next((n for n in range(1, match.re.groups + 1) if match[n]), 0) if match else 0
            age = int(re.sub(r"\D", "", match[at])) if match else 0
            if match and 0 < age <= OLDEST:
                yield actor.name, age, reading.account.span(match.start(at) + offset, match.end(at) + offset)


def _lead(reading: Reading) -> Iterator[Span]:
    """The title and the first sentences of an account, which tell whom it is about, and its captions."""
    yield from (sentence.span for sentence in reading.sentences if sentence.zone.kind in {"title", "caption"})
    yield from (sentence.span for sentence in body_of(reading)[:OPENING])


def _unnamed(verdict: Verdict, lexicon: Lexicon) -> list[tuple[int, str, Claim]]:
    """The ages of a fact in words of their own, each with the noun behind it: "the five-year-old boy"."""
    found = []
    for claim in verdict.fact.claims:
        figure = claim.mention
        if not isinstance(figure, Figure) or figure.dimension != "duration" or figure.point is None:
            continue
        text = plain(claim.account.text)
        noun = re.match(r"\s+(\w+)", text[claim.span.end : claim.span.end + LEAD])
        aged = re.search(rf"[\s-]+{any_of('aged_as', lexicon)}$", plain(claim.span.text), re.IGNORECASE)
        if aged and figure.modifier == "exact":
            known = noun is not None and noun[1].lower() in lexicon.by_form("populations.people")
            found.append((round(figure.point / YEAR), noun[1].lower() if noun and known else "", claim))
    return found


def one_child_two_ages(compared: Compared) -> Iterator[Finding]:
    """The five-year-old boy in the well is a six-year-old boy in another account, or in a caption of the same.

    Only those whom an account opens with, or shows in a picture, are taken for one.

    find: {2031-05-02 The Harbour Post} A [five-year-old|check=age; severity=doubt] boy fell down a dry well in Teshar on Monday. // {2031-05-02 Teshar Daily} A [six-year-old|check=age] boy fell down a dry well in Teshar on Monday.
    skip: {2031-05-02 The Harbour Post} A five-year-old boy fell down a dry well in Teshar on Monday. // {2031-05-02 Teshar Daily} A six-year-old girl fell down a dry well in Teshar on Monday.
    """  # noqa: E501
    leads = {sentence for reading in compared.readings for sentence in _lead(reading)}
    for verdict in compared.verdicts:
        if verdict.fact.dimension != "duration":
            continue
        everywhere = _unnamed(verdict, compared.lexicon)
        ages = [each for each in everywhere if each[2].sentence in leads]
        nouns = sorted({noun for _, noun, _ in ages} - {""})
        for noun in nouns[:1] if verdict.outcome == "conflict" else ():
            yield from _differ([each for each in ages if each[1] == noun], noun, compared)
        if len(nouns) == 1:
            for account in sorted({claim.account for _, _, claim in everywhere}, key=lambda each: each.name):
                yield from _differ([each for each in everywhere if each[2].account == account], nouns[0], compared)


def _differ(ages: Sequence[tuple[int, str, Claim]], noun: str, compared: Compared) -> Iterator[Finding]:
    """Whether the ages of one whom a noun names differ by more than the days between the pages explain."""
    ordered = sorted(ages, key=lambda each: (each[0], each[2].account.name, each[2].span.start))
    if not ordered:
        return
    (low, _, one), (high, _, other) = ordered[0], ordered[-1]
    if 0 < high - low <= YEARS_APART and _soon(one.account, other.account, high - low, compared):
        one_page = len({claim.account for _, _, claim in ordered}) == 1
        arithmetic = f"the {noun} is {low} and {high} years old" + " in one page" * one_page
        check = "self_correction" if one_page else "age"
        yield finding(check, "doubt", arithmetic, [claim.span for _, _, claim in ordered])


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
ACROSS = (one_person_two_ages, one_child_two_ages)
RULES = (*INSIDE, *ACROSS)
