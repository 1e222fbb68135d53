"""Sentence -> Victim: who is told in words as killed or hurt, one by one ("a man was shot dead")."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.mentions.victims import harmed
from rashomon.mentions.victims.harmed import Harmed
from rashomon.mentions.victims.persons import persons_of
from rashomon.types import Sentence, Victim, rule_name

RULES = harmed.RULES
WORST = {"killed": 0, "injured": 1, "struck": 2}

__all__ = ["find_victims"]


def find_victims(sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Victim, ...]:
    """The victims of an account in the order of its text, each with the number of the person meant."""
    found: list[tuple[Harmed, str]] = []
    for sentence in sentences:
        if not sentence.zone.is_evidence or not sentence.words:
            continue
        here = {
            (telling.told.at, telling.harm): (telling, rule_name(rule))
            for rule in reversed(RULES)
            for telling in rule(sentence, lexicon)
        }
        found += sorted(here.values(), key=lambda pair: (pair[0].told.at, WORST[pair[0].harm]))
    persons = persons_of([telling for telling, _ in found])
    made = [_victim(telling, rule, person) for (telling, rule), person in zip(found, persons, strict=True) if person]
    kept = {victim.span: victim for victim in reversed(made)}  # of one phrase, the worst that is told
    return tuple(sorted(kept.values(), key=lambda victim: (victim.span.start, victim.span.end)))


def _victim(telling: Harmed, rule: str, person: int) -> Victim:
    words, told = telling.sentence.words, telling.told
    account = telling.sentence.span.account
    return Victim(
        span=account.span(words[told.first].start, max(told.end, words[told.last].end)),
        zone=telling.sentence.zone.kind,
        rule=rule,
        harm=telling.harm,
        cue=account.span(words[telling.cue].start, words[telling.cue].end),
        person=person,
        name=told.name,
        age=told.age,
        sex=told.sex,
        attacker=told.attacker,
    )
