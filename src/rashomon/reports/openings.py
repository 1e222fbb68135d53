"""What `rashomon why` opens: a rule by its name, or anything of a case by its id."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rich.text import Text

from rashomon.reports.phrases import statement
from rashomon.reports.records import as_records
from rashomon.reports.terminal import fact_lines, finding_lines, printable
from rashomon.types import Case, Claim

LONG = frozenset({"relations", "origin_list", "attribution", "figures"})  # told in words above the fields


def open_id(case: Case, wanted: str) -> tuple[list[Text], list[str]]:
    """The lines that show a fact, a claim, a finding, an event … of a case, and the names of the rules behind it.

    Nothing where the case has no such id.
    """
    lines: list[Text] = []
    for verdict in case.verdicts:
        if verdict.fact.id == wanted:
            lines += fact_lines(verdict)
            lines += [
                Text(f"   {relation.left.span.text} | {relation.right.span.text}: {relation.kind}: {relation.reason}")
                for relation in verdict.relations
            ]
            lines += [
                Text(f"   {origin.name} ({origin.independence}): {origin.reason}") for origin in verdict.tally.origins
            ]
    lines += finding_lines(finding for finding in case.findings if finding.id == wanted)
    for reading in case.readings:
        lines += [line for claim in reading.claims if claim.id == wanted for line in _claim(claim)]
    found = [record for record in as_records(case) if record.get("id") == wanted]
    fields = [line for record in found for line in _fields(record)]
    return (lines + fields, sorted({rule for record in found for rule in _rules(record)}))


def _claim(claim: Claim) -> Iterator[Text]:
    said = statement(claim)
    yield Text.assemble(
        printable(said.before), (printable(said.figure), "bold underline"), printable(said.after),
    )  # fmt: skip
    yield Text(f"{printable(said.chain)} · {printable(claim.account.name)}", "magenta")


def _fields(record: dict[str, Any]) -> Iterator[Text]:
    for name, value in record.items():
        if name not in LONG and name != "text" and value is not None:
            shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            yield Text.assemble((f"   {name:<14} ", "dim"), printable(shown))


def _rules(record: Any) -> Iterator[str]:
    """The names of all rules that had a hand in a record, at any depth."""
    if isinstance(record, list):
        for part in record:
            yield from _rules(part)
    elif isinstance(record, dict):
        for name, value in record.items():
            if name in {"rule", "joined_by"} and value:
                yield value
            elif name == "decided_by":
                yield from value
            else:
                yield from _rules(value)
