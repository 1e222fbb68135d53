"""What a report says about a value in words: the order of facts, a statement with its sentence, a chain of speakers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.types import Claim, Finding, Outcome, Severity, Verdict

ORDER: Mapping[Outcome, int] = {
    "conflict": 0, "superseded": 1, "undecided": 2, "compatible": 3, "agree": 4, "single": 5,
}  # fmt: skip
DISPUTED: frozenset[Outcome] = frozenset({"conflict", "undecided"})
SEVERITIES: Mapping[Severity, int] = {"error": 0, "doubt": 1, "note": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim as a reader meets it: its sentence around its figure, who says it, when it held."""

    figure: str
    before: str
    after: str
    chain: str
    as_of: str


def in_order(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """What is in dispute first, then what most outlets speak of, then the order of the accounts."""

    def place(verdict: Verdict) -> tuple[int, int, str, int, str]:
        first = min(verdict.fact.claims, key=lambda claim: (claim.account.name, claim.span.start), default=None)
        spot = (first.account.name, first.span.start) if first else ("", 0)
        heat = ORDER[verdict.outcome] - (4 if verdict.self_conflict and verdict.outcome in {"single", "agree"} else 0)
        return (heat, -verdict.tally.outlets, *spot, verdict.fact.id)

    return sorted(verdicts, key=place)


def findings_in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Errors first, then doubts, then notes, each in the order of the accounts."""
    return sorted(
        findings,
        key=lambda finding: (
            SEVERITIES[finding.severity],
            [(span.account.name, span.start) for span in finding.spans],
            finding.id,
        ),
    )


def statement(claim: Claim) -> Statement:
    """The claim in its sentence, in words."""
    span = claim.span
    text = claim.account.text
    sentence = claim.sentence
    start = min(sentence.start, span.start) if sentence else span.start
    end = max(sentence.end, span.end) if sentence else span.end
    topic = claim.topic
    return Statement(
        figure=span.text,
        before=text[start : span.start].lstrip(),
        after=text[span.end : end].rstrip(),
        chain=chain(claim),
        as_of=topic.as_of.isoformat() if topic and topic.as_of else "",
    )


def chain(claim: Claim) -> str:
    """Who says it, from the nearest speaker outward: "Ilse Maron < Harbour Ministry < The Harbour Post"."""
    if claim.speaker is None:
        own = claim.attribution[-1].name if claim.attribution else claim.account.name
        return f"{own}, in its own voice"
    return " < ".join(link.name for link in claim.attribution)
