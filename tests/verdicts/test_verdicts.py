"""What the statements on one fact come to."""

from __future__ import annotations

import pytest
from marked import accounts_of, records_of

OUTCOMES = [
    ("single", "A fire in Teshar killed 12 people. // The mayor spoke."),
    ("agree", "A fire in Teshar killed 12 people. // At least 12 people died in the fire in Teshar."),
    ("agree", "A fire in Teshar killed dozens of people. // Dozens of people died in the fire in Teshar."),
    ("compatible", "A fire in Teshar killed at least 16 people. // The fire in Teshar killed 20 people."),
    ("compatible", "A fire in Teshar wounded dozens of people. // The fire in Teshar wounded 40 people."),
    ("compatible", "A flood displaced more than 5,000 people in Teshar. // A flood in Teshar displaced 5,000 people."),
    ("conflict", "A fire in Teshar killed 16 people. // The fire in Teshar killed 21 people."),
    ("conflict", "A crash in Teshar injured two people. // In Teshar no one was injured in the crash."),
    (
        "superseded",
        "{2031-05-04} A fire in Teshar killed 26 people. // {2031-05-05} The fire in Teshar killed 31 people.",
    ),
    (
        "conflict",
        "{2031-05-04} A fire in Teshar killed 32 people. // {2031-05-05} The fire in Teshar killed 27 people.",
    ),
]


@pytest.mark.parametrize(("outcome", "case"), OUTCOMES)
def test_outcome(outcome: str, case: str) -> None:
    accounts, _ = accounts_of(case)
    facts = [record for record in records_of(accounts) if record["record"] == "fact"]
    largest = max(facts, key=lambda fact: len(fact["figures"]))
    assert largest["verdict"] == outcome, largest["relations"]
    assert largest["reason"]


def test_headline_against_body_is_self_conflict() -> None:
    accounts, _ = accounts_of("Fire kills 12 in Teshar¶¶A fire in Teshar killed 15 people.")
    facts = [record for record in records_of(accounts) if record["record"] == "fact"]
    assert [fact["self_conflict"] for fact in facts] == [True]


def test_an_account_against_itself_never_conflicts() -> None:
    case = "A fire in Teshar killed 12 people and hurt at least 40, said the mayor of Teshar."
    accounts, _ = accounts_of(f"{case} // {case}")
    assert {r["verdict"] for r in records_of(accounts) if r["record"] == "fact"} == {"agree"}
