"""Who holds an office in a case: "President Ana Bel" tells whom "the president" means in the same account."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.names import country_of
from rashomon.text import plain
from rashomon.types import Actor, Reading

Offices = Mapping[tuple[str, str, str], Counter[str]]
BEFORE = 48  # characters before a name in which its office stands
AFTER = 24  # characters after a name in which its country stands
MORE = 3  # times as often as any other must the one hold the office
_WORD = re.compile(r"[^\W_]+")


def offices_of(readings: Sequence[Reading], names: Mapping[tuple[str, int, int], str], lexicon: Lexicon) -> Offices:
    """How often each person bears each office, by account ("" for all of them) and country.

    The country is "" where none is told: an account leaves out its own, so that "the president" is whom it names so.
    """
    held: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for reading in readings:
        text = plain(reading.account.text)
        for actor in reading.actors:
            name = names.get((reading.account.id, actor.span.start, actor.span.end))
            if actor.kind != "person" or name is None or not actor.rule.endswith("named_actor"):
                continue
            office, country = office_before(text, actor, lexicon)
            for where in (reading.account.id, "") if office else ():
                held[where, office, country][name] += 1
    return held


@cache
def _roles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form.lower() for form in (*lexicon.forms("titles.role"), *lexicon.forms("titles.honorific")))


def office_before(text: str, actor: Actor, lexicon: Lexicon) -> tuple[str, str]:
    """The office and its country that stand before a name, or two empty words."""
    roles = _roles(lexicon)
    words = text[max(0, actor.span.start - BEFORE) : actor.span.start].rpartition("\n")[2].split()
    at = len(words)
    while at > 0 and _word(words[at - 1]) in roles:
        at -= 1
    if at == len(words):
        return "", ""
    office = " ".join(map(_word, words[at:]))
    if at > 0 and f"{_word(words[at - 1])} {office}" in roles:
        at -= 1
        office = f"{_word(words[at])} {office}"
    country = _country(words[max(0, at - 2) : at], text[actor.span.end : actor.span.end + AFTER], lexicon)
    return office, country


def countries_of(offices: Offices, heads: Iterable[tuple[str, str]], lexicon: Lexicon) -> Mapping[str, str]:
    """The country that each person is said to lead, if it is but one or by far; `heads` are known otherwise."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for name, country in heads:
        told[name][country] += 1
    for (where, office, country), held in offices.items():
        if country and not where and _leads(office, lexicon):
            for name, count in held.items():
                told[name][country] += count
    known = {name: _only(countries) for name, countries in told.items()}
    return {name: country for name, country in known.items() if country is not None}


def _leads(office: str, lexicon: Lexicon) -> bool:
    """Whether an office is that of a country's head."""
    return any(office == form or office.endswith(f" {form}") for form in lexicon.forms("actors.leader"))


def _word(text: str) -> str:
    return text.strip(",.()").lower()


def _country(before: Sequence[str], after: str, lexicon: Lexicon) -> str:
    """The country of "the Iraqi president Ana Bel" or "President Ana Bel of Iraq"."""
    for words in (before[-1:], before[-2:]):
        found = country_of(" ".join(words), lexicon) if words else None  # "Iraq, President Bel said" tells none
        if found:
            return found
    follows = re.match(r" ([a-z]+) ([A-Z]\w+(?: [A-Z]\w+)?)", after)
    of = follows is not None and follows[1] in lexicon.forms("actors.tie")
    return (country_of(follows[2], lexicon) or "") if follows is not None and of else ""


def holder(actor: Actor, offices: Offices, lexicon: Lexicon, owner: str | None = None) -> str | None:
    """The person whom an office without a name means: the only holder in the account, else in the case.

    `owner` is the country of "Iraq's president", which stands outside the mention.
    """
    if actor.kind != "person":
        return None
    words = plain(actor.span.text).split()
    lowered = [word.lower() for word in words]
    of = country_of(owner, lexicon) if owner else None
    if owner is not None and of is None:
        return None
    if of is None and lowered[0] not in lexicon.forms("actors.definite") and country_of(words[0], lexicon) is None:
        return None
    leads = lexicon.lowered("actors.leader")
    for size in (3, 2, 1):
        office = " ".join(lowered[-size:])
        told = words[1:-size] if lowered[0] in lexicon.forms("actors.definite") else words[:-size]
        country = (country_of(" ".join(told), lexicon) or "") if told else of or ""
        if told and not country:
            continue
        wanted = leads if office == lexicon.forms("actors.leader")[0] and country else {office}
        for where in (actor.account.id, ""):
            only = _only(sum((offices.get((where, one, country), Counter()) for one in sorted(wanted)), Counter()))
            if only is not None:
                return only
        if not told and of is None:
            held = [held for (where, one, _), held in offices.items() if not where and one == office]
            only = _only(sum(held, Counter()))
            if only is not None:
                return only
    return None


def _only(held: Counter[str]) -> str | None:
    """The one holder, or the one who is called so far more often than any other."""
    ranked = held.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= MORE * ranked[1][1]) else None
