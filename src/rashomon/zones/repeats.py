"""What a page says twice: its title run into the first paragraph, its own name at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.zones.page import Page, Part, forms

SHORTEST = 4  # words of a title that can be told from a sentence which happens to open alike
LEAD = 90  # characters of date and outlet that may stand before the repeated title
FOOT = 0.5  # share of the account after which an outlet may describe itself


def repeated_title(page: Page) -> Iterator[Part]:
    """As in "Ferry strikes pier in Teshar¶¶Ferry strikes pier in Teshar A ferry …": the title again, without a break.

    What stands before it in the line, a date or an outlet, is part of the byline.

    find: Ferry strikes pier in Teshar¶¶[Ferry strikes pier in Teshar |zone=title]A ferry struck a pier on Monday.
    find: Ferry strikes pier in Teshar¶¶Thu 10 Jul 2031 [Ferry strikes pier in Teshar. |zone=title]Two were hurt.
    skip: Ferry strikes pier in Teshar¶¶A ferry struck a pier in Teshar on Monday.
    """
    for title, line in zip(page.lines, page.lines[1:3], strict=False):
        at = line.text.find(title.text)
        if at < 0 or at > LEAD or title.words < SHORTEST or len(line.text) <= at + len(title.text) + 1:
            continue
        if "." in line.text[:at].rstrip(". ") and not re.search(r"\d[./-]\d", line.text[:at]):
            continue
        stop = re.match(r"[.:!|-]*\s*", line.text[at + len(title.text) :])
        start = line.start + at
        if at:
            yield Part(start=line.start, end=start, kind="byline")
        yield Part(start=start, end=start + len(title.text) + (stop.end() if stop else 0), kind="title")


def outlet_describes_itself(page: Page) -> Iterator[Part]:
    """As in "by Teshar Mail … Teshar Mail is the town's oldest newspaper …": the outlet on itself at the foot.

    Only a name that the head of the account gives after a "by", and only to the end of the account.

    find: Pier¶¶Posted on July 2 2031 by Teshar Mail It sank. [Teshar Mail is the oldest newspaper.|zone=boilerplate]
    skip: Ferry strikes pier¶¶A ferry struck a pier. Nobody was hurt. Teshar is the home of the newspaper.
    """
    by = page.lexicon.alternatives("mastheads.author_label")
    head = page.plain[:400]
    names = re.findall(rf"(?i:\b(?:{by})) ((?:[A-Z][\w'-]*)(?: [A-Z][\w'-]*){{1,4}})", head)
    about = forms(page.lexicon, "zones.self_description")
    for name in dict.fromkeys(part for full in names for part in _prefixes(full)):
        found = re.compile(rf"(?<=[.!?\"]) (?:{re.escape(name)}\w*(?: \w+)? )?{re.escape(name)} \w+ (?:the|a|an|one) ")
        match = found.search(page.plain, int(len(page.plain) * FOOT))
        if match and about.search(page.plain, match.end(), match.end() + 120):
            yield Part(start=match.start() + 1, end=len(page.plain.rstrip()), kind="boilerplate")
            return


def _prefixes(name: str) -> list[str]:
    """As in "Teshar Daily English Ferry" may be the name, or the name with what follows it: two words at least."""
    words = name.split()
    return [" ".join(words[:count]) for count in range(len(words), 1, -1)]


FINDERS = (repeated_title, outlet_describes_itself)
RULES = FINDERS
