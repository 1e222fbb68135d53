"""A table (CSV) or a JSON file -> its rows, each as bytes that stand by themselves; lines are read as they come."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from rashomon.accounts.limits import LARGEST, LARGEST_ROW, MEGABYTE, Budget, read_within
from rashomon.accounts.pieces import Piece
from rashomon.accounts.refusals import Unreadable
from rashomon.accounts.rows import delimiter, names_of, without_account
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
        reason = without_account(row)
        if reason:
            yield Unreadable(source, reason, place)
            if number == 1:
                return  # nor will any line after it be
            continue
        yield _piece(own, row, "json", source, Provenance(file=file, offset=at, line=number))


def _listed(content: bytes, source: str, file: str) -> Found:
    """The objects of one JSON value, each as its own bytes; lines and bytes are counted on from the one before."""
    try:
        bare = content.removeprefix(BOM)
        text = bare.decode()
        place = _gap(text, 0)
        several = text[place : place + 1] == "["
        place = _gap(text, place + several)
        counted, offset, line, found = 0, len(content) - len(bare), 1, False
        while place < len(text) and text[place] != "]":
            row, end = json.JSONDecoder().raw_decode(text, place)
            between, counted = text[counted:place], place
            offset, line = offset + len(between.encode()), line + between.count("\n")
            reason = without_account(row)
            if reason:
                yield Unreadable(source, reason, f"line {line}")
                if not found:
                    return
            else:
                at = Provenance(file=file, offset=offset, line=line)
                yield _piece(text[place:end].encode(), row, "json", source, at)
            found, place = True, _gap(text, end)
        if not found:
            yield Unreadable(source, "holds no object")
        elif text[place + several :].strip():
            line += text.count("\n", counted, place)
            yield Unreadable(source, "more stands after its end", f"line {line}")
    except (ValueError, RecursionError) as error:
        yield Unreadable(source, f"not JSON ({error})")


def _gap(text: str, place: int) -> int:
    """Where the next value begins."""
    return _GAP.match(text, place).end()  # type: ignore[union-attr]  # it matches nothing too


def rows(stream: BinaryIO, source: str, file: str, budget: Budget) -> Found:
    """The rows of a table, each with the row of names above it."""
    taken = _Taken(stream, budget)
    number, found = 1, False
    try:
        lines = csv.reader(taken, delimiter=taken.delimiter(), strict=True)
        names = next(lines, [])
        header = taken.since()
        reason = without_account(dict.fromkeys(names, ""))
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
    except csv.Error as error:
        yield Unreadable(source, f"not a table from here on ({error})", f"after line {number}")


class _Taken:
    """The lines of a stream as text, and the bytes of those taken since it was last asked."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self.stream, self.budget = stream, budget
        self.first = stream.readline(LARGEST_ROW + 1)
        self.pieces: list[bytes] = []
        self.size = self.before = self.after = 0

    def delimiter(self) -> str:
        return delimiter(_decoded(self.first.removeprefix(BOM)))

    def since(self) -> bytes:
        taken, self.pieces, self.size = b"".join(self.pieces), [], 0
        self.before, self.after = self.after, self.after + len(taken)
        return taken

    def __iter__(self) -> Iterator[str]:
        line = self.first
        while line:
            self.budget.spend(len(line))
            self.pieces.append(line)
            self.size += len(line)
            if self.size > LARGEST_ROW:
                raise csv.Error(f"a row larger than {LARGEST_ROW // MEGABYTE} MB")
            yield _decoded(line.removeprefix(BOM) if line is self.first else line)
            line = self.stream.readline(LARGEST_ROW + 1)


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        raise csv.Error("not UTF-8; convert it first") from error


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
