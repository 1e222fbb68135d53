"""Figure -> Topic: what is measured, of whom, where and when."""

from __future__ import annotations

from rashomon.claims.found import Found
from rashomon.claims.topics import asides, inherited, roles
from rashomon.claims.topics.events import event_of
from rashomon.claims.topics.phrases import measure_of
from rashomon.claims.topics.populations import Counted, counted_by, population_told
from rashomon.claims.topics.scopes import as_of, place_of, stock_or_flow, window_of
from rashomon.claims.topics.setting import Setting, has, setting_of
from rashomon.lexicons import Lexicon
from rashomon.types import Figure, Role, Topic, rule_name

ORDER = (
    roles.measured_in_units,
    asides.children_of_a_parent,
    asides.only_attempted,
    roles.killed_and_wounded_together,
    roles.people_with_injuries,
    roles.fled_from_an_accident,
    inherited.among_those,
    roles.noun_is_the_role,
    roles.verb_just_before,
    roles.toll_reaches,
    roles.participle_just_after,
    roles.verb_governs,
    roles.left_in_a_state,
    roles.phrase_beside,
    inherited.part_of_another,
    roles.cue_beside,
    roles.bare_figure_of_a_toll,
    inherited.part_of_the_next,
    inherited.listed_with_another,
    inherited.listed_before_another,
    inherited.noun_of_standing,
    inherited.carried_over,
    inherited.same_people_again,
    inherited.in_a_crowd,
    inherited.does_something,
    inherited.people_or_things,
)
CONDITION = 25  # characters behind a figure in which it is told how people are
MOVED = frozenset({"evacuated", "displaced", "returned", "present"})
LEAVING = frozenset({"evacuees", "refugees"})


def find_topic(figure: Figure, found: Found, lexicon: Lexicon) -> tuple[Topic, tuple[str, ...]]:
    """The topic of one figure, and the names of the rules that decided it."""
    setting = setting_of(figure, found, lexicon)
    role, rules = role_of(setting)
    counted = counted_by(figure, lexicon)
    place, event = place_of(setting), event_of(setting)
    population = _population(setting, role, counted)
    topic = Topic(
        role=role,
        measure=measure_of(setting, role, counted, population, place),
        population=population,
        stock_or_flow=stock_or_flow(setting, role),
        place=place,
        window=window_of(setting),
        as_of=as_of(setting),
        event=event,
    )
    return topic, rules


def role_of(setting: Setting) -> tuple[Role, tuple[str, ...]]:
    """What a figure says of those it counts, and the rule that said so; `other` where none did."""
    for rule in ORDER:
        role = rule(setting)
        if role is not None:
            return role, (rule_name(rule),)
    return "other", ()


def _nationals(setting: Setting) -> str | None:
    """The people of one country among others: “ten Americans”, “ten US citizens”."""
    counted = setting.figure.counted
    words = [word for word in setting.words if counted and counted.start <= word.start and word.end <= counted.end]
    if words and (words[-1].entity == "NORP" or words[-1].text.lower() in setting.lexicon.forms("topics.nationals")):
        return f"nationals ({words[0].text})"
    return None


def _population(setting: Setting, role: Role, counted: Counted) -> str | None:
    """Whom a figure counts: "109 of the dead were evacuees" too; evacuees who left are people, as all who left."""
    population = counted.population
    if population is None:
        population = population_told(setting.figure, setting.lexicon) or _nationals(setting)
    if population is None and has(setting, "topics.stable", setting.end, setting.end + CONDITION):
        return "in stable condition"
    serious = role == "injured" and has(setting, "topics.serious", setting.start - 20, setting.end + 50)
    if population is None and serious:
        return "seriously injured"
    return None if population in LEAVING and role in MOVED else population
