"""A folder of cases, one for each story, brought case by case to what the stories of its accounts are.

What a folder should hold follows from its accounts alone, so whoever was stopped at any moment goes on where it was:
a case that is as it should be is left, an account that stands in any case is not read again. A case that loses
accounts to another is kept beside until the other has them.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from rashomon import pipeline
from rashomon.engines import Outcome, SetAside
from rashomon.resumed import add_aside, aside_in
from rashomon.stores import accounts_of, load, log_of, pipeline_version, save
from rashomon.stories import Story, group
from rashomon.types import Account, Case

CASES, BEFORE, JOINED, ASIDE, AT_WORK = "*.rashomon", ".before", "joined", "set_aside.jsonl", ".at_work"
DIGITS = 4  # of a story's name, at least
Read = Callable[[Iterable[Account]], Iterator[Outcome]]


class InUse(Exception):
    """A folder that another process is at work in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A story that has new accounts, or others: the cases that they came from, and its case now."""

    story: str
    before: tuple[Case, ...]
    case: Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a folder holds: the accounts of each story, and the file in which each account's reading is."""

    stories: Mapping[str, tuple[Account, ...]] = field(default_factory=dict)
    readings: Mapping[Account, Path] = field(default_factory=dict)
    unread: tuple[Account, ...] = ()  # those read by another version of the pipeline, with their bytes
    aside: frozenset[tuple[str, str]] = frozenset()  # name and digest of those that could not be read

    @property
    def accounts(self) -> tuple[Account, ...]:
        return tuple({account: account for account in (*self.unread, *self.readings)})


@contextmanager
def at_work(folder: Path) -> Iterator[bool]:
    """Nobody else changes the folder meanwhile; says whether the last who did was stopped. Raises InUse, OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    with closing(_marked(folder)) as file:
        try:
            file.execute("CREATE TABLE IF NOT EXISTS at_work (since TEXT DEFAULT CURRENT_TIMESTAMP)")
            stopped = file.execute("SELECT count(*) FROM at_work").fetchone()[0] > 0
            file.execute("INSERT INTO at_work DEFAULT VALUES")
            file.execute("BEGIN EXCLUSIVE")  # ends with this process, however that ends; what was inserted stays
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise _unwritable(folder) from error
            raise InUse(f"{folder}: another rashomon is at work in it") from error
        try:
            yield stopped
        finally:
            file.execute("DELETE FROM at_work")
            file.execute("COMMIT")


def _marked(folder: Path) -> sqlite3.Connection:
    try:
        return sqlite3.connect(folder / AT_WORK, timeout=0, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise _unwritable(folder) from error


def _unwritable(folder: Path) -> OSError:
    return OSError(errno.EACCES, "cannot be written to", str(folder))


def held_in(folder: Path) -> Held:
    """What a folder holds. Raises NoCase for a case that is damaged."""
    stories: dict[str, tuple[Account, ...]] = {}
    readings: dict[Account, Path] = {}
    unread: list[Account] = []
    for path in (*sorted((folder / BEFORE).glob(CASES)), *sorted(folder.glob(CASES))):
        if pipeline_version(path) == pipeline.VERSION:
            accounts = accounts_of(path)
            readings |= dict.fromkeys(accounts, path)
        else:
            accounts = load(path).accounts
            unread += accounts
        if path.parent == folder:
            stories[path.stem] = accounts
    return Held(stories=stories, readings=readings, unread=tuple(unread), aside=frozenset(aside_in(folder / ASIDE)))


def arrivals(held: Held, accounts: Iterable[Account]) -> tuple[list[Account], list[Account]]:
    """Of accounts, those that a folder does not hold yet; and those of a name that it holds with another text."""
    known = {(account.digest, account.outlet) for account in held.accounts}
    names = {account.name for account in held.accounts}
    new = [one for one in accounts if (one.digest, one.outlet) not in known]
    return [one for one in new if one.name not in names], [one for one in new if one.name in names]


def settle(folder: Path, held: Held, accounts: Iterable[Account], read: Read) -> Iterator[Settled]:
    """Makes the cases of a folder those of its accounts and new ones, and gives each just before it is written.

    So whoever tells what changed and is stopped before the case is written tells it again, and never not at all.

    Stories keep the name of the case that most of their accounts were in. An account that cannot be read is set aside
    with its reason, and the stories are those of the others. Raises OSError where the folder cannot be written to.
    """
    every = [*held.accounts, *accounts]
    aside = set(held.aside)
    while True:
        known = len(aside)
        groups = group(account for account in every if (account.name, account.digest) not in aside)
        yield from _settle(folder, held, groups, read, aside)
        if len(aside) == known:
            return
        held = held_in(folder)


def _settle(
    folder: Path, held: Held, groups: Sequence[Story], read: Read, aside: set[tuple[str, str]]
) -> Iterator[Settled]:
    """One round: every case that should be another is made so, with the accounts set aside on the way."""
    names = _names(groups, held)
    todo = [each for each in zip(names, groups, strict=True) if not _stands(each, held)]
    gone = sorted(set(held.stories) - set(names))
    losing = [name for name, story in todo if not set(held.stories.get(name, ())) <= set(story)]
    sources = _kept(folder, held, [*gone, *losing])
    bytes_of = {account: account for account in held.unread}
    outcomes = read(bytes_of.get(one, one) for _, story in todo for one in story if one not in sources)
    for name, story in todo:
        before = tuple(load(path) for path in dict.fromkeys(sources[one] for one in story if one in sources))
        readings = {reading.account: reading for case in before for reading in case.readings}
        for outcome in islice(outcomes, sum(one not in sources for one in story)):
            if isinstance(outcome, SetAside):
                add_aside(folder / ASIDE, outcome)
                aside.add((outcome.account.name, outcome.account.digest))
            else:
                readings[outcome.account] = outcome
        own = [readings[one] for one in story if one in readings]
        if own:
            case = pipeline.compare(own)
            yield Settled(story=name, before=before, case=case)
            save(case, folder / f"{name}.rashomon", pipeline.VERSION)
    for name in gone:
        _joined(folder, folder / f"{name}.rashomon")
    shutil.rmtree(folder / BEFORE, ignore_errors=True)


def _stands(each: tuple[str, Story], held: Held) -> bool:
    """Whether a story's case has its accounts and no others, all read by this version."""
    name, story = each
    return set(held.stories.get(name, ())) == set(story) and all(one in held.readings for one in story)


def _names(groups: Sequence[Story], held: Held) -> list[str]:
    """The name of each group: of the case that most of its accounts were in, else the next number."""
    where = {account: name for name, accounts in held.stories.items() for account in accounts}
    shared = Counter((at, where[one]) for at, story in enumerate(groups) for one in story if one in where)
    names: dict[int, str] = {}
    taken: set[str] = set()
    for (at, name), _ in sorted(shared.items(), key=lambda each: (-each[1], each[0][1], each[0][0])):
        if at not in names and name not in taken:
            names[at] = name
            taken.add(name)
    last = max((int(name) for name in held.stories if name.isdecimal()), default=0)
    for at in range(len(groups)):
        if at not in names:
            last += 1
            names[at] = f"{last:0{DIGITS}}"
    return [names[at] for at in range(len(groups))]


def _kept(folder: Path, held: Held, losing: Collection[str]) -> dict[Account, Path]:
    """Where each reading is found while the cases change: those that lose accounts are copied beside first."""
    sources = dict(held.readings)
    beside = folder / BEFORE
    for name in sorted(losing):
        if name not in held.stories:
            continue
        beside.mkdir(exist_ok=True)
        copy = beside / f"{name}.{len(list(beside.iterdir()))}.rashomon"
        part = copy.with_suffix(".part")
        shutil.copyfile(folder / f"{name}.rashomon", part)
        part.replace(copy)
        sources |= {account: copy for account in held.stories[name] if account in held.readings}
    return sources


def _joined(folder: Path, path: Path) -> None:
    """Removes a case whose accounts are all in another; one with a person's decisions is put by, not removed."""
    if not log_of(path):
        path.unlink()
        return
    (folder / JOINED).mkdir(exist_ok=True)
    target = folder / JOINED / path.name
    number = 1
    while target.exists():
        number += 1
        target = target.with_name(f"{path.stem}.{number}.rashomon")
    path.replace(target)
