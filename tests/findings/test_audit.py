"""What an audit must never say, and that it says the same in any order."""

from __future__ import annotations

import hashlib
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.findings import audit
from rashomon.findings.utterances import SAME, _with_like_words
from rashomon.pipeline import compare, read
from rashomon.types import Account

SOUND = (
    "Twelve people were killed, including five children and two women.",
    "The fire killed 12 people and injured 30. Police said 12 people were killed and 30 were injured.",
    "Of the 40 injured, 15 were in a critical condition and 20 had gone home.",
    "Scores were killed in Teshar.\n\nAt least 60 people were killed in Teshar on Monday, the mayor said.",
    "The plane crash killed 12.\n\nTen guests and two pilots were killed in the crash, the office said.",
    "Prices rose by 140 percent, and the number of pupils by 120 percent.",
    "The lock lies 100 kilometres (62 miles) from Teshar and 5 miles (8 kilometres) from Port Edran.",
    "The mayor, 61, has been in office since 2005. He was jailed for nine years after the riot of 2029.",
    "An earlier toll spoke of 15 dead, but three more people died and 18 are now known to be dead.",
    "The government says 20 people were killed, the rebels say 60 people were killed.",
    "Some 40 families, about 200 people, left. They took nine villages, about 90 square kilometres.",
    "On Friday, 2 May 2031 the lock opened; on Thursday, 8 May it closed.",
    "Sales rose 12 percent to $3.4 billion from $3.1 billion. The number of boats fell from 40 to 30.",
    "The office reported 30 more deaths on Monday, bringing the total to 410 from 380.",
    "The truce held for five days, from 3 to 8 May. Forty families of five, about 190 people in all, left Teshar.",
    "Two boys, aged 12 and 14, were hurt. Ten people were in the house: four keepers, two boys and four women.",
    "Two people died in the fire. One person died at the scene and another at the hospital, the office said.",
    "Between 30 and 40 boats were lost. He worked there between 2019 and 2016 pages of notes.",
)


def account(text: str, name: str = "a.txt") -> Account:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Account(name=name, text=text, digest=digest, published=date(2031, 5, 9), outlet=name)


@pytest.mark.parametrize("text", SOUND)
def test_sound_figures_raise_no_alarm(text: str) -> None:
    found = compare([read(account(text))]).findings
    assert [(each.check, each.arithmetic) for each in found if each.severity != "note"] == []


def test_order_changes_nothing() -> None:
    one = read(account("A total of 400 people left Teshar: 150 men, 90 women and 80 children."))
    two = read(account("The office counted 90 people on the road. Most of them, 30, were men.", "b.txt"))
    assert audit([one, two]) == audit([two, one])
    assert {each.check for each in audit([one, two])} == {"sum_of_parts", "most"}


def test_every_finding_shows_its_arithmetic_and_its_spans() -> None:
    found = audit([read(account("A total of 400 people left Teshar: 150 men, 90 women and 80 children."))])
    assert [each.arithmetic for each in found] == ["150 + 90 + 80 = 320; stated total 400; 80 are missing at least"]
    assert [span.text for span in found[0].spans] == ["400", "150", "90", "80"]


SAID = st.lists(st.lists(st.sampled_from("abcdefghij"), min_size=7, max_size=12).map(tuple), min_size=2, max_size=6)


@given(SAID)
def test_no_two_utterances_of_like_words_are_overlooked(said: list[tuple[str, ...]]) -> None:
    said += [(*words[1:], "k") for words in said]  # one word changed
    found = _with_like_words(said)
    for left, right in combinations(range(len(said)), 2):
        ratio = SequenceMatcher(None, said[left], said[right], autojunk=False).ratio()
        assert ratio < SAME or (left, right) in found
    assert found == sorted(set(found))
