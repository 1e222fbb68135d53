"""What must hold of copies and origins, whoever is compared with whom and in what order."""

from __future__ import annotations

import hashlib
from datetime import date
from itertools import combinations

import example

from rashomon.origins import find_copies, of_pair
from rashomon.origins.pairs import pair_of, side_of
from rashomon.origins.runs import shared_passages
from rashomon.origins.words import words_of
from rashomon.pipeline import compare, read
from rashomon.types import Account, Case

REPORT = (
    "A ferry with forty people on board ran onto a sandbank near the old lighthouse before dawn on Monday. "
    "Rescue boats took everyone ashore within two hours and 12 people were injured, the harbour office said. "
    "The company that owns the ferry has been fined twice this year for sailing without lights at night."
)
OTHER = (
    "The harbour office said 12 people were injured when a ferry met a sandbank off Teshar. "
    "Its captain, who is 61, will be heard by the court of Port Edran next week."
)
OWN = "Nine boats searched the bay of Teshar on Monday. A total of 15 people were injured in the ferry accident."


def account(name: str, text: str, outlet: str) -> Account:
    digest = hashlib.sha256((name + text).encode()).hexdigest()
    return Account(name=name, text=text, digest=digest, outlet=outlet, published=date(2031, 5, 2))


def accounts() -> list[Account]:
    return [
        account("a.txt", REPORT, "The Harbour Post"),
        account("b.txt", "Ferry runs aground\n\n" + REPORT, "Teshar Daily"),
        account("c.txt", OTHER, "Edran Gazette"),
        account("d.txt", OWN, "Marrowfield News"),
    ]


def case_of(given: list[Account]) -> Case:
    return compare(read(each) for each in given)


def test_a_report_printed_twice_is_one_text() -> None:
    copies = case_of(accounts()).copies
    assert [(c.kind, c.left.account.name, c.right.account.name) for c in copies if c.kind == "republication"] == [
        ("republication", "a.txt", "b.txt")
    ]


def test_order_changes_no_copy_and_no_origin() -> None:
    given = accounts()
    one, other = case_of(given), case_of(given[::-1])
    assert one.copies == other.copies
    assert [str(verdict.tally) for verdict in one.verdicts] == [str(verdict.tally) for verdict in other.verdicts]


def test_a_copy_more_changes_no_number_of_origins() -> None:
    before = case_of(accounts())
    after = case_of([*accounts(), account("e.txt", REPORT, "The Lower Town Mirror")])
    assert most_origins(before) == most_origins(after)


def most_origins(case: Case) -> int:
    return max(len(verdict.tally.origins) for verdict in case.verdicts)


def test_every_claim_of_a_fact_stands_in_one_origin() -> None:
    for verdict in case_of(accounts()).verdicts:
        placed = [claim.id for origin in verdict.tally.origins for claim in origin.claims]
        assert sorted(placed) == sorted(claim.id for claim in verdict.fact.claims)


def test_an_account_without_words_has_no_copies() -> None:
    assert case_of([account("a.txt", " \n", "Nobody"), account("b.txt", REPORT, "Teshar Daily")]).copies == ()


def test_a_refrain_is_no_trouble() -> None:
    refrain = "the bells of the old town rang again and " * 400
    assert case_of([account("a.txt", refrain, "One"), account("b.txt", refrain + "stopped.", "Two")]).copies


def test_only_accounts_that_may_share_something_are_laid_side_by_side_and_none_is_missed() -> None:
    """Every two accounts of the example, and of those above, share what they share when nothing else is there."""
    readings = sorted([*example.readings(), *map(read, accounts())], key=lambda reading: reading.account.name)
    alone = []
    for left, right in combinations(readings, 2):
        shared = {places[:2]: places[2] for places in shared_passages([words_of(left), words_of(right)], {0, 1})}
        alone += of_pair(pair_of(side_of(left), side_of(right), shared.get((0, 1), ())))
    assert find_copies(readings) == tuple(alone)
    assert {copy.kind for copy in alone} >= {"republication", "quote", "statement"}


def test_copies_that_are_known_are_not_looked_for_again() -> None:
    readings = sorted(example.readings(), key=lambda reading: reading.account.name)
    for new in readings:
        rest = [reading for reading in readings if reading is not new]
        known = frozenset(reading.account for reading in rest)
        assert find_copies(readings, known, find_copies(rest)) == find_copies(readings)
