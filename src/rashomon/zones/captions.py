"""Captions: what is said of a picture."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.lexicons.calendar import written_dates
from rashomon.text import alternatives
from rashomon.types import ZoneKind
from rashomon.zones.page import Line, Page, Part, forms, opens, reported, sentences_in

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,80})[)\]]\s*$")
_INNER = re.compile(r"""(?<=[.!?"'\w]) +\(([^()\n]{2,60})\)(?= +["'(]?[A-Z])""")
_SENTENCE = re.compile(r"""[.!?]["')]*\s+(?=["'(]?[A-Z0-9])""")
_SLASHED = re.compile(r"(?:^|[\s(])(?:[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}) ?/ ?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}\)?$")
_NAME_SLASH = re.compile(r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]*){1,3} ?/ ?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}")
SCENE_WITHIN = 14  # words from the start of a caption to its verb
SHARED_WORDS = 4  # words that the captions of one gallery open with
LONGEST = 70  # words


@cache
def _credit(lexicon: Lexicon) -> re.Pattern[str]:
    agencies = alternatives([*lexicon.forms("mastheads.agency"), *lexicon.forms("mastheads.agencies_word")])
    return re.compile(rf"(?<!\w)(?:{agencies}|{lexicon.alternatives('zones.picture_word')})(?!\w)")


def credited_scene(page: Page) -> Iterator[Part]:
    """As in "Still image shows smoke. (Harbour TV and Agencies) A ferry …": a caption run into the paragraph.

    find: Ferry strikes pier¶¶[Still image shows smoke. (Harbour TV and Agencies) |zone=caption]A ferry burned.
    skip: Ferry strikes pier¶¶A ferry (built in Teshar and agencies) burned. It sank.
    """
    for match in _INNER.finditer(page.plain):
        if not _credit(page.lexicon).search(match[1]):
            continue
        line_start = page.plain.rfind("\n", 0, match.start()) + 1
        before = [stop.end() for stop in _SENTENCE.finditer(page.plain, line_start, match.start() + 1)]
        yield Part(start=before[-1] if before else line_start, end=match.end(), kind="caption")


def gallery(page: Page) -> Iterator[Part]:
    """As in "The port at fifty First light … / The port at fifty Crane hall …": lines that open with the same words.

    Three or more in a row, each with the name of one gallery before its own text.

    find: Fire¶¶It burned.¶[The Port At Fifty Dawn.¶The Port At Fifty Cranes.¶The Port At Fifty Old pier.|zone=caption]
    skip: Fire¶¶The port said it was shut.¶The port said it was open.
    """
    first = 0
    while first < len(page.lines):
        head = page.lines[first].text.split()[:SHARED_WORDS]
        last = first + 1
        while last < len(page.lines) and page.lines[last].text.split()[:SHARED_WORDS] == head:
            last += 1
        if last - first >= 3 and len(head) == SHARED_WORDS and head[0][0].isupper():
            yield Part(start=page.lines[first].start, end=page.lines[last - 1].end, kind="caption")
        first = last


def picture_speaks(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "This photo shows …", "Photo: Mara Quill": a line that opens by naming the picture.

    find: Ferry strikes pier¶¶[This photo taken on Monday shows the pier.¶¶|zone=caption]A ferry struck a pier.
    skip: Ferry strikes pier¶¶The picture is not clear, officials said.¶¶A ferry struck a pier.
    """
    named = opens(line, page.lexicon, "zones.picture_opening")
    return "caption" if named and line.words <= LONGEST and sentences_in(line.text) <= 4 else None


def picture_credit(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "… in Port Edran. (Photo by Reuters)", "© AP Photo/ Mara Quill": a line closed by the picture's credit.

    find: Ferry strikes pier¶¶[Crews at the pier (Photo by Reuters)¶¶|zone=caption]A ferry struck a pier.
    skip: Ferry strikes pier¶¶A ferry struck a pier (photo).¶¶Nobody was hurt, police said.
    """
    words = _credit(page.lexicon)
    bracket = _BRACKET.search(line.text)
    if bracket and line.words <= LONGEST and words.search(bracket[1]):
        return "caption" if forms(page.lexicon, "zones.picture_word").search(bracket[1]) or _scene(line, page) else None
    marked = line.text.startswith(("©", "(c)")) and forms(page.lexicon, "zones.picture_word").search(line.text)
    if marked and line.words <= 12:
        return "caption"
    if _NAME_SLASH.fullmatch(line.text):
        return "caption"
    slashed = _SLASHED.search(line.text)
    return "caption" if slashed and line.words <= LONGEST and words.search(slashed[0]) else None


def dated_scene(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "Dockers hold banners in Port Edran, December 12, 2031.": one sentence in the present, with a full date.

    find: Pier¶¶A ferry struck it.¶¶[Dockers hold banners in Teshar, December 12, 2031.¶¶|zone=caption]Nobody was hurt.
    skip: Ferry strikes pier¶¶A ferry struck a pier on December 12, 2031.¶¶Nobody was hurt.
    """
    if line.words > LONGEST or sentences_in(line.text) > 2 or not _scene(line, page):
        return None
    return "caption" if any(written_dates(line.text, page.lexicon)) else None


def scene_beside_credit(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "Dockers hold banners¶Ferry Strikes Pier¶© AP Photo": a scene without a stop, near the credit of a picture.

    find: [Dockers hold a banner on a march at the gate¶¶|zone=caption]Ferry Strikes Pier¶© AP Photo¶A ferry struck it.
    skip: Dockers Hold March in Port Edran¶¶A ferry struck a pier.
    """
    if reported(kinds) or line.stopped or line.words < 9 or not _scene(line, page):
        return None
    near = page.lines[line.number + 1 : line.number + 4]
    return "caption" if any(picture_credit(other, page, ()) for other in near if other.words <= 12) else None


def _scene(line: Line, page: Page) -> bool:
    head = " ".join(line.text.split()[:SCENE_WITHIN])
    return bool(forms(page.lexicon, "zones.scene").search(head, 1))


FINDERS = (credited_scene, gallery)
DECIDERS = (picture_speaks, picture_credit, dated_scene, scene_beside_credit)
RULES = (*FINDERS, *DECIDERS)
