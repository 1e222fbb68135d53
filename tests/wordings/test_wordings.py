"""Names by account and voice; what is left out."""

from __future__ import annotations

from marked import accounts_of, reading_of

from rashomon.lexicons import load
from rashomon.types import Wording
from rashomon.wordings import find_wordings


def wordings(case: str) -> tuple[Wording, ...]:
    accounts, _ = accounts_of(case)
    return find_wordings([reading_of(one, one.published, one.outlet) for one in accounts], load("en"))


def test_own_voice_and_others_words_are_kept_apart() -> None:
    found = wordings("The Harbour Guard fired first. The mayor said the Harbour Guard fired last.")
    voices = {one.voice: len(one.spans) for one in found if one.name == "Harbour Guard"}
    assert voices == {"own": 1, "quoted": 1}


def test_distancing() -> None:
    found = wordings("The so-called Harbour Guard fired first. // The Harbour Guard fired first.")
    assert {one.account.name: one.distancing for one in found if one.actor == "Harbour Guard"} == {
        "1.txt": True,
        "2.txt": False,
    }


def test_the_order_of_accounts_changes_nothing() -> None:
    one, two = "The Harbour Guard fired first.", "The mayor of Teshar left."
    left = [(found.actor, found.name) for found in wordings(f"{one} // {two}")]
    right = [(found.actor, found.name) for found in wordings(f"{two} // {one}")]
    assert sorted(left) == sorted(right)
