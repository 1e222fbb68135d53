"""Values as small pieces of HTML, for a notebook."""

from __future__ import annotations

from html import escape

from rashomon.reports.phrases import DISPUTED, in_order, statement
from rashomon.types import Case, Claim, Reading, Verdict


def reading_as_html(reading: Reading) -> str:
    """The figures of one account: what it says, who says it, in which sentence."""
    rows = "".join(
        f"<tr><td><b>{escape(claim.span.text)}</b></td><td>{escape(claim.topic.measure if claim.topic else '')}</td>"
        f"<td>{escape(_chain(claim))}</td><td>{_marked(claim)}</td></tr>"
        for claim in reading.figures
    )
    head = "<tr><th>figure</th><th>of what</th><th>on whose word</th><th>where</th></tr>"
    counts = f"{len(reading.figures)} figures, {len(reading.quotes)} quotations, {len(reading.speeches)} statements"
    return f"<h4>{escape(reading.outlet)}</h4><p>{counts}</p><table>{head}{rows}</table>"


def fact_as_html(verdict: Verdict) -> str:
    """One question, its verdict and every statement on it."""
    rows = "".join(
        f"<tr><td><b>{escape(claim.span.text)}</b></td><td>{escape(_chain(claim))}</td>"
        f"<td>{escape(claim.account.name)}</td><td>{_marked(claim)}</td></tr>"
        for claim in verdict.fact.claims
    )
    return (
        f"<h4>{escape(verdict.fact.question)}</h4><p><b>{escape(verdict.outcome)}</b> · {escape(str(verdict.tally))}"
        f" · {escape(verdict.reason)}</p><table>{rows}</table>"
    )


def case_as_html(case: Case) -> str:
    """The facts of a case, those in dispute first."""
    shown = [verdict for verdict in in_order(case.verdicts) if len(verdict.fact.claims) > 1]
    disputed = sum(verdict.outcome in DISPUTED for verdict in case.verdicts)
    head = f"{len(case.readings)} accounts, {len(case.verdicts)} facts, {disputed} in dispute"
    return f"<p>{head}, {len(case.findings)} findings</p>" + "".join(map(fact_as_html, shown))


def _chain(claim: Claim) -> str:
    return statement(claim).chain


def _marked(claim: Claim) -> str:
    said = statement(claim)
    return f"{escape(said.before)}<mark>{escape(said.figure)}</mark>{escape(said.after)}"
