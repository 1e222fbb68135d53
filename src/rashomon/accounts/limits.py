"""How large, how deep and how many: what is larger is refused with a word about it, before it fills the memory."""

from __future__ import annotations

from typing import BinaryIO

from rashomon.accounts.refusals import Endless, Unreadable

MEGABYTE = 1024 * 1024
LARGEST = 256 * MEGABYTE  # bytes of one text, letter or table; more would not fit in memory beside its reading
LARGEST_PAGE = 16 * MEGABYTE  # bytes; no page that a person reads is larger, and one takes fifty times that to read
LARGEST_RECORD = LARGEST_PAGE + MEGABYTE  # bytes of a record of a web archive, with its headers
LARGEST_ROW = 16 * MEGABYTE  # bytes of one row of a table
DEEPEST = 4  # archives inside archives
MOST_MEMBERS = 100_000  # files in one archive
UNPACKED = 2048 * MEGABYTE  # bytes that any one file may unpack to …
RATIO = 200  # … or this many times its own size, whichever is more; text packs to a tenth, pages to a thirtieth
PIECE = MEGABYTE  # bytes read at once


class Budget:
    """How many bytes a file may still unpack to; shared by all archives inside it."""

    def __init__(self, size: int, source: str) -> None:
        self.left = max(UNPACKED, RATIO * size)
        self.source = source

    def spend(self, amount: int) -> None:
        """Counts what was unpacked. Raises Endless where a small file unpacks without end."""
        self.left -= amount
        if self.left < 0:
            raise Endless(self.source, f"unpacks to more than {UNPACKED // MEGABYTE} MB and {RATIO} times its size")


def read_within(stream: BinaryIO, limit: int, source: str, budget: Budget | None = None) -> bytes:
    """All bytes of a stream. Raises Unreadable for more than the limit, whatever its headers say of its size."""
    pieces = []
    size = 0
    while piece := stream.read(min(PIECE, limit + 1 - size)):
        pieces.append(piece)
        size += len(piece)
        if budget:
            budget.spend(len(piece))
        if size > limit:
            raise Unreadable(source, f"larger than {limit // MEGABYTE} MB; cut it into its accounts first")
    return b"".join(pieces)
