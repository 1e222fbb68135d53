"""Fact -> Verdict: how the statements stand to one another, pair by pair, and all together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rashomon.types import Fact, Relation, Tally, Verdict, rule_name
from rashomon.verdicts import relations, rollup
from rashomon.verdicts.relations import Statement, statements_of


def judge(fact: Fact, tally: Tally) -> Verdict:
    """The verdict over one fact, with the relation of every pair that decided it."""
    statements = statements_of(fact.claims, tally)
    related = tuple(_relate(left, right) for left, right in combinations(statements, 2))
    bounds = [one.interval for one in statements]
    outcome, reason, name = _decide(rollup.Board(statements=statements, relations=related))
    return Verdict(
        fact=fact,
        outcome=outcome.outcome,
        tally=tally,
        relations=related,
        reason=reason,
        self_conflict=_self_conflict(statements, related),
        low=min((bound.low for bound in bounds), default=None),
        high=max((bound.high if bound.high.is_finite() else bound.low for bound in bounds), default=None),
        rule=name,
    )


def _decide(board: rollup.Board) -> tuple[rollup.Sum, str, str]:
    for rule in rollup.RULES:
        found = rule(board)
        if found is not None:
            return found, found.reason, rule_name(rule)
    return rollup.Sum(outcome="undecided", reason="no rule speaks"), "no rule speaks", ""


def _relate(left: Statement, right: Statement) -> Relation:
    for rule in relations.RULES:
        stand = rule(left, right)
        if stand is not None:
            return Relation(
                kind=stand.kind, left=left.claim, right=right.claim, reason=stand.reason, rule=rule_name(rule)
            )
    raise AssertionError("the last decider always speaks")


def _self_conflict(statements: Sequence[Statement], related: Sequence[Relation]) -> bool:
    """Whether one voice in one account gives two numbers that exclude one another, neither as an earlier one."""
    return any(
        relation.kind == "conflict"
        and left.claim.account == right.claim.account
        and not left.earlier
        and not right.earlier
        and left.as_of == right.as_of
        and left.origin is right.origin
        for (left, right), relation in zip(combinations(statements, 2), related, strict=True)
    )
