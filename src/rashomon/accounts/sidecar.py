"""What the files do not state, one JSON object a line: {"account": "a.txt", "outlet": "The Harbour Post"}."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from rashomon.accounts.plain import Unreadable, decode
from rashomon.types import Account

FIELDS = ("account", "outlet", "author", "published", "title", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What somebody states about an account beside its file."""

    account: str
    outlet: str | None = None
    author: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None


def read_sidecar(path: Path) -> tuple[dict[str, Sidecar], tuple[Unreadable, ...]]:
    """The lines of a metadata file by the account they speak of, and the lines that say nothing usable."""
    try:
        lines = decode(path.read_bytes(), str(path)).splitlines()
    except OSError as error:
        return {}, (Unreadable(str(path), (error.strerror or "cannot be read").lower()),)
    except Unreadable as reason:
        return {}, (reason,)
    stated: dict[str, Sidecar] = {}
    refused = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            sidecar = _sidecar(line)
        except ValueError as error:
            refused.append(Unreadable(str(path), str(error), f"line {number}"))
            continue
        if stated.setdefault(sidecar.account, sidecar) != sidecar:
            refused.append(Unreadable(str(path), f"another line speaks of {sidecar.account!r}", f"line {number}"))
    return stated, tuple(refused)


def described(account: Account, stated: Mapping[str, Sidecar]) -> Account:
    """The account with what a sidecar states of it, found by its name or by the path it was given as."""
    own = stated.get(account.name) or stated.get(account.source)
    if own is None:
        return account
    return replace(
        account,
        outlet=own.outlet,
        author=own.author,
        published=own.published,
        title=own.title,
        url=own.url or account.url,
    )


def _sidecar(line: str) -> Sidecar:
    try:
        stated: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg} at character {error.colno})") from error
    if not isinstance(stated, dict) or not isinstance(stated.get("account"), str):
        raise ValueError('no "account": each line is an object that names the account it speaks of')
    unknown = sorted(set(stated) - set(FIELDS))
    if unknown:
        raise ValueError(f"unknown field {unknown[0]!r}; the fields are {', '.join(FIELDS)}")
    wrong = [name for name in FIELDS if not isinstance(stated.get(name), str | None)]
    if wrong:
        raise ValueError(f"{wrong[0]!r} is not a text")
    return Sidecar(
        account=stated["account"],
        outlet=stated.get("outlet") or None,
        author=stated.get("author") or None,
        published=_day(stated),
        title=stated.get("title") or None,
        url=stated.get("url") or None,
    )


def _day(stated: dict[str, str | None]) -> date | None:
    written = stated.get("published")
    if not written:
        return None
    try:
        return date.fromisoformat(written[:10])
    except ValueError as error:
        raise ValueError(f"no day: published {written!r}; write it as 2031-05-02") from error
