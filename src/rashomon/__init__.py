"""rashomon: what is known about an event from accounts that disagree.

import rashomon
case = rashomon.compare(["agency.txt", "ministry.txt"])
for verdict in case.verdicts:
    print(verdict.outcome, verdict.fact.question, verdict.tally)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from rashomon import pipeline
from rashomon.accounts import Unreadable, account_of, gather, read_file
from rashomon.reports.notebooks import case_as_html, fact_as_html, reading_as_html
from rashomon.stores import NoCase
from rashomon.stores import load as load_case
from rashomon.stores import save as save_case
from rashomon.types import (
    Account,
    Case,
    Claim,
    Fact,
    Figure,
    Finding,
    Quote,
    Reading,
    Relation,
    Span,
    Speech,
    Verdict,
)

__version__ = version("rashomon")
__all__ = [
    "Account",
    "Case",
    "Claim",
    "Fact",
    "Figure",
    "Finding",
    "NoCase",
    "Quote",
    "Reading",
    "Relation",
    "Span",
    "Speech",
    "Unreadable",
    "Verdict",
    "account_of",
    "add",
    "compare",
    "load",
    "read",
    "save",
]

for _shown, _as_html in ((Reading, reading_as_html), (Verdict, fact_as_html), (Case, case_as_html)):
    setattr(_shown, "_repr_html_", _as_html)  # noqa: B010 - a notebook asks the value itself how to show it


def read(account: Account | Path | str) -> Reading:
    """Everything found in one account, given as itself or as the path of a text or a saved page.

    Raises Unreadable for a file that cannot be read.
    """
    return pipeline.read(account if isinstance(account, Account) else read_file(Path(account)))


def compare(accounts: Iterable[Account | Reading | Path | str]) -> Case:
    """What several accounts say of the same facts, and how it stands. A folder stands for its texts and pages.

    Raises Unreadable for the first file that cannot be read.
    """
    return pipeline.compare(_readings(accounts))


def add(case: Case, accounts: Iterable[Account | Reading | Path | str]) -> Case:
    """The case that comparing all of its accounts and the new ones at once would give, with its decisions."""
    return replace(pipeline.add(case, _readings(accounts)), judgements=case.judgements)


def load(path: Path | str) -> Case:
    """A case from its file. Raises NoCase for a file that is none."""
    return load_case(Path(path))


def save(case: Case, path: Path | str) -> None:
    """Writes a case to its file, in one piece."""
    save_case(case, Path(path), pipeline.VERSION)


def _readings(given: Iterable[Account | Reading | Path | str]) -> list[Reading]:
    made = list(given)
    gathered = gather(Path(one) for one in made if isinstance(one, Path | str))
    if gathered.refused:
        raise gathered.refused[0]
    accounts = [*(one for one in made if isinstance(one, Account)), *gathered.accounts]
    return [*(one for one in made if isinstance(one, Reading)), *map(pipeline.read, accounts)]
