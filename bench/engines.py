"""The same accounts on processes, on Daft, and on Daft on a Ray cluster of two nodes: the same bytes, in what time.

    python bench/engines.py [ACCOUNTS]        1,000 unless said otherwise; needs the extra [cluster]

Each engine runs in a session of its own (tests/clustered.py) with two workers and prints the SHA-256 of each account's
records. The last line is Ray again with one of its workers killed after a while. Leaves with 1 where any two differ.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import signal
import subprocess
import sys
import tempfile
import threading
import time
from importlib.metadata import version
from pathlib import Path

from corpus import told

ROOT = Path(__file__).resolve().parents[1]


def run(engine: str, accounts: Path, kill: bool) -> tuple[float, str, int]:
    """Seconds, the digest of what came of all accounts in their order, and how many workers were killed."""
    line = [sys.executable, str(ROOT / "tests" / "clustered.py"), engine, str(accounts)]
    beside = {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests")))}
    killed: list[int] = []
    began = time.time()
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ | beside) as running:
        if kill:
            threading.Thread(target=lambda: killed.extend(_kill_a_worker(began)), daemon=True).start()
        said, _ = running.communicate()
    lines = [one for one in said.decode().splitlines() if " " in one and one[0] not in "\x1b("]
    return time.time() - began, hashlib.sha256("\n".join(lines).encode()).hexdigest(), len(killed)


def _kill_a_worker(began: float) -> list[int]:
    """Ends the first Ray worker of this run that reads, some seconds after it began; it is named by what it does."""
    for _ in range(600):
        for folder in Path("/proc").iterdir():
            if not folder.name.isdigit():
                continue
            try:
                ours = folder.stat().st_mtime > began and (folder / "cmdline").read_bytes().startswith(b"ray::UDFActor")
            except OSError:
                continue
            if ours:
                time.sleep(6)
                os.kill(int(folder.name), signal.SIGKILL)
                return [int(folder.name)]
        time.sleep(0.2)
    return []


def main() -> int:
    """Prints a line an engine."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, ", end="")
    print(f"Daft {version('daft')}, Ray {version('ray')}, {number:,} accounts")
    with tempfile.TemporaryDirectory() as folder:
        accounts = Path(folder) / "accounts.jsonl"
        accounts.write_text("".join(json.dumps(row) + "\n" for row in told(number)), encoding="utf-8")
        digests = set()
        for engine, kill in (("processes", False), ("daft", False), ("ray", False), ("ray", True)):
            seconds, digest, killed = run(engine, accounts, kill)
            digests.add(digest)
            print(f"{engine:12}{seconds:8.1f} s  {digest[:16]}  {killed} workers killed", flush=True)
    return len(digests) - 1


if __name__ == "__main__":
    sys.exit(main())
