"""Which decisions of a log stand: not undone, the last of their maker, and not against another person's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.judgements.acts import Act, act_of
from rashomon.types import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands of a log: what is to be applied, what persons disagree on, what was taken back."""

    applied: tuple[Judgement, ...]
    disagreements: tuple[tuple[Judgement, ...], ...]
    undone: frozenset[str]


def standing(log: Sequence[Judgement]) -> Standing:
    """The decisions that count. Where two persons decided differently on one thing, neither counts."""
    undone = taken_back(log)
    latest: dict[tuple[str, str], dict[str, Judgement]] = {}
    for line in log:
        act = act_of(line.outcome)
        if act is None or act.verb in {"undo", "note"} or line.id in undone:
            continue
        of_one = latest.setdefault((line.on, _subject(act)), {})
        of_one.pop(line.by, None)
        of_one[line.by] = line
    applied: list[Judgement] = []
    disagreements: list[tuple[Judgement, ...]] = []
    for of_one in latest.values():
        lines = tuple(of_one.values())
        if len({_said(line) for line in lines}) > 1:
            disagreements.append(lines)
        else:
            applied.append(lines[0])
    places = {line: place for place, line in enumerate(log)}
    return Standing(
        applied=tuple(sorted(applied, key=lambda line: places[line])),
        disagreements=tuple(disagreements),
        undone=undone,
    )


def taken_back(log: Sequence[Judgement]) -> frozenset[str]:
    """The ids of what was undone; an undoing that was undone itself undoes nothing."""
    gone: set[str] = set()
    for line in reversed(log):
        act = act_of(line.outcome)
        if act is not None and act.verb == "undo" and line.id not in gone:
            gone.add(line.on)
    return frozenset(gone)


def _subject(act: Act) -> str:
    """What of a thing is decided: each figure added to an account by itself, its grade, else the thing as such."""
    if act.verb == "add":
        return f"add {act.new.partition(' ')[0]}"
    return "grade" if act.verb == "grade" else "itself"


def _said(line: Judgement) -> tuple[str, str]:
    """What a decision comes to: to accept a verdict is to say it."""
    act = act_of(line.outcome)
    if act is None:
        return "", line.outcome
    return ("verdict" if act.verb == "accept" else act.verb, act.new)
