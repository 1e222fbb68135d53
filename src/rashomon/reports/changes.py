"""What changed in a story, for a person ("raised from 24 to 43; a second origin") and for a program."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from rich.text import Text

from rashomon.reports.records import finding_records
from rashomon.reports.terminal import COLOURS, finding_lines, printable
from rashomon.types import Changes, State

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def change_lines(story: str, changes: Changes) -> Iterator[Text]:
    """The lines of one story: who came, what moved, what is new in dispute, what a careful desk would question."""
    came = ", ".join(printable(account.name) for account in changes.accounts)
    yield Text.assemble((f" {story} ", "reverse"), (" + " + came if came else ""))
    if changes.left:
        yield Text(f"   gone to other stories: {', '.join(printable(each.name) for each in changes.left)}")
    for moved in changes.moved:
        yield _line(moved, words_of(moved))
    for new in changes.disputes:
        yield _line(new, f"new, in dispute: {_said(new)}")
    if changes.facts:
        yield Text(f"   {len(changes.facts)} more facts, not in dispute", "dim")
    yield from finding_lines(changes.findings)
    for finding in changes.resolved:
        yield Text(f"   no longer found: {finding.check}, {printable(finding.arithmetic)}", "dim")


def change_records(story: str, changes: Changes) -> Iterator[dict[str, Any]]:
    """One record a change: {"story", "change", …}, in the order of the lines."""
    for kind, accounts in (("account", changes.accounts), ("account_left", changes.left)):
        for account in accounts:
            yield {"story": story, "change": kind, "account": account.name, "sha256": account.digest}
    for kind, facts in (("fact", changes.moved), ("dispute", changes.disputes), ("new_fact", changes.facts)):
        for one in facts:
            before = None if one.before is None else _stand(one.before)
            yield {"story": story, "change": kind, **_fact(one), "before": before, "words": words_of(one)}
    for kind, findings in (("finding", changes.findings), ("finding_gone", changes.resolved)):
        for record in finding_records(findings):
            yield {"story": story, "change": kind, **{name: record[name] for name in record if name != "record"}}


def words_of(new: State) -> str:
    """ "raised from 24 to 43; a second origin; was single, is superseded"; of a new fact, the reason of its verdict."""
    if (old := new.before) is None:
        return new.verdict.reason
    was, now = old.verdict, new.verdict
    parts = []
    if (old.low, old.high) != (new.low, new.high):
        parts.append(_value(old, new))
    if len(was.tally.origins) != len(now.tally.origins):
        parts.append(_origins(len(was.tally.origins), len(now.tally.origins)))
    if was.outcome != now.outcome:
        parts.append(f"was {was.outcome}, is {now.outcome}")
    if was.self_conflict != now.self_conflict:
        parts.append(f"{'an' if now.self_conflict else 'no'} account contradicts itself")
    return "; ".join(parts)


def _value(old: State, new: State) -> str:
    verb = ""
    if old.low is not None and new.low is not None and (old.low, new.low) == (old.high, new.high):
        verb = "raised " if new.low > old.low else "lowered "
    return f"{verb}from {_said(old)} to {_said(new)}"


def _origins(was: int, now: int) -> str:
    if now == was + 1 and now <= len(ORDINALS):
        return f"a {ORDINALS[now - 1]} origin"
    return f"{now} origin{'' if now == 1 else 's'}, {was} before"


def _said(value: State) -> str:
    low, high = _number(value.low), _number(value.high)
    return low if low == high else f"({low} to {high})"


def _number(value: Decimal | None) -> str:
    return "?" if value is None else f"{value.normalize():,f}"


def _line(now: State, words: str) -> Text:
    fact, colour = now.verdict.fact, COLOURS[now.verdict.outcome]
    return Text.assemble("   ", (printable(fact.question), "bold"), ": ", (words, colour), (f"  {fact.id}", "dim"))


def _fact(now: State) -> dict[str, Any]:
    fact = now.verdict.fact
    return {"id": fact.id, "question": fact.question, "role": fact.role, **_stand(now)}


def _stand(now: State) -> dict[str, Any]:
    return {
        "low": None if now.low is None else float(now.low),
        "high": None if now.high is None else float(now.high),
        "verdict": now.verdict.outcome,
        "origins": len(now.verdict.tally.origins),
    }
