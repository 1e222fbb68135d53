"""Who stands for a country: its government by any name, its seat, "his administration", "Iraq's leaders"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rashomon.lexicons import Lexicon
from rashomon.lexicons.gazetteer import capitals, gazetteer
from rashomon.names import country_of
from rashomon.wordings.called import Called, Place, place_of
from rashomon.wordings.people import only

ASKED = 1 << 12  # wordings that are remembered
LONGEST = 4  # words of a country's name
REACH = 40  # characters after a government in which its country or its seat stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a case before its governments are: names so far, persons by their forms, their countries."""

    names: Mapping[Place, str]
    persons: Mapping[str, str]
    countries: Mapping[str, str]
    meant: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def owner(self, one: Called) -> str | None:
        """The case's name for whoever has the thing: "Iraq" of "Iraq's leaders", the one meant by "his"."""
        if one.owner is None:
            return None
        account, name = one.account, one.owner.name
        return self.names.get(place_of(one.owner)) or self.meant.get((account, name), name)


@lru_cache(maxsize=ASKED)
def land(text: str, lexicon: Lexicon) -> str | None:
    """The country of a name, an adjective, a people, a capital or a seat of government; none in small letters."""
    if not text[:1].isupper():
        return None
    seat = lexicon.by_form("actors.seat").get(text.lower())
    if seat is not None:
        return gazetteer(lexicon.language).codes[seat["country"]].name
    return country_of(text, lexicon)


@lru_cache(maxsize=ASKED)
def state_of(text: str, lexicon: Lexicon) -> str | None:
    """The country that a wording stands for: "Iraq", "Iraqi officials", "the legitimate Iraqi government".

    What stands before the country may praise or blame, not set apart: "former Iraqi officials" are not the state.
    """
    whole = land(text, lexicon)
    if whole is not None:
        return whole
    words = text.split()
    for first in range(len(words)):
        for last in range(min(first + LONGEST, len(words) - 1), first, -1):
            country = _adjective(" ".join(words[first:last]), lexicon)
            if country and _of_state(words[last:], lexicon) and _praise(words[:first], lexicon):
                return country
    return None


def _adjective(text: str, lexicon: Lexicon) -> str | None:
    """The country of a word before "government"; there a capital's name tells it too: "the Baghdad government"."""
    seat = capitals(lexicon.language).get(text)
    return land(text, lexicon) or (seat.name if seat is not None else None)


def _of_state(words: Sequence[str], lexicon: Lexicon) -> bool:
    state = lexicon.lowered("actors.state") | lexicon.lowered("actors.rule")
    return bool(words) and (" ".join(words).lower() in state or all(word.lower() in state for word in words))


def _praise(words: Sequence[str], lexicon: Lexicon) -> bool:
    quality, apart = lexicon.lowered("actors.quality"), lexicon.lowered("actors.apart")
    return all((word.islower() or word.lower() in quality) and word.lower() not in apart for word in words)


def governments(called: Sequence[Called], known: Known, lexicon: Lexicon) -> dict[Place, str]:
    """The Bel administration, his government, the regime: the country of its head, owner, or the one so called."""
    found: dict[Place, str] = {}
    told: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    bare: list[tuple[Called, str]] = []
    rules = lexicon.by_form("actors.rule")
    for one in called:
        words = one.text.split()
        rule = next((rules[word.lower()]["kind"] for word in words if word.lower() in rules), "")
        country = _government(one, words, known, lexicon)
        if country:
            found[one.place] = country
        if rule and (country or state_of(one.text, lexicon)):
            for where in (one.account, ""):
                told[where, rule][country or state_of(one.text, lexicon) or ""] += 1
        elif rule and one.owner is None and _unqualified(words, lexicon):
            bare.append((one, rule))
    for one, rule in bare:
        country = only(told.get((one.account, rule)) or told.get(("", rule), Counter()))
        if country:
            found[one.place] = country
    return found


def _government(one: Called, words: Sequence[str], known: Known, lexicon: Lexicon) -> str | None:
    """The country of one wording of a government, told by whose it is or where it sits."""
    ends = len(words)
    while ends > 0 and _of_state(words[ends - 1 : ends], lexicon):
        ends -= 1
    if ends == len(words) or one.pronoun or (one.named and one.actor.kind == "person"):
        return None
    head = " ".join(words[:ends])
    if head and not _praise(words[:ends], lexicon):
        return known.countries.get(known.persons.get(head, ""))
    owner = known.owner(one)
    if owner is not None:
        return known.countries.get(owner) or (owner if owner in _countries(lexicon) else None)
    text = one.actor.account.text
    end = one.actor.span.end
    follows = re.match(r" ([a-z]+) ([A-Z]\w+)( [A-Z]\w+)?", text[end : end + REACH])
    if follows is None or follows[1] not in lexicon.forms("actors.seated"):
        return None
    return _adjective(follows[2] + (follows[3] or ""), lexicon) or _adjective(follows[2], lexicon)


@cache
def _countries(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(country.name for country in gazetteer(lexicon.language).codes.values()) | {
        entry["name"] for entry in lexicon.entries("actors.capital")
    }


def _unqualified(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether nothing but its officials and a word of praise or blame stands beside "government"."""
    state = lexicon.lowered("actors.state") | lexicon.lowered("actors.rule")
    return all(word.lower() in state or word.lower() in lexicon.lowered("actors.quality") for word in words)


def unions(called: Sequence[Called], names: Mapping[Place, str], lexicon: Lexicon) -> dict[Place, str]:
    """Europe, European officials: the union of a continent's countries, where the account names the union."""
    named = {(one.account, names[one.place]) for one in called if names[one.place] and not one.pronoun}
    found: dict[Place, str] = {}
    for one in called:
        words = one.text.split()
        ends = len(words)
        while ends > 0 and _of_state(words[ends - 1 : ends], lexicon):
            ends -= 1
        union = lexicon.by_form("actors.union").get(" ".join(words[:ends]).lower())
        if union is not None and words[0][:1].isupper() and (one.account, union["name"]) in named:
            found[one.place] = union["name"]
    return found
