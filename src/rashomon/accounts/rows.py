"""One row of a table, or one object of a JSON file -> the account that its columns make."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from rashomon.accounts.days import day_of
from rashomon.accounts.html import account_of_page
from rashomon.accounts.mending import mended
from rashomon.accounts.plain import digest_of
from rashomon.accounts.refusals import Unreadable
from rashomon.types import Account, Meta

DELIMITERS = (",", "\t", ";", "|")
STATEMENT = "account"  # the field by which a line states something of a file instead of holding a text


@cache
def columns() -> Mapping[str, tuple[str, ...]]:
    """What each field is called, by field."""
    return {name: tuple(called) for name, called in tomllib.loads(_file()).items()}


def account_of_object(content: bytes, name: str, source: str = "") -> Account:
    """The account in one JSON object."""
    account = _account(_object(content, source or name), name, source)
    return replace(account, digest=digest_of(content), original=content, parser="json")


def account_of_line(content: bytes, name: str, source: str = "") -> Account:
    """The account in one row of a table, which stands beneath the row that names the columns."""
    account = _account(_row(content, source or name), name, source)
    return replace(account, digest=digest_of(content), original=content, parser="csv")


def page_of_object(content: bytes, source: str) -> tuple[bytes, str] | None:
    """The page in one JSON object; None where it has a text."""
    return _page(_object(content, source))


def page_of_line(content: bytes, source: str) -> tuple[bytes, str] | None:
    """The page in one row of a table; None where it has a text."""
    return _page(_row(content, source))


def _page(row: Mapping[str, Any]) -> tuple[bytes, str] | None:
    return None if _said(row, "text") else (_said(row, "html").encode("utf-8", "replace"), "")


def _object(content: bytes, source: str) -> Mapping[str, Any]:
    try:
        row = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Unreadable(source, f"not JSON ({error})") from error
    if not isinstance(row, dict):
        raise Unreadable(source, without_account(row))
    return row


def _row(content: bytes, source: str) -> Mapping[str, Any]:
    try:
        text = content.decode("utf-8-sig")
        header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text.split("\n")[0]))
    except (csv.Error, ValueError) as error:
        raise Unreadable(source, f"not a table ({error})") from error
    if len(rows) != 1:
        raise Unreadable(source, f"{len(rows)} rows where one belongs")
    return dict(zip(header, rows[0], strict=False))


def delimiter(header: str) -> str:
    """What stands between the columns: the mark that is in their names most often."""
    return max(DELIMITERS, key=header.count)


def names_of(row: Mapping[str, Any], file: str, line: int) -> tuple[str, ...]:
    """What the account in a row may be called: its address, its id, or its place."""
    own = [said for field in ("url", "id") if (said := _said(row, field))]
    return (*own, *(f"{one} ({file}:{line})" for one in own[:1]), f"{file}:{line}")


def without_account(row: Any) -> str:
    """Why no row of this kind can be an account, or nothing."""
    if not isinstance(row, dict):
        return "not an object with named fields"
    if STATEMENT in row and not _said(row, "text") and not _said(row, "html"):
        return "states what files do not; give it as --metadata"
    known = {name.lower() for field in ("text", "html") for name in columns()[field]}
    if any(name.lower() in known for level in _levels(row) for name in level if isinstance(name, str)):
        return ""
    return f"no column holds a text; it would be called {' or '.join(columns()['text'][-4:-1])}"


def _account(row: Mapping[str, Any], name: str, source: str) -> Account:
    text, steps = mended(_said(row, "text"))
    title, _ = mended(_said(row, "title"))
    page = _said(row, "html")
    if not text and not page:
        raise Unreadable(source or name, without_account(row) or "its text is empty")
    if text:
        whole, used = _headed(text, title)
        account = Account(name=name, text=whole, digest="", source=source, meta=(*used, *steps))
    else:
        account = account_of_page(page.encode("utf-8", "replace"), name, source)
    url = _said(row, "url")
    return replace(
        account,
        outlet=_said(row, "outlet") or None,
        author=_said(row, "author") or None,
        title=title or None,
        url=url if url.startswith("http") else account.url,
        published=day_of(_said(row, "published")),
    )


def _headed(text: str, title: str) -> tuple[str, tuple[Meta, ...]]:
    """The text beneath its title, unless it opens with it; and which field each part of it is."""
    if not title or text.lstrip().startswith(title):
        return text, (Meta(name="field:text", value="0"),)
    return f"{title}\n\n{text}", (
        Meta(name="field:title", value="0"),
        Meta(name="field:text", value=str(len(title) + 2)),
    )


def _said(row: Mapping[str, Any], field: str) -> str:
    """What the first column of those called so says."""
    for level in _levels(row):
        lower = {name.lower(): value for name, value in level.items() if isinstance(name, str)}
        for name in columns()[field]:
            said = _words(lower.get(name.lower()))
            if said:
                return said.encode("utf-8", "replace").decode() if field in {"text", "title"} else said
    return ""


def _levels(row: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield row
    for name in columns()["inside"]:
        if isinstance(row.get(name), dict):
            yield row[name]


def _words(value: Any) -> str:
    """A value as words: a list of authors by their commas, a thing by its name."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return ", ".join(part for part in map(_words, value) if part)
    return _words(value.get("name")) if isinstance(value, dict) else ""


def _file() -> str:
    return files(__package__).joinpath("columns.toml").read_text(encoding="utf-8")
