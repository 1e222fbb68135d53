"""Frozen values <-> JSON, by the types of their fields; nothing is run, so a case from a stranger is only data.

An account is written as its place in the list of accounts, a span as its offsets, and a claim outside its own
reading as the place of that claim, so that each value stands in a case once. Fields that have their default
value are left out.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from rashomon.types import Account, Block, Claim, Figure, Line, Meta, Quote, Span, Speech, Word

ROWS = (Block, Line, Meta)  # as many in an account as it has paragraphs; written without the names of their fields
LEAVES: Mapping[str, type] = {"Figure": Figure, "Quote": Quote, "Speech": Speech}  # the mentions of claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What written values refer to by place. `here` is the account whose spans need not name it."""

    accounts: Sequence[Account]
    claims: Sequence[Claim] = ()
    here: Account | None = None
    account_places: Mapping[Account, int] = field(default_factory=dict)
    claim_places: Mapping[Claim, int] = field(default_factory=dict)


def shelf(accounts: Sequence[Account], claims: Sequence[Claim] = (), here: Account | None = None) -> Shelf:
    """The accounts and claims of a case, each with its place."""
    return Shelf(
        accounts=accounts,
        claims=claims,
        here=here,
        account_places={account: place for place, account in enumerate(accounts)},
        claim_places={claim: place for place, claim in enumerate(claims)},
    )


def as_json(value: Any, on: Shelf) -> Any:
    """The value as lists, objects, texts and numbers."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal | date):
        return str(value)
    if isinstance(value, tuple | frozenset):
        parts = sorted(value) if isinstance(value, frozenset) else value
        return [as_json(part, on) for part in parts]
    if isinstance(value, Span):
        offsets = [value.start, value.end]
        return offsets if value.account == on.here else [on.account_places[value.account], *offsets]
    return _reference(value, on)


def _reference(value: Any, on: Shelf) -> Any:
    if isinstance(value, Account):
        return on.account_places[value]
    if isinstance(value, Claim) and value in on.claim_places:
        return on.claim_places[value]
    return _fields(value, on)


def _fields(value: Any, on: Shelf) -> Any:
    if isinstance(value, ROWS):
        return [as_json(getattr(value, part.name), on) for part in fields(value)]
    kind: Any = type(value)
    own = ((name, getattr(value, name), default) for name, default in _defaults(kind).items())
    named = {"is": kind.__name__} if kind.__name__ in LEAVES else {}
    return named | {name: as_json(held, on) for name, held, default in own if held != default}


@cache
def _defaults(kind: Any) -> Mapping[str, Any]:
    return {
        part.name: part.default_factory() if part.default_factory is not MISSING else part.default
        for part in fields(kind)
    }


@cache
def _kinds(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def from_json(kind: Any, written: Any, on: Shelf) -> Any:
    """The value of a kind that was written so. Raises ValueError, TypeError or LookupError where it is none."""
    if get_origin(kind) in {Union, types.UnionType}:
        return _one_of(get_args(kind), written, on)
    if get_origin(kind) is Literal:
        if written not in get_args(kind):
            raise ValueError(f"{written!r} is none of {get_args(kind)}")
        return written
    if get_origin(kind) in {tuple, frozenset}:
        return get_origin(kind)(from_json(get_args(kind)[0], part, on) for part in written)
    if kind is Decimal:
        return Decimal(written)
    if kind is date:
        return date.fromisoformat(written)
    return _placed(kind, written, on)


def _one_of(kinds: tuple[Any, ...], written: Any, on: Shelf) -> Any:
    if written is None and types.NoneType in kinds:
        return None
    leaf = LEAVES.get(written["is"]) if isinstance(written, dict) and "is" in written else None
    return from_json(leaf or next(kind for kind in kinds if kind is not types.NoneType), written, on)


def _placed(kind: Any, written: Any, on: Shelf) -> Any:
    if kind is Account:
        return on.accounts[written]
    if kind is Span:
        *place, start, end = written
        account = on.accounts[place[0]] if place else on.here
        if account is None:
            raise ValueError("a span of no account")
        return account.span(start, end)
    if kind is Claim and isinstance(written, int):
        return on.claims[written]
    if kind is Word:
        return Word._make(written)
    if is_dataclass(kind) and isinstance(kind, type):
        kinds = _kinds(kind)
        if kind in ROWS:
            return kind(**{name: from_json(kinds[name], held, on) for name, held in zip(kinds, written, strict=True)})
        return kind(**{name: from_json(kinds[name], held, on) for name, held in written.items() if name != "is"})
    if not isinstance(written, kind):
        raise TypeError(f"{written!r} is no {kind.__name__}")
    return written
