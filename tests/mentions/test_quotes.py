"""Quotation marks of every make, what lacks one, and what only looks like one."""

from __future__ import annotations

import hashlib

import pytest

from rashomon.lexicons import load
from rashomon.mentions.quotes import find_quotes
from rashomon.types import Account, Quote, Zone

LEXICON = load("en")


def quotes(text: str) -> tuple[Quote, ...]:
    account = Account(name="1.txt", text=text, digest=hashlib.sha256(text.encode()).hexdigest())
    return find_quotes([Zone(span=account.span(0, len(text)), kind="body")], LEXICON)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"The pier is shut," she said.', ['"The pier is shut,"']),
        ("“The pier is shut,” she said.", ["“The pier is shut,”"]),
        ("«The pier is shut,» she said.", ["«The pier is shut,»"]),
        ("``The pier is shut,'' she said.", ["``The pier is shut,''"]),
        ("'The pier is shut,' she said.", ["'The pier is shut,'"]),
        ('*"The pier is shut,"* she said.', ['"The pier is shut,"']),
        ('The pier is shut." She left.', ['The pier is shut."']),
        ('She said "the pier is shut. Then she left.', ['"the pier is shut.']),
        ("It rained. \ufffd\ufffdThe pier is shut. She left.", ["\ufffd\ufffdThe pier is shut."]),
        ("\"The 'old' pier is shut,\" she said.", ["\"The 'old' pier is shut,\""]),
        ("The crews' boats weren't at the bakers' pier.", []),
        ("The mast was 5' 10\" long.", []),
        ('<post id="771154" by="@crew"> The pier is shut.', []),
        ('""', []),
    ],
)
def test_marks(text: str, found: list[str]) -> None:
    assert [quote.span.text for quote in quotes(text)] == found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('The ferry "Silver Heron" left.', ["scare"]),
        ('He called it "a farce" on Monday.', ["partial"]),
        ('"The pier is shut and the crews are gone," he said.', ["direct"]),
        ('The so-called "rebels" said nothing.', ["scare"]),
        ('"We wait," he said. "We hope."', ["direct", "direct"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [quote.kind for quote in quotes(text)] == kinds


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ('"The pier is shut," Ana Bel said, "and the crews are gone."', [1, 1]),
        ('"The pier is shut," Ana Bel said. "The crews are gone."', [1, 1]),
        ('"The pier is shut," Ana Bel said. "The crews are gone," Ivo Ruz said.', [1, 2]),
        ('"The pier is shut. We wait.\n"The crews are gone," Ana Bel said.', [1, 1]),
        ('"The pier is shut," Ana Bel said.\n\nIt rained. "The crews are gone," Ivo Ruz said.', [1, 2]),
    ],
)
def test_utterances(text: str, numbers: list[int]) -> None:
    assert [quote.utterance for quote in quotes(text)] == numbers


def test_a_thousand_marks_take_no_time() -> None:
    assert quotes('"' * 5000 + "'" * 5000) == ()
