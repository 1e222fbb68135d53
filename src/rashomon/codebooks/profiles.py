"""A recorder's published conventions, read from its data file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column: its name, the rule that fills it, and where the convention is published."""

    name: str
    rule: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Book:
    """One codebook: which facts it records, what it leaves out, its columns, its numbers for vague words."""

    name: str
    title: str
    source: str
    roles: tuple[str, ...]
    leave_out: tuple[str, ...]
    fields: tuple[Field, ...]
    event: tuple[Field, ...] = ()
    vague: tuple[tuple[Decimal, Decimal], ...] = ()
    days: tuple[tuple[int, str], ...] = ()
    beyond: str = ""
    tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@cache
def books() -> Mapping[str, Book]:
    """Every codebook by its name, in the order of their names."""
    found = [read_book(file.read_text(encoding="utf-8")) for file in _files()]
    return MappingProxyType({book.name: book for book in sorted(found, key=lambda book: book.name)})


def _files() -> list[Traversable]:
    return [file for file in files("rashomon.codebooks.recorders").iterdir() if file.name.endswith(".toml")]


def read_book(text: str) -> Book:
    """A codebook from the text of its data file.

    Raises ValueError for text that is no TOML, KeyError where a needed entry is missing.
    """
    given = tomllib.loads(text)
    days = {key: str(value) for key, value in given.get("days", {}).items()}
    tables = {key: value for key, value in given.items() if isinstance(value, dict)}
    return Book(
        name=given["name"],
        title=given["title"],
        source=given["source"],
        roles=tuple(given["roles"]),
        leave_out=tuple(given["leave_out"]),
        fields=_fields(given["field"]),
        event=_fields(given.get("event", [])),
        vague=tuple((Decimal(row["from"]), Decimal(row["value"])) for row in given.get("vague", [])),
        days=tuple(sorted((int(key), value) for key, value in days.items() if key != "beyond")),
        beyond=days.get("beyond", ""),
        tables=MappingProxyType({name: MappingProxyType(dict(rows)) for name, rows in tables.items()}),
    )


def _fields(rows: list[dict[str, str]]) -> tuple[Field, ...]:
    return tuple(Field(name=row["name"], rule=row["rule"], source=row["source"]) for row in rows)
