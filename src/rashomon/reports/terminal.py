"""A case on a terminal: the facts in dispute first, then the rest, then the findings with their arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from rich.text import Text

from rashomon.reports.phrases import findings_in_order, in_order, statement
from rashomon.types import Case, Claim, Finding, Outcome, Severity, Verdict

COLOURS: Mapping[Outcome, str] = {
    "conflict": "bold red", "undecided": "yellow", "superseded": "cyan", "compatible": "green", "agree": "bold green",
    "single": "dim",
}  # fmt: skip
ALARMS: Mapping[Severity, str] = {"error": "bold red", "doubt": "yellow", "note": "cyan"}
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]+")
CONTEXT = 70  # characters of the sentence shown on either side of a figure


def as_terminal(case: Case) -> Iterator[Text]:
    """The lines of a case, for a person."""
    several = [verdict for verdict in in_order(case.verdicts) if _told_twice(verdict)]
    yield _plural(len(case.readings), "account") + Text(
        f" · {len(case.verdicts)} facts, {len(several)} of them stated more than once · {len(case.findings)} findings\n"
    )
    for verdict in several:
        yield from fact_lines(verdict)
    if several != list(case.verdicts):
        yield Text(f"{len(case.verdicts) - len(several)} facts stated by one account only: rashomon facts\n", "dim")
    yield from finding_lines(case.findings)


def fact_lines(verdict: Verdict) -> Iterator[Text]:
    """One fact: its question and verdict, how many stand behind it, why, and each statement."""
    fact = verdict.fact
    yield Text.assemble(
        (f" {verdict.outcome} ", f"reverse {COLOURS[verdict.outcome]}"), " ", (printable(fact.question), "bold"),
        ("  an account contradicts itself", "red") if verdict.self_conflict else "",
    )  # fmt: skip
    yield Text(f"   {verdict.tally}" + (f" · {printable(verdict.reason)}" if verdict.reason else ""))
    for claim in fact.claims:
        yield _statement(claim)
    yield Text(f"   {fact.id}\n", "dim")


def _statement(claim: Claim) -> Text:
    said = statement(claim)
    before = said.before if len(said.before) <= CONTEXT else "…" + said.before[-CONTEXT:]
    after = said.after if len(said.after) <= CONTEXT else said.after[:CONTEXT] + "…"
    line = Text("   ")
    line.append(f"{printable(said.figure):<16}", "bold")
    line.append(f" {printable(said.chain)}", "magenta")
    line.append(f" · {printable(claim.account.name)}" + (f" · as of {said.as_of}" if said.as_of else ""), "dim")
    if claim.stance != "asserted":
        line.append(f" · {claim.stance}", "yellow")
    line.append("\n      " + printable(before))
    line.append(printable(said.figure), "bold underline")
    line.append(printable(after))
    return line


def finding_lines(findings: Iterable[Finding]) -> Iterator[Text]:
    """The findings, errors first, each with its arithmetic and its places."""
    for finding in findings_in_order(findings):
        yield Text.assemble(
            (f" {finding.severity} ", f"reverse {ALARMS[finding.severity]}"), (f" {finding.check} ", "bold"),
            printable(finding.arithmetic),
        )  # fmt: skip
        for span in finding.spans:
            place = f"{printable(span.account.name)}:{span.start}-{span.end}"
            yield Text.assemble("   ", (place, "dim"), " ", printable(span.text))
        yield Text("")


def printable(text: str) -> str:
    """The text on one line, without what would steer a terminal: an account's text is not to be trusted."""
    return CONTROL.sub(" ", text)


def _told_twice(verdict: Verdict) -> bool:
    """Whether several accounts, or several sources within one, state it."""
    return _accounts(verdict) > 1 or len(verdict.tally.origins) > 1 or verdict.self_conflict


def _accounts(verdict: Verdict) -> int:
    return len({claim.account for claim in verdict.fact.claims})


def _plural(number: int, noun: str) -> Text:
    return Text(f"{number} {noun}{'' if number == 1 else 's'}", "bold")
