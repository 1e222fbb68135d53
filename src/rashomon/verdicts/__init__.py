"""Fact -> Verdict: how the statements stand to one another, pair by pair, and all together."""

from __future__ import annotations

from rashomon.types import Fact, Tally, Verdict


def judge(fact: Fact, tally: Tally) -> Verdict:
    """The verdict over one fact, with the relation of every pair that decided it."""
    return Verdict(fact=fact, outcome="undecided", tally=tally, relations=(), reason="")
