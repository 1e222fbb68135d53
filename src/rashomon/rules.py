"""Every rule by its dotted name, with what it says of itself.

Each file of rules ends with `RULES = (…)`; this module walks the stages and gathers them. A rule's docstring
opens with the phenomenon by example and ends with lines of cases, which `rashomon why` shows and the tests run:

    find: At least [12|low=12] people died.
    skip: At least the rain had stopped.

`[…]` marks the characters that the rule must find (or, in a `skip`, must leave alone), `//` stands between
accounts, `¶` for a new line, and `{2031-05-02 The Harbour Post}` before an account for its date and outlet. A case that
begins with `<` is a saved page, in which `§` stands for a paragraph of a report.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any

from rich.text import Text

import rashomon
from rashomon.types import rule_name

_NOT_STAGES = ("rashomon.web", "rashomon.cli", "rashomon.engines")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as a reader may open it: where it stands, what it says, the cases that it must pass."""

    name: str
    file: str
    line: int
    words: str
    find: tuple[str, ...]
    skip: tuple[str, ...]


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule of every stage, by dotted name, in the order of stage, file and list."""
    found = (_rule(function) for module in _modules() for function in getattr(module, "RULES", ()))
    return MappingProxyType({rule.name: rule for rule in found})


def _modules() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(rashomon.__path__, "rashomon."):
        if not module.name.startswith(_NOT_STAGES) and not module.name.endswith("__main__"):
            yield import_module(module.name)


def _rule(function: Callable[..., Any]) -> Rule:
    words: list[str] = []
    cases: list[str] = []
    for line in inspect.getdoc(function.__wrapped__ if hasattr(function, "__wrapped__") else function).splitlines():  # type: ignore[union-attr]
        (cases if line.startswith(("find: ", "skip: ")) else words).append(line)
    return Rule(
        name=rule_name(function),
        file=inspect.getsourcefile(function) or "",
        line=inspect.getsourcelines(function)[1],
        words="\n".join(words).strip(),
        find=tuple(line[6:] for line in cases if line.startswith("find: ")),
        skip=tuple(line[6:] for line in cases if line.startswith("skip: ")),
    )


def rule_lines(rule: Rule) -> Iterator[Text]:
    """A rule opened: where it stands, what it says, its cases."""
    yield Text(rule.name, "bold")
    yield Text(f"{rule.file}:{rule.line}", "dim")
    yield Text(rule.words)
    for kind, cases in (("finds", rule.find), ("leaves", rule.skip)):
        for case in cases:
            yield Text.assemble((f"  {kind:<7}", "green" if kind == "finds" else "yellow"), case)
    yield Text("")
