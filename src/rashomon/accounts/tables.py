"""A table (CSV) or a JSON file -> its rows, each as bytes that stand by themselves; lines are read as they come."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from rashomon.accounts.limits import LARGEST, LARGEST_ROW, MEGABYTE, Budget, read_within
from rashomon.accounts.pieces import Piece
from rashomon.accounts.refusals import Endless, Unreadable
from rashomon.accounts.rows import delimiter, names_of, without_text
from rashomon.types import Provenance

BOM = b"\xef\xbb\xbf"
_GAP = re.compile(r"[\s,]*")
csv.field_size_limit(LARGEST_ROW)

Found = Iterator[Piece | Unreadable]


def objects(stream: BinaryIO, source: str, file: str, budget: Budget) -> Found:
    """The objects of a JSON file: one a line, one alone, or those of a list."""
    first = stream.readline(LARGEST_ROW + 1)
    while first and not first.removeprefix(BOM).strip():
        first = stream.readline(LARGEST_ROW + 1)
    try:
        by_line = isinstance(json.loads(first.removeprefix(BOM)), dict)
    except (ValueError, RecursionError):
        by_line = False
    stream.seek(0)
    if by_line:
        yield from _by_line(stream, source, file, budget)
    else:
        yield from _listed(read_within(stream, LARGEST, source, budget), source, file)


def _by_line(stream: BinaryIO, source: str, file: str, budget: Budget) -> Found:
    offset = 0
    for number, line in enumerate(iter(lambda: stream.readline(LARGEST_ROW + 1), b""), 1):
        place, at = f"line {number}", offset
        offset += len(line)
        budget.spend(len(line))
        if len(line) > LARGEST_ROW:
            yield Unreadable(source, f"a line larger than {LARGEST_ROW // MEGABYTE} MB", place)
            return
        own = line.removeprefix(BOM).strip()
        if not own:
            continue
        try:
            row = json.loads(own)
        except (ValueError, RecursionError) as error:
            yield Unreadable(source, f"not JSON ({error})", place)
            continue
        reason = without_text(row) if isinstance(row, dict) else "not an object with named fields"
        if reason:
            yield Unreadable(source, reason, place)
            if number == 1:
                return  # nor will any line after it be
            continue
        yield _piece(own, row, "json", source, Provenance(file=file, offset=at, line=number))


def _listed(content: bytes, source: str, file: str) -> Found:
    """The objects of one JSON value, each as its own bytes."""
    try:
        text = content.decode("utf-8-sig")
        place = _GAP.match(text).end()  # type: ignore[union-attr]
        several = text[place : place + 1] == "["
        place += several
        number = 0
        while (place := _GAP.match(text, place).end()) < len(text) and text[place] != "]":  # type: ignore[union-attr]
            row, end = json.JSONDecoder().raw_decode(text, place)
            number += 1
            line = text.count("\n", 0, place) + 1
            reason = without_text(row) if isinstance(row, dict) else "not an object with named fields"
            if reason:
                yield Unreadable(source, reason, f"line {line}")
                if number == 1:
                    return
            else:
                at = Provenance(file=file, offset=len(text[:place].encode()), line=line)
                yield _piece(text[place:end].encode(), row, "json", source, at)
            place = end
        if not number:
            yield Unreadable(source, "holds no object")
        elif text[place + several :].strip():
            yield Unreadable(source, "more stands after its end", f"line {text.count(chr(10), 0, place) + 1}")
    except (ValueError, RecursionError) as error:
        yield Unreadable(source, f"not JSON ({error})")


def rows(stream: BinaryIO, source: str, file: str, budget: Budget) -> Found:
    """The rows of a table, each with the row of names above it."""
    taken = _Taken(stream, budget, source)
    number, found = 1, False
    try:
        lines = csv.reader(taken, delimiter=taken.delimiter(), strict=True)
        names = next(lines, [])
        header = taken.since()
        reason = without_text(dict.fromkeys(names, ""))
        if reason:
            yield Unreadable(source, reason, "line 1")
            return
        for row in lines:
            number, before = lines.line_num, number
            found = True
            raw, at = taken.since(), taken.before
            if not any(cell.strip() for cell in row):
                continue
            if len(row) > len(names):
                yield Unreadable(source, f"{len(row)} cells under {len(names)} columns", f"line {before + 1}")
                continue
            provenance = Provenance(file=file, offset=at, line=before + 1)
            yield _piece(header + raw, dict(zip(names, row, strict=False)), "csv", source, provenance)
        if not found:
            yield Unreadable(source, "a table without rows")
    except Endless:
        raise
    except (csv.Error, UnicodeDecodeError, Unreadable) as error:
        kind = (
            "not UTF-8; convert it first" if isinstance(error, UnicodeDecodeError) else getattr(error, "reason", error)
        )
        yield Unreadable(source, f"not a table from here on ({kind})", f"after line {number}")


class _Taken:
    """The lines of a stream as text, and the bytes of those taken since it was last asked."""

    def __init__(self, stream: BinaryIO, budget: Budget, source: str) -> None:
        self.stream, self.budget, self.source = stream, budget, source
        self.first = stream.readline(LARGEST_ROW + 1)
        self.pieces: list[bytes] = []
        self.before = self.after = 0

    def delimiter(self) -> str:
        return delimiter(self.first.decode("utf-8-sig"))

    def since(self) -> bytes:
        taken, self.pieces = b"".join(self.pieces), []
        self.before, self.after = self.after, self.after + len(taken)
        return taken

    def __iter__(self) -> Iterator[str]:
        line = self.first
        while line:
            self.budget.spend(len(line))
            self.pieces.append(line)
            if sum(map(len, self.pieces)) > LARGEST_ROW:
                raise Unreadable(self.source, f"a row larger than {LARGEST_ROW // MEGABYTE} MB")
            yield line.decode("utf-8-sig" if line is self.first else "utf-8")
            line = self.stream.readline(LARGEST_ROW + 1)


def _piece(content: bytes, row: dict[str, Any], parser: str, source: str, at: Provenance) -> Piece:
    base = at.file.replace("\\", "/").rpartition("/")[2]
    return Piece(
        content=content,
        parser=parser,
        names=names_of(row, base, at.line or 0),
        source=source,
        place=f"line {at.line}",
        provenance=at,
    )
