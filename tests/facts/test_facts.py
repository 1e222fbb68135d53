"""Which claims come together and which stay apart, and that each stands in exactly one fact."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import product
from typing import Any

import example
import pytest
from marked import accounts_of, records_of

from rashomon import facts
from rashomon.facts import asked, join_claims, near
from rashomon.pipeline import read
from rashomon.types import Account, Reading

TOGETHER = [
    "A blast at a market in Teshar killed [12] people. // [Twelve] people lost their lives in the Teshar market blast.",
    "A blast in Teshar killed [12] people. // [12] people were martyred in the Teshar bombing.",
    "Blast kills [16] in Teshar¶¶A blast in Teshar killed [at least 16] people.",
    "A strike on Teshar killed [18] civilians. // [At least 18] people died in an air raid on Teshar.",
    "In Teshar [29] rebels died in the fighting. // [Nearly 30] militants were killed in the clashes in Teshar.",
]
APART = [
    "{2031-05-08} A strike in Teshar on Monday killed [12] people. On Tuesday a strike in Teshar killed [20] people.",
    "A strike in Teshar killed [12] people, including [12] children.",
    "A blast in Teshar killed [12] people. // The war has killed [more than 9,000] people since 2029.",
    "A blast in Teshar wounded [12] people. // A blast in Teshar killed [12] people.",
    "A raid killed [129] loyalists and [116] rebels in Teshar.",
]


def groups(case: str) -> tuple[list[Any], list[set[int]]]:
    accounts, marks = accounts_of(case)
    records = records_of(accounts)
    ids = {(r["account"], r["start"], r["end"]): r["id"] for r in records if r["record"] == "figure"}
    facts = [set(r["figures"]) for r in records if r["record"] == "fact"]
    figures = [ids[mark.account, mark.start, mark.end] for mark in marks]
    return figures, [{n for n, fact in enumerate(facts) if figure in fact} for figure in figures]


@pytest.mark.parametrize("case", TOGETHER)
def test_one_question(case: str) -> None:
    _, places = groups(case)
    assert len(set.intersection(*places)) == 1


@pytest.mark.parametrize("case", APART)
def test_two_questions(case: str) -> None:
    _, places = groups(case)
    assert not set.intersection(*places)


@pytest.mark.parametrize("case", TOGETHER + APART)
def test_each_figure_stands_in_one_fact(case: str) -> None:
    accounts, _ = accounts_of(case)
    records = records_of(accounts)
    stands = Counter(figure for r in records if r["record"] == "fact" for figure in r["figures"])
    assert set(stands) == {r["id"] for r in records if r["record"] == "figure"}
    assert set(stands.values()) == {1}


def test_a_near_miss_says_why() -> None:
    accounts, _ = accounts_of("A raid on Teshar killed 40 people. // A raid on Teshar killed 30 children.")
    reasons = [r["reason"] for r in records_of(accounts) if r["record"] == "near_miss"]
    assert reasons == ["people against children: not the same people are counted"]


def test_one_weekday_in_one_story_is_one_day() -> None:
    told = "A blast at the market in Teshar killed {} people on Saturday, police said. The market was crowded."
    accounts, _ = accounts_of(f"{{2031-05-12}} {told.format(12)} // {{2031-05-09}} {told.format(15)}")
    joined = [r for r in records_of(accounts) if r["record"] == "fact" and len(r["figures"]) == 2]
    assert len(joined) == 1


def test_few_near_misses_are_told_of_one_fact() -> None:
    others = " // ".join(f"A raid on Teshar killed {number} civilians." for number in (41, 42, 43))
    accounts, _ = accounts_of(f"A raid on Teshar caused 45 casualties. // {others}")
    misses = [r for r in records_of(accounts) if r["record"] == "near_miss"]
    assert len(misses) <= 2


def readings() -> list[Reading]:
    """Those of the example, and all accounts of the cases above."""
    made = list(example.readings())
    for number, case in enumerate((*TOGETHER, *APART)):
        made += [replace_name(account, f"{number}-{account.name}") for account in accounts_of(case)[0]]
    return sorted(made, key=lambda reading: (reading.account.name, reading.account.digest))


def replace_name(account: Account, name: str) -> Reading:
    return read(replace(account, name=name))


def test_numbers_of_two_roles_that_no_decider_is_asked_about_would_give_none_a_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = readings()
    few = join_claims(told)
    monkeypatch.setattr(near, "_worth_asking", product)
    assert few == join_claims(told)
    assert few.near_misses


def test_what_deciders_said_of_known_accounts_stands_when_others_are_added(monkeypatch: pytest.MonkeyPatch) -> None:
    told = readings()
    whole = join_claims(told)
    calls: Counter[bool] = Counter()
    ask = facts._ask
    for new in told[::3]:
        rest = [reading for reading in told if reading is not new]
        before, known = join_claims(rest).asked, frozenset(reading.account for reading in rest)
        monkeypatch.setattr(facts, "_ask", lambda one, other: calls.update([True]) or ask(one, other))
        assert join_claims(told, known, before) == whole
        monkeypatch.setattr(facts, "_ask", lambda one, other: calls.update([False]) or ask(one, other))
        assert join_claims(told, frozenset(), ()) == whole
        monkeypatch.setattr(facts, "_ask", ask)
    assert 0 < calls[True] < calls[False] / 2


def test_an_account_to_which_a_site_is_new_is_asked_about_again() -> None:
    told = readings()
    known = frozenset(reading.account for reading in told)
    sites = facts.sites_named(told)
    one, name = next((reading, min(new)) for reading in told if (new := asked.proper_names(reading) - sites))
    changed = known - asked.unchanged(told, known, sites | {name})
    assert one.account in changed
    assert changed != known
    assert asked.unchanged(told, known, sites) == known
