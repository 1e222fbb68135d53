"""The log of decisions: who decided what about which fact, when and why; never changed, only followed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.types import Judgement

START = "0" * 64  # what the first line of a log is chained to


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided, before it has a place in the log."""

    on: str
    outcome: str
    by: str
    at: str
    note: str = ""


def append(log: Sequence[Judgement], decision: Decision) -> tuple[Judgement, ...]:
    """The log with one more line, chained to its last."""
    previous = log[-1].hash if log else START
    added = Judgement(
        on=decision.on,
        outcome=decision.outcome,
        by=decision.by,
        at=decision.at,
        note=decision.note,
        previous=previous,
        hash=_hash(decision, previous),
    )
    return (*log, added)


def first_broken(log: Sequence[Judgement]) -> int | None:
    """The position of the first line that was changed, moved or taken away before the next; None in a whole log."""
    previous = START
    for position, line in enumerate(log):
        decision = Decision(on=line.on, outcome=line.outcome, by=line.by, at=line.at, note=line.note)
        if line.previous != previous or line.hash != _hash(decision, previous):
            return position
        previous = line.hash
    return None


def _hash(decision: Decision, previous: str) -> str:
    content = [previous, decision.on, decision.outcome, decision.by, decision.at, decision.note]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
