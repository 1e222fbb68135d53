"""One name for every mention of one actor."""

from __future__ import annotations

import hashlib

from rashomon.lexicons import load
from rashomon.mentions.actors import find_actors
from rashomon.sentences import parse_sentences, split_sentences
from rashomon.types import Account, Zone

LEXICON = load("en")
TEXT = (
    "The Teshar Observatory for Wells said six wells were dry. "
    "The monitoring group counted two more. "
    "Observatory head Ana Bel spoke to Reuters. "
    "She said the wells were old."
)


def names(text: str) -> dict[str, str]:
    account = Account(name="1.txt", text=text, digest=hashlib.sha256(text.encode()).hexdigest())
    sentences = split_sentences([Zone(span=account.span(0, len(text)), kind="body")], LEXICON)
    return {actor.span.text: actor.name for actor in find_actors(parse_sentences(sentences), LEXICON)}


def test_a_body_under_its_name_and_its_description() -> None:
    found = names(TEXT)
    assert found["The monitoring group"] == "Teshar Observatory for Wells"


def test_a_person_under_name_and_pronoun() -> None:
    found = names(TEXT)
    assert found["Ana Bel"] == found["She"] == "Ana Bel"


def test_a_description_with_two_candidates_stays_itself() -> None:
    text = "The Teshar Observatory met the Marrowfield Observatory. The observatory said nothing."
    assert names(text)["The observatory"] == "observatory"
