"""Questions in SQL over the tables of an export, answered by DuckDB; an answer as lines for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rashomon.reports.records import KINDS
from rashomon.reports.terminal import printable

WIDEST = 60  # characters of a cell that are shown


class NoTables(Exception):
    """Nothing that can be asked, or a question that cannot be answered, and why."""


def answers(tables: Path, question: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The names of the columns of an answer, and its rows. Raises NoTables.

    The question can only read: whatever it says, nothing is written, and no file but the tables is opened.
    """
    if find_spec("duckdb") is None:
        raise NoTables("to ask needs duckdb: pip install 'rashomon[analytics]'")
    if not all((tables / f"{name}.parquet").is_file() for name in KINDS):
        raise NoTables(f"{tables}: no tables; rashomon export DIR --format parquet -o TABLES writes them")
    import duckdb

    with duckdb.connect() as asked:
        for name in KINDS:
            asked.read_parquet(str(tables / f"{name}.parquet")).create_view(name)
        asked.execute(f"SET allowed_directories = ['{str(tables.resolve()).replace(chr(39), chr(39) * 2)}']")
        asked.execute("SET enable_external_access = false")
        asked.execute("SET lock_configuration = true")
        try:
            statements = asked.extract_statements(question)
            if [one.type for one in statements] != [duckdb.StatementType.SELECT]:
                raise NoTables("one question at a time, and one that only reads: SELECT … or WITH … SELECT …")
            said = asked.execute(statements[0])
            return [column[0] for column in said.description or ()], said.fetchall()
        except duckdb.Error as error:
            raise NoTables(str(error)) from error


def answer_lines(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    """The answer in columns, each as wide as its widest cell."""
    cells = [list(names), *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(names))]
    for row in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, list):
        value = ", ".join(map(_cell, value))
    text = printable(str(value))
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
