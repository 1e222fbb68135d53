"""Readers' comments: where they begin, and that nothing after them is the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.zones.page import Line, Page, Part, forms, lowered, opens

_BULLET = re.compile(r"^[•·*●▪-]\s*\S")
_COUNTED = re.compile(r"^\(?\d+\)?\s+")
_NICK = re.compile(r"@?[\w.-]+|[A-Z][\w.-]*(?: [A-Z][\w.-]*){1,2}")
HEADER_WORDS = 8
NAME_WORDS = 8  # "• Marta Vell 3 hours ago in reply to Tom"
WITHIN = 10  # lines after a header within which a reader must speak
LEAST = 2  # lines of readers before a run of them is believed


def headed_comments(page: Page) -> Iterator[Part]:
    """As in "12 Comments", "Community standardsDiscussion": a header with readers under it, to the end.

    find: Ferry strikes pier¶¶A ferry struck a pier.¶¶[2 Comments¶Marta Vell¶I think you are wrong.|zone=comment]
    skip: Ferry strikes pier¶¶Comments by the minister were reported on Monday.¶¶Nobody was hurt.
    """
    for line in page.lines:
        if _is_header(line, page) and any(
            _is_name(other, page) or _talks(other, page) for other in page.lines[line.number + 1 : line.number + WITHIN]
        ):
            yield Part(start=line.start, end=len(page.plain.rstrip()), kind="comment")
            return


def bulleted_readers(page: Page) -> Iterator[Part]:
    """As in "• Marta Vell¶ I doubt it …¶• avatar": short bulleted names, each with a text under it, to the end.

    find: Ferry strikes pier¶¶A ferry struck a pier.¶¶[• Marta¶I doubt it.¶• Tom¶You are wrong.|zone=comment]
    skip: Ferry strikes pier¶¶A ferry struck a pier.¶• Two hurt¶• Road shut
    """
    names = [line for line in page.lines if _BULLET.match(line.text) and line.words <= NAME_WORDS and not line.stopped]
    spoken = [line for line in names if _talks_below(line, page)]
    if len(spoken) >= LEAST:
        yield Part(start=spoken[0].start, end=len(page.plain.rstrip()), kind="comment")


def marked_readers(page: Page) -> Iterator[Part]:
    """As in "Marta Vell in reply to Tom", "Tom 3 hours ago": lines with a reader's marks, to the end of the account.

    find: Ferry strikes pier¶¶A ferry struck a pier.¶¶[Marta 3 hours ago¶It was him.¶Tom 2 hours ago¶No.|zone=comment]
    skip: Ferry strikes pier¶¶The ferry was built 30 years ago.¶¶It struck a pier.
    """
    marked = [line for line in page.lines if _is_name(line, page)]
    if len(marked) >= LEAST:
        yield Part(start=marked[0].start, end=len(page.plain.rstrip()), kind="comment")


def named_talk(page: Page) -> Iterator[Part]:
    """As in "Marta Vell¶I think you …¶Tom¶We all …": names on lines of their own, each above a reader's talk.

    find: Pier¶¶A ferry sank.¶¶Nobody died.¶¶[Marta Vell¶I think you are wrong.¶Tom¶My brother saw it.|zone=comment]
    skip: Ferry strikes pier¶¶Marta Vell¶A ferry struck a pier.¶Tom Arden¶Nobody was hurt.
    """
    half = len(page.lines) // 3
    names = [
        line
        for line in page.lines[half:-1]
        if _NICK.fullmatch(line.text) and not line.stopped and _talks_after(line, page)
    ]
    if len(names) >= LEAST:
        yield Part(start=names[0].start, end=len(page.plain.rstrip()), kind="comment")


def _is_header(line: Line, page: Page) -> bool:
    bare = _COUNTED.sub("", line.text)
    counted = bare != line.text
    if counted:
        bare = bare[:1].upper() + bare[1:]
    header = _headers(page.lexicon).match(bare)
    return bool(header) and not line.stopped and line.words <= (HEADER_WORDS if counted else HEADER_WORDS - 2)


@cache
def _headers(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("zones.comment_header"))


def _is_name(line: Line, page: Page) -> bool:
    if line.words > NAME_WORDS + 4 or (line.stopped and not line.text.endswith(")")):
        return False
    marks = re.findall("|".join(map(re.escape, page.lexicon.forms("zones.comment_mark"))), line.text)
    return bool(marks) and (line.words <= NAME_WORDS or len(marks) > 1)


def _talks(line: Line, page: Page) -> bool:
    unquoted = re.sub(r'"[^"\n]*"?', " ", line.text)
    return line.words >= 2 and bool(forms(page.lexicon, "zones.conversation").search(unquoted))


def _talks_below(line: Line, page: Page) -> bool:
    """Whether the very next line is talk and no further bullet, as it would be in a list of names."""
    below = page.lines[line.number + 1 : line.number + 2]
    return any(_talks(other, page) and not _BULLET.match(other.text) for other in below)


def _talks_after(line: Line, page: Page) -> bool:
    following = page.lines[line.number + 1 : line.number + 3]
    is_form = bool(opens(line, page.lexicon, "zones.reply_form", "zones.furniture_opening"))
    is_form = is_form or line.text.lower() in lowered(page.lexicon, "zones.furniture_whole")
    return any(_talks(other, page) for other in following) and not is_form


FINDERS = (headed_comments, bulleted_readers, marked_readers, named_talk)
RULES = FINDERS
