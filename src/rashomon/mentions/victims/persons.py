"""Which tellings of one account mean one person: by name, by age, by what the account calls him, by "he"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.mentions.victims.harmed import Harmed
from rashomon.names import one_person


@dataclass(slots=True)
class _Person:
    """What is known so far of one person; lives only while the tellings of one account are gone through."""

    number: int
    names: list[str] = field(default_factory=list)
    age: int | None = None
    sex: str | None = None
    attacker: bool = False
    harms: set[str] = field(default_factory=set)
    sentences: set[int] = field(default_factory=set)
    another: bool = False


def persons_of(tellings: Sequence[Harmed]) -> tuple[int | None, ...]:
    """The number of the person whom each telling means, from 1; None for a pronoun that stands for nobody known."""
    known: list[_Person] = []
    same: dict[tuple[int, int], _Person] = {}
    out: list[int | None] = []
    for telling in tellings:
        place = (telling.sentence.span.start, telling.told.at)
        person = same.get(place) or _meant(telling, known)
        if person is None and telling.told.pronoun and not telling.told.attacker:
            out.append(None)
            continue
        if person is None:
            person = _Person(number=len(known) + 1)
            known.append(person)
        _learn(person, telling)
        same[place] = person
        out.append(person.number)
    return tuple(out)


def _learn(person: _Person, telling: Harmed) -> None:
    told = telling.told
    if told.name and told.name not in person.names:
        person.names.append(told.name)
    person.age = told.age if told.age is not None else person.age
    person.sex = person.sex or told.sex
    person.attacker = person.attacker or told.attacker
    person.another = person.another or told.another
    person.harms.add(telling.harm)
    person.sentences.add(telling.sentence.span.start)


def _meant(telling: Harmed, known: Sequence[_Person]) -> _Person | None:
    """The known person whom a telling means, the likeliest first; None where it tells of somebody new."""
    told, here = telling.told, telling.sentence.span.start
    fits = [one for one in known if _fits(telling, one)]
    if told.name:
        named = [one for one in fits if any(one_person(told.name, name) for name in one.names)]
        if named:
            return named[-1]
        fits = [one for one in fits if not one.names]
    if told.age is not None:
        aged = [one for one in fits if one.age == told.age]
        if aged:
            return aged[-1]
        fits = [one for one in fits if one.age is None]
    if told.pronoun:
        return fits[-1] if fits else None
    if told.another:
        fits = [one for one in fits if one.another]
    apart = [one for one in fits if here not in one.sentences or (told.known and not told.name)]
    alike = [one for one in apart if one.harms & {telling.harm}] or [one for one in apart if _may_become(telling, one)]
    if told.known or told.name or told.age is not None:
        return (alike or apart)[-1] if alike or apart else None
    return alike[-1] if alike else None


def _fits(telling: Harmed, one: _Person) -> bool:
    told = telling.told
    if told.sex and one.sex and told.sex != one.sex:
        return False
    if told.age is not None and one.age is not None and abs(told.age - one.age) > 1:
        return told.name is not None and any(one_person(told.name, name) for name in one.names)
    return not told.attacker or one.attacker or told.pronoun


def _may_become(telling: Harmed, one: _Person) -> bool:
    """Whether "shot" may be the wound of which somebody died; a person who was killed is not the one who is hurt."""
    return telling.harm == "struck" or one.harms == {"struck"}
