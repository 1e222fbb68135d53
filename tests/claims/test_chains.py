"""The chain from the nearest speaker outward to the outlet."""

from __future__ import annotations

import pytest
from marked import accounts_of, reading_of


def chains(case: str) -> list[list[str]]:
    accounts, _ = accounts_of(case)
    reading = reading_of(accounts[0], accounts[0].published, accounts[0].outlet)
    return [[link.name for link in claim.attribution] for claim in reading.figures]


@pytest.mark.parametrize(
    ("case", "chain"),
    [
        ("{2031-05-02 The Harbour Post} Six boats sank.", ["The Harbour Post"]),
        ("Six boats sank.", ["outlet not named"]),
        (
            "{2031-05-02 The Harbour Post} The Guard Office met. Guard Office head Ana Bel said six boats sank.",
            ["Ana Bel", "Guard Office", "The Harbour Post"],
        ),
        (
            "{2031-05-02 The Harbour Post} Six boats sank, Ana Bel told Reuters.",
            ["Ana Bel", "Reuters", "The Harbour Post"],
        ),
        (
            "{2031-05-02 The Harbour Post} The police said six boats sank, the Teshar Courier reported.",
            ["police", "Teshar Courier", "The Harbour Post"],
        ),
        (
            '{2031-05-02 The Harbour Post} "Six boats sank and the crews are gone," said Ana Bel.',
            ["Ana Bel", "The Harbour Post"],
        ),
    ],
)
def test_chain(case: str, chain: list[str]) -> None:
    assert chains(case)[0] == chain


def test_a_pronoun_speaks_for_the_speaker_before() -> None:
    case = "{2031-05-02 The Harbour Post} The Guard Office said boats sank. It said six men were lost."
    assert chains(case)[0] == ["Guard Office", "The Harbour Post"]


def test_what_the_account_says_after_a_speech_is_its_own() -> None:
    case = "{2031-05-02 The Harbour Post} The Guard Office said boats sank. Six boats lay at the pier."
    assert chains(case)[0] == ["The Harbour Post"]
