"""Sentence -> Actor: names, descriptions and pronouns, each with the one actor that it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.mentions.actors import descriptions, names
from rashomon.mentions.actors.candidates import Candidate
from rashomon.mentions.actors.pronouns import resolve
from rashomon.mentions.actors.referents import name_all
from rashomon.types import Actor, Sentence, rule_name

RULES = (descriptions.source_of_headline, *names.RULES, descriptions.described_actor)


def find_actors(sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Actor, ...]:
    """Every mention of an actor in the order of the text, under one name for each actor of the account."""
    found: list[Candidate] = []
    for sentence in sentences:
        here: list[Candidate] = []
        for rule in RULES:
            for candidate in rule(sentence, lexicon):
                if not any(candidate.meets(other) for other in here):
                    here.append(candidate.by(rule_name(rule)))
        found += sorted(here, key=lambda candidate: candidate.span.start)
    return resolve(sentences, name_all(found, lexicon), lexicon)
