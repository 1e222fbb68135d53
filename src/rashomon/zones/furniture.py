"""The furniture of a page: share links, calls to subscribe, copyright, disclaimers, navigation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.types import ZoneKind
from rashomon.zones.page import Line, Page, Part, forms, lowered, opens, reported

_JOINT = re.compile(r"[a-z][A-Z](?=[a-z])|[a-z)][A-Z]{2,}\b")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|(?<![\w.-])[\w.-]{1,64}@[\w-]{1,64}\.\w|\(?\d{3}\)?[ -]\d{3}-\d{4}"
    r"|(?<![\w-])[\w-]{1,64}\.(?:com|org|net)/\S+"
)
_TRAIL = re.compile(r"^[A-Z][\w&' ]{0,30}\w(?: [>›|/\"] ?[A-Z][\w&' ]{0,30}\w)+$")  # a plain view has " for »
LONGEST = 45  # words of a line that opens like furniture and may still be nothing else
HEADLINE = 14  # words of a headline in a list of links
FOOT_LINES = 4  # lines at the end within which an author is introduced


def bare_tags(page: Page) -> Iterator[Part]:
    """As in "… civilians. Tags ferry pier Teshar At least …": tags without marks, up to the next sentence.

    find: Ferry strikes pier¶¶A ferry struck a pier. [Tags ferry pier Teshar |zone=boilerplate]At least two were hurt.
    skip: Ferry strikes pier¶¶A ferry struck a pier. Tags were sold. At least two were hurt.
    """
    for match in _tags(page.lexicon).finditer(page.plain):
        if not re.match(r"\S+ (?:was|were|is|are|had|have)\b", match[0]):
            yield Part(start=match.start(), end=match.end(), kind="boilerplate")


@cache
def _tags(lexicon: Lexicon) -> re.Pattern[str]:
    labels, openings = (lexicon.alternatives(f"zones.{name}") for name in ("tag_label", "sentence_opening"))
    return re.compile(rf"(?<=[.!?\"] )(?:{labels}) (?:(?!(?:{openings}) )[^\s.!?,]+ ){{2,30}}(?=(?:{openings}) )")


def closing_call(page: Page) -> Iterator[Part]:
    """As in "… is open again. Read Also": a call to other pages after the last sentence.

    find: Ferry strikes pier¶¶A ferry struck a pier on Monday. [Read Also|zone=boilerplate]
    skip: Ferry strikes pier¶¶A ferry struck a pier. They read also of a fire.
    """
    tail = page.lexicon.alternatives("zones.tail")
    match = re.search(rf"(?<=[\w.!?\"']) (?:{tail})\s*$", page.plain)
    if match:
        yield Part(start=match.start() + 1, end=len(page.plain.rstrip()), kind="boilerplate")


def stray_number(page: Page) -> Iterator[Part]:
    """As in "… range of the army. 12": a page's counter left behind after the last full stop.

    find: Ferry strikes pier¶¶A ferry struck a pier on Monday. [12|zone=boilerplate]
    skip: Ferry strikes pier¶¶A ferry struck a pier on Pier 12
    """
    match = re.search(r"[.!?][\"')]* (\d{1,4})\s*$", page.plain)
    if match:
        yield Part(start=match.start(1), end=match.end(1), kind="boilerplate")


def reply_form(page: Page) -> Iterator[Part]:
    """As in "Leave a Reply": the form for readers, and everything after it.

    find: Ferry strikes pier¶¶A ferry struck a pier.¶¶[Leave a Reply¶¶Your name¶¶Your e-mail|zone=boilerplate]
    skip: Ferry strikes pier¶¶They were told to leave a reply at the desk.
    """
    for line in page.lines:
        form = opens(line, page.lexicon, "zones.reply_form")
        if form and line.words <= len(form[0].split()) + 2 and not line.stopped:
            yield Part(start=line.start, end=len(page.plain.rstrip()), kind="boilerplate")
            return


def link_list(page: Page) -> Iterator[Part]:
    """As in "More on this topic¶Fire safety law delayed¶Vale under pressure": a header, and headlines of other pages.

    find: Pier¶¶A ferry struck it.¶[More on this topic¶Harbour law delayed¶|zone=boilerplate]Nobody was hurt.
    skip: Pier¶¶A ferry struck it.¶More on this topic was said by the harbour master.
    """
    after = 0
    for line in page.lines:
        if line.number < after or line.stopped or not _is_header(line, page):
            continue
        after = line.number + 1
        while after < len(page.lines) and _is_headline(page.lines[after]):
            after += 1
        yield Part(start=line.start, end=page.lines[after - 1].end, kind="boilerplate")


def _is_header(line: Line, page: Page) -> bool:
    return line.text.rstrip(":").lower() in lowered(page.lexicon, "zones.related_header")


def _is_headline(line: Line) -> bool:
    return not line.stopped and line.words <= HEADLINE


def page_word(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "Share", "20 comments", "Back to top button": a line that is a button and nothing else.

    find: Ferry strikes pier¶¶A ferry struck a pier.¶¶[Share¶¶|zone=boilerplate]Nobody was hurt.
    skip: Ferry strikes pier¶¶Share prices fell in Port Edran on Monday.
    """
    bare = re.sub(r"^[\d.,kKmM]+\s+|[\s:.|>»+]+$", "", line.text).lower()
    return (
        "boilerplate" if line.whole and (bare in lowered(page.lexicon, "zones.furniture_whole") or not bare) else None
    )


def page_opening(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "Read more: Three days in Teshar", "Copyright 2031 …": a line that opens as furniture does.

    find: Pier¶¶A ferry struck a pier.¶[Read more: Three days in Teshar¶|zone=boilerplate]Nobody was hurt.
    skip: Ferry strikes pier¶¶Readers of the notice were told to wait.
    """
    return "boilerplate" if opens(line, page.lexicon, "zones.furniture_opening") and line.words <= LONGEST else None


def page_words_inside(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "… material may not be published, broadcast …": the words of lawyers, newsletters and notices.

    find: Pier¶¶A ferry struck a pier.¶¶[This may not be reproduced without written permission.|zone=boilerplate]
    skip: Ferry strikes pier¶¶The right to appeal was refused without a word.
    """
    found = {match[0].lower() for match in forms(page.lexicon, "zones.furniture_inside").finditer(line.text)}
    allowed = 30 if len(found) == 1 else 200
    return "boilerplate" if found and line.words <= allowed and '"' not in line.text[:1] else None


def words_run_together(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "Latest newsHarbourOthersWorld", "Home > News > Teshar": a path through the site, run together or not.

    find: [Latest newsPort TownOthersWorld News¶¶|zone=boilerplate]Ferry strikes pier¶¶A ferry struck a pier.
    skip: McDonald visits Port Edran¶¶A ferry struck a pier.
    """
    joints = [
        word
        for word in line.text.split()
        for _ in _JOINT.findall(word)
        if not word.startswith(("Mc", "Mac", "De", "La"))
    ]
    run = len(joints) >= 2 and line.words <= 10 and not line.stopped
    trail = _TRAIL.match(line.text) and re.search(r" [>›\"] ", line.text)
    return "boilerplate" if run or (trail and not line.stopped) else None


def bare_address(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "Harbour news: https://harbour.example/a": a line that is an address with at most a few words.

    find: Ferry strikes pier¶¶A ferry struck a pier.¶¶[Harbour: https://harbour.example/a|zone=boilerplate]
    skip: Ferry strikes pier¶¶A ferry struck a pier, says https://harbour.example/a in a long report of Monday.
    """
    rest = _ADDRESS.sub(" ", line.text)
    return "boilerplate" if rest != line.text and len(rest.split()) <= 6 and reported(kinds) else None


def author_note(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "Mara Quill is a staff writer for The Harbour Post.": the author introduced at the foot.

    find: Pier¶¶A ferry struck a pier.¶¶[Mara Quill is a staff writer for The Harbour Post.|zone=boilerplate]
    skip: Pier¶¶Mara Quill is a columnist, police said.¶¶A ferry struck a pier.¶¶Two.¶¶Three.¶¶Four.¶¶Five.
    """
    if line.number < len(page.lines) - FOOT_LINES or not reported(kinds):
        return None
    about = page.lexicon.alternatives("zones.self_description")
    note = re.match(
        rf"(?:[A-Z][\w.'-]* ){{2,4}}(?:is|was|are|has been|works as)(?: [\w'-]+){{0,6}} (?:{about})\b", line.text
    )
    name = " ".join(line.text.split()[:2])
    return "boilerplate" if note and page.plain.find(name) >= line.start else None


FINDERS = (reply_form, link_list, bare_tags, closing_call, stray_number)
DECIDERS = (page_word, page_opening, page_words_inside, words_run_together, bare_address, author_note)
RULES = (*FINDERS, *DECIDERS)
