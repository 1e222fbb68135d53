"""A party and its members under one actor: "the Harbour Party", "Harbourites", "the party"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rashomon.lexicons import Lexicon
from rashomon.wordings.called import Called, Place, counted_off
from rashomon.wordings.people import only

STEM = 5  # letters that a party and its members share: "Harbourite", "Harbourites"


def parties(called: Sequence[Called], names: Mapping[Place, str], lexicon: Lexicon) -> dict[Place, str]:
    """Harbourites, Harbourite lawmakers, the Harbourite Party: a party with its members and its committee."""
    named: Counter[str] = Counter()
    here: dict[str, Counter[str]] = defaultdict(Counter)
    for one in called:
        name = _party(names.get(one.place, ""), lexicon)
        if name and one.named:
            named[name] += 1
            here[one.account][name] += 1
    stems = {name: name.split()[0].lower() for name in named}
    found: dict[Place, str] = {}
    for one in called:
        if one.pronoun or one.actor.kind == "person":
            continue
        words = counted_off(one.text, lexicon)
        member = _member(words, names.get(one.place) or one.actor.name, lexicon)
        fitting = sorted(name for name in named if member and _stem_of(member, stems[name]))
        if len(fitting) == 1:
            found[one.place] = fitting[0]
        elif member and member == words[-1] and not fitting:
            found[one.place] = member
        elif words[0].lower() in lexicon.lowered("actors.party") and _of_party(words[1:], lexicon):
            whose = only(here[one.account]) or (only(named) if not here[one.account] else None)
            if whose:
                found[one.place] = whose
    return found


def _party(name: str, lexicon: Lexicon) -> str:
    """A party by its full name, or by the letters that stand for it."""
    short = lexicon.by_form("actors.party_short").get(name.lower())
    if short is not None:
        return short["name"]
    words = name.split()
    return name if len(words) > 1 and words[-1].lower() in lexicon.lowered("actors.party") else ""


def _of_party(words: Sequence[str], lexicon: Lexicon) -> bool:
    return all(word.lower() in lexicon.lowered("actors.party_member") for word in words)


def _member(words: Sequence[str], name: str, lexicon: Lexicon) -> str:
    """The word that tells the party: "Democrats" of "top Democrats", the first of a party's committee."""
    party = _party(name, lexicon)
    if party:
        return party.split()[0]
    told = name.split()
    if len(told) > 1 and any(name.lower().endswith(f" {form}") for form in lexicon.lowered("actors.party_body")):
        return told[0]
    ends = len(words)
    while ends > 1 and words[ends - 1].lower() in lexicon.lowered("actors.party_member"):
        ends -= 1
    if any(word.lower() in lexicon.lowered("actors.apart") for word in words[: ends - 1]):
        return ""
    last = words[ends - 1]
    short = lexicon.by_form("actors.party_short").get(last.lower())
    if short is not None:
        return short["name"].split()[0]
    plural = (
        ends == len(words)
        and last[-1:] == "s"
        and last[:1].isupper()
        and last.lower() in lexicon.lowered("actors.partisan")
    )
    return last if plural or (ends < len(words) and last[:1].isupper()) else ""


def _stem_of(member: str, stem: str) -> bool:
    short = member.lower().removesuffix("s")
    shared = short if len(short) <= len(stem) else stem
    return len(shared) >= STEM and short.startswith(shared) and stem.startswith(shared)
