"""The title: the first line that is neither date, credit nor page furniture."""

from __future__ import annotations

from collections.abc import Collection

from rashomon.types import ZoneKind
from rashomon.zones.page import Line, Page, forms, sentences_in

LONGEST = 30  # words; a longer first line is the report's first paragraph
LONGEST_STOPPED = 16  # words; some archives close headlines with a full stop


def first_headline(line: Line, page: Page, kinds: Collection[ZoneKind]) -> ZoneKind | None:
    """As in "Ferry strikes pier in Port Edran¶¶A ferry struck …": the first line of the report, set as a headline.

    A line with a full stop is one only if it is short and reports nobody's words.

    find: [Ferry strikes pier in Port Edran¶¶|zone=title]A ferry struck a pier in Port Edran on Monday.
    find: [Ferry strikes pier in Port Edran.¶¶|zone=title]A ferry struck a pier in Port Edran on Monday. Two hurt.
    skip: A ferry struck a pier in Port Edran on Monday, the harbour master said.¶¶Nobody was hurt in the accident.
    """
    if any(kind in {"title", "body", "blockquote", "heading"} for kind in kinds) or line.number + 1 >= len(page.lines):
        return None
    if not line.stopped or (line.text.endswith(("?", "!", "...")) and sentences_in(line.text) <= 2):
        return "title" if line.words <= LONGEST and not line.text.endswith((":", ",")) else None
    is_short = line.words <= LONGEST_STOPPED and sentences_in(line.text) == 1
    cue = forms(page.lexicon, "zones.report_cue").search(line.text)
    return "title" if is_short and not cue and page.lines[line.number + 1].words > 2 else None


RULES = (first_headline,)
