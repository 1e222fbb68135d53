"""Who wrote it, for whom and when: lines of names, dates and credits."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.lexicons.calendar import date_pattern, written_dates
from rashomon.text import alternatives
from rashomon.types import ZoneKind
from rashomon.zones.page import Line, Page, Part, forms, opens, reported
from rashomon.zones.repeats import repeated_title

_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\s]*\)")
_BARE = re.compile(r"\[[^\]\n]*\]\([^)\s]*\)|<https?://[^\s>]+>")
_INITIALS = re.compile(r"^[a-z]{2,4}(?:\s*/\s*[a-z]{2,4})*$")
_NAME = r"[A-Z][\w'.-]*(?: (?:[a-z]{1,3} )?[A-Z][\w'.-]*){1,3}"
_SIGNED = re.compile(rf"^{_NAME}(?:, {_NAME})*(?:,| -| \|) ?(?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){{0,3}})$")
HEAD = 6  # lines within which a date may open a paragraph without being part of its sentence


@cache
def _stamp(lexicon: Lexicon) -> re.Pattern[str]:
    words = [*lexicon.forms("mastheads.month"), *lexicon.forms("mastheads.weekday")]
    words += [*lexicon.forms("mastheads.time_zone"), *lexicon.forms("mastheads.date_label")]
    words += lexicon.forms("mastheads.update_label")
    return re.compile(rf"(?:(?:{alternatives(words)})(?![a-z])|[ap]\.?m\b|\d+|[\s:.,;|/()+-])+", re.IGNORECASE)


@cache
def _credits(lexicon: Lexicon) -> re.Pattern[str]:
    words = [*lexicon.forms("mastheads.agency"), *lexicon.forms("mastheads.agencies_word")]
    words += lexicon.forms("mastheads.source_label")
    return re.compile(rf"(?:(?:{alternatives(words)})(?!\w)|\band\b|[\s,:;/()&-])+")


@cache
def _opening(lexicon: Lexicon) -> re.Pattern[str]:
    labels = alternatives([*lexicon.forms("mastheads.date_label"), *lexicon.forms("mastheads.update_label")])
    agencies = lexicon.alternatives("mastheads.agency")
    dated = date_pattern(lexicon).pattern
    bare_clock = r"(?:\d{1,2} \d{2}(?: ?[AP]M)?(?= [A-Z\"])\s*)?"  # "13 45", where a page lost its marks
    return re.compile(rf"(?:(?i:{labels}):?\s+|(?:{agencies})[\s,/-]+)?{dated}[\s,|-]*{bare_clock}(?=[A-Z0-9\"'(\[])")


@cache
def _closing(lexicon: Lexicon) -> re.Pattern[str]:
    agencies = lexicon.alternatives("mastheads.agency")
    shared = lexicon.alternatives("mastheads.agencies_word")
    done = lexicon.alternatives("mastheads.contributed")
    source = lexicon.alternatives("mastheads.source_label")
    tail = lexicon.alternatives("zones.tail")
    return re.compile(
        rf"(?<=[.!?\"')])\s*(?:-+\s*(?:{agencies})|\((?:{agencies})(?:[,/ ]+(?:{agencies}))*\)"
        rf"|(?:{shared}|{agencies}|[A-Z][\w.]*(?: [A-Z][\w.]*){{0,3}}) (?:{done})\.?"
        rf"|(?:{source}):? [A-Z][\w.]*(?: [A-Z][\w.]*){{0,3}}(?: (?:{shared}))?)(?=\s*$|\s+(?:{tail})\s*$)"
    )


def opening_date(page: Page) -> Iterator[Part]:
    """As in "Date of publication 10 July 2031 At least …": a date set before the first sentence without a break.

    find: Ferry strikes pier¶¶[Date of publication 10 July 2031 |zone=byline]A ferry struck a pier.
    find: Ferry strikes pier¶¶[AFP Sun 10 Jul 2033 |zone=byline]A ferry struck a pier.
    skip: Ferry strikes pier¶¶On 10 July 2031 A ferry struck a pier.
    """
    repeated = [part.end for part in repeated_title(page) if part.kind == "title"]
    for at, end in [
        *((line.start, line.end) for line in page.lines[:HEAD]),
        *((at, len(page.plain)) for at in repeated),
    ]:
        match = _opening(page.lexicon).match(page.plain, at, end)
        while match and match.end() < end and not _stamp(page.lexicon).fullmatch(page.plain, at, end):
            yield Part(start=match.start(), end=match.end(), kind="byline")
            match = _opening(page.lexicon).match(page.plain, match.end(), end)


def closing_credit(page: Page) -> Iterator[Part]:
    """As in "… the council said.--Reuters": the agency, or those who helped, after the last sentence of a line.

    find: Ferry strikes pier¶¶A ferry struck a pier on Monday.[--Reuters|zone=byline]
    find: Ferry strikes pier¶¶A ferry struck a pier. [Agencies contributed to this report|zone=byline]
    skip: Ferry strikes pier¶¶A ferry struck a pier, Reuters reported.
    """
    for line in page.lines[-12:]:
        match = _closing(page.lexicon).search(line.text)
        if match and match.start() > 0:  # the white space before it stays with the sentence
            start = line.start + match.end() - len(match[0].lstrip())
            yield Part(start=start, end=line.start + match.end(), kind="byline")


def by_author(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "By Mara Quill": a line that names its author and nothing else.

    find: Ferry strikes pier¶¶[By Mara Quill and Tom Arden¶¶|zone=byline]A ferry struck a pier.
    skip: Ferry strikes pier¶¶By Tuesday the road was open again.¶¶A ferry struck a pier.
    """
    label = opens(line, page.lexicon, "mastheads.author_label")
    if not label or reported(kinds):
        return None
    rest = _LINK.sub(r"\1", line.text[label.end() :]).lstrip(" :")
    if not rest[:1].isupper() or line.words > 16 or re.search(r"\b[a-z]{4,}", rest):
        return None
    return "byline"


def stamped_line(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "Published: 4 May 2031, 10:30 GMT": a line of dates, hours and labels alone.

    find: Ferry strikes pier¶¶[Published: 4 May 2031, 10:30 GMT¶¶|zone=byline]A ferry struck a pier.
    skip: Ferry strikes pier¶¶On 4 May 2031 a ferry struck a pier.¶¶Nobody was hurt.
    """
    whole = _stamp(page.lexicon).fullmatch(line.text)
    return "byline" if whole and any(mark.isdigit() for mark in line.text) and line.words > 1 else None


def outlet_and_date(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "The Harbour Post, December 13, 2031": the outlet with its date, before the report begins.

    find: Ferry strikes pier¶¶[The Harbour Post, December 13, 2031¶¶|zone=byline]A ferry struck a pier.
    skip: Ferry strikes pier¶¶Nobody remembers December 13, 2031 in Port Edran.¶¶A ferry struck a pier.
    """
    dates = list(written_dates(line.text, page.lexicon))
    if reported(kinds) or not dates or line.stopped:
        return None
    rest = line.text[: dates[0].start] + line.text[dates[-1].end :]
    rest = re.sub(rf"\d+ (?:{page.lexicon.alternatives('zones.furniture_whole')})\b", "", rest)
    return "byline" if len(rest.split()) <= 10 and not re.search(r"\b[a-z]{4,}", rest) else None


def signed(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "Mara Quill, HarbourPost.example": a name and its outlet between title and report.

    find: Ferry strikes pier¶¶[Mara Quill, HarbourPost.example¶|zone=byline]A ferry struck a pier on Monday.
    skip: Ferry strikes pier¶¶A ferry struck a pier, police said.¶Mara Quill, Tom Arden
    """
    return "byline" if "title" in kinds and not reported(kinds) and _SIGNED.match(line.text) else None


def credit_line(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "mq/rt (AFP, dpa)": initials, agencies, or both, on a line of their own.

    find: Ferry strikes pier¶¶A ferry struck a pier.¶[mq/rt (AFP, dpa)|zone=byline]
    skip: Ferry strikes pier¶¶A ferry struck a pier.¶AFP reported two dead.
    """
    rest = re.sub(r"\s*\([^()]*\)$", "", line.text)
    inner = line.text[len(rest) :]
    if inner and not _credits(page.lexicon).fullmatch(inner):
        return None
    if not rest or _INITIALS.match(rest) or _credits(page.lexicon).fullmatch(rest):
        return "byline"
    done = forms(page.lexicon, "mastheads.contributed").search(line.text)
    return "byline" if done and line.words <= 40 and done.start() and line.text[0].isupper() else None


def desk_credit(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "(Reporting by Mara Quill; Editing by Ann Berg)": those who made the report, at its foot.

    find: Pier¶¶A ferry struck a pier.¶¶[(Reporting by Mara Quill; Editing by Ann Berg)|zone=byline]
    skip: Pier¶¶Reporting by the crew was delayed, officials said.¶¶Nobody was hurt.
    """
    return "byline" if _desk(page.lexicon).match(line.text) and line.words <= 40 else None


@cache
def _desk(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\(?(?:{lexicon.alternatives('mastheads.desk')}) [A-Z]")


def bare_link(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "[RT](#)": a link alone between title and report names where the text was taken from.

    find: Ferry strikes pier¶¶By Mara Quill¶¶[<https://teshar.example/a>¶¶|zone=byline]A ferry struck a pier.
    skip: Ferry strikes pier¶¶A ferry struck a [[pier]](#).
    """
    whole = _BARE.fullmatch(line.text)
    return ("boilerplate" if reported(kinds) else "byline") if whole else None


FINDERS = (opening_date, closing_credit)
DECIDERS = (by_author, stamped_line, outlet_and_date, signed, credit_line, desk_credit, bare_link)
RULES = (*FINDERS, *DECIDERS)
