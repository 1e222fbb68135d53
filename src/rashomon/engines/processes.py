"""Readings of many accounts, on as many cores as pay, in the order the accounts were given."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread

from rashomon.engines.memory import bound_memory
from rashomon.engines.outcomes import AT_ONCE, Outcome, Reader, WorkerEnded, in_handfuls, outcome_of, surely
from rashomon.types import Account

WORTH_A_PROCESS = 150_000  # characters; below it a second parser takes longer to load than to be of use
AHEAD = 3  # handfuls on their way to each process

Waiting = deque[tuple[list[Account], "Future[list[Outcome]]"]]


def on_processes(accounts: Iterable[Account], reader: Reader, cores: int | None, apart: bool) -> Iterator[Outcome]:
    """The outcomes, in order. Without `cores`, as many processes as the amount of text is worth.

    The accounts are taken as they are needed, so that a stream of any length holds only those on their way. `apart`
    asks for a process even where none is worth it, so that no account can end this one.
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
    if not apart and (wanted <= 1 or len(first) < 2):
        yield from (outcome_of(account, reader) for account in given)
    elif first:
        yield from _in_order(given, reader, wanted)


def _in_order(accounts: Iterator[Account], reader: Reader, wanted: int) -> Iterator[Outcome]:
    """A few handfuls at once, so that no process waits and no more than those are held.

    Where a process ends, all that its crew had on hand is read again, each handful by a process of its own: most were
    on their way with others when it ended.
    """
    handfuls = in_handfuls(accounts, AT_ONCE)
    clerk = Clerk(reader, wanted)
    while True:
        waiting: Waiting = deque()
        pool = _crew(wanted)
        send = partial(_send, pool, reader, waiting)
        try:
            send(islice(handfuls, AHEAD * wanted))
            while waiting:
                yield from waiting[0][1].result()
                waiting.popleft()
                send(islice(handfuls, 1))
            return
        except BrokenProcessPool:
            pass
        finally:
            pool.shutdown(cancel_futures=True)  # who was interrupted waits for no handful that nobody has begun
        try:
            for handful, future in waiting:
                read = future.done() and not future.cancelled() and future.exception() is None
                yield from future.result() if read else clerk.read(handful)
        finally:
            clerk.leave()


def _send(pool: ProcessPoolExecutor, reader: Reader, waiting: Waiting, handfuls: Iterator[list[Account]]) -> None:
    """Hands each to the crew; where that is broken, the handful waits with the others for what comes after."""
    for handful in handfuls:
        try:
            waiting.append((handful, pool.submit(_read, handful, reader)))
        except BrokenProcessPool as broken:
            lost: Future[list[Outcome]] = Future()
            lost.set_exception(broken)
            waiting.append((handful, lost))


def _crew(wanted: int, among: int | None = None) -> ProcessPoolExecutor:
    # "spawn": the only start method that every system has, and that copies no half-used parser
    return ProcessPoolExecutor(wanted, get_context("spawn"), initializer=_begin, initargs=(among or wanted,))


def _begin(among: int) -> None:
    """Bounds the memory of a process that reads, and has it end with the one that it reads for."""
    bound_memory(among)
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(1)


class Clerk:
    """One process that reads what it is handed, and another in its place where it ends."""

    def __init__(self, reader: Reader, among: int) -> None:
        """`among` is how many such processes share this machine's memory."""
        self.reader, self.among = reader, among
        self.pool: ProcessPoolExecutor | None = None

    def read(self, handful: Sequence[Account]) -> list[Outcome]:
        """What comes of each account, whichever of them ends a process."""
        return surely(self._once, handful)

    def leave(self) -> None:
        """Ends the process."""
        if self.pool:
            self.pool.shutdown()
            self.pool = None

    def _once(self, handful: Sequence[Account]) -> list[Outcome]:
        self.pool = self.pool or _crew(1, self.among)
        try:
            return self.pool.submit(_read, list(handful), self.reader).result()
        except BrokenProcessPool as broken:
            self.leave()
            raise WorkerEnded from broken


def _read(accounts: list[Account], reader: Reader) -> list[Outcome]:
    return [outcome_of(account, reader) for account in accounts]
