from __future__ import annotations

import dataclasses

import example
import pytest

from rashomon.judgements import Decision, append, standing, value_of
from rashomon.pipeline import decided
from rashomon.types import Case, Fact, Judgement, Verdict


def judged(*decisions: tuple[str, str, str], case: Case | None = None) -> Case:
    case = case or example.case()
    log = case.judgements
    for on, outcome, by in decisions:
        log = append(log, Decision(on=on, outcome=outcome, by=by, at="2031-05-05T10:00:00Z", note="seen at the desk"))
    return dataclasses.replace(case, judgements=log)


def told_often() -> Fact:
    return max(example.case().facts, key=lambda fact: len(fact.claims))


def verdict_on(case: Case, wanted: str) -> Verdict:
    return next(one for one in case.verdicts if one.fact.id == wanted)


def test_without_decisions_the_case_is_as_it_was() -> None:
    assert decided(example.case()).case is example.case()


def test_verdict_of_a_person_overrules_and_is_signed() -> None:
    fact = told_often()
    case = judged((fact.id, "verdict conflict -> compatible", "Ilse"))
    after = verdict_on(decided(case).case, fact.id)
    assert after.outcome == "compatible"
    assert "Ilse" in after.reason
    assert "seen at the desk" in after.reason
    assert after.rule == case.judgements[0].id


def test_accepted_verdict_stays_and_says_by_whom() -> None:
    fact = told_often()
    before = verdict_on(example.case(), fact.id)
    after = verdict_on(decided(judged((fact.id, "accept", "Ilse"))).case, fact.id)
    assert (after.outcome, after.rule) == (before.outcome, before.rule)
    assert after.reason.startswith(before.reason)
    assert "accepted by Ilse" in after.reason


def test_corrected_value_is_judged_anew() -> None:
    fact = next(one.fact for one in example.case().verdicts if one.outcome == "conflict" and len(one.fact.claims) == 5)
    wrong = [claim for claim in fact.claims if claim.span.text == "62"]
    after = decided(judged((wrong[0].id, "value 62 -> 60", "Ilse")))
    changed = next(claim for reading in after.case.readings for claim in reading.claims if claim.id == wrong[0].id)
    assert changed.mention.point == 60  # type: ignore[union-attr]
    assert changed in verdict_on(after.case, fact.id).fact.claims
    assert not after.orphans


def test_split_and_merge_are_one_anothers_undoing() -> None:
    fact = told_often()
    out = fact.claims[0]
    apart = decided(judged((fact.id, f"split {out.id}", "Ilse"))).case
    assert len(apart.facts) == len(example.case().facts) + 1
    alone = next(one for one in apart.facts if one.claims == (out,))
    again = decided(judged((fact.id, f"split {out.id}", "Ilse"), (alone.id, f"merge {apart.facts[0].id}", "Ilse")))
    assert not again.orphans
    assert len(again.case.facts) == len(example.case().facts)


def test_dismissed_figure_stands_in_no_fact() -> None:
    fact = told_often()
    gone = fact.claims[0]
    after = decided(judged((gone.id, "dismiss", "Ilse"))).case
    assert all(claim.id != gone.id for one in after.facts for claim in one.claims)
    assert all(claim.id != gone.id for reading in after.readings for claim in reading.claims)


def test_dismissed_finding_is_gone() -> None:
    finding = example.case().findings[0]
    after = decided(judged((finding.id, "dismiss", "Ilse"))).case
    assert finding.id not in {one.id for one in after.findings}
    assert len(after.findings) == len(example.case().findings) - 1


def test_added_figure_joins_the_fact_that_was_named() -> None:
    fact, account = told_often(), example.accounts()[0]
    place = account.text.index("Marrowfield")
    act = f"add {place}-{place + 11} 27 {fact.id}"
    after = decided(judged((account.id, act, "Ilse")))
    assert not after.orphans
    grown = next(one for one in after.case.facts if len(one.claims) == len(fact.claims) + 1)
    assert any(claim.span.start == place for claim in grown.claims)


def test_later_decision_on_a_fact_follows_it_when_it_has_grown() -> None:
    fact, account = told_often(), example.accounts()[0]
    place = account.text.index("Marrowfield")
    case = judged(
        (account.id, f"add {place}-{place + 11} 27 {fact.id}", "Ilse"),
        (fact.id, "verdict conflict -> undecided", "Ilse"),
    )
    after = decided(case)
    assert not after.orphans
    assert any(one.outcome == "undecided" and one.rule == case.judgements[1].id for one in after.case.verdicts)


def test_two_persons_who_differ_change_nothing_and_are_listed() -> None:
    fact = told_often()
    case = judged((fact.id, "verdict conflict -> agree", "Ilse"), (fact.id, "accept", "Karl"))
    assert verdict_on(decided(case).case, fact.id) == verdict_on(example.case(), fact.id)
    assert [{line.by for line in lines} for lines in standing(case.judgements).disagreements] == [{"Ilse", "Karl"}]
    settled = judged((fact.id, "accept", "Ilse"), case=case)
    assert not standing(settled.judgements).disagreements


def undo(line: Judgement) -> tuple[str, str, str]:
    return (line.id, "undo", "Ilse")


def test_undone_decision_is_as_if_never_made_and_undoing_can_be_undone() -> None:
    fact = told_often()
    case = judged((fact.id, "verdict conflict -> agree", "Ilse"))
    once = judged(undo(case.judgements[0]), case=case)
    assert verdict_on(decided(once).case, fact.id).outcome == "conflict"
    twice = judged(undo(once.judgements[1]), case=once)
    assert verdict_on(decided(twice).case, fact.id).outcome == "agree"
    assert len(twice.judgements) == 3


def test_decision_on_what_is_no_longer_there_is_kept_and_shown() -> None:
    after = decided(judged(("fact-000000000000", "accept", "Ilse")))
    assert [line.on for line in after.orphans] == ["fact-000000000000"]
    assert after.case.verdicts == example.case().verdicts


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [("26", 26, 26), ("1,200", 1200, 1200), ("20-30", 20, 30), ("20 – 30", 20, 30), ("24+", 24, None)],
)
def test_value_as_a_person_writes_it(written: str, low: int, high: int | None) -> None:
    value = value_of(written)
    assert value
    assert (value.low, value.high) == (low, high)


@pytest.mark.parametrize("written", ["", "many", "30-20", "1e9", "-4", "24 -> 26", "9" * 400 + "x"])
def test_what_is_no_value(written: str) -> None:
    assert value_of(written) is None
