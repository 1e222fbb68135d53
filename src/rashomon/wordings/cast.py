"""The cast of a case: one name for each actor over all accounts, in the fullest form that any of them uses.

Within an account the mentions have been told apart already. Between accounts a surname goes to the only person who
bears it, or to the one named far more often; an acronym to the only body with its initials; a government to its
country; an office without a name to the only one who holds it; a member to the party, a word for one side to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.lexicons import Lexicon
from rashomon.types import Reading
from rashomon.wordings.armies import armies
from rashomon.wordings.bodies import body_names
from rashomon.wordings.called import Called, Place, called_in, counted_off, place_of, words_of
from rashomon.wordings.offices import countries_of, holder, offices_of
from rashomon.wordings.parties import parties
from rashomon.wordings.people import person_names
from rashomon.wordings.sides import sides
from rashomon.wordings.states import Known, governments, land, state_of, unions


def cast(readings: Sequence[Reading], lexicon: Lexicon) -> Mapping[Place, str]:
    """The case's name for each mention that is no pronoun, by account and characters."""
    called = list(called_in(readings, lexicon))
    spoken = [one for one in called if not one.pronoun]
    persons, shared = person_names([one for one in spoken if one.named and one.actor.kind == "person"], lexicon)
    bodies = body_names([one for one in spoken if one.named and one.actor.kind != "person"], lexicon)
    names: dict[Place, str] = {}
    for one in spoken:
        known = persons if one.actor.kind == "person" else bodies
        name = known.get(one.text, one.text)
        if name == one.text and name not in shared:
            name = known.get(one.actor.name, one.actor.name)
        state = state_of(one.text, lexicon) or (state_of(name, lexicon) if one.actor.kind != "person" else None)
        names[one.place] = state or (name if one.named else "")
    offices = offices_of(readings, {place: name for place, name in names.items() if name}, lexicon)
    told = Known(names=names, persons=persons, countries=countries_of(offices, _heads(spoken, persons, lexicon)))
    told = replace(told, meant=_meant(spoken, names))
    grouped = {
        **sides(spoken, readings, lexicon),
        **unions(spoken, names, lexicon),
        **armies(spoken, lexicon),
        **parties(spoken, names, lexicon),
        **governments(called, told, lexicon),
    }
    usual = _usual(spoken, lexicon)
    for one in spoken:
        if one.place in grouped:
            names[one.place] = grouped[one.place]
        elif one.bearer is not None:
            names[one.place] = names[place_of(one.bearer)]
        elif not names[one.place]:
            known = persons if one.actor.kind == "person" else bodies
            held = holder(one.actor, offices, lexicon, told.owner(one))
            own = known.get(one.actor.name) or held
            if own is None and one.actor.name.lower() != one.text.lower():
                own = one.actor.name
            names[one.place] = own or usual[_group(one, lexicon)]
    return names


def _heads(called: Sequence[Called], persons: Mapping[str, str], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Whom an account means by "the Iraqi president", and the country."""
    leads = words_of(lexicon, "actors.leader")
    for one in called:
        first, _, last = one.text.rpartition(" ")
        if one.actor.kind == "person" and not one.named and last.lower() in leads:
            country, name = land(first, lexicon) if first else None, persons.get(one.actor.name)
            if country and name:
                yield name, country


def _meant(called: Sequence[Called], names: Mapping[Place, str]) -> dict[tuple[str, str], str]:
    """The case's name for each name of an account, as most of its mentions have it: for whoever "his" means."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in called:
        if names[one.place]:
            found[one.account, one.actor.name][names[one.place]] += 1
    return {key: max(counted, key=lambda name: (counted[name], name)) for key, counted in found.items()}


def _group(one: Called, lexicon: Lexicon) -> str:
    return " ".join(counted_off(one.text, lexicon)).lower()


def _usual(called: Sequence[Called], lexicon: Lexicon) -> dict[str, str]:
    """The usual spelling of each description that stands for itself, small letters before capitals."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for one in called:
        counted[_group(one, lexicon)][" ".join(counted_off(one.text, lexicon))] += 1
    return {
        group: max(forms, key=lambda form: (form[:1].islower(), forms[form], form)) for group, forms in counted.items()
    }
