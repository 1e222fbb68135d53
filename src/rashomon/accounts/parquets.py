"""A Parquet file -> its rows, each as the JSON object of its columns: it stands by itself, like a line of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from importlib.util import find_spec
from typing import Any, BinaryIO

from rashomon.accounts.limits import LARGEST_ROW, MEGABYTE, Budget
from rashomon.accounts.pieces import Piece
from rashomon.accounts.refusals import Unreadable
from rashomon.accounts.rows import names_of, without_account
from rashomon.types import Provenance

AT_ONCE = 64  # rows taken from the file together


def stored_rows(stream: BinaryIO, source: str, file: str, budget: Budget) -> Iterator[Piece | Unreadable]:
    """The rows of a Parquet file, in their order; its columns are known by the names that a table's would be."""
    if find_spec("pyarrow") is None:
        yield Unreadable(source, "a Parquet file; to read it needs pyarrow: pip install 'rashomon[analytics]'")
        return
    from pyarrow.parquet import ParquetFile

    opened = ParquetFile(stream)
    reason = without_account(dict.fromkeys(opened.schema_arrow.names, ""))
    if reason:
        yield Unreadable(source, reason)
        return
    number = 0
    base = file.replace("\\", "/").rpartition("/")[2]
    for batch in opened.iter_batches(batch_size=AT_ONCE):
        for row in batch.to_pylist():
            number += 1
            said = {name: value for name, own in row.items() if (value := _plain(own)) is not None}
            content = json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")
            budget.spend(len(content))
            if len(content) > LARGEST_ROW:
                yield Unreadable(source, f"a row larger than {LARGEST_ROW // MEGABYTE} MB", f"row {number}")
                continue
            yield Piece(
                content=content,
                parser="json",
                names=names_of(said, base, number),
                source=source,
                place=f"row {number}",
                provenance=Provenance(file=file, line=number),
            )
    if not number:
        yield Unreadable(source, "a table without rows")


def _plain(value: Any) -> Any:
    """A value as JSON has it: a day in ISO 8601, bytes as the text they are in UTF-8; None for what is neither."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(name): _plain(own) for name, own in value.items()}
    return value if isinstance(value, str | int | float | bool) else None
