"""Cases -> a folder of Parquet files, one a kind of record, with the columns that schema.toml says.

Every table is there, with no rows where a case has none. Rows stand case after case, in the order of the records.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rashomon.reports.records import KINDS, Record, as_records
from rashomon.types import Case

AT_ONCE = 20_000  # records held before they are written as one group of rows
MARK = b"rashomon.tables"  # the name under which each file keeps the version of the schema
Fields = Mapping[str, str]


class NoParquet(Exception):
    """The library that writes Parquet is not there."""


@cache
def schema() -> Mapping[str, Any]:
    """{version, shapes: {name: {field: kind}}, tables: {name: {column: kind}}}, as the file says it."""
    return tomllib.loads(files(__package__).joinpath("schema.toml").read_text(encoding="utf-8"))


def write_tables(cases: Iterable[tuple[str, Case]], folder: Path) -> None:
    """Writes one file a table, `figure.parquet` and so on, of cases under their names.

    Raises NoParquet without the extra [analytics], OSError where the folder cannot be written to.
    """
    if find_spec("pyarrow") is None:
        raise NoParquet("Parquet needs pyarrow: pip install 'rashomon[analytics]'")
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    made = {name: pa.schema(_columns(pa, name), {MARK: str(schema()["version"])}) for name in KINDS}
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".", dir=folder) as beside:
        with ExitStack() as open_files:
            writers = {
                name: open_files.enter_context(ParquetWriter(Path(beside) / f"{name}.parquet", own, compression="zstd"))
                for name, own in made.items()
            }
            for name, rows in _in_groups(cases):
                table = pa.Table.from_pylist([_value(row, _fields(name)) for row in rows], schema=made[name])
                writers[name].write_table(table)
        for name in made:
            (Path(beside) / f"{name}.parquet").replace(folder / f"{name}.parquet")


def _in_groups(cases: Iterable[tuple[str, Case]]) -> Iterator[tuple[str, list[Record]]]:
    """The records of each kind, as many together as are written as one group of rows."""
    waiting: defaultdict[str, list[Record]] = defaultdict(list)
    for case_name, case in cases:
        for record in as_records(case):
            waiting[record["record"]].append({"case": case_name, **record})
        for name in [name for name, rows in waiting.items() if len(rows) >= AT_ONCE]:
            yield name, waiting.pop(name)
    yield from waiting.items()


def _fields(name: str) -> Fields:
    return {"case": "text", **schema()["tables"][name]}


def _columns(pa: Any, name: str) -> list[Any]:
    return [pa.field(column, _type(pa, kind)) for column, kind in _fields(name).items()]


def _type(pa: Any, kind: str) -> Any:
    if kind.startswith("["):
        return pa.list_(_type(pa, kind[1:-1]))
    if kind.isupper():
        return pa.struct([pa.field(name, _type(pa, own)) for name, own in schema()["shapes"][kind].items()])
    plain = {"text": pa.string, "number": pa.float64, "whole": pa.int64, "truth": pa.bool_}
    return plain[kind]() if kind in plain else pa.date32()


def _value(value: Any, kind: str | Fields) -> Any:
    """A value of a record as its column holds it: days as days, shapes with all of their fields."""
    if value is None:
        return None
    if isinstance(kind, str) and kind.startswith("["):
        return [_value(one, kind[1:-1]) for one in value]
    if isinstance(kind, str) and not kind.isupper():
        return date.fromisoformat(value) if kind == "day" else value
    fields: Fields = schema()["shapes"][kind] if isinstance(kind, str) else kind
    return {name: _value(value.get(name), own) for name, own in fields.items()}
