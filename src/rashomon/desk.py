"""What the commands share: reading what was named, telling what was not, writing whole files, leaving with a code."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Sized
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from itertools import chain
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console
from rich.progress import track
from rich.text import Text

from rashomon import pipeline
from rashomon.accounts import (
    Note,
    Unreadable,
    fetch,
    gather,
    is_address,
    original_of,
    read_sidecar,
    reopened,
    stream,
)
from rashomon.codebooks import books, code
from rashomon.engines import ENGINES, NotInstalled, Outcome, SetAside, read_all
from rashomon.reports.html import as_html
from rashomon.reports.parquet import NoParquet, write_tables
from rashomon.reports.records import as_records
from rashomon.reports.terminal import as_terminal
from rashomon.resumed import part_of, write_records
from rashomon.stores import NoCase, NoPack, load, save, write_lines
from rashomon.types import Account, Case, Reading

FOUND, USAGE, BAD_INPUT = 1, 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """By which engine accounts are read, on how many cores; as many as pay where none are named."""

    engine: str = "processes"
    cores: int | None = None


BY_DEFAULT = How()


def by_engine(command: Callable[..., None]) -> Callable[..., None]:
    """A command that can read on a cluster: its `how`."""

    @click.option("--engine", type=click.Choice(tuple(ENGINES)), default="processes", help="What reads the accounts.")
    @click.option("--cores", type=click.IntRange(1), help="On how many; without it, as many as pay.")
    @wraps(command)
    def asking(*others: Any, engine: str, cores: int | None, **options: Any) -> None:
        command(*others, how=How(engine=engine, cores=cores), **options)

    return asking


class _Named(click.ParamType):  # type: ignore[type-arg]  # older versions of click take none
    """A file, a folder, or an address, which is kept as it was written."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ARG002
        return value if isinstance(value, str) and is_address(value) else Path(value)


def paths(command: Callable[..., None]) -> Callable[..., None]:
    """A command that reads PATH…: with the addresses among them asked first, if that was allowed."""

    @click.argument("paths", nargs=-1, required=True, type=_Named(), metavar="PATH…")
    @click.option(
        "--allow-network",
        "archive",
        type=click.Path(path_type=Path),
        metavar="FILE.warc.gz",
        help="Ask the addresses among PATH…, and write what they answer to this new web archive.",
    )
    @wraps(command)
    def asking(*others: Any, paths: Sequence[Path | str], archive: Path | None, **options: Any) -> None:
        files, refused = _fetched(paths, archive)
        try:
            command(*others, paths=files, **options)
        except SystemExit as left:
            raise SystemExit(BAD_INPUT if refused and left.code in {0, FOUND} else left.code) from left

    return asking


def _fetched(given: Sequence[Path | str], archive: Path | None) -> tuple[list[Path], list[Unreadable]]:
    """The files given, and the web archive that what the addresses among them answer was written to."""
    urls = [one for one in given if isinstance(one, str)]
    files = [one for one in given if isinstance(one, Path)]
    if not urls:
        return files, []
    if archive is None:
        fail(f"{urls[0]}: an address; it is asked only with --allow-network FILE.warc.gz", USAGE)
    refused = []
    with written(archive):
        for reason in fetch(urls, archive):
            refused.append(reason)
            tell(str(reason))
    return [*files, archive] if len(refused) < len(urls) else files, refused


def accounts_in(paths: Iterable[Path], metadata: Path | None) -> tuple[tuple[Account, ...], list[Unreadable]]:
    """The accounts that could be read; each that could not is told of at once. Leaves where none could."""
    accounts, refused = gathered_from(paths, metadata)
    if not accounts:
        fail("no account could be read; nothing was written")
    return accounts, refused


def gathered_from(
    paths: Iterable[Path], metadata: Path | None, only: Collection[Path] | None = None
) -> tuple[tuple[Account, ...], list[Unreadable]]:
    """The same, for whoever has something to do where there is none."""
    stated, refused = read_sidecar(metadata) if metadata else ({}, ())
    gathered = gather(paths, stated, only)
    for reason in (*refused, *gathered.refused, *gathered.notes):
        tell(str(reason))
    return gathered.accounts, [*refused, *gathered.refused]


def streamed_from(paths: Iterable[Path], metadata: Path | None, refused: list[Unreadable]) -> Iterator[Account]:
    """The accounts one by one, so that an archive of any size can be read; each that cannot is told of and kept."""
    stated, unusable = read_sidecar(metadata) if metadata else ({}, ())
    found = False
    for one in chain(unusable, stream(paths, stated)):
        if isinstance(one, Account):
            found = True
            yield one
            continue
        tell(str(one))
        if not isinstance(one, Note):
            refused.append(one)
    if not found:
        fail("no account could be read; nothing was written")


def readings_of(accounts: Iterable[Account], refused: list[Unreadable], how: How = BY_DEFAULT) -> Iterator[Reading]:
    """Their readings, in order. What cannot be read is told of and added to what was refused."""
    for one in outcomes_of(accounts, how):
        if isinstance(one, SetAside):
            refused.append(put_aside(one))
        else:
            yield one


def resume(
    accounts: Iterable[Account], output: Path, given: Sequence[Path], refused: list[Unreadable], how: How
) -> None:
    """Writes the records of the accounts to a file, going on where a run to the same file was stopped."""
    refuse_to_overwrite(output, given)
    stopped = part_of(output).exists()
    if stopped:
        tell(f"{output}: the last run was stopped; going on from there")

    def read(unread: Iterable[Account]) -> Iterator[Outcome]:
        for one in outcomes_of(unread, how, apart=stopped):
            if isinstance(one, SetAside):
                refused.append(put_aside(one))
            yield one

    with written(output):
        write_records(accounts, output, read)


def outcomes_of(accounts: Iterable[Account], how: How = BY_DEFAULT, *, apart: bool = False) -> Iterator[Outcome]:
    """What comes of each account, in order; a bar on stderr says how far it is. Leaves where an engine is not there."""
    err = Console(stderr=True)
    try:
        yield from track(
            read_all(map(reopened, accounts), how.cores, how.engine, apart=apart),
            "reading",
            total=len(accounts) if isinstance(accounts, Sized) else None,
            console=err,
            disable=not err.is_terminal,
            transient=True,
        )
    except NotInstalled as reason:
        fail(str(reason), USAGE)


def put_aside(outcome: SetAside) -> Unreadable:
    """Tells of an account that was set aside."""
    reason = Unreadable(outcome.account.name, f"set aside: {outcome.reason}")
    tell(str(reason))
    return reason


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
