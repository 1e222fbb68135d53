"""The accounts in the files and folders that a person names, each read once, and what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from rashomon.accounts.opened import ENDINGS, read_file
from rashomon.accounts.plain import Unreadable
from rashomon.accounts.sidecar import Sidecar, described
from rashomon.types import Account

NO_SIDECAR: Mapping[str, Sidecar] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The accounts that could be read, in the order of their names, and why the rest could not."""

    accounts: tuple[Account, ...]
    refused: tuple[Unreadable, ...] = ()


def gather(paths: Iterable[Path], stated: Mapping[str, Sidecar] = NO_SIDECAR) -> Gathered:
    """Reads files, and the texts and pages of folders at any depth. What cannot be read is named; the rest go on."""
    read: dict[tuple[str, str | None], Account] = {}
    refused = []
    for file in _files(paths):
        try:
            account = described(_opened(file), stated)
        except Unreadable as reason:
            refused.append(reason)
            continue
        same = read.setdefault((account.digest, account.outlet), account)  # a sidecar may name two outlets of one text
        if same is not account:
            refused.append(Unreadable(account.source, f"the same text as {same.source}, read once"))
    named = sorted(_apart(tuple(read.values())), key=lambda account: account.name)
    return Gathered(accounts=tuple(named), refused=tuple(refused))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named; a folder without texts and pages stands for itself."""
    for path in paths:
        inside = _inside(path) if path.is_dir() else []
        yield from inside or [path]


def _inside(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in ENDINGS and file.is_file())


def _opened(file: Path) -> Account:
    if file.is_dir():
        raise Unreadable(str(file), f"a folder without text files ({', '.join(ENDINGS)})")
    return read_file(file)


def _apart(accounts: tuple[Account, ...]) -> Iterator[Account]:
    """Two files of one name in different folders keep as much of their folders as tells them apart."""
    parts = {account: PurePath(account.source).parts for account in accounts}
    for depth in range(1, 1 + max(map(len, parts.values()), default=0)):
        names = {account: "/".join(own[-depth:]) for account, own in parts.items()}
        often = Counter(names.values())
        for account, name in names.items():
            if often[name] == 1:
                yield replace(account, name=name)
                del parts[account]
