"""What one account tells of the killed and the injured: the figure it opens with, or the victims it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.codebooks.inputs import UNREAL, value_of
from rashomon.lexicons import Lexicon, load
from rashomon.text import alternatives
from rashomon.types import EVIDENCE, Claim, Figure, Reading, Role, Victim

OPENING = 1500  # characters; what stands further down may be of another event
BEFORE, AFTER = 30, 60  # characters around a figure in which the words stand that say what happened to the people
MOST = 1_000_000  # people; a larger number counts no event's victims


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people in one account, and what it rests on: claims, persons, or both where they are as many."""

    number: int = 0
    claims: tuple[Claim, ...] = ()
    victims: tuple[tuple[Victim, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The killed and the injured of one account."""

    reading: Reading
    killed: Count
    injured: Count


def told_by(reading: Reading) -> Told:
    """What an account comes to: the larger of the figure it opens with and of the victims that it tells of.

    A person shot is injured unless the account tells that he died. "Six people were shot" counts the dead too.
    """
    lexicon = load(reading.account.language)
    start = min((sentence.span.start for sentence in reading.sentences if sentence.zone.is_evidence), default=0)
    end = start + OPENING
    dead, hurt = _persons(reading, end)
    killed = _larger(_stated(reading, "killed", end), dead)
    wounded = [claim for claim in _stated(reading, "injured", end) if not _both(claim, lexicon)]
    struck = [claim for claim in _counted(reading, end) if _of_those_struck(claim, lexicon)]
    if struck and not wounded:
        rest = max(_number(struck[0]) - killed.number, 0)
        injured = Count(number=rest, claims=(struck[0],), victims=hurt if rest == len(hurt) else ())
    else:
        injured = _larger(wounded, hurt)
    return Told(reading=reading, killed=killed, injured=injured)


def _persons(reading: Reading, end: int) -> tuple[tuple[tuple[Victim, ...], ...], tuple[tuple[Victim, ...], ...]]:
    """The dead and the hurt of those whom the opening tells of, each person with all tellings."""
    persons: dict[int, list[Victim]] = {}
    for victim in reading.victims:
        persons.setdefault(victim.person, []).append(victim)
    told = [tuple(tellings) for tellings in persons.values() if tellings[0].span.start < end]
    dead = tuple(one for one in told if any(victim.harm == "killed" for victim in one))
    return dead, tuple(one for one in told if one not in dead)


def _stated(reading: Reading, role: Role, end: int) -> list[Claim]:
    """The claims of the opening that state how many were killed, or injured."""
    return [claim for claim in _counted(reading, end) if claim.topic and claim.topic.role == role]


def _counted(reading: Reading, end: int) -> Iterator[Claim]:
    for claim in reading.figures:
        figure = claim.mention
        counts = isinstance(figure, Figure) and figure.dimension == "count" and figure.zone in EVIDENCE
        if counts and claim.span.start < end and claim.stance not in UNREAL and 0 <= _number(claim) < MOST:
            yield claim


def _number(claim: Claim) -> int:
    number = value_of(claim)
    return int(number) if number is not None and number == number.to_integral_value() else -1


def _larger(claims: list[Claim], persons: tuple[tuple[Victim, ...], ...]) -> Count:
    stated = _number(claims[0]) if claims else 0
    number = max(stated, len(persons))
    return Count(
        number=number,
        claims=(claims[0],) if claims and stated == number else (),
        victims=persons if len(persons) == number else (),
    )


def _of_those_struck(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a figure counts the dead and the hurt together: “six people were shot, two of them fatally”."""
    figure, role = claim.mention, claim.topic.role if claim.topic else None
    if role == "injured":
        return _both(claim, lexicon)
    counted = figure.counted.text.split() if isinstance(figure, Figure) and figure.counted else []
    people = bool(counted) and counted[-1].lower() in _people(lexicon)
    behind = claim.account.text[claim.span.end : (claim.sentence or claim.span).end]
    return role == "other" and people and bool(_struck_next(lexicon).match(behind)) and _both(claim, lexicon)


@cache
def _people(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form.lower() for form in lexicon.forms("victims.people"))


@cache
def _struck_next(lexicon: Lexicon) -> re.Pattern[str]:
    """The participle that is told of the people counted, with its verb and little else between."""
    return re.compile(rf"(?:\W+\w+){{1,3}}?\W+(?:{_struck(lexicon).pattern})", re.IGNORECASE)


def _both(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a figure of those shot says no more of them, so that the dead may be among them."""
    sentence = claim.sentence or claim.span
    at = claim.span.start - sentence.start
    near = sentence.text[max(0, at - BEFORE) : at + AFTER]
    return bool(_struck(lexicon).search(near)) and not _hurt(lexicon).search(near)


@cache
def _struck(lexicon: Lexicon) -> re.Pattern[str]:
    entries = [entry for entry in lexicon.entries("victims.harm") if entry["harm"] == "struck"]
    return _words([form for entry in entries if not entry.get("shape") for form in entry.forms])


@cache
def _hurt(lexicon: Lexicon) -> re.Pattern[str]:
    return _words(list(lexicon.forms("victims.hurt")))


def _words(forms: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(forms)})(?!\w)", re.IGNORECASE)
