"""The example case, read once for all tests that look at a whole case."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import rashomon
from rashomon.accounts import gather, read_sidecar
from rashomon.types import Account, Case, Reading

FOLDER = Path(rashomon.__file__).parent / "examples" / "marrowfield"


@cache
def accounts() -> tuple[Account, ...]:
    return gather([FOLDER], read_sidecar(FOLDER / "metadata.jsonl")[0]).accounts


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(map(rashomon.read, accounts()))


@cache
def case() -> Case:
    return rashomon.compare(readings())
