from __future__ import annotations

from dataclasses import replace

from rashomon.judgements import Decision, append, first_broken
from rashomon.types import Judgement


def log() -> tuple[Judgement, ...]:
    made: tuple[Judgement, ...] = ()
    for number in range(3):
        made = append(made, Decision(on=f"fact-{number}", outcome="conflict", by="Ilse", at="2031-05-02", note=""))
    return made


def test_whole_log_is_whole() -> None:
    assert first_broken(log()) is None
    assert first_broken(()) is None


def test_changed_line_is_found() -> None:
    first, second, third = log()
    assert first_broken((first, replace(second, outcome="agree"), third)) == 1


def test_line_taken_away_is_found() -> None:
    first, _, third = log()
    assert first_broken((first, third)) == 1


def test_lines_exchanged_are_found() -> None:
    first, second, third = log()
    assert first_broken((second, first, third)) == 0
