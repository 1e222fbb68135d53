"""How much memory a process that reads may take, so that the account that asks for more fails, not the machine."""

from __future__ import annotations

import contextlib
import os

LEAST = 2 << 30  # bytes; a parser, its tables and an account of the largest size need about half of it


def bound_memory(processes: int) -> None:
    """Holds this process to its share of the machine's memory; where a system has no such bound, to none."""
    try:
        import resource

        whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ImportError, AttributeError, ValueError, OSError):
        return
    share = max(LEAST, whole // (processes + 1))
    with contextlib.suppress(ValueError, OSError):  # a stricter bound holds already
        resource.setrlimit(resource.RLIMIT_DATA, (share, resource.getrlimit(resource.RLIMIT_DATA)[1]))
