"""The example shows everything that a comparison can say, and is marked as invented."""

from __future__ import annotations

from typing import get_args

import example
import pytest

from rashomon.types import CopyKind, Outcome, RelationKind

CHECKS = {
    "sum_of_parts", "share_of_total", "impossible_share", "most", "magnitude", "unit", "duration_vs_dates",
    "date_vs_weekday", "self_correction",
}  # fmt: skip


@pytest.mark.parametrize("kind", get_args(RelationKind))
def test_every_relation_appears(kind: str) -> None:
    case = example.case()
    pairs = [*case.near_misses, *(relation for verdict in case.verdicts for relation in verdict.relations)]
    assert kind in {pair.kind for pair in pairs}


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_every_verdict_appears(outcome: str) -> None:
    assert outcome in {verdict.outcome for verdict in example.case().verdicts}


def test_an_account_contradicts_itself() -> None:
    assert any(verdict.self_conflict for verdict in example.case().verdicts)


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_every_main_check_finds_something(check: str) -> None:
    assert check in {finding.check for finding in example.case().findings}


@pytest.mark.parametrize("severity", ["error", "doubt", "note"])
def test_every_severity_appears(severity: str) -> None:
    assert severity in {finding.severity for finding in example.case().findings}


@pytest.mark.parametrize("kind", sorted(set(get_args(CopyKind)) - {"passage"}))
def test_copies_appear(kind: str) -> None:
    assert kind in {copy.kind for copy in example.case().copies}


def test_one_text_of_two_outlets_is_one_origin() -> None:
    case = example.case()
    printed = next(v for v in case.verdicts if any(claim.span.text == "More than 250" for claim in v.fact.claims))
    assert printed.tally.texts < printed.tally.outlets


def test_events_wordings_and_omissions_appear() -> None:
    case = example.case()
    assert case.events
    assert {wording.voice for wording in case.wordings} == {"own", "quoted"}
    assert any(wording.distancing for wording in case.wordings)
    assert case.omissions


def test_no_readers_comment_is_evidence() -> None:
    for reading in example.readings():
        for claim in reading.claims:
            assert claim.mention.zone not in {"comment", "boilerplate"}
            assert claim.span.text not in {"500", "At least 90"}


def test_example_is_marked_as_invented() -> None:
    assert "invented" in (example.FOLDER.parent / "README.md").read_text(encoding="utf-8")
