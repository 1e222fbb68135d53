"""The same pipeline on one core, on all, or on a cluster: what is read from an account never depends on where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from rashomon.engines.frames import NotInstalled, on_daft, on_ray
from rashomon.engines.outcomes import Outcome, Reader, SetAside
from rashomon.engines.processes import on_processes
from rashomon.pipeline import read
from rashomon.types import Account

Engine = Callable[[Iterable[Account], Reader, int | None, bool], Iterator[Outcome]]
ENGINES: Mapping[str, Engine] = {"processes": on_processes, "daft": on_daft, "ray": on_ray}


def read_all(
    accounts: Iterable[Account],
    cores: int | None = None,
    engine: str = "processes",
    *,
    apart: bool = False,
    reader: Reader = read,
) -> Iterator[Outcome]:
    """What comes of each account, in order: its reading, or why it was set aside.

    Without `cores`, as many workers as pay; `apart` keeps every account out of this process. Raises NotInstalled for
    an engine whose libraries are not there.
    """
    yield from ENGINES[engine](accounts, reader, cores, apart)


__all__ = ["ENGINES", "NotInstalled", "Outcome", "SetAside", "read_all"]
