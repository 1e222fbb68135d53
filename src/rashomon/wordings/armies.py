"""A state's armed forces under one actor: "the Iraqi army", "Iraqi troops", "government forces", "the army"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.names import country_of
from rashomon.wordings.called import Called, Place, counted_off
from rashomon.wordings.people import only


def armies(called: Sequence[Called], lexicon: Lexicon) -> dict[Place, str]:
    """The Iraqi army, government troops, the army: a state's forces, of the one country whose forces are spoken of.

    The actor goes by what they are called most often with their country.
    """
    of: dict[Place, str] = {}
    bare: list[Called] = []
    told: dict[str, Counter[str]] = defaultdict(Counter)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for one in called:
        found = None if one.actor.kind == "person" else _forces(one, lexicon)
        if found is None:
            continue
        country = country_of(found, lexicon) if found else None
        if country:
            of[one.place] = country
            told[one.account][country] += 1
            told[""][country] += 1
            forms[country][one.text] += 1
        else:
            bare.append(one)
    for one in bare:
        country = only(told.get(one.account) or told[""])
        if country:
            of[one.place] = country
    best = {country: max(forms[country], key=lambda form: (forms[country][form], form)) for country in forms}
    return {place: best[country] for place, country in of.items()}


def _forces(one: Called, lexicon: Lexicon) -> str | None:
    """The country before the words for armed forces, "" where none is; None where other words stand there.

    Without a country, "army" needs an article or "government": "an army" and "troops" may be anybody's.
    """
    words = counted_off(one.text, lexicon)
    for first in range(len(words)):
        tail = " ".join(words[first:]).lower()
        if tail in lexicon.lowered("actors.forces"):
            rest = words[:first]
            while rest and rest[-1].lower() in lexicon.lowered("actors.forces_of"):
                rest.pop()
            while rest and rest[0] in lexicon.lowered("actors.quality"):
                rest = rest[1:]
            country = " ".join(rest)
            if country:
                return country if country[:1].isupper() and country_of(country, lexicon) else None
            return "" if first > 0 or one.definite or tail == lexicon.forms("actors.forces")[0] else None
    return None
