"""Sentence -> Actor: names, descriptions and pronouns, each with the one actor that it stands for."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from rashomon.lexicons import Lexicon
from rashomon.mentions.actors import capitals, countries, descriptions, names, titles
from rashomon.mentions.actors.candidates import Candidate
from rashomon.mentions.actors.countries import known_surname
from rashomon.mentions.actors.pronouns import as_actor, resolve
from rashomon.mentions.actors.referents import Named, name_all
from rashomon.names import country_of
from rashomon.types import Actor, Sentence, rule_name

RULES = (
    descriptions.source_of_headline,
    descriptions.government_of_person,
    *names.RULES,
    descriptions.described_actor,
)


PEOPLES = {"NORP", "LANGUAGE"}  # what the parser takes a town for that it does not know
SHORTEST = 2  # letters; a shorter surname is told from a word by nothing


def find_actors(sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Actor, ...]:
    """Every mention of an actor in the order of the text, under one name for each actor of the account."""
    found = {sentence.span.start: _found_in(sentence, lexicon) for sentence in sentences}
    sided = _more_than_persons(sentences, names.PLACES | PEOPLES)
    found = _without(found, frozenset(f"{side} {place}" for side in lexicon.forms("places.side") for place in sided))
    surnames = _surnames(found, lexicon)
    found = _without(found, _more_than_persons(sentences, names.PLACES) - surnames)
    for sentence in sentences:
        here = [_as_person(candidate, surnames) for candidate in found[sentence.span.start]]
        for candidate in known_surname(sentence, surnames):
            if not any(candidate.meets(other) for other in here):
                here.append(candidate.by(rule_name(names.named_actor)))
        here += list(titles.title_of_name(here, sentence, lexicon))
        found[sentence.span.start] = sorted(here, key=lambda candidate: candidate.span.start)
    listed = [candidate for sentence in sentences for candidate in found[sentence.span.start]]
    named = name_all(listed, lexicon)
    title = rule_name(titles.title_of_name)
    actors = [
        *resolve(sentences, [one for one in named if one.candidate.rule != title], lexicon),
        *(as_actor(one) for one in named if one.candidate.rule == title),
        *_countries(sentences, found, lexicon),
    ]
    return tuple(sorted(actors, key=lambda one: (one.span.start, one.span.end)))


def _found_in(sentence: Sentence, lexicon: Lexicon) -> list[Candidate]:
    """What the rules find in one sentence, the earlier rule first where two meet."""
    here: list[Candidate] = []
    for rule in RULES:
        for candidate in rule(sentence, lexicon):
            if not any(candidate.meets(other) for other in here):
                here.append(candidate.by(rule_name(rule)))
    return here


def _more_than_persons(sentences: Sequence[Sentence], entities: Set[str]) -> frozenset[str]:
    """The single names that the parser takes for one of these at least as often as for a person: a town is none."""
    seen: dict[str, int] = {}
    for sentence in sentences:
        for word in sentence.words:
            if word.entity in entities or word.entity == "PERSON":
                seen[word.text] = seen.get(word.text, 0) + (1 if word.entity in entities else -1)
    return frozenset(text for text, more in seen.items() if more >= 0)


def _without(found: dict[int, list[Candidate]], places: frozenset[str]) -> dict[int, list[Candidate]]:
    """The same without the persons whose name is a place, or the side of one: "E. Teshar"."""
    return {
        start: [one for one in here if not (one.named and one.kind == "person" and one.span.text in places)]
        for start, here in found.items()
    }


def _surnames(found: dict[int, list[Candidate]], lexicon: Lexicon) -> frozenset[str]:
    """The last words of the persons who are named in full or by a title, if no longer name of another kind ends so."""
    titles = names.titles_of(lexicon)
    persons, others = set(), set()
    for candidate in (one for here in found.values() for one in here if one.named):
        *first, last = candidate.span.text.split()
        if candidate.kind == "person" and (first or candidate.office.rpartition(" ")[2] in titles):
            persons.add(last)
        elif candidate.kind != "person" and first:
            others.add(last)
    kept = {name for name in persons - others if name.lower() not in titles}
    return frozenset(name for name in kept if len(name) > SHORTEST and name.isalpha())


def _as_person(candidate: Candidate, surnames: frozenset[str]) -> Candidate:
    """A surname alone that the parser took for a body is the person's."""
    return replace(candidate, kind="person") if candidate.named and candidate.span.text in surnames else candidate


def _countries(sentences: Sequence[Sentence], found: dict[int, list[Candidate]], lexicon: Lexicon) -> list[Actor]:
    """Countries where nothing else is mentioned; apart, because no pronoun is taken to mean one."""
    seats = capitals.seats(lexicon)
    actors: list[Actor] = []
    for sentence in sentences:
        taken = list(found[sentence.span.start])
        seated = capitals.RULES if capitals.names_seat(sentence, lexicon) else ()
        for rule in (*countries.RULES, *seated):
            for candidate in rule(sentence, lexicon):
                if not any(candidate.meets(other) for other in taken):
                    taken.append(candidate)
                    text = candidate.span.text
                    seat = seats.get(text) if rule in capitals.RULES else None
                    actors.append(_country(candidate.by(rule_name(rule)), seat or country_of(text, lexicon) or text))
    halves = countries.halves([actor.name for actor in actors])
    for sentence in sentences if halves else ():
        for candidate in countries.half_of_name(sentence, halves):
            meeting = [one for one in found[sentence.span.start] if one.meets(candidate)]
            if not meeting:
                name = halves[candidate.head]
                actors.append(_country(candidate.by(rule_name(countries.country_actor)), name))
    return actors


def _country(candidate: Candidate, name: str) -> Actor:
    return as_actor(Named(candidate=candidate, name=name, kind=candidate.kind, affiliation=None))
