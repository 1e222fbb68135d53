"""A file appears whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A new file beside `path` to write into, moved onto it at the end; gone, and the old one kept, on failure."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        beside.chmod(0o644)  # mkstemp gives the file to its owner alone
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_lines(lines: Iterable[str], path: Path) -> None:
    """Writes the lines, each with its line end, as they come."""
    with whole(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)
