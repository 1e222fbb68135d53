"""The toll of a whole event: figures and victims told in words together."""

from __future__ import annotations

import pytest
from marked import accounts_of

from rashomon.codebooks import code_event, described, tolls
from rashomon.pipeline import compare, read
from rashomon.types import Case


def case_of(text: str) -> Case:
    accounts, _ = accounts_of(text)
    return compare(map(read, accounts))


@pytest.mark.parametrize(
    ("case", "killed", "injured"),
    [
        ("In Teshar a man was shot and killed on Monday.", 1, 0),
        ("Nothing happened in Teshar on Monday, the mayor said.", 0, 0),
        ("A raid on Teshar killed three people. // In Teshar a raid killed three people and wounded a boy.", 3, 1),
        ("In Teshar six people were shot, two of them fatally. Two people were killed.", 2, 4),
        (
            "{2031-05-02 A} In Teshar a woman was shot on Monday. // {2031-05-03 B} In Teshar a woman was shot. "
            "// {2031-05-09 C} The woman who was shot in Teshar has died.",
            1,
            0,
        ),
    ],
)
def test_the_event_has_one_toll_of_each_kind(case: str, killed: int, injured: int) -> None:
    dead, hurt = tolls(case_of(case))
    assert (dead.best, hurt.best) == (killed, injured)
    assert dead.low <= dead.best <= dead.high
    assert dead.reason


def test_later_tolls_come_before_earlier_ones() -> None:
    case = case_of(
        "{2031-05-02 A} A raid on Teshar killed three people. // {2031-05-04 B} A raid on Teshar killed five people."
    )
    dead, _ = tolls(case)
    assert (dead.low, dead.best, dead.high) == (3, 5, 5)


def test_the_same_victim_of_two_accounts_is_listed_once() -> None:
    case = case_of(
        "In Teshar a 23-year-old man was shot and killed. // In Teshar the 23-year-old man was killed by a shell."
    )
    dead, _ = tolls(case)
    assert [len(person) for person in dead.victims] == [2]
    assert "23" in described(dead.victims[0])


def test_a_book_has_its_columns_for_the_event() -> None:
    case = case_of("In Teshar a man was shot and killed. A boy was wounded.")
    assert [row.toll.role for row in code_event(case, "ucdp")] == ["killed"]
    assert dict(code_event(case, "ucdp")[0].fields)["best"] == "1"
    assert [row.toll.role for row in code_event(case, "ibc")] == ["killed", "injured"]
    assert not code_event(case, "idmc")


def test_the_order_of_accounts_changes_no_toll() -> None:
    accounts, _ = accounts_of("A raid on Teshar killed three people. // In Teshar a raid killed four people.")
    assert tolls(compare(map(read, accounts))) == tolls(compare(map(read, reversed(accounts))))
