"""A short neutral phrase for what a figure measures, as a newsroom would say: "people killed in the fire in Teshar"."""

from __future__ import annotations

from rashomon.claims.topics.events import happening_told
from rashomon.claims.topics.populations import Counted
from rashomon.claims.topics.setting import Setting, has
from rashomon.claims.topics.wordings import name_before, noun_above, of_what, predicate, quoted, subject_above
from rashomon.types import Place, Role

AFTER = 12  # characters behind a measure in which it is told to be an age, or to lie back
LONGEST = 90  # characters of a phrase


def measure_of(setting: Setting, role: Role, counted: Counted, place: Place | None) -> str:
    """The phrase, of the role, the people or things counted, the happening and the place."""
    people = setting.lexicon.by_form("phrases.people").get(role)
    told = _measured(setting, role, place) if people is None else _of_people(setting, role, counted, place)
    return told if len(told) <= LONGEST else told[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _of_people(setting: Setting, role: Role, counted: Counted, place: Place | None) -> str:
    lexicon = setting.lexicon
    entry = lexicon.by_form("phrases.people")[role]
    everyone = lexicon.forms("phrases.everyone")[0]
    own_word = counted.kind == "person" and counted.population and counted.noun.endswith(counted.population[-1])
    who = (counted.noun if own_word else counted.population) or everyone
    form = "told" if place is None else "bound" if _is_bound_for(setting, place) else "there"
    phrase = entry.get(form, entry["told"]).format(who=who, place=place.name if place else "")
    if entry["happening"] != "yes":
        return phrase
    happening = happening_told(setting)
    parts = [phrase]
    if happening:
        parts.append(f"{lexicon.forms('phrases.at')[0]} {happening}")
    if place:
        parts.append(f"{lexicon.forms('phrases.there')[0]} {place.name}")
    return " ".join(parts)


def _is_bound_for(setting: Setting, place: Place) -> bool:
    """Whether people went there: “brought to Teshar”."""
    before = setting.text[: max(0, place.span.start - setting.offset)].split()[-2:]
    return any(word in setting.lexicon.forms("phrases.toward") for word in before)


def _measured(setting: Setting, role: Role, place: Place | None) -> str:
    lexicon, figure = setting.lexicon, setting.figure
    entry = lexicon.by_form("phrases.measure")[role]
    noun = _counted(setting)
    if role == "duration":
        return _time(setting, noun)
    what = noun or of_what(setting)
    if what:
        done = predicate(setting)
        told = entry["of"].format(what=f"{what} {done}" if done else what)
        if done or role not in {"items", "other"}:
            return told
        if place is not None and figure.zone != "title":
            return told if place.name in told else f"{told} {lexicon.forms('phrases.there')[0]} {place.name}"
        return f"{told}: {quoted(setting)}"
    above = noun_above(setting)
    return entry["modified"].format(what=above) if above else entry["words"].format(words=quoted(setting))


def _counted(setting: Setting) -> str:
    """The noun phrase counted, with its article; nothing where it is a pronoun."""
    counted = setting.figure.counted
    if counted is None:
        return ""
    inside = [n for n, word in enumerate(setting.words) if counted.start <= word.start and word.end <= counted.end]
    if not inside or all(setting.words[n].pos in {"PRON", "ADP", "DET"} for n in inside):
        return ""
    before = setting.words[inside[0] - 1] if inside[0] else None
    article = f"{before.text.lower()} " if before and before.pos == "DET" and before.tag == "DT" else ""
    return article + " ".join(counted.text.split())


def _time(setting: Setting, noun: str) -> str:
    lexicon, figure = setting.lexicon, setting.figure
    entry = lexicon.by_form("phrases.measure")["duration"]
    told = setting.text[figure.span.start - setting.offset : figure.span.end + AFTER - setting.offset].replace(
        " - ", "-"
    )
    if figure.span.text.isdigit() or any(form in told for form in lexicon.forms("topics.age")):
        who = noun or name_before(setting) or noun_above(setting) or quoted(setting)
        return lexicon.entries("phrases.age")[0]["told"].format(what=who)
    if has(setting, "phrases.since", figure.span.end, figure.span.end + AFTER):
        return lexicon.entries("phrases.since")[0]["told"].format(words=quoted(setting))
    of = of_what(setting)
    if of:
        return entry["of"].format(what=of)
    above = noun or noun_above(setting)
    if above:
        return entry["modified"].format(what=above)
    subject, verb = subject_above(setting)
    if subject and verb.split()[-1].lower() in lexicon.forms("phrases.lasted"):
        return lexicon.entries("phrases.lasted")[0]["told"].format(what=subject, verb=verb)
    return entry["words"].format(words=quoted(setting))
