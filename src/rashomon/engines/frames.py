"""The same readings as a column of a Daft data frame: on this machine, or on the nodes of a Ray cluster.

Daft hands each batch of rows to a process of a node and gives the rows back as they come; they are put in order by
their number. A frame holds a bounded number of accounts, so a stream of any length needs the memory of one frame.
"""

from __future__ import annotations

import os
import pickle  # between processes of one run, as the pool of processes does it; never from a file
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from rashomon.engines.outcomes import AT_ONCE, Outcome, Reader, in_handfuls
from rashomon.engines.processes import Clerk
from rashomon.types import Account

IN_A_FRAME = 1024  # accounts held at once
QUIET = {
    "SCARF_NO_ANALYTICS": "true", "DO_NOT_TRACK": "true", "DAFT_ANALYTICS_ENABLED": "0", "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
}  # fmt: skip


class NotInstalled(Exception):
    """An engine whose libraries are not there."""


def on_daft(accounts: Iterable[Account], reader: Reader, cores: int | None, apart: bool) -> Iterator[Outcome]:
    """The outcomes, in order, by Daft on this machine. Raises NotInstalled without the extra [cluster]."""
    daft = _daft("native")
    yield from _framed(accounts, Frames(daft, reader, cores or os.cpu_count() or 1, 1))


def on_ray(accounts: Iterable[Account], reader: Reader, cores: int | None, apart: bool) -> Iterator[Outcome]:
    """The same by Daft on the Ray cluster that this session is connected to, or that RAY_ADDRESS names."""
    daft = _daft("ray")
    import ray

    if not ray.is_initialized():
        ray.init(address=os.environ.get("RAY_ADDRESS"), log_to_driver=False, include_dashboard=False)
    workers = cores or int(ray.cluster_resources().get("CPU", 1))
    yield from _framed(accounts, Frames(daft, reader, workers, workers))


def _daft(runner: str) -> Any:
    """Daft, with its runner; a session has one, as Daft has it."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    for needed in ("daft", *(["ray"] if runner == "ray" else [])):
        if find_spec(needed) is None:
            raise NotInstalled(f"this engine needs {needed}: pip install 'rashomon[cluster]'")
    import daft

    if runner == "ray":
        daft.set_runner_ray(noop_if_initialized=True)
    if daft.get_or_infer_runner_type() != runner:
        raise NotInstalled("Daft runs on one engine in each session, and this one has begun with another")
    return daft


def _framed(accounts: Iterable[Account], frames: Frames) -> Iterator[Outcome]:
    """Frame after frame. One that is lost with a worker or a node is read again; lost again, that is raised."""
    for handful in in_handfuls(accounts, IN_A_FRAME):
        try:
            read = frames.read(handful)
        except Exception:  # noqa: BLE001 - Daft raises whatever ended its workers, by many names
            read = frames.read(handful)
        yield from read


@dataclass(frozen=True, slots=True)
class Frames:
    """Daft, what reads an account, how many workers there are, and into how many parts a frame is cut for them."""

    daft: Any
    reader: Reader
    workers: int
    parts: int

    def read(self, handful: Sequence[Account]) -> list[Outcome]:
        """What comes of each account of a frame."""
        daft = self.daft
        given = {"number": list(range(len(handful))), "account": [pickle.dumps(account) for account in handful]}
        frame = daft.from_pydict(given)
        if self.parts > 1:
            frame = frame.into_partitions(min(self.parts, len(handful)))
        made = frame.select(daft.col("number"), self._column()(daft.col("account")).alias("outcome")).to_pydict()
        outcomes = dict(zip(made["number"], map(pickle.loads, made["outcome"]), strict=True))
        return [outcomes[number] for number in range(len(handful))]

    def _column(self) -> Any:
        """What makes the outcomes of a column of accounts. Each worker is a process that has one read for it, so that
        no account ends a worker, which clusters take for a fault of theirs and try again and again.
        """
        daft, reader, workers = self.daft, self.reader, self.workers

        @daft.cls(use_process=True, max_concurrency=workers)
        class Column:
            def __init__(self) -> None:
                self.clerk = Clerk(reader, workers)

            @daft.method.batch(return_dtype=daft.DataType.binary(), batch_size=AT_ONCE)  # type: ignore[untyped-decorator]
            def outcomes(self, column: Any) -> list[bytes]:
                accounts = [pickle.loads(one) for one in column.to_pylist()]  # noqa: S301
                return [*map(pickle.dumps, self.clerk.read(accounts))]

        return Column().outcomes
