"""Readers that some accounts are too much for; each reading is only a name, so that no parser is loaded."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from rashomon.types import Account, Masthead, Reading


def reading(account: Account) -> Reading:
    return Reading(
        account=account, masthead=Masthead(), zones=(), sentences=(), claims=(), times=(), places=(), actors=()
    )


def poisoned(account: Account) -> Reading:
    """By the account's text: a rule raises, the memory is taken, or the process dies; once only, where it says so."""
    if account.text == "raises":
        raise ValueError("no such\nspan")
    if account.text == "greedy":
        taken = [bytes(1 << 28) for _ in range(1 << 12)]  # a terabyte, a quarter of a gigabyte at a time
        raise AssertionError(f"nothing kept it from {len(taken)} pieces")
    if account.text == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    if account.text.startswith("deadly once "):
        mark = Path(account.text.removeprefix("deadly once "))
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    if account.text.startswith("ends its worker once "):
        mark = Path(account.text.removeprefix("ends its worker once "))
        if not mark.exists():
            mark.touch()
            os.kill(os.getppid(), signal.SIGKILL)
    return reading(account)


def accounts(texts: list[str]) -> list[Account]:
    return [Account(name=f"{at:03}.txt", text=text, digest=f"{at:064x}") for at, text in enumerate(texts)]
