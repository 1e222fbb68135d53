"""A short neutral phrase for what a figure measures, as a newsroom would say: "people killed in the fire in Teshar"."""

from __future__ import annotations

from rashomon.claims.topics.clauses import clause_of_subject, clause_with, owner_of, preposition_over, tail_of
from rashomon.claims.topics.events import happening_told
from rashomon.claims.topics.populations import Counted, counted_by
from rashomon.claims.topics.quantities import told_amount, told_length, told_time
from rashomon.claims.topics.setting import Setting
from rashomon.claims.topics.wordings import noun_above, predicate, quoted
from rashomon.lexicons import Entry
from rashomon.types import Place, Role

LONGEST = 90  # characters of a phrase
STEM = 4  # letters by which two words of one stem agree


def measure_of(setting: Setting, role: Role, counted: Counted, population: str | None, place: Place | None) -> str:
    """The phrase, of the role, the people or things counted, how they are, the happening and the place."""
    people = setting.lexicon.by_form("phrases.people").get(role)
    hurt = setting.lexicon.by_form("phrases.condition").get(population or "")
    entry = people if people is None or hurt is None else hurt
    told = _measured(setting, role, place) if entry is None else _of_people(setting, entry, counted, place)
    return told if len(told) <= LONGEST else told[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _of_people(setting: Setting, entry: Entry, counted: Counted, place: Place | None) -> str:
    lexicon = setting.lexicon
    everyone = lexicon.forms("phrases.everyone")[0]
    own_word = counted.kind == "person" and counted.population and counted.noun.endswith(counted.population[-1])
    who = (counted.noun if own_word else counted.population) or everyone
    if place is not None and "bound" in entry.fields and place.kind == "country" and not _named_with(setting, place):
        place = None  # a land that the account is about, where people only left a place in it
    form = "told" if place is None else "bound" if _is_bound_for(setting, place) else "there"
    phrase = entry.get(form, entry["told"]).format(who=who, place=place.name if place else "")
    if entry["happening"] != "yes":
        return phrase
    happening = happening_told(setting)
    parts = [phrase]
    if happening and not _says_so(happening, phrase):
        parts.append(f"{lexicon.forms('phrases.at')[0]} {happening}")
    if place:
        parts.append(f"{lexicon.forms('phrases.there')[0]} {place.name}")
    return " ".join(parts)


def _says_so(happening: str, phrase: str) -> bool:
    """Whether the word for the happening says the same again: "killed in the killings"."""
    return any(word[:STEM] == happening[:STEM] for word in phrase.split())


def _named_with(setting: Setting, place: Place) -> bool:
    """Whether a place stands in the sentence of the figure."""
    return setting.offset <= place.span.start < setting.offset + len(setting.text)


def _is_bound_for(setting: Setting, place: Place) -> bool:
    """Whether people went there: “brought to Teshar”."""
    before = setting.text[: max(0, place.span.start - setting.offset)].split()[-2:]
    return any(word in setting.lexicon.forms("phrases.toward") for word in before)


def _measured(setting: Setting, role: Role, place: Place | None) -> str:
    if role == "duration":
        return told_time(setting, _counted(setting))
    if role == "distance":
        return told_length(setting, _counted(setting))
    if role in {"money", "share", "area"} or not setting.figure.counted:
        return told_amount(setting, role, _counted(setting))
    return _things(setting, role, place)


def _things(setting: Setting, role: Role, place: Place | None) -> str:
    """The things or persons counted, with what belongs to them, what was done to them, what they did."""
    lexicon = setting.lexicon
    shape = lexicon.by_form("phrases.measure")[role]["of"]
    what = _counted(setting)
    if not what:
        return told_amount(setting, role, "")
    told = _part_of(setting, what) or _with_verb(setting, what)
    if told:
        return shape.format(what=told)
    tail = tail_of(setting)
    full = f"{what} {tail}" if tail else what
    if place is not None and place.name in full:
        return shape.format(what=full)
    acts = clause_of_subject(setting)
    if acts:
        kind = counted_by(setting.figure, lexicon).kind
        who = next(e["word"] for e in lexicon.entries("phrases.relative") if kind in e["kinds"].split())
        return shape.format(what=f"{full} {who} {acts}")
    if not tail and (place is None or setting.figure.zone == "title"):
        return f"{shape.format(what=full)}: {quoted(setting)}"
    where = "" if tail or place is None else f" {lexicon.forms('phrases.there')[0]} {place.name}"
    return shape.format(what=f"{full}{where}")


def _with_verb(setting: Setting, what: str) -> str:
    """The things with what was done to them: "rounds of ammunition seized", "points Nela Orm scored"."""
    lexicon, tail = setting.lexicon, tail_of(setting)
    own = tail.split(" ")[0] in lexicon.forms("phrases.tied")
    done = predicate(setting)
    if done:
        return f"{what} {tail} {done}" if own else f"{what} {done} {tail}".strip()
    clause = clause_with(setting) if preposition_over(setting) not in lexicon.forms("phrases.lapse") else ""
    if not clause:
        return ""
    return f"{what} {tail} {clause}" if own else f"{what} {clause}"


def _part_of(setting: Setting, what: str) -> str:
    """The parts that a hyphen counts or that something has: "a four-|door sedan", "a tribe with 35 |members"."""
    counted, span = setting.figure.counted, setting.figure.span
    tied = counted is not None and "-" in span.account.text[span.end : counted.start]
    above = noun_above(setting) if tied else owner_of(setting)
    shape = setting.lexicon.entries("phrases.part")[0]["told"]
    return shape.format(part=what, what=above) if above and above != what else ""


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
