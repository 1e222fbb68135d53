"""Whom a figure counts: "Syrian rebels" and "militants" are fighters, "three children" children, "people" anyone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Figure, Span

TOLD = 80  # characters behind a figure in which it is told who they were
SHORTEST = 8  # letters of a noun whose ending says that it names people
REST = 60  # characters behind a noun phrase in which the rest of it may stand
_REST = re.compile(r"-[a-z]+(?: [a-z]+)?| [a-z]{2,3} [A-Z][\w'-]+ [a-z]+| [a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What kind of thing is counted, and under which key; `kind` is person, fighter, thing, unknown or nothing."""

    kind: str
    population: str | None
    noun: str


def counted_by(figure: Figure, lexicon: Lexicon) -> Counted:
    """The people or things that a figure counts, by the longest ending of its noun phrase that a list knows."""
    if figure.counted is None:
        return Counted(kind="nothing", population=None, noun="")
    phrase = _whole_phrase(figure.counted, lexicon)
    words = phrase.lower().split()
    named = next((_people(lexicon)[word] + (word,) for word in words if _people(lexicon).get(word, ("", ""))[0]), None)
    for length in range(len(words), 0, -1):
        tails = [" ".join(words[-length:])] + ([" ".join(words[:length])] if length > 1 else [])
        for tail in tails:
            known = _people(lexicon).get(tail)
            if known and not known[0] and named:
                return Counted(kind=named[1], population=named[0], noun=named[2])
            if known:
                return Counted(kind=known[1], population=known[0] or None, noun=tail)
            if tail in _things(lexicon):
                return Counted(kind="thing", population=None, noun=tail)
    listed = ((word, _people(lexicon)[word]) for word in words if word in _people(lexicon))
    inside = next(((word, known) for word, known in listed if known[1] in {"person", "fighter"}), None)
    if inside:
        return Counted(kind=inside[1][1], population=inside[1][0] or None, noun=inside[0])
    if phrase.split()[-1] in lexicon.forms("places.demonym"):
        return Counted(kind="person", population=None, noun=words[-1])
    if figure.zone == "title" or phrase.split()[-1][:1].isupper():
        return Counted(kind="nothing", population=None, noun="")  # a name beside a number, seldom what it counts
    kind = "person" if _ends_like_people(words[-1], lexicon) else "unknown"
    return Counted(kind=kind, population=words[-1], noun=words[-1])


def _ends_like_people(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun that no list knows is made like the names of trades: "pyrotechnicians", "lobbyists"."""
    endings = tuple(form.lstrip("-") for form in lexicon.forms("populations.ending"))
    return len(word) >= SHORTEST and word.endswith(endings)


def _whole_phrase(counted: Span, lexicon: Lexicon) -> str:
    """A noun phrase with what a hyphen or names cut off: "besieged army-held | towns", "5,000 Teshar | residents"."""
    text = plain(counted.account.text[counted.end : counted.end + REST])
    match = _REST.match(text)
    if not match or not (counted.text[:1].isupper() or match[0].startswith("-")):
        return plain(counted.text)
    last = match[0].split()[-1].lower() if match[0].split() else ""
    known = last in _people(lexicon) or last in _things(lexicon)
    return plain(counted.text) + match[0] if known else plain(counted.text)


def population_told(figure: Figure, lexicon: Lexicon) -> str | None:
    """Whom "109 of the dead were evacuees" counts: those named behind the verb of being."""
    words = plain(figure.span.account.text[figure.span.end : figure.span.end + TOLD]).lower().split()
    if not words or words[0] not in lexicon.forms("topics.of"):
        return None
    being = next((n for n, word in enumerate(words) if word in lexicon.forms("topics.being")), None)
    if being is None:
        return None
    after = [word.strip("\"'.,;") for word in words[being + 1 : being + 4]]
    phrases = [" ".join(after[start:end]) for start in range(len(after)) for end in range(len(after), start, -1)]
    return next((_people(lexicon)[phrase][0] or None for phrase in phrases if phrase in _people(lexicon)), None)


@cache
def _people(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    return {
        form.lower(): (entry["population"], entry["kind"])
        for entry in lexicon.entries("populations.people")
        for form in entry.forms
    }


@cache
def _things(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form.lower() for name in ("topics.thing", "topics.grouped") for form in lexicon.forms(name))
