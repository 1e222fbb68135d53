"""The rows of a codebook: what a recorder's convention makes of a fact, from what, and without what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.text import Text

from rashomon.reports.phrases import chain
from rashomon.reports.terminal import printable
from rashomon.types import Claim, EventRow, Row


def event_row_lines(rows: Iterable[EventRow]) -> Iterator[Text]:
    """The event's rows for a person: columns, how the number was come to, the figures and victims that went in."""
    for row in rows:
        yield Text.assemble((f" {row.codebook} ", "reverse"), " ", (f"the whole event: {row.toll.role}", "bold"))
        for name, value in row.fields:
            yield Text.assemble((f"   {printable(name):<28} ", "dim"), printable(value))
        for claim in row.toll.used:
            yield Text.assemble(("   + ", "green"), _told(claim))
        for person in row.toll.victims:
            spans = " · ".join(f"{victim.span.text} ({victim.cue.text}, {victim.account.name})" for victim in person)
            yield Text.assemble(("   + ", "green"), printable(" ".join(spans.split())))
        yield Text(f"   {printable(row.toll.reason)}\n", "dim")


def event_row_records(rows: Iterable[EventRow]) -> list[dict[str, Any]]:
    """The event's rows for a program; figures and victims are meant by their ids."""
    return [
        {
            "codebook": row.codebook,
            "fact": None,
            "question": None,
            "role": row.toll.role,
            "fields": dict(row.fields),
            "used": [claim.id for claim in row.toll.used],
            "victims": [[victim.id for victim in person] for person in row.toll.victims],
            "dropped": [],
            "reason": row.toll.reason,
        }
        for row in rows
    ]


def row_lines(rows: Iterable[Row]) -> Iterator[Text]:
    """Each row for a person: its question, its columns, the statements that went in and those left out."""
    for row in rows:
        yield Text.assemble((f" {row.codebook} ", "reverse"), " ", (printable(row.fact.question), "bold"))
        for name, value in row.fields:
            yield Text.assemble((f"   {printable(name):<28} ", "dim"), printable(value))
        for claim in row.used:
            yield Text.assemble(("   + ", "green"), _told(claim))
        for claim, reason in row.dropped:
            yield Text.assemble(("   - ", "yellow"), f"{_told(claim)}: {printable(reason)}")
        yield Text(f"   {row.fact.id}\n", "dim")


def row_records(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Each row for a program; statements are meant by the ids of their figures."""
    return [
        {
            "codebook": row.codebook,
            "fact": row.fact.id,
            "question": row.fact.question,
            "fields": dict(row.fields),
            "used": [claim.id for claim in row.used],
            "dropped": [{"figure": claim.id, "reason": reason} for claim, reason in row.dropped],
        }
        for row in rows
    ]


def _told(claim: Claim) -> str:
    return printable(f"{claim.span.text} · {chain(claim)} · {claim.account.name}")
