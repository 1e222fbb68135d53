"""What the application shows: the case as its file holds it now, with the decisions of all persons applied."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from rashomon import pipeline
from rashomon.judgements import Decided, Standing, act_of, standing
from rashomon.reports.html.marks import anchors
from rashomon.reports.phrases import ORDER
from rashomon.stores import accounts_key, load, log_of
from rashomon.types import Account, Case, Judgement, Verdict
from rashomon.web.search import index_of

DOUBT: Mapping[str, int] = {"undecided": -1}  # before a conflict: nobody has said yet what it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """The case of this moment."""

    machine: Case
    decided: Decided
    standing: Standing
    numbers: Mapping[Account, int]
    index: sqlite3.Connection

    @property
    def case(self) -> Case:
        return self.decided.case

    @property
    def log(self) -> tuple[Judgement, ...]:
        return self.machine.judgements


def now(path: Path) -> Now:
    """The case in the file; read anew only where its accounts are others, decided anew where its log is longer."""
    return _now(path, accounts_key(path), log_of(path))


@lru_cache(maxsize=4)
def _now(path: Path, key: str, log: tuple[Judgement, ...]) -> Now:
    machine, numbers, index = _opened(path, key)
    case = replace(machine, judgements=log)
    return Now(machine=case, decided=pipeline.decided(case), standing=standing(log), numbers=numbers, index=index)


@lru_cache(maxsize=2)
def _opened(path: Path, key: str) -> tuple[Case, Mapping[Account, int], sqlite3.Connection]:
    case = load(path)
    return case, anchors(case), index_of(case.accounts)


def queue(at: Now) -> list[Verdict]:
    """All facts, the most doubtful first: undecided, in conflict, contradicting themselves, then what most speak of."""

    def place(verdict: Verdict) -> tuple[int, int, str]:
        heat = DOUBT.get(verdict.outcome, ORDER[verdict.outcome])
        if verdict.self_conflict:
            heat = min(heat, 1)
        return heat, -len(verdict.fact.claims), verdict.fact.id

    first = {one.fact.id: place(one) for one in at.machine.verdicts}  # a decision moves nothing
    return sorted(at.case.verdicts, key=lambda one: first.get(one.fact.id) or place(one))


def opinions(at: Now, on: str) -> list[Judgement]:
    """What persons have decided on one thing and not taken back; notes too."""
    return [line for line in at.log if line.on == on and line.id not in at.standing.undone]


def has_judged(at: Now, verdict: Verdict, person: str) -> bool:
    """Whether this person has decided on the fact, or made it what it is."""
    own = {line.id for line in at.log if line.by == person}
    if verdict.fact.rule in own:
        return True
    acts = (act_of(line.outcome) for line in opinions(at, verdict.fact.id) if line.by == person)
    return any(act is not None and act.verb not in {"note", "undo"} for act in acts)


def grade_of(at: Now, account: Account) -> str:
    """The Admiralty letter that persons agree on, or nothing."""
    grades = [act_of(line.outcome) for line in at.standing.applied if line.on == account.id]
    return next((act.new for act in grades if act and act.verb == "grade"), "")
