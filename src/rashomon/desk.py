"""What the commands share: cases in, whole files out, results printed, telling beside them, leaving with a code."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console
from rich.text import Text

from rashomon import pipeline
from rashomon.accounts import Unreadable, original_of
from rashomon.codebooks import books, code
from rashomon.reports.html import as_html
from rashomon.reports.parquet import NoParquet, write_tables
from rashomon.reports.records import as_records
from rashomon.reports.terminal import as_terminal
from rashomon.stores import NoCase, NoPack, load, save, write_lines
from rashomon.types import Case

FOUND, USAGE, BAD_INPUT = 1, 2, 3


def case_in(case_file: Path) -> Case:
    """The case in a file; leaves where it is none."""
    try:
        return load(case_file)
    except NoCase as reason:
        fail(str(reason))


def decided_case_in(case_file: Path) -> Case:
    """The case in a file with the decisions of its log applied; tells of those that no longer fit."""
    decided = pipeline.decided(case_in(case_file))
    for line in decided.orphans:
        tell(f"{case_file}: the decision {line.id} ({line.outcome}) no longer finds what it was made on")
    return decided.case


def save_case(case: Case, output: Path, given: Sequence[Path]) -> None:
    """Writes the case in one piece, never over a file that was given to read."""
    refuse_to_overwrite(output, given)
    with written(output):
        save(case, output, pipeline.VERSION)


def write(lines: Iterable[str], output: Path | None, given: Sequence[Path]) -> None:
    """Writes lines in one piece, or prints them."""
    if output is None:
        for line in lines:
            click.echo(line)
        return
    refuse_to_overwrite(output, given)
    with written(output):
        write_lines(lines, output)


def write_parquet(given: Path, output: Path | None) -> None:
    """Writes the tables of a case, or of every case in a folder, each under its name."""
    if output is None:
        fail("Parquet is a folder of files: name it with -o", USAGE)
    files = sorted(given.glob("*.rashomon")) if given.is_dir() else [given]
    if not files:
        fail(f"{given}: a folder without cases")
    with written(output):
        write_tables(((file.stem, decided_case_in(file)) for file in files), output)


@contextmanager
def written(output: Path) -> Iterator[None]:
    """Leaves with one line where a file cannot be written, or what it is written from is no case."""
    try:
        yield
    except OSError as error:
        fail(f"{error.filename or output}: {(error.strerror or str(error)).lower()}", USAGE)
    except (NoCase, NoPack) as reason:
        fail(str(reason))
    except NoParquet as reason:
        fail(str(reason), USAGE)


def refuse_to_overwrite(output: Path, given: Sequence[Path]) -> None:
    """Leaves where the place to write to is a file that was given to read."""
    if any(output.resolve() == path.resolve() for path in given):
        fail(f"{output}: is one of the files to read", USAGE)


def print_case(case: Case, data: bool) -> None:
    """The facts, the near misses and the findings, for a program or for a person."""
    if data:
        wanted = {"fact", "near_miss", "finding"}
        print_data([record for record in as_records(case) if record["record"] in wanted])
    else:
        print_lines(as_terminal(case))


def page(case: Case) -> str:
    """The report of a case, with what each codebook would record, and what the accounts were read from."""
    rows = {book.title: code(case.verdicts, name) for name, book in books().items()}
    return as_html(case, rows, {account: original_of(account) for account in case.accounts})


def print_data(records: list[dict[str, Any]]) -> None:
    """Records as one JSON list."""
    click.echo(json.dumps(records, ensure_ascii=False, indent=1))


def print_lines(lines: Iterable[Text]) -> None:
    """Lines for a person, in colour on a terminal only, never broken in a pipe."""
    out = Console(highlight=False, markup=False, emoji=False)
    for line in lines:
        out.print(line, soft_wrap=True)


def tell_stopped(output: Path) -> None:
    """Says that what another run began is gone on with."""
    tell(f"{output}: the last run was stopped; going on from there")


def tell(line: str) -> None:
    """A line beside the result."""
    click.echo(f"rashomon: {line}", err=True)


def fail(line: str, code: int = BAD_INPUT) -> NoReturn:
    """Says why nothing more can be done, and leaves."""
    tell(line)
    raise SystemExit(code)


def leave(refused: Sequence[Unreadable], found: bool = False) -> NoReturn:
    """Leaves with the code that says how it went."""
    raise SystemExit(BAD_INPUT if refused else FOUND if found else 0)
