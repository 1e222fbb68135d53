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
from rashomon.wordings.called import Called, Place, called_in, place_of
from rashomon.wordings.described import described
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
    names = {
        one.place: _name(one, persons if one.actor.kind == "person" else bodies, shared, lexicon) for one in spoken
    }
    offices = offices_of(readings, {place: name for place, name in names.items() if name}, lexicon)
    told = Known(
        names=names, persons=persons, countries=countries_of(offices, _heads(spoken, persons, lexicon), lexicon)
    )
    told = replace(told, meant=_meant(spoken, names))
    grouped = {
        **sides(spoken, readings, lexicon),
        **unions(spoken, names, lexicon),
        **armies(spoken, lexicon),
        **parties(spoken, names, lexicon),
        **governments(called, told, lexicon),
    }
    spelt = {name.lower(): name for name in sorted(bodies.values()) if " " in name}
    for one in spoken:
        if one.place in grouped:
            names[one.place] = grouped[one.place]
        elif one.bearer is not None:
            names[one.place] = names[place_of(one.bearer)]
        elif not names[one.place]:
            known = persons if one.actor.kind == "person" else bodies
            held = holder(one.actor, offices, lexicon, told.owner(one))
            other = one.actor.name if one.actor.name.lower() != one.text.lower() else ""
            folded = spelt.get(one.text.lower(), "") if one.actor.kind != "person" else ""
            names[one.place] = known.get(one.actor.name) or held or other or folded
    return names | described([one for one in spoken if not names[one.place]], told, lexicon)


def _name(one: Called, known: Mapping[str, str], shared: frozenset[str], lexicon: Lexicon) -> str:
    """The name of the country or the actor that a mention names, "" for a description."""
    name = known.get(one.text, one.text)
    if name == one.text and name not in shared:
        name = known.get(one.actor.name, one.actor.name)
    state = state_of(one.text, lexicon) or (state_of(name, lexicon) if one.actor.kind != "person" else None)
    return state or (name if one.named else "")


def _heads(called: Sequence[Called], persons: Mapping[str, str], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Whom an account means by "the Iraqi president", and the country."""
    leads = lexicon.lowered("actors.leader")
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
