"""What each account calls each actor, in its own voice and inside the words of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Account, Actor, Quote, Reading, Span, Speech, Voice, Wording, rule_name
from rashomon.wordings.cast import cast

REACH = 24  # characters before a name in which "so-called" may stand


@cache
def _article(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"^(?:{lexicon.alternatives('actors.article')})\s+", re.IGNORECASE)


@cache
def _distance(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon.alternatives('wordings.distancing')})\s+(?:\w+\s+)?$", re.IGNORECASE)


def names_by_voice(readings: Sequence[Reading], lexicon: Lexicon) -> tuple[Wording, ...]:
    """The so-called Harbour Guard, in one account's own voice: each name of an actor, by account and voice.

    find: The so-called [Harbour Guard|voice=own; distancing=True] fired first.
    find: The mayor said the [Harbour Guard|voice=quoted] fired first.
    skip: The boats left at noon.
    """
    pronouns = lexicon.lowered("actors.pronoun")
    names = cast(readings, lexicon)
    spans: dict[tuple[str, str, Voice, str, bool], list[Span]] = {}
    accounts: dict[str, Account] = {}
    for reading in readings:
        accounts[reading.account.id] = reading.account
        said, scare = _said(reading), _scare(reading)
        for actor in reading.actors:
            if actor.span.text.lower() in pronouns:
                continue
            voice: Voice = "quoted" if any(one.holds(actor.span) for one in said) else "own"
            name = re.sub(r"\s+", " ", _article(lexicon).sub("", actor.span.text))
            key = (
                names[reading.account.id, actor.span.start, actor.span.end],
                reading.account.id,
                voice,
                name,
                _distant(actor, scare, lexicon),
            )
            spans.setdefault(key, []).append(actor.span)
    order = sorted(spans, key=lambda key: (key[0], accounts[key[1]].name, *map(str, key[1:])))
    return tuple(
        Wording(
            actor=key[0],
            account=accounts[key[1]],
            voice=key[2],
            name=key[3],
            spans=tuple(spans[key]),
            distancing=key[4],
            rule=rule_name(names_by_voice),
        )
        for key in order
    )


def _said(reading: Reading) -> tuple[Span, ...]:
    """Where others speak: inside the marks of a spoken quotation, in the content of a reported speech."""
    quotes = [claim.mention for claim in reading.quotes]
    speeches = [claim.mention for claim in reading.speeches]
    return (
        *(one.span for one in quotes if isinstance(one, Quote) and one.kind != "scare"),
        *(piece for one in speeches if isinstance(one, Speech) for piece in one.pieces),
    )


def _scare(reading: Reading) -> tuple[Span, ...]:
    """Where marks of irony stand."""
    quotes = [claim.mention for claim in reading.quotes]
    return tuple(one.span for one in quotes if isinstance(one, Quote) and one.kind == "scare")


def _distant(actor: Actor, scare: Sequence[Span], lexicon: Lexicon) -> bool:
    """Whether a distancing word stands before the name, inside it, or marks of irony around it."""
    span = actor.span
    before = plain(span.account.text[max(0, span.start - REACH) : span.start])
    if _distance(lexicon).search(before) or _distance(lexicon).search(plain(span.text.rpartition(" ")[0]) + " "):
        return True
    return any(one.meets(span) for one in scare)


RULES = (names_by_voice,)
