"""Transcripts and interviews: the stretch of text that one voice speaks, from its label to the next label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.claims.found import Found
from rashomon.lexicons import Lexicon
from rashomon.types import Span

_LABEL = re.compile(
    r"^(?P<name>[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]*){0,3})(?P<role>, [A-Z][A-Z ,'’-]{1,40}| \([^()\n]{2,40}\))?:(?=\s)",
    re.MULTILINE,
)
SPOKEN = {"body", "blockquote"}
ASIDE = {"title", "comment", "boilerplate"}
LEAST = 2  # voices; a single label is a heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one voice says from its label to the next; without a name where it is the account's own, or nobody's."""

    span: Span
    label: Span
    name: str | None


def find_turns(found: Found, lexicon: Lexicon) -> tuple[Turn, ...]:
    """The turns of an account that is a transcript or an interview; none of any other."""
    labels = _transcript(found) or _interview(found, lexicon)
    if not labels:
        return ()
    account = labels[0][0].account
    ends = [label.start for label, _ in labels[1:]] + [len(account.text)]
    return tuple(
        Turn(span=account.span(label.end, end), label=label, name=name)
        for (label, name), end in zip(labels, ends, strict=True)
        if label.end < end
    )


def _transcript(found: Found) -> list[tuple[Span, str | None]]:
    """The labels in capitals: two voices or more, one of whom is known for a person or introduced with an office."""
    matches = list(_matches(_LABEL, found))
    persons = _persons(found)
    counted = Counter(_last(match["name"]) for _, match in matches)
    known = [match for _, match in matches if match["role"] or _last(match["name"]) in persons]
    if len(counted) < LEAST or not known or max(counted.values()) < LEAST:
        return []
    names = sorted({match["name"] for _, match in matches}, key=lambda name: (len(name), name))
    longer = {_last(name): name for name in names}
    return [(span, _spelled(longer[_last(match["name"])], persons)) for span, match in matches]


def _interview(found: Found, lexicon: Lexicon) -> list[tuple[Span, str | None]]:
    """The labels of questions, which are the account's own, and of answers, by the one person named before them."""
    pattern = _asked(lexicon)
    matches = list(_matches(pattern, found))
    if len({bool(match["asked"]) for _, match in matches}) < LEAST:
        return []
    first = matches[0][0].start
    named = {
        actor.name
        for actor in found.actors
        if actor.span.end <= first and actor.kind == "person" and " " in actor.name and actor.name[:1].isupper()
    }
    who = next(iter(named)) if len(named) == 1 else None
    return [(span, None if match["asked"] else who) for span, match in matches]


def _matches(pattern: re.Pattern[str], found: Found) -> Iterator[tuple[Span, re.Match[str]]]:
    """The labels in order, also those set apart like a byline or a heading."""
    for zone in found.zones:
        if zone.kind not in ASIDE:
            for match in pattern.finditer(zone.span.text):
                start = zone.span.start
                yield zone.span.account.span(start + match.start(), start + match.end("name")), match


@cache
def _asked(lexicon: Lexicon) -> re.Pattern[str]:
    asked, answered = (lexicon.alternatives(f"speech.{name}") for name in ("asked", "answered"))
    return re.compile(rf"^(?P<name>(?P<asked>{asked})|{answered})[:.][ \t]", re.MULTILINE)


def _persons(found: Found) -> dict[str, str]:
    """The full names of persons by their last word, as the account writes them in small letters."""
    names = sorted({actor.name for actor in found.actors if actor.kind == "person" and not actor.name.isupper()})
    return {_last(name): name for name in sorted(names, key=len) if name[:1].isupper()}


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower()


def _spelled(label: str, persons: dict[str, str]) -> str:
    """A label as a name is written: "ANA BEL" is Ana Bel."""
    known = persons.get(_last(label))
    if known is not None and len(known.split()) >= len(label.split()):
        return known
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), label)


def turn_at(turns: Sequence[Turn], start: int) -> Turn | None:
    """The turn in which a place of the text stands."""
    return next((turn for turn in turns if turn.span.start <= start < turn.span.end), None)
