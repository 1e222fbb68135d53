"""The same victim in several accounts: by name, or by age where no name says otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.names import one_person
from rashomon.types import Victim

Person = tuple[Victim, ...]


def put_together(persons: Sequence[Person]) -> tuple[Person, ...]:
    """The persons of several accounts, each once, in the order in which they are first told of.

    Two persons of one account stay two. Whoever has neither name nor age may be anybody and stays alone, unless the
    other account tells of one such person only.
    """
    joined: list[Person] = []
    for person in persons:
        fits = [at for at, other in enumerate(joined) if _same(person, other)]
        if len(fits) == 1:
            joined[fits[0]] = (*joined[fits[0]], *person)
        else:
            joined.append(person)
    return tuple(joined)


def described(person: Person) -> str:
    """A person in a word or two for a reader: the fullest name, else the longest description, and the age."""
    names = [victim.name for victim in person if victim.name]
    words = max(names or [victim.span.text for victim in person], key=lambda text: (len(text), text))
    ages = [victim.age for victim in person if victim.age is not None]
    return " ".join(words.split()) + (f", {ages[0]}" if ages and str(ages[0]) not in words else "")


def _same(one: Person, other: Person) -> bool:
    if {victim.account for victim in one} & {victim.account for victim in other}:
        return False
    sexes = {victim.sex for victim in (*one, *other) if victim.sex}
    if len(sexes) > 1:
        return False
    ages = [{victim.age for victim in person if victim.age is not None} for person in (one, other)]
    names = [{victim.name for victim in person if victim.name} for person in (one, other)]
    if all(names):
        return any(one_person(left, right) for left in names[0] for right in names[1])
    return bool(ages[0] & ages[1])
