"""Accounts of one event come together, in whatever order they are given."""

from __future__ import annotations

import hashlib
from datetime import date

from rashomon.stories import group
from rashomon.types import Account

FERRY = (
    "Ferry runs aground off Teshar\nA ferry with forty people on board ran onto a sandbank near the Teshar lighthouse.",
    "Forty saved from stranded ferry\nRescue boats took forty people from a ferry stranded near the Teshar lighthouse.",
)
FIRE = (
    "Mill burns down in Marrowfield\nA fire destroyed the old flour mill of Marrowfield, and the brigade came late.",
    "Marrowfield mill fire\nThe flour mill at Marrowfield burned to the ground; the fire brigade had been called late.",
)


def account(name: str, text: str) -> Account:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Account(name=name, text=text, digest=digest, published=date(2031, 5, 2))


def names(stories: tuple[tuple[Account, ...], ...]) -> list[list[str]]:
    return [[each.name for each in story] for story in stories]


def accounts() -> list[Account]:
    return [
        account(f"{topic}{at}.txt", text)
        for topic, texts in (("a", FERRY), ("b", FIRE))
        for at, text in enumerate(texts)
    ]


def test_accounts_of_one_event_are_one_story() -> None:
    assert names(group(accounts())) == [["a0.txt", "a1.txt"], ["b0.txt", "b1.txt"]]


def test_order_changes_nothing() -> None:
    given = accounts()
    given.reverse()
    assert names(group(given)) == names(group(accounts()))


def test_a_copy_joins_its_original() -> None:
    copy = account("c.txt", FERRY[0].upper() + "\n\n")
    assert ["a0.txt", "a1.txt", "c.txt"] in names(group([*accounts(), copy]))


def test_a_word_that_two_accounts_share_does_not_make_one_story_of_them() -> None:
    ferry = "Ferry burns off Teshar\nA fire on the Teshar ferry killed four people. The ferry was towed to Ollenby."
    mill = "Mill closes in Marrowfield\nA fire took the old flour mill of Marrowfield, and the brigade came late."
    assert names(group([account("a.txt", ferry), account("b.txt", mill)])) == [["a.txt"], ["b.txt"]]


def test_nothing_gives_nothing() -> None:
    assert group([]) == ()
    assert names(group([account("empty.txt", " ")])) == [["empty.txt"]]
