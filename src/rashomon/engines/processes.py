"""Readings of many accounts, on as many cores as pay, in the order the accounts were given."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from rashomon.pipeline import read
from rashomon.types import Account, Reading

WORTH_A_PROCESS = 150_000  # characters; below it a second parser takes longer to load than to be of use
AT_ONCE = 8  # accounts sent to a process together


def read_all(accounts: Sequence[Account], cores: int | None = None) -> Iterator[Reading]:
    """The reading of each account, in order. Without `cores`, as many processes as the amount of text is worth."""
    characters = sum(len(account.text) for account in accounts)
    wanted = cores or min(os.cpu_count() or 1, 1 + characters // WORTH_A_PROCESS)
    if wanted <= 1 or len(accounts) < 2:
        yield from map(read, accounts)
        return
    # "spawn": the only start method that every system has, and that copies no half-used parser
    with ProcessPoolExecutor(max_workers=wanted, mp_context=get_context("spawn")) as pool:
        yield from pool.map(read, accounts, chunksize=min(AT_ONCE, -(-len(accounts) // wanted)))
