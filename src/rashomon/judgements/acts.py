"""What a person may decide, and how it is written in one line: "value 24 -> 26", "accept", "grade B"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

Verb = Literal["accept", "verdict", "value", "split", "merge", "dismiss", "add", "grade", "note", "undo"]
VERBS: tuple[Verb, ...] = get_args(Verb)
NEEDS_REASON: frozenset[Verb] = frozenset({"verdict", "value", "split", "merge", "dismiss", "add", "note"})
GRADES = ("A", "B", "C", "D", "E", "F")  # of the Admiralty code; a letter is only ever set by a person
ARROW = " -> "
NUMBER = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
VALUE = re.compile(rf"(?P<low>{NUMBER})(?:(?P<open>\+)|\s*[-–]\s*(?P<high>{NUMBER}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A decision opened: what is done, to what it was before, and what it is from now on."""

    verb: Verb
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number that a person states: 26, 20-30, or 24+ for 24 and more."""

    low: Decimal
    high: Decimal | None


def act_of(outcome: str) -> Act | None:
    """The decision in a line of the log; None for a line of another making."""
    verb, _, rest = outcome.partition(" ")
    if verb not in VERBS:
        return None
    old, arrow, new = rest.rpartition(ARROW)
    return Act(verb=verb, old=old if arrow else "", new=new if arrow else rest)


def outcome_of(act: Act) -> str:
    """The decision as the log holds it."""
    change = f"{act.old}{ARROW}{act.new}" if act.old else act.new
    return f"{act.verb} {change}".strip()


def value_of(written: str) -> Value | None:
    """The number that is written, or None where none is."""
    found = VALUE.fullmatch(written.strip())
    if not found:
        return None
    low = Decimal(found["low"].replace(",", ""))
    if found["open"]:
        return Value(low=low, high=None)
    high = Decimal(found["high"].replace(",", "")) if found["high"] else low
    return Value(low=low, high=high) if low <= high else None
