"""Block quotations: others' words at length, with or without marks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from rashomon.types import ZoneKind
from rashomon.zones.page import Line, Page, Part, forms, opens

_TWEET = re.compile(r"(?:--?|-) ?[^()\n]{2,60}\(@\w{2,20}\)\s+[A-Z][a-z]+\.? \d{1,2},? \d{4}$")
_QUOTED = re.compile(r'"[^"\n]*"?')
_PRONOUN = re.compile(r"""^(?:"|\[?[A-Z]?"|[*_]*"|(?:It|He|She|They)\b)""")
CLOSES_WITHIN = 60  # paragraphs of one speech
BEGINS_WITHIN = 3  # paragraphs within which a speaker says "we" or "I"
OPENS_WITHIN = 2  # lines that may still belong to the announcement


def handed_over(page: Page) -> Iterator[Part]:
    """As in "… informed the council of the details:¶We shut …¶This ends my report.": a speech without marks.

    It runs to its closing words, or for as long as somebody goes on speaking of "we" and "I" outside quotation marks.

    find: Port¶¶He informed them of it in full:¶[We shut it.¶Two sank.¶This ends my report.¶|zone=blockquote]They voted.
    skip: Port¶¶The harbour master reported the following:¶"We shut the pier," he said.¶The council voted.
    """
    for line in page.lines:
        if line.text.endswith(":") and forms(page.lexicon, "zones.handover").search(line.text):
            last = _speech_end(line.number + 1, page)
            if last is not None:
                yield Part(start=page.lines[line.number + 1].start, end=page.lines[last].end, kind="blockquote")


def _speech_end(first: int, page: Page) -> int | None:
    """The last line of the speech that begins at a line; None where nobody speaks there at length."""
    coming = page.lines[first : first + CLOSES_WITHIN]
    if not coming or re.match(r"""["•*-]""", coming[0].text):
        return None
    own, others = (forms(page.lexicon, name) for name in ("zones.own_people", "zones.own_voice"))
    spoken = [line.number for line in coming if own.search(_QUOTED.sub(" ", line.text))]
    for line in coming:
        if opens(line, page.lexicon, "zones.closing") and spoken and spoken[0] < line.number:
            return line.number
    ends = (line.number for line in coming if others.match(line.text) or '"' in line.text)
    stop = next(ends, coming[-1].number + 1)
    last = max((number for number in spoken if number < stop), default=None)
    begins = spoken and spoken[0] < first + BEGINS_WITHIN
    return last if begins and last is not None and last > first else None


def announced_extracts(page: Page) -> Iterator[Part]:
    """As in "… is carrying extracts from the statement¶"The pier …"¶It added …": the lines of a statement.

    find: Port¶¶It carries extracts¶["The pier is shut," it said.¶It added that crews left.¶|zone=blockquote]They met.
    skip: Port¶¶The agency is carrying extracts from the statement.¶The council met.
    """
    for line in page.lines:
        if not forms(page.lexicon, "zones.extract_word").search(line.text) or line.text.startswith('"'):
            continue
        at = line.number + 1
        while at < min(line.number + 1 + OPENS_WITHIN, len(page.lines)) and re.match(r"[a-z,;]", page.lines[at].text):
            at += 1
        first = at
        while at < len(page.lines) and _extract(page.lines[at], page):
            at += 1
        if at - first >= 2 and page.lines[first].text.startswith('"'):
            yield Part(start=page.lines[first].start, end=page.lines[at - 1].end, kind="blockquote")


def _extract(line: Line, page: Page) -> bool:
    if line.text.startswith('"'):
        return True
    head = " ".join(line.text.split()[:6])
    return bool(_PRONOUN.match(line.text) and forms(page.lexicon, "zones.extract_cue").search(head))


def dotted_extract(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "… to have called the works¶......a danger to all": words taken up in the middle, after a line left open.

    find: Port¶¶The council called the works¶[......a danger to all the crews.¶|zone=blockquote]It met.
    skip: Port¶¶The council met.¶...¶It left.
    """
    before = page.lines[line.number - 1] if line.number else None
    taken_up = re.match(r"\.{3,}\s*\w", line.text) and before is not None and not before.stopped
    return "blockquote" if taken_up else None


def signed_post(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "The pier is on fire! — Mara Quill (@mquill) May 4, 2031": a post shown whole, with its author and day.

    find: Port¶¶A pier burned.¶[The pier is on fire! — Mara Quill (@mquill) May 4, 2031|zone=blockquote]
    skip: Port¶¶A pier burned, Mara Quill (@mquill) wrote on May 4, 2031.
    """
    return "blockquote" if _TWEET.search(line.text) else None


def marked_block(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "> The pier is shut.": a line set off by the mark for quoted text.

    find: Port¶¶The notice read¶[> The pier is shut.¶|zone=blockquote]The crews left.
    skip: Port¶¶The pier > the bridge, they said.
    """
    return "blockquote" if re.match(r">+\s+\w", line.text) and line.whole else None


FINDERS = (handed_over, announced_extracts)
DECIDERS = (dotted_extract, signed_post, marked_block)
RULES = (*FINDERS, *DECIDERS)
