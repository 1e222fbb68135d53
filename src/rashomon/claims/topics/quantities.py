"""What a length of time, a distance, a sum or a share is of: "age of Nela Orm", "depth of the well"."""

from __future__ import annotations

from rashomon.claims.topics.clauses import (
    behind,
    clause_of_subject,
    clause_with,
    held_by,
    noun_with,
    preposition_over,
    subject_told,
    word_before,
    word_behind,
)
from rashomon.claims.topics.setting import Setting
from rashomon.claims.topics.wordings import (
    bearer,
    name_before,
    noun_above,
    number_before,
    of_what,
    person_before,
    predicate,
    quoted,
    subject_above,
)
from rashomon.lexicons import Entry
from rashomon.types import Role

AFTER = 12  # characters behind a measure in which it is told to be an age
_SAID_OF = frozenset({"attr", "acomp", "npadvmod", "advmod", "prep"})
WAYS = 3  # words between a distance and the place it is from: "north west of"


def told_time(setting: Setting, noun: str) -> str:
    """As in "age of Nela Orm", "length of the truce", "time before the fire", "time he was sentenced to"."""
    lexicon = setting.lexicon
    entry = lexicon.by_form("phrases.measure")["duration"]
    if _is_age(setting):
        return _age(setting, noun)
    of = of_what(setting)
    if of:
        return entry["of"].format(what=of)
    subject, verb = subject_above(setting)
    if subject and verb.split()[-1].lower() in lexicon.forms("phrases.lasted"):
        return lexicon.entries("phrases.lasted")[0]["told"].format(what=subject, verb=verb)
    for told in lexicon.entries("phrases.beside"):
        if word_behind(setting) in told.forms:
            follows = "{what}" in told["told"]
            what = behind(setting, 1, clause=True) if follows else clause_with(setting, bare="phrases.lapse")
            if what:
                return told["told"].format(what=what, clause=what)
    above = noun or noun_above(setting)
    if above:
        served = _is_person(setting, above)
        return entry["served" if served else "modified"].format(what=above)
    clause = clause_with(setting, bare="phrases.lapse")
    if clause:
        inside = preposition_over(setting) in lexicon.forms("phrases.inside")
        window = inside or word_before(setting) in lexicon.forms("phrases.window")
        return entry["window" if window else "clause"].format(what=clause)
    return entry["words"].format(words=quoted(setting))


def told_length(setting: Setting, noun: str) -> str:
    """As in "depth of the well", "distance from San Jorin", "snow fallen", "distance the climber fell"."""
    lexicon, figure = setting.lexicon, setting.figure
    entry = lexicon.by_form("phrases.measure")["distance"]
    told = _attribute(setting)
    if told:
        return told
    named = lexicon.by_form("attributes.measure").get(noun_above(setting).lower())
    what = bearer(setting) if named else ""
    if named and what:
        return entry["attribute"].format(key=named["key"], what=what)
    start = _from_where(setting)
    if start:
        return entry["from"].format(what=start)
    of = of_what(setting)
    if of:
        fallen = of.split()[-1].lower() in lexicon.forms("phrases.fallen")
        return entry["fallen" if fallen else "of"].format(what=of)
    above = noun or noun_above(setting)
    if above:
        small = figure.unit in lexicon.forms("phrases.size_unit")
        return entry["size" if small else "modified"].format(what=above)
    clause = clause_with(setting)
    return entry["clause"].format(what=clause) if clause else entry["words"].format(words=quoted(setting))


def told_amount(setting: Setting, role: Role, noun: str) -> str:
    """As in "amount of the hit to profits", "amount the bank expects", "number Nela Orm scored"."""
    entry = setting.lexicon.by_form("phrases.measure")[role]
    tied = word_behind(setting) in setting.lexicon.forms("phrases.tied")
    if role == "share" and noun and setting.figure.unit and not tied:
        return entry["modified"].format(what=noun)
    what = noun or of_what(setting) or _worth(setting, "phrases.tied")
    if what:
        done = predicate(setting)
        return entry["of"].format(what=f"{what} {done}" if done else what)
    above = noun_above(setting) or (noun_with(setting) if role in {"money", "share", "area"} else "")
    if above:
        return entry["modified"].format(what=above)
    told = number_before(setting)
    if told:
        return told
    of_share = role == "share" and preposition_over(setting) in {"", *setting.lexicon.forms("phrases.by")}
    clause = clause_with(setting, bare="phrases.by" if of_share else "")
    if clause and "clause" in entry.fields:
        return entry["by" if of_share else "clause"].format(what=clause)
    inside = _worth(setting, "phrases.tied_sum")
    if inside:
        return entry["of"].format(what=inside)
    return entry["words"].format(words=quoted(setting))


def _worth(setting: Setting, name: str) -> str:
    """What a sum is worth of, or is in: "$75m worth of |crude oil", "$110bn in |loans"."""
    worth = word_behind(setting) in setting.lexicon.forms("phrases.worth")
    tied = word_behind(setting, worth) in setting.lexicon.forms(name)
    return behind(setting, worth + 1) if tied and setting.figure.dimension == "money" else ""


def _is_age(setting: Setting) -> bool:
    figure, lexicon = setting.figure, setting.lexicon
    told = setting.text[figure.span.start - setting.offset : figure.span.end + AFTER - setting.offset]
    told = told.replace(" - ", "-")
    bare = figure.span.text.isalnum() and figure.unit == "year" and not figure.span.text[-1:].isspace()
    forms = lexicon.forms("topics.age")
    return (bare and " " not in figure.span.text) or any(form in told for form in forms)


def _age(setting: Setting, noun: str) -> str:
    lexicon = setting.lexicon
    entry = lexicon.entries("phrases.age")[0]
    idle = frozenset(lexicon.forms("figures.aged"))
    old = setting.figure.span.text.lower().endswith(lexicon.forms("figures.old"))
    before, above = name_before(setting), noun_above(setting)
    named = (noun, *((above, before) if old else (before, above)), _who_is(setting))
    who = next((what for what in named if what and not idle & {*what.lower().split()}), "")
    if who:
        return entry["told"].format(what=who)
    done, acts = predicate(setting), clause_of_subject(setting)
    if done or acts:
        return entry["person"].format(done=done) if done else entry["acting"].format(acts=acts)
    clause = clause_with(setting) if old else ""
    return entry["person"].format(done=clause) if clause else entry["told"].format(what=quoted(setting))


def _who_is(setting: Setting) -> str:
    """Who is as old as a verb of being says: "Nela Orm was 95", "she was 95"."""
    relation, verb, _ = held_by(setting)
    if verb < 0:
        return ""
    turned = setting.words[verb].text.lower() in setting.lexicon.forms("figures.turns")
    if not turned and (relation not in _SAID_OF or setting.words[verb].pos != "AUX"):
        return ""
    return subject_told(setting) or person_before(setting)


def _is_person(setting: Setting, what: str) -> bool:
    """Whether a noun phrase ends with a word for a person: the "15-year veteran" has served for them."""
    people = {form for entry in setting.lexicon.entries("populations.people") for form in entry.forms}
    last = what.lower().split(f" {setting.lexicon.forms('phrases.tied')[0]} ")[0].split()[-1]
    return last in people or f"{last}s" in people or last in setting.lexicon.forms("figures.one_person")


def _attribute(setting: Setting) -> str:
    """The attribute that a word beside a length names, and what has it: "40 metres deep", "a depth of 40 metres"."""
    lexicon = setting.lexicon
    entries = lexicon.by_form("attributes.measure")
    skip = 1 if word_behind(setting) == "-" else 0
    behind_it = word_behind(setting, skip)
    named = (behind_it, f"{behind_it} {word_behind(setting, skip + 1)}", noun_with(setting).lower())
    entry: Entry | None = next((entries[name] for name in named if name in entries), None)
    if entry is None:
        return ""
    shapes = lexicon.by_form("phrases.measure")["distance"]
    what = bearer(setting)
    if what:
        return shapes["attribute"].format(key=entry["key"], what=what)
    who = person_before(setting) if _stands_upright(setting) else ""
    return shapes["of_person"].format(key=entry["key"], what=who) if who else ""


def _stands_upright(setting: Setting) -> bool:
    """Whether a pronoun for a person has the length: "she is six feet tall"."""
    _, verb, _ = held_by(setting)
    pronouns = setting.lexicon.forms("figures.person_pronoun")
    return any(w.head == verb and w.relation == "nsubj" and w.text.lower() in pronouns for w in setting.words)


def _from_where(setting: Setting) -> str:
    """The place a distance is from: "20 miles south of |Teshar", "within 500 metres of |the road"."""
    lexicon = setting.lexicon
    near = setting.figure.modifier in {"at_most", "less_than"}
    for skip in range(WAYS + 1):
        word = word_behind(setting, skip)
        of = word in lexicon.forms("phrases.tied")
        if word in lexicon.forms("attributes.away") and (not of or skip > 0 or near):
            return behind(setting, skip + 1)
        if word not in lexicon.forms("phrases.way"):
            return ""
    return ""
