"""Records written account after account, so that a run that was stopped goes on; and what was set aside on the way."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from rashomon import pipeline
from rashomon.engines import Outcome, SetAside
from rashomon.reports.records import reading_records
from rashomon.stores import write_lines
from rashomon.types import Account

OPENS = b'{"record": "account"'  # how the first line of an account's records begins
Key = tuple[str, str]  # name and digest of an account


def part_of(output: Path) -> Path:
    """What a run has written so far, beside where it will stand once it is whole; of this version alone."""
    return output.with_name(f".{output.name}.{pipeline.VERSION}.part")


def aside_of(output: Path) -> Path:
    """The list of what was set aside on the way to a file: "r.set_aside.jsonl" of "r.jsonl"."""
    return output.with_name(f"{output.stem}.set_aside.jsonl")


def write_records(
    accounts: Iterable[Account], output: Path, read: Callable[[Iterable[Account]], Iterator[Outcome]]
) -> None:
    """Writes the records of each account in the order of the accounts, going on behind those that a stopped run wrote.

    What stands in the part of a stopped run counts as long as it begins with the same accounts. The last of them may
    have been cut short, and is read again. Raises OSError where nothing can be written.
    """
    part, aside = part_of(output), aside_of(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    if not part.exists():
        aside.unlink(missing_ok=True)
    done, end = _written(part)
    for outcome in read(_unread(accounts, part, done, end, frozenset(aside_in(aside)))):
        if isinstance(outcome, SetAside):
            add_aside(aside, outcome)
            continue
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in reading_records(outcome))
        with part.open("ab", buffering=0) as file:
            file.write("".join(lines).encode())
    if part.exists():
        with part.open("ab") as file:
            os.fsync(file.fileno())
    else:
        part.touch()
    part.replace(output)


def _unread(
    accounts: Iterable[Account], part: Path, done: list[tuple[Key, int]], end: int, aside: Collection[Key]
) -> Iterator[Account]:
    """The accounts after those that are written; what was written of others is cut off first."""
    place, cut = 0, part.exists()
    for account in accounts:
        key = (account.name, account.digest)
        if cut and place < len(done) and done[place][0] == key:
            place += 1
            continue
        if key in aside:
            continue
        if cut:
            os.truncate(part, done[place][1] if place < len(done) else end)
            cut = False
        yield account
    if cut:
        os.truncate(part, done[place][1] if place < len(done) else end)


def _written(part: Path) -> tuple[list[tuple[Key, int]], int]:
    """The accounts whose records are whole in a file, with where each begins; and where they end."""
    found: list[tuple[Key, int]] = []
    if not part.exists():
        return found, 0
    offset = begins = 0
    with part.open("rb") as file:
        for line in file:
            if line.startswith(OPENS) and line.endswith(b"\n"):
                record = json.loads(line)
                found.append(((record["account"], record["sha256"]), offset))
            if line.startswith(OPENS):
                begins = offset
            offset += len(line)
    return [one for one in found if one[1] < begins], begins


def add_aside(path: Path, outcome: SetAside) -> None:
    """Adds an account to the list of those set aside, one JSON object a line."""
    account = outcome.account
    line = {
        "account": account.name, "sha256": account.digest, "source": account.source, "reason": outcome.reason,
        "pipeline": pipeline.VERSION,
    }  # fmt: skip
    before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    write_lines([*before, json.dumps(line, ensure_ascii=False)], path)


def aside_in(path: Path) -> Iterator[Key]:
    """Each account that this version has set aside."""
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        row = json.loads(line)
        if row["pipeline"] == pipeline.VERSION:
            yield row["account"], row["sha256"]
