from __future__ import annotations

import example
from hostile import hostile

import rashomon
from rashomon.reports.phrases import ORDER, findings_in_order, in_order
from rashomon.reports.terminal import as_terminal


def lines(case: rashomon.Case) -> str:
    return "\n".join(line.plain for line in as_terminal(case))


def test_conflicts_stand_before_agreements() -> None:
    outcomes = [ORDER[verdict.outcome] for verdict in in_order(example.case().verdicts) if not verdict.self_conflict]
    assert outcomes == sorted(outcomes)


def test_errors_stand_before_notes() -> None:
    severities = [finding.severity for finding in findings_in_order(example.case().findings)]
    assert severities == sorted(severities, key=["error", "doubt", "note"].index)


def test_each_fact_has_its_tally_and_each_finding_its_arithmetic() -> None:
    case, shown = example.case(), lines(example.case())
    assert all(str(v.tally) in shown for v in case.verdicts if len({claim.account for claim in v.fact.claims}) > 1)
    assert all(finding.arithmetic in shown for finding in case.findings)


def test_no_character_of_an_account_steers_the_terminal() -> None:
    shown = lines(rashomon.compare(hostile()))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
