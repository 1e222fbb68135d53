"""How much memory a web archive takes while it is read, however many records it has.

    python bench/streaming.py [RECORDS]

Writes an archive of invented pages (20,000 unless said otherwise), streams the accounts in it, and prints the resident
memory on the way.
"""

from __future__ import annotations

import gzip
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from rashomon.accounts import stream
from rashomon.types import Account

WORDS = ("the", "ferry", "left", "Teshar", "late", "and", "people", "waited", "at", "the", "old", "harbour")


def write(path: Path, records: int) -> None:
    """An archive of pages of about 300 words, no two the same."""
    chance = random.Random(7)  # noqa: S311
    with path.open("wb") as file:
        for number in range(records):
            paragraphs = "".join(f"<p>At least {number} {' '.join(chance.choices(WORDS, k=60))}.</p>" for _ in range(5))
            body = (
                f"<html><head><title>Ferry {number}</title></head><body><article>{paragraphs}</article></body></html>"
            )
            block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}".encode()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
                f"WARC-Date: 2031-05-02T10:00:00Z\r\nWARC-Target-URI: https://post.example/{number}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + block + b"\r\n\r\n", 1))


def resident() -> float:
    """Megabytes that the process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def main() -> int:
    """Prints records, seconds and megabytes ten times on the way."""
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        write(path, records)
        print(f"{records} records, {path.stat().st_size / 1e6:.1f} MB packed; {resident():.1f} MB before reading")
        began = time.perf_counter()
        for number, one in enumerate(stream([path]), 1):
            if isinstance(one, Account) and number % (records // 10) == 0:
                print(f"{number:>8} records {time.perf_counter() - began:7.1f} s {resident():7.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
