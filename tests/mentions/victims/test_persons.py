"""The victims that an account tells of in words, and which tellings mean one person."""

from __future__ import annotations

import pytest
from marked import accounts_of

from rashomon.pipeline import read
from rashomon.types import Victim


def victims(text: str) -> tuple[Victim, ...]:
    accounts, _ = accounts_of(text)
    return read(accounts[0]).victims


def persons(text: str) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for victim in victims(text):
        found.setdefault(victim.person, set()).add(victim.harm)
    return found


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("A man was shot and killed in Teshar. The victim, a 23-year-old man, died at the scene.", 1, 0),
        ("A man and a woman were killed in Teshar and another man was injured.", 2, 1),
        ("A woman was shot in Teshar on Monday. She died at a hospital.", 1, 0),
        ("In Teshar he shot and killed his wife. The gunman then killed himself.", 2, 0),
        ("Police in Teshar found a 17-year-old boy with gunshot wounds. The boy is in critical condition.", 0, 1),
        ("No one was killed in Teshar. He tried to kill a guard.", 0, 0),
        ("He was charged with the attempted murder of a guard in Teshar.", 0, 0),
        ("In Teshar a guard would have been killed by the beam.", 0, 0),
        ("The flood killed the trade of Teshar.", 0, 0),
    ],
)
def test_persons_are_counted_once(text: str, dead: int, hurt: int) -> None:
    harms = list(persons(text).values())
    assert sum("killed" in harm for harm in harms) == dead
    assert sum("killed" not in harm for harm in harms) == hurt


def test_the_attacker_is_told_apart() -> None:
    found = victims("In Teshar he shot and killed his wife. The gunman then killed himself.")
    assert {victim.person for victim in found if victim.attacker}.isdisjoint(
        {victim.person for victim in found if victim.sex == "female"}
    )
    assert any(victim.attacker for victim in found)


def test_a_victim_is_a_span_with_its_cue() -> None:
    (victim,) = victims("In Teshar a 23-year-old woman was wounded.")
    assert (victim.span.text, victim.cue.text, victim.age, victim.sex) == (
        "a 23-year-old woman", "wounded", 23, "female",
    )  # fmt: skip
