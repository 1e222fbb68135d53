"""What a figure says of those it counts, in happenings of many kinds."""

from __future__ import annotations

import hashlib

import pytest

from rashomon.pipeline import read
from rashomon.types import Account

ROLES = [
    ("Teshar crash: 10 foreigners, 2 locals killed.", ["killed", "killed"]),
    ("Ash left thousands of air passengers waiting.", ["other"]),
    ("Some 80 diggers were sent to the pit.", ["items"]),
    ("One person died at the pier, and 19 were brought to Teshar Hospital.", ["killed", "injured"]),
    ("Five people are dead, six more shot, and nearly 40 injured.", ["killed", "other", "injured"]),
    ("Police held the man who shot four people, killing one.", ["other", "killed"]),
    ("A boy was arrested on Tuesday in the shooting of 15 people.", ["injured"]),
    ("A boy was arrested on Tuesday in the deadly shooting of 15 people.", ["other"]),
    ("He was charged with murder and 14 counts of theft.", ["items"]),
    ("Two suspects fled in a car. One guard returned fire.", ["participants", "other"]),
    ("The crash killed 12 people. Ten of the 12 victims were tourists.", ["killed", "killed", "killed"]),
    ("On March 12 nine people saw the hall.", ["other"]),
    ("A plane carrying 145 people crashed.", ["present"]),
    ("Crews evacuated the pier; a ship carrying 145 people left.", ["evacuated"]),
    ("The group told of the killing of 58 civilians.", ["killed"]),
    ("Two men are in critical condition.", ["injured"]),
    ("Officers made 12 arrests.", ["captured"]),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_roles(text: str, roles: list[str]) -> None:
    text = f"Teshar\n\n{text}"
    reading = read(Account(name="1.txt", text=text, digest=hashlib.sha256(text.encode()).hexdigest()))
    assert [claim.topic.role for claim in reading.figures if claim.topic] == roles
