"""A story before and after accounts came -> what changed in its facts: "raised from 24 to 43; a second origin".

A fact has no name that lasts: it is the claims in it. So a fact goes on in the fact that holds one of its claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from rashomon.types import Case, Changes, Figure, Finding, Outcome, State, Verdict

DISPUTED: frozenset[Outcome] = frozenset({"conflict", "undecided"})


def changed(before: Sequence[Case], after: Case) -> Changes:
    """What changed between the cases that a story's accounts were in and its case now."""
    old = [verdict for case in before for verdict in case.verdicts]
    holders = {claim.id: verdict for verdict in old for claim in verdict.fact.claims}
    moved: list[State] = []
    disputes: list[State] = []
    facts: list[State] = []
    for verdict in after.verdicts:
        was = _most([holders[claim.id] for claim in verdict.fact.claims if claim.id in holders])
        if was is None:
            (disputes if _in_dispute(verdict) else facts).append(_state(verdict))
            continue
        old_state, state = _state(was), _state(verdict)
        if _seen(old_state) != _seen(state):
            moved.append(replace(state, before=old_state))
    found = {finding.id: finding for case in before for finding in case.findings}
    now = {finding.id: finding for finding in after.findings}
    had = {account for case in before for account in case.accounts}
    return Changes(
        accounts=tuple(account for account in after.accounts if account not in had),
        left=tuple(sorted(had - set(after.accounts), key=lambda account: (account.name, account.digest))),
        moved=tuple(moved),
        disputes=tuple(disputes),
        facts=tuple(facts),
        findings=tuple(finding for name, finding in now.items() if name not in found),
        resolved=tuple(finding for name, finding in found.items() if name not in now and _within(finding, after)),
    )


def _state(verdict: Verdict) -> State:
    """A verdict with the lowest and the highest of what is said now: of a count that has grown, what was said last.

    Numbers are those that the accounts name; where none is named, the bounds.
    """
    claims = verdict.fact.claims
    if verdict.outcome == "superseded":
        days = [claim.topic.as_of for claim in claims if claim.topic and claim.topic.as_of]
        last = max(days, default=None)
        claims = tuple(claim for claim in claims if claim.topic and claim.topic.as_of == last) or claims
    figures = [claim.mention for claim in claims if isinstance(claim.mention, Figure)]
    lows = [value for one in figures if (value := _first(one.point, one.low, one.high)) is not None]
    highs = [value for one in figures if (value := _first(one.point, one.high, one.low)) is not None]
    high = max(highs, default=None)
    return State(verdict=verdict, low=high if verdict.outcome == "superseded" else min(lows, default=None), high=high)


def _first(*values: Decimal | None) -> Decimal | None:
    return next((value for value in values if value is not None), None)


def _seen(state: State) -> tuple[object, ...]:
    """What of a fact is told when it changes."""
    verdict = state.verdict
    return state.low, state.high, verdict.outcome, verdict.self_conflict, len(verdict.tally.origins)


def _in_dispute(verdict: Verdict) -> bool:
    return verdict.outcome in DISPUTED or verdict.self_conflict


def _most(verdicts: Sequence[Verdict]) -> Verdict | None:
    """The one that is there most often; of several, the first."""
    return max(_distinct(verdicts), key=verdicts.count, default=None)


def _distinct(verdicts: Iterable[Verdict]) -> list[Verdict]:
    return list({verdict.fact.id: verdict for verdict in verdicts}.values())


def _within(finding: Finding, case: Case) -> bool:
    """Whether all accounts that a finding speaks of are in the case: else it went with one of them."""
    accounts = set(case.accounts)
    return all(span.account in accounts for span in finding.spans)
