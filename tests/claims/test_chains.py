"""The chain from the nearest speaker outward to the outlet."""

from __future__ import annotations

import pytest
from marked import accounts_of, reading_of

from rashomon.types import Speech


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


@pytest.mark.parametrize(
    "case",
    [
        "{2031-05-02 The Harbour Post} The guild plans to send six boats.",
        "{2031-05-02 The Harbour Post} The guild wants the six old boats of the mayor.",
        "{2031-05-02 The Harbour Post} The council proposed the sale of six boats.",
        "{2031-05-02 The Harbour Post} The crews are afraid of six new boats.",
        "{2031-05-02 The Harbour Post} The mayor kept her promise to send six boats.",
    ],
)
def test_nobody_vouches_for_a_figure_by_wanting_or_naming_it(case: str) -> None:
    assert chains(case)[0] == ["The Harbour Post"]


def test_who_speaks_for_the_noun_before_it() -> None:
    case = "{2031-05-02 The Harbour Post} They met Ana Bel, a baker from Teshar, who said six boats sank."
    assert chains(case)[0] == ["Ana Bel", "The Harbour Post"]


def test_what_is_told_inside_a_claim_is_no_second_claim() -> None:
    accounts, _ = accounts_of("Aides said the mayor hopes to close the port and believes the crews will stay.")
    reading = reading_of(accounts[0], accounts[0].published, accounts[0].outlet)
    told = [claim for claim in reading.claims if isinstance(claim.mention, Speech)]
    assert [claim.speaker.name for claim in told if claim.speaker] == ["Aides"]


POST = "{2031-05-02 The Harbour Post} "


@pytest.mark.parametrize(
    ("case", "chain"),
    [
        ("A clerk told a reporter from The Teshar Courier that six boats sank.", ["clerk", "Teshar Courier"]),
        ("Ana Bel told local media that six boats sank.", ["Ana Bel", "local media"]),
        ("Six boats sank in the storm, according to a clerk cited by the Teshar Courier.", ["clerk", "Teshar Courier"]),
        ("Six boats sank, Courier affiliate Radio Edran reported.", ["Radio Edran"]),
        ("Six boats sank, the paper reported, citing harbour officials.", ["harbour officials", "paper"]),
        ("The Harbour Minister, Ana Bel, fighting for her post, said six boats sank.", ["Ana Bel"]),
        (
            "The clerk's uncle told Radio Edran it rained. The man said six boats sank.",
            ["clerk's uncle", "Radio Edran"],
        ),
        (
            "The Guard Office said in a statement that it rained. It rained on. The statement said six boats sank.",
            ["Guard Office"],
        ),
        ("Six boats sank in the storm, according to a statement from the Guard Office.", ["Guard Office"]),
        ("Ana Bel was away. Her family said six boats sank.", ["Ana Bel's family"]),
        ("Ana Bel's brother, Tom Orr, said six boats sank.", ["Tom Orr"]),
        ("Teshar police came. Police said six boats sank.", ["Teshar police"]),
    ],
)
def test_chain_before_the_outlet(case: str, chain: list[str]) -> None:
    assert chains(POST + case)[-1][:-1] == chain


@pytest.mark.parametrize(
    "case",
    [
        "The guild and the council agreed to lend six boats.",
        "The country registered six new boats.",
        "Pirates attacked six boats.",
        "The police identified six suspects.",
        "The guild, citing the new tax, sold six boats.",
    ],
)
def test_a_deed_is_nobodys_word(case: str) -> None:
    assert chains(POST + case)[-1] == ["The Harbour Post"]


def test_who_is_quoted_in_a_transcript_stands_before_who_has_the_word() -> None:
    talk = (
        "ANA BEL, HOST: Good day, Tom Orr.¶TOM ORR, BYLINE: Hello.¶BEL: Well?¶ORR: Police say six boats sank at noon."
    )
    assert chains(f"{POST}Port news¶¶{talk}")[0] == ["Police", "Tom Orr", "The Harbour Post"]
