"""Vocabulary is data: word lists per language, each entry with an example of its use.

A word list is a TOML file in the folder of its language; "numbers.toml" with the tables `[[cardinal]]` and
`[[multiplier]]` makes the lists `numbers.cardinal` and `numbers.multiplier`. Every entry has `forms` and an
`example`, may have a `not` (a sentence in which the form means something else), and any further fields of its
list (`value`, `role` …). The tests run both sentences.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from rashomon.text import alternatives


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a word list: its forms, an example, a counter-example, and the list's own fields."""

    forms: tuple[str, ...]
    example: str = ""
    misleads: str = ""
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __getitem__(self, name: str) -> str:
        return self.fields[name]

    def get(self, name: str, default: str = "") -> str:
        return self.fields.get(name, default)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """All word lists of one language, by name ("numbers.cardinal"); the same object for every call of `load`."""

    language: str
    lists: Mapping[str, tuple[Entry, ...]]

    def entries(self, name: str) -> tuple[Entry, ...]:
        """The entries of one list; KeyError for a list that the language does not have."""
        return self.lists[name]

    def forms(self, name: str) -> tuple[str, ...]:
        """Every form of one list, in the order of the file."""
        return _forms(self, name)

    def alternatives(self, name: str) -> str:
        """Every form of one list as one pattern, longest first."""
        return _alternatives(self, name)

    def lowered(self, name: str) -> frozenset[str]:
        """Every form of one list in lower case."""
        return _lowered(self, name)

    @property
    def units(self) -> frozenset[str]:
        """Every name of a unit, of whatever dimension, in lower case."""
        return _units(self)

    def by_form(self, name: str) -> Mapping[str, Entry]:
        """The entries of one list, looked up by each of their forms in lower case."""
        return _by_form(self, name)


@cache
def _forms(lexicon: Lexicon, name: str) -> tuple[str, ...]:
    return tuple(form for entry in lexicon.lists[name] for form in entry.forms)


@cache
def _alternatives(lexicon: Lexicon, name: str) -> str:
    return alternatives(lexicon.forms(name))


@cache
def _lowered(lexicon: Lexicon, name: str) -> frozenset[str]:
    return frozenset(form.lower() for form in lexicon.forms(name))


@cache
def _units(lexicon: Lexicon) -> frozenset[str]:
    return frozenset().union(*(lexicon.lowered(name) for name in lexicon.lists if name.startswith("units.")))


@cache
def _by_form(lexicon: Lexicon, name: str) -> Mapping[str, Entry]:
    return MappingProxyType({form.lower(): entry for entry in lexicon.lists[name] for form in entry.forms})


def _entry(row: Mapping[str, object], name: str) -> Entry:
    forms = row.get("forms")
    if not isinstance(forms, list) or not forms:
        raise ValueError(f"word list {name}: an entry without forms: {row!r}")
    rest = {key: str(value) for key, value in row.items() if key not in {"forms", "example", "not"}}
    return Entry(
        forms=tuple(str(form) for form in forms),
        example=str(row.get("example", "")),
        misleads=str(row.get("not", "")),
        fields=MappingProxyType(rest),
    )


@cache
def load(language: str = "en") -> Lexicon:
    """The word lists of a language, read once.

    `language` is an ISO 639-1 code ("en"). Raises LookupError for a language that has no folder here.
    """
    folder = files(__package__) / language
    if not folder.is_dir():
        raise LookupError(f"no word lists for the language {language!r}")
    lists: dict[str, tuple[Entry, ...]] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            tables = tomllib.loads(file.read_text(encoding="utf-8"))
            for table, rows in tables.items():
                name = f"{file.name.removesuffix('.toml')}.{table}"
                lists[name] = tuple(_entry(row, name) for row in rows)
    return Lexicon(language=language, lists=MappingProxyType(lists))
