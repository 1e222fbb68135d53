"""Readings of many accounts, on as many cores as pay, in the order the accounts were given."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context

from rashomon.pipeline import read
from rashomon.types import Account, Reading

WORTH_A_PROCESS = 150_000  # characters; below it a second parser takes longer to load than to be of use
AT_ONCE = 8  # accounts sent to a process together
AHEAD = 3  # handfuls on their way to each process


def read_all(accounts: Iterable[Account], cores: int | None = None) -> Iterator[Reading]:
    """The reading of each account, in order. Without `cores`, as many processes as the amount of text is worth.

    The accounts are taken as they are needed, so that a stream of any length holds only those on their way.
    """
    coming = iter(accounts)
    most = cores or os.cpu_count() or 1
    first: list[Account] = []
    characters = 0
    while (len(first) < 2 or characters <= WORTH_A_PROCESS * (most - 1)) and (account := next(coming, None)):
        first.append(account)
        characters += len(account.text)
    wanted = cores or min(most, 1 + characters // WORTH_A_PROCESS)
    given = chain(first, coming)
    if wanted <= 1 or len(first) < 2:
        yield from map(read, given)
        return
    # "spawn": the only start method that every system has, and that copies no half-used parser
    with ProcessPoolExecutor(max_workers=wanted, mp_context=get_context("spawn")) as pool:
        yield from _in_order(pool, given, wanted)


def _in_order(pool: ProcessPoolExecutor, accounts: Iterator[Account], wanted: int) -> Iterator[Reading]:
    """A few handfuls at once, so that no process waits and no more than those are held."""
    handfuls = iter(lambda: list(islice(accounts, AT_ONCE)), [])
    waiting = deque(pool.submit(_read_handful, handful) for handful in islice(handfuls, AHEAD * wanted))
    while waiting:
        yield from waiting.popleft().result()
        waiting.extend(pool.submit(_read_handful, handful) for handful in islice(handfuls, 1))


def _read_handful(accounts: list[Account]) -> list[Reading]:
    return [*map(read, accounts)]
