"""The commands for many accounts of many events: one call each, as those of one event are in `cli`."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from rashomon.accounts import Unreadable, files_in
from rashomon.desk import USAGE, fail, leave, print_lines, tell, tell_stopped, written
from rashomon.folders import InUse, Settled, arrivals, at_work, held_in, settle
from rashomon.intake import How, accounts_in, by_engine, gathered_from, paths, told_outcomes
from rashomon.reports.answers import NoTables, answer_lines, answers
from rashomon.reports.changes import change_lines, change_records
from rashomon.stories import changed
from rashomon.types import Account

Given = click.Path(path_type=Path)
cases_folder = click.option(
    "-o", "--output", type=Given, required=True, metavar="DIR", help="The folder of cases, one an event."
)
metadata = click.option("--metadata", type=Given, help="JSON Lines that state what the texts do not.")
Look = tuple[int, int]  # size and time of a file when it was looked at


@click.command()
@paths
@cases_folder
@by_engine
@metadata
def stories(paths: Sequence[Path], output: Path, how: How, metadata: Path | None) -> None:
    """Group many accounts by event, write one case for each, print which account is in which.

    What the folder holds already stays in it: a run that was stopped goes on, and no account is read twice.
    """
    accounts, refused = accounts_in(paths, metadata)
    with _working_in(output) as stopped:
        for _ in _settled(output, accounts, refused, how, apart=stopped):
            pass
        for name, held in sorted(held_in(output).stories.items()):
            for each in held:
                click.echo(json.dumps({"account": each.name, "story": name}, ensure_ascii=False))
    leave(refused)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=Given, metavar="PATH…")
@cases_folder
@click.option("--every", type=click.FloatRange(0), default=10.0, help="Seconds between two looks; 0 is one look.")
@click.option("--once", "every", flag_value=0.0, help="Look once, take everything that is there, and leave.")
@by_engine
@metadata
@click.option("--json", "data", is_flag=True, help="Print each change as one JSON object a line.")
def watch(paths: Sequence[Path], output: Path, every: float, how: How, metadata: Path | None, data: bool) -> None:
    """Add accounts to their stories as they arrive, and print what changed in the facts; exit 1 if any did.

    Looks at the paths again and again, until interrupted. A file is taken once it is the same at two looks.
    """
    refused: list[Unreadable] = []
    matter = False
    with _working_in(output) as stopped:
        try:
            for new in _arriving(paths, every):
                accounts, unusable = gathered_from(paths, metadata, new)
                refused += unusable
                for one in _settled(output, accounts, refused, how, apart=stopped):
                    matter = _told(one, data) or matter
        except KeyboardInterrupt:
            tell(f"{output}: every account that was taken is in its case, or will be when this goes on")
    leave(refused, found=matter)


def _arriving(paths: Sequence[Path], every: float) -> Iterator[set[Path]]:
    """The files that are new or others at each look; without end, unless one look is all."""
    if not every:
        yield {file for file in files_in(paths) if not file.is_dir()}  # one that is not there is named
        return
    before: dict[Path, Look] = {}
    taken: dict[Path, Look] = {}
    while True:
        looks = _looks(paths)
        new = {file for file, look in looks.items() if before.get(file) == look != taken.get(file)}
        if new:
            yield new
            taken |= {file: looks[file] for file in new}
        before = looks
        time.sleep(every)


@click.command()
@click.argument("tables", type=Given, metavar="TABLES")
@click.argument("question", metavar="SQL")
@click.option("--json", "data", is_flag=True, help="Print the rows as one JSON list.")
def ask(tables: Path, question: str, data: bool) -> None:
    """Ask the tables of an export in SQL (DuckDB): each is there under its name; exit 1 where no row answers."""
    try:
        names, rows = answers(tables, question)
    except NoTables as reason:
        fail(str(reason), USAGE)
    if data:
        click.echo(
            json.dumps([dict(zip(names, row, strict=True)) for row in rows], ensure_ascii=False, indent=1, default=str)
        )
    else:
        for line in answer_lines(names, rows):
            click.echo(line)
    leave([], found=not rows)


@contextmanager
def _working_in(output: Path) -> Iterator[bool]:
    """Whether the last who worked in the folder was stopped. Leaves where somebody else is at work in it."""
    try:
        with written(output), at_work(output) as stopped:
            if stopped:
                tell_stopped(output)
            yield stopped
    except InUse as reason:
        fail(str(reason))


def _settled(
    output: Path, accounts: Sequence[Account], refused: list[Unreadable], how: How, *, apart: bool
) -> Iterator[Settled]:
    """The stories that change, each before it is written; what cannot be taken is told of."""
    held = held_in(output)
    new, clashing = arrivals(held, accounts)
    for account in clashing:
        refused.append(Unreadable(account.source, "the folder has another account of that name"))
        tell(str(refused[-1]))
    yield from settle(output, held, new, partial(told_outcomes, refused=refused, how=how, apart=apart))


def _looks(paths: Sequence[Path]) -> dict[Path, Look]:
    """Size and time of every file that is there; one that goes meanwhile is not."""
    found = {}
    for file in files_in(paths):
        try:
            told = file.stat()
        except OSError:
            continue
        if not file.is_dir():
            found[file] = (told.st_size, told.st_mtime_ns)
    return found


def _told(settled: Settled, data: bool) -> bool:
    """Prints what changed in a story; says whether it matters."""
    changes = changed(settled.before, settled.case)
    if data:
        for record in change_records(settled.story, changes):
            click.echo(json.dumps(record, ensure_ascii=False))
    else:
        print_lines(change_lines(settled.story, changes))
    return changes.matter
