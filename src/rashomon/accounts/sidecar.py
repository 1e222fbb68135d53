"""What the files do not state: in one file for many, a JSON object a line, or in a file beside each.

`--metadata` names the first: {"account": "a.txt", "outlet": "The Harbour Post"}. The second is found by its name:
"a.json", "a.txt.json", "a.toml" or "a.txt.toml" beside "a.txt".
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from rashomon.accounts.days import day_of
from rashomon.accounts.kinds import BY_ENDING, ending
from rashomon.accounts.plain import decode
from rashomon.accounts.refusals import Note, Unreadable
from rashomon.accounts.rows import STATEMENT, columns, without_account
from rashomon.types import Account

FIELDS = ("account", "outlet", "author", "published", "title", "url")
STATING = {".json", ".toml"}  # endings of a file that states something of the one beside it
LARGEST_STATEMENT = 1024 * 1024  # bytes of such a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What somebody states about an account beside its file."""

    account: str
    outlet: str | None = None
    author: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None


def read_sidecar(path: Path) -> tuple[dict[str, Sidecar], tuple[Unreadable, ...]]:
    """The lines of a metadata file by the account they speak of, and the lines that say nothing usable."""
    try:
        lines = decode(path.read_bytes(), str(path)).splitlines()
    except OSError as error:
        return {}, (Unreadable(str(path), (error.strerror or "cannot be read").lower()),)
    except Unreadable as reason:
        return {}, (reason,)
    stated: dict[str, Sidecar] = {}
    refused = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            sidecar = _sidecar(line)
        except ValueError as error:
            refused.append(Unreadable(str(path), str(error), f"line {number}"))
            continue
        if stated.setdefault(sidecar.account, sidecar) != sidecar:
            refused.append(Unreadable(str(path), f"another line speaks of {sidecar.account!r}", f"line {number}"))
    return stated, tuple(refused)


def described(account: Account, stated: Mapping[str, Sidecar]) -> Account:
    """The account with what a sidecar states of it, found by its name or by the path it was given as."""
    own = stated.get(account.name) or stated.get(account.source)
    if own is None:
        return account
    return replace(
        account,
        outlet=own.outlet or account.outlet,
        author=own.author or account.author,
        published=own.published or account.published,
        title=own.title or account.title,
        url=own.url or account.url,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a file beside another states of it, where it stands, and what is to be said of it."""

    file: Path
    states: Sidecar
    said: tuple[Unreadable | Note, ...] = ()


def beside(files: Sequence[Path]) -> Mapping[Path, Beside]:
    """For each file the statement beside it, if there is one; it need not be among those that were named."""
    found = {}
    for file in files:
        for one in _candidates(file):
            if ending(file.name) not in STATING and one.is_file() and (made := _beside(one, file.name)) is not None:
                found[file] = made
                break
    return found


def completed(account: Account, sidecar: Beside | None) -> Account:
    """The account with what stands beside its file; of many in one file only what they do not state themselves."""
    if sidecar is None:
        return account
    own = sidecar.states
    if account.provenance is None:
        return described(account, {account.name: own})
    return replace(
        account,
        outlet=account.outlet or own.outlet,
        author=account.author or own.author,
        published=account.published or own.published,
    )


def states_of_many(file: Path) -> bool:
    """Whether a file is one for --metadata: its lines name the accounts that they speak of, and hold no text."""
    if ending(file.name) not in {".jsonl", ".ndjson"}:
        return False
    try:
        with file.open("rb") as lines:
            row = json.loads(lines.readline(LARGEST_STATEMENT))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(row, dict) and STATEMENT in row and bool(without_account(row))


def _candidates(file: Path) -> Iterator[Path]:
    for last in sorted(STATING):
        yield file.with_name(file.name + last)
        if (own := ending(file.name)) in BY_ENDING:
            yield file.with_name(file.name[: -len(own)] + last)


def _beside(file: Path, name: str) -> Beside | None:
    """What a file states; None for one that holds a text itself, and is an account beside another."""
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_STATEMENT + 1)
        row = _row(content, file)
    except (OSError, ValueError, RecursionError) as error:
        return Beside(
            file=file, states=Sidecar(account=name), said=(Unreadable(str(file), f"states nothing usable ({error})"),)
        )
    if row is None:
        return None
    known = {called.lower(): field for field in FIELDS[1:] for called in columns()[field]}
    unknown = sorted(called for called in row if called.lower() not in known)
    said = {known[called.lower()]: value for called, value in row.items() if called.lower() in known}
    wrong = [field for field, value in said.items() if value and not isinstance(value, str | date)]
    day = day_of(str(said.get("published") or ""))
    if said.get("published") and day is None:
        wrong.append("published")
    told: list[Unreadable | Note] = [
        Unreadable(str(file), f"{field!r} cannot be used: {said[field]!r}") for field in wrong
    ]
    if unknown:
        told.append(Note(source=str(file), words=f"unknown field {unknown[0]!r} passed over"))
    own = {
        field: str(value).strip() or None
        for field, value in said.items()
        if value and field not in {"published", *wrong}
    }
    return Beside(file=file, states=Sidecar(account=name, published=day, **own), said=tuple(told))


def _row(content: bytes, file: Path) -> Mapping[str, Any] | None:
    if len(content) > LARGEST_STATEMENT:
        return None
    text = content.decode("utf-8-sig")
    row: Any = tomllib.loads(text) if ending(file.name) == ".toml" else json.loads(text)
    return row if isinstance(row, dict) and without_account(row) else None


def _sidecar(line: str) -> Sidecar:
    try:
        stated: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg} at character {error.colno})") from error
    if not isinstance(stated, dict) or not isinstance(stated.get("account"), str):
        raise ValueError('no "account": each line is an object that names the account it speaks of')
    unknown = sorted(set(stated) - set(FIELDS))
    if unknown:
        raise ValueError(f"unknown field {unknown[0]!r}; the fields are {', '.join(FIELDS)}")
    wrong = [name for name in FIELDS if not isinstance(stated.get(name), str | None)]
    if wrong:
        raise ValueError(f"{wrong[0]!r} is not a text")
    account, written = stated.pop("account"), stated.pop("published", None)
    day = day_of(written) if written else None
    if written and day is None:
        raise ValueError(f"no day: published {written!r}; write it as 2031-05-02")
    return Sidecar(account=account, published=day, **{field: value or None for field, value in stated.items()})
