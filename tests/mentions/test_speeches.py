"""Who is said to have said what, in the forms of news text, with and without its commas."""

from __future__ import annotations

import hashlib

import pytest

from rashomon.lexicons import load
from rashomon.mentions.speeches import find_speeches
from rashomon.sentences import parse_sentences, split_sentences
from rashomon.types import Account, Speech, Zone, ZoneKind

LEXICON = load("en")


def speeches(text: str, kind: ZoneKind = "body") -> tuple[Speech, ...]:
    account = Account(name="1.txt", text=text, digest=hashlib.sha256(text.encode()).hexdigest())
    sentences = split_sentences([Zone(span=account.span(0, len(text)), kind=kind)], LEXICON)
    return find_speeches(parse_sentences(sentences), LEXICON)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The harbour office said six boats sank.", "The harbour office", "six boats sank"),
        (
            "Six boats sank in the storm, the harbour office said on Monday.",
            "the harbour office",
            "Six boats sank in the storm",
        ),
        ("Six boats sank in the storm a monitor said Sunday.", "a monitor", "Six boats sank in the storm"),
        ("The road is shut said harbour chief Ana Bel.", "harbour chief Ana Bel", "The road is shut"),
        ("Six boats sank according to the harbour office.", "the harbour office", "Six boats sank"),
        ("According to the harbour office, six boats sank.", "the harbour office", "six boats sank"),
        ("The ministry put the toll at six.", "The ministry", "the toll at six"),
        ("The guild plans to leave the square.", "The guild", "to leave the square"),
        ("The mayor was quoted as saying the bridge was shut.", "The mayor", "the bridge was shut"),
    ],
)
def test_forms(text: str, source: str, content: str) -> None:
    assert (source, content) in [(one.source.text, one.span.text) for one in speeches(text) if one.source]


def test_added_clause_has_the_speaker_of_its_sentence() -> None:
    found = speeches("The harbour office said six boats sank, adding that two men were hurt.")
    assert [(one.source.text, one.span.text) for one in found if one.source] == [
        ("The harbour office", "six boats sank"),
        ("The harbour office", "that two men were hurt"),
    ]


def test_medium() -> None:
    found = speeches("Six boats sank, Ana Bel told the Teshar Courier.")
    assert [one.medium.text for one in found if one.medium] == ["Teshar Courier"]


def test_headline_source() -> None:
    assert [one.source.text for one in speeches("Six dead in ferry fire: police", "title") if one.source] == ["police"]


@pytest.mark.parametrize(
    "text", ["The rebel-held town was quiet.", "I think we know.", "The road was open on Monday.", "They left by noon."]
)
def test_no_speech(text: str) -> None:
    assert speeches(text) == ()
