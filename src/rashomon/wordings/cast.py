"""The cast of a case: one name for each actor over all accounts, in the fullest form that any of them uses.

Within an account the mentions have been told apart already. Between accounts a surname goes to the only person who
bears it, or to the one named far more often; an acronym to the only body with its initials; a government to its
country; an office without a name to the only one who holds it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.lexicons import Lexicon
from rashomon.lexicons.gazetteer import gazetteer
from rashomon.names import country_of, initials
from rashomon.text import plain
from rashomon.types import Actor, Reading
from rashomon.wordings.offices import countries_of, holder, office_before, offices_of

Place = tuple[str, int, int]
MORE = 3  # times as often as any other bearer of a name must the one be named whom a surname alone means
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_HEAD = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_TAIL = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """One mention: its place, the words it uses, and the name that its own account has for it."""

    place: Place
    actor: Actor
    text: str
    office: str = ""

    @property
    def named(self) -> bool:
        return self.actor.rule.endswith(("named_actor", "country_actor")) or ".capitals." in self.actor.rule


def cast(readings: Sequence[Reading], lexicon: Lexicon) -> Mapping[Place, str]:
    """The case's name for each mention that is no pronoun, by account and characters."""
    pronouns = {form.lower() for form in lexicon.forms("actors.pronoun")}
    called = [
        Called(
            place=(reading.account.id, actor.span.start, actor.span.end),
            actor=actor,
            text=_bare(actor.span.text),
            office=office_before(text, actor, lexicon)[0] if actor.kind == "person" else "",
        )
        for reading, text in ((reading, plain(reading.account.text)) for reading in readings)
        for actor in reading.actors
        if actor.span.text.lower() not in pronouns
    ]
    persons, shared = _persons([one for one in called if one.named and one.actor.kind == "person"], lexicon)
    bodies = _bodies([one for one in called if one.named and one.actor.kind != "person"], lexicon)
    names: dict[Place, str] = {}
    for one in called:
        known = persons if one.actor.kind == "person" else bodies
        name = known.get(one.text, one.text)
        if name == one.text and name not in shared:
            name = known.get(one.actor.name, one.actor.name)
        names[one.place] = _state(one.text, lexicon) or (name if one.named else "")
    offices = offices_of(readings, {place: name for place, name in names.items() if name}, lexicon)
    governed = _governments(called, persons, countries_of(offices), lexicon)
    for one in called:
        if not names[one.place] or one.place in governed:
            known = persons if one.actor.kind == "person" else bodies
            own = known.get(one.actor.name)
            names[one.place] = governed.get(one.place) or own or holder(one.actor, offices, lexicon) or one.actor.name
    return names


def _governments(
    called: Sequence[Called], persons: Mapping[str, str], countries: Mapping[str, str], lexicon: Lexicon
) -> dict[Place, str]:
    """The Bel administration, then the administration: the country of its head, or the only one so called before."""
    states = {form.lower() for form in lexicon.forms("actors.state")}
    found: dict[Place, str] = {}
    so_called: dict[tuple[str, str], set[str]] = defaultdict(set)
    bare: list[tuple[Called, str]] = []
    for one in called:
        after = _WORD.match(one.actor.account.text, one.actor.span.end + 1)
        head = countries.get(persons.get(one.text, ""))
        if one.actor.kind == "person" and head and after is not None and after[0].lower() in states:
            so_called[one.actor.account.id, after[0].lower()].add(head)
            so_called["", after[0].lower()].add(head)
        first, _, last = one.text.rpartition(" ")
        last = last.lower()
        if last not in states:
            continue
        country = countries.get(persons.get(first, first)) or (country_of(first, lexicon) if first else None)
        if country:
            found[one.place] = country
            so_called[one.actor.account.id, last].add(country)
            so_called["", last].add(country)
        elif not first and one.actor.span.text != one.text:
            bare.append((one, last))
    for one, last in bare:
        only = so_called.get((one.actor.account.id, last)) or so_called.get(("", last), set())
        if len(only) == 1:
            found[one.place] = next(iter(only))
    return found


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", _TAIL.sub("", _HEAD.sub("", text.strip()))).strip(" ,.")


def _state(text: str, lexicon: Lexicon) -> str | None:
    """The country that a name of it, of its government or of its seat of government stands for."""
    whole = country_of(text, lexicon) if text[:1].isupper() else None
    seat = lexicon.by_form("actors.seat").get(text.lower())
    if seat is not None:
        return gazetteer(lexicon.language).codes[seat["country"]].name
    first, _, last = text.rpartition(" ")
    state = last.lower() in lexicon.by_form("actors.state") and first
    return whole or (country_of(first, lexicon) if state else None)


def _parts(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], str]:
    """A person's names in lower case without initials and titles, and the "Jr" at their end."""
    words = [word.lower() for word in _WORD.findall(text)]
    parts = {form.lower().rstrip(".") for form in lexicon.forms("actors.part")}
    titles = {form.lower().rstrip(".") for form in lexicon.forms("titles.honorific")}
    later = next((word for word in words if word in parts), "")
    kept = [word for word in words if word not in parts and word not in titles and len(word) > 1]
    return tuple(kept or words), later


def _persons(called: Sequence[Called], lexicon: Lexicon) -> tuple[dict[str, str], frozenset[str]]:
    """Each form of a person's name under the fullest form of the one person whom it may mean; and what stays open."""
    counted = Counter(one.text for one in called)
    full: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    offices: dict[str, set[str]] = defaultdict(set)
    for one in called:
        if one.office:
            offices[one.text].add(one.office)
    for text, count in counted.items():
        parts, later = _parts(text, lexicon)
        if len(parts) > 1:
            full[parts[0], parts[-1], later][text] += count
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, str] = {}
    held: dict[str, set[str]] = {}
    for key, forms in full.items():
        longest = max(forms, key=lambda form: (len(_parts(form, lexicon)[0]), forms[form], form))
        usual = max(forms, key=lambda form: (forms[form], form))
        best = usual if forms[longest] * MORE < forms[usual] else longest
        names |= dict.fromkeys(forms, best)
        bearers[key[1]][best] += sum(forms.values())
        held[best] = {office for form in forms for office in offices[form]}
    for text in counted:
        if text not in names:
            ranked = bearers.get(_parts(text, lexicon)[0][-1], Counter())
            names[text] = _only(ranked) or _in_office(ranked, offices[text], held) or text
    return names, frozenset(text for text in counted if len(bearers.get(_parts(text, lexicon)[0][-1], ())) > 1)


def _in_office(bearers: Counter[str], offices: set[str], held: Mapping[str, set[str]]) -> str | None:
    """The one bearer of a surname who holds the office that the surname is named with elsewhere."""
    fitting = [name for name in bearers if held[name] & offices]
    return fitting[0] if len(fitting) == 1 else None


def _only(bearers: Counter[str]) -> str | None:
    """The one bearer of a surname, or the one who is named far more often than any other."""
    ranked = bearers.most_common(2)
    if not ranked:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= MORE * ranked[1][1] else None


def _bodies(called: Sequence[Called], lexicon: Lexicon) -> dict[str, str]:
    """Each form of a body's name under its fullest form: acronyms by their initials, parts by the only whole."""
    counted = Counter(one.text for one in called)
    short = {
        form.lower().replace(".", ""): entry["name"]
        for entry in lexicon.entries("actors.acronym")
        for form in entry.forms
    }
    by_initials: dict[str, set[str]] = defaultdict(set)
    by_word: dict[str, set[str]] = defaultdict(set)
    words = {text: frozenset(word.lower() for word in _WORD.findall(text)) for text in counted}
    for text in counted:
        if len(words[text]) > 1:
            by_initials[initials(text)].add(text)
            for word in words[text]:
                by_word[word].add(text)
    names: dict[str, str] = {}
    for text in sorted(counted):
        letters = text.replace(".", "")
        wholes = by_initials.get(letters.lower(), set()) if letters.isupper() else set()
        if letters.lower() in short:
            names[text] = short[letters.lower()]
        elif len(words[text]) <= 1 or (letters.isupper() and letters.isalpha()):
            names[text] = _only(Counter({one: counted[one] for one in sorted(wholes)})) or text
        else:
            rarest = min(words[text], key=lambda word: (len(by_word[word]), word))
            longer = {other for other in by_word[rarest] if words[text] < words[other]}
            tops = [one for one in longer if not any(words[one] < words[two] for two in longer)]
            names[text] = tops[0] if len(tops) == 1 else text
    return {text: _state(name, lexicon) or name for text, name in names.items()}
