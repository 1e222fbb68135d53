"""From what a command was given to accounts and their readings; what cannot be read is told of and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from functools import partial, wraps
from itertools import chain
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import track

from rashomon.accounts import Note, Unreadable, fetch, gather, is_address, read_sidecar, reopened, stream
from rashomon.desk import BAD_INPUT, FOUND, USAGE, fail, refuse_to_overwrite, tell, tell_stopped, written
from rashomon.engines import ENGINES, NotInstalled, Outcome, SetAside, read_all
from rashomon.resumed import part_of, write_records
from rashomon.types import Account, Reading


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
    return (one for one in told_outcomes(accounts, refused, how) if not isinstance(one, SetAside))


def told_outcomes(
    accounts: Iterable[Account], refused: list[Unreadable], how: How, *, apart: bool = False
) -> Iterator[Outcome]:
    """What comes of each account; one that is set aside is told of and added to what was refused."""
    for one in outcomes_of(accounts, how, apart=apart):
        if isinstance(one, SetAside):
            refused.append(Unreadable(one.account.name, f"set aside: {one.reason}"))
            tell(str(refused[-1]))
        yield one


def resume(
    accounts: Iterable[Account], output: Path, given: Sequence[Path], refused: list[Unreadable], how: How
) -> None:
    """Writes the records of the accounts to a file, going on where a run to the same file was stopped."""
    refuse_to_overwrite(output, given)
    stopped = part_of(output).exists()
    if stopped:
        tell_stopped(output)
    with written(output):
        write_records(accounts, output, partial(told_outcomes, refused=refused, how=how, apart=stopped))


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
