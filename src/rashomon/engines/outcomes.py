"""What comes of an account: its reading, or why there is none; so that one account never ends a run of millions."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath

from rashomon.types import Account, Reading

AT_ONCE = 8  # accounts given to a process together
TRIES = 2  # times that a handful is given to a worker which ends under it; a worker may have ended for another reason
ENDED = "the process that read it ended twice, for want of memory or by a fault of a library"

Reader = Callable[[Account], Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """An account that could not be read, though it is one, and why."""

    account: Account
    reason: str


Outcome = Reading | SetAside
Run = Callable[[Sequence[Account]], list[Outcome]]


class WorkerEnded(Exception):
    """What read a handful of accounts is no longer there, and what it had read of them is lost with it."""


def in_handfuls(accounts: Iterable[Account], size: int) -> Iterator[list[Account]]:
    """The accounts so many at a time, each handful taken from them when it is asked for."""
    coming = iter(accounts)
    return iter(lambda: list(islice(coming, size)), [])


def outcome_of(account: Account, reader: Reader) -> Outcome:
    """The reading of an account, or what a rule raised over it, in one line."""
    try:
        return reader(account)
    except MemoryError:
        return SetAside(account=account, reason="reading it takes more memory than a process may have")
    except Exception as error:  # noqa: BLE001 - whatever one account makes a rule do, the others are read
        return SetAside(account=account, reason=_told(error))


def _told(error: Exception) -> str:
    """ "ValueError (no span 4:4 in a.txt) in links.py, line 120"."""
    frames = traceback.extract_tb(error.__traceback__)[1:]  # the first is where it was caught
    own = [frame for frame in frames if "rashomon" in PurePath(frame.filename).parts] or frames
    place = f" in {PurePath(own[-1].filename).name}, line {own[-1].lineno}" if own else ""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}{f' ({words[:200]})' if words else ''}{place}"


def surely(run: Run, handful: Sequence[Account]) -> list[Outcome]:
    """The outcome of each account, whichever worker ends on the way.

    A handful whose worker ends is given to another; where that ends too, each half by itself, until one account is
    left under which workers end: it is set aside.
    """
    for _ in range(TRIES):
        try:
            return run(handful)
        except WorkerEnded:
            continue
    if len(handful) == 1:
        return [SetAside(account=handful[0], reason=ENDED)]
    middle = len(handful) // 2
    return [*surely(run, handful[:middle]), *surely(run, handful[middle:])]
