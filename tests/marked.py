"""Cases with the answer marked in the sentence: "At least [12|low=12] people died."

A case is one or more accounts (`//` between them). Run through the whole pipeline, it gives records; a mark
says which characters a record must have, and what its fields must say.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import cycle
from typing import Any

from rashomon.accounts import account_of_page
from rashomon.pipeline import compare, read
from rashomon.reports.records import as_records
from rashomon.types import Account, Reading

MARK = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]]*))?\]")
HEAD = re.compile(r"^\{(\d{4}-\d{2}-\d{2})?\s*([^}]*)\}\s*")

REPORT = (
    "A ferry struck the old pier of Port Edran on Monday morning, the harbour master said.",
    "Nobody was hurt, and the crews of both boats were brought ashore within the hour, she told the council.",
    "The pier has been shut since, and the next ferry to Teshar will leave from the north quay on Tuesday.",
)


@dataclass(frozen=True)
class Mark:
    account: str
    start: int
    end: int
    fields: tuple[tuple[str, str], ...]


def accounts_of(case: str) -> tuple[tuple[Account, ...], tuple[Mark, ...]]:
    """The accounts of a case without their marks, and the marks as places in them."""
    accounts, marks = [], []
    for number, part in enumerate(re.split(r"\s+//\s+", case.strip()), 1):
        head = HEAD.match(part)
        raw = (part[head.end() :] if head else part).replace("¶", "\n")
        if raw.startswith("<"):
            page, inside = page_of(raw, f"{number}.html")
            accounts.append(page)
            marks += inside
            continue
        name, text, at = f"{number}.txt", "", 0
        for mark in MARK.finditer(raw):
            text += raw[at : mark.start()]
            fields = tuple(tuple(pair.strip().split("=", 1)) for pair in (mark[2] or "").split(";") if pair.strip())
            marks.append(Mark(name, len(text), len(text) + len(mark[1]), fields))
            text += mark[1]
            at = mark.end()
        text += raw[at:]
        accounts.append(
            Account(
                name=name,
                text=text,
                digest=hashlib.sha256(text.encode()).hexdigest(),
                published=date.fromisoformat(head[1]) if head and head[1] else None,
                outlet=head[2] or None if head else None,
            )
        )
    return tuple(accounts), tuple(marks)


def page_of(raw: str, name: str) -> tuple[Account, list[Mark]]:
    """A saved page, and its marks as places in its text, each up to where the next block begins."""
    paragraphs = cycle(f"<p>{words}</p>" for words in REPORT)
    plain = re.sub("§", lambda _: next(paragraphs), raw)
    account = account_of_page(MARK.sub(r"\1", plain).encode(), name)
    marks = []
    for mark in MARK.finditer(plain):
        words = re.sub(r"(?:<[^>]*>)+", "\n\n", mark[1]).strip()
        start = account.text.rindex(words)
        rest = account.text[start + len(words) :]
        end = start + len(words) + len(rest) - len(rest.lstrip())
        fields = tuple(tuple(pair.strip().split("=", 1)) for pair in (mark[2] or "").split(";") if pair.strip())
        marks.append(Mark(name, start, end, fields))
    return account, marks


@cache
def reading_of(account: Account, published: date | None, outlet: str | None) -> Reading:
    return read(account)


@cache
def records_of(accounts: tuple[Account, ...]) -> list[dict[str, Any]]:
    return as_records(compare(reading_of(account, account.published, account.outlet) for account in accounts))


def stamped(record: dict[str, Any], rule: str) -> bool:
    """Whether a rule had a hand in a record, at its top or inside it."""
    if rule == record.get("rule") or rule == record.get("joined_by") or rule in record.get("decided_by", ()):
        return True
    nested = [*record.get("relations", ()), *record.get("origin_list", ())]
    evidence = record.get("evidence") or {}
    nested += [value for field in evidence.values() for value in (field if isinstance(field, list) else [field])]
    return any(rule == part.get("rule") for part in nested if part)


def places(record: dict[str, Any], rule: str, records: list[dict[str, Any]]) -> set[tuple[str, int, int]]:
    """The characters that a record, as far as this rule made it, points to."""
    by_id = {
        other["id"]: (other["account"], other["start"], other["end"])
        for other in records
        if "start" in other and "id" in other
    }
    if record["record"] == "copy":
        return {(side["account"], side["start"], side["end"]) for side in (record["left"], record["right"])}
    if record["record"] == "near_miss":
        return {by_id[record["left"]], by_id[record["right"]]}
    if record["record"] == "fact":
        if rule in {record["rule"], record["joined_by"]}:
            return {by_id[figure] for figure in record["figures"]}
        related = {
            by_id[part[side]] for part in record["relations"] if part["rule"] == rule for side in ("left", "right")
        }
        return related | {
            by_id[figure] for part in record["origin_list"] if part["rule"] == rule for figure in part["figures"]
        }
    if record["record"] == "account":
        found = [
            value for field in record["evidence"].values() for value in (field if isinstance(field, list) else [field])
        ]
        return {
            (record["account"], part["start"], part["end"])
            for part in found
            if part and part["rule"] == rule and part["start"] is not None
        }
    if "spans" in record:
        return {(span["account"], span["start"], span["end"]) for span in record["spans"]}
    return {(record["account"], record["start"], record["end"])}


def says(record: dict[str, Any], field: str, value: str) -> bool:
    """Whether a field of a record reads so; `speaker` is the nearest link, a nested field its text or name."""
    if field == "speaker":
        chain = record.get("attribution") or []
        return (chain[0]["name"] if chain else "") == value
    if field == "chain":
        return " < ".join(link["name"] for link in record.get("attribution") or []) == value
    found = record.get(field)
    if isinstance(found, dict):
        found = found.get("text", found.get("name", found.get("earliest")))
    return str(found).lower() == value.lower() if isinstance(found, bool) else str(found) == value


def failure(rule: str, kind: str, case: str) -> str | None:
    """Why a case of a rule does not hold, or None."""
    accounts, marks = accounts_of(case)
    records = records_of(accounts)
    made = [record for record in records if stamped(record, rule)]
    if kind == "skip":
        spots = {place for record in made for place in places(record, rule, records)}
        met = (
            made
            if not marks
            else [s for s in spots for m in marks if s[0] == m.account and s[1] < m.end and m.start < s[2]]
        )
        return f"found {met!r}" if met else None
    if not made:
        return f"nothing found; other rules found {sorted({str(r.get('rule')) for r in records})}"
    for mark in marks:
        here = [record for record in made if (mark.account, mark.start, mark.end) in places(record, rule, records)]
        if not here:
            return f"nothing at {mark}; found {[sorted(places(r, rule, records)) for r in made]}"
        wrong = [
            (f, v, [record.get(f) for record in here]) for f, v in mark.fields if not any(says(r, f, v) for r in here)
        ]
        if wrong:
            return f"at {mark}: {wrong}"
    return None
