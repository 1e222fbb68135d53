"""Facts and figures as comma-separated values, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from rashomon.reports.records import as_records
from rashomon.types import Case

COLUMNS = (
    "fact", "question", "verdict", "outlets", "texts", "origins", "account", "start", "end", "text", "low", "high",
    "point", "modifier", "dimension", "unit", "counted", "role", "place", "as_of", "stance", "hedged", "attribution",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run instead of show


def as_table(case: Case) -> Iterator[str]:
    """One line a figure, with the fact it belongs to; the first line names the columns."""
    records = as_records(case)
    facts = {figure: record for record in records if record["record"] == "fact" for figure in record["figures"]}
    yield _line(COLUMNS)
    for record in records:
        if record["record"] == "figure":
            yield _line([_cell(record, facts.get(record["id"], {}), column) for column in COLUMNS])


def _cell(figure: dict[str, Any], fact: dict[str, Any], column: str) -> object:
    if column == "fact":
        return fact.get("id")
    if column in {"question", "verdict", "outlets", "texts", "origins"}:
        return fact.get(column)
    if column == "attribution":
        return " < ".join(link["name"] for link in figure["attribution"])
    value = figure[column]
    return value["text"] if isinstance(value, dict) else value


def _line(cells: Any) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow([_shown(cell) for cell in cells])
    return written.getvalue()


def _shown(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
