"""Frozen values <-> JSON, by the types of their fields; nothing is run, so a case from a stranger is only data.

An account is written as its place in the list of accounts, a span as its offsets, and a claim outside its own
reading as the place of that claim, so that each value stands in a case once. Fields that have their default
value are left out.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from rashomon.types import Account, Block, Claim, Figure, Line, Meta, Quote, Span, Speech, Word

ROWS = (Block, Line, Meta)  # as many in an account as it has paragraphs; written without the names of their fields
Reader = Callable[[Any, "Shelf"], Any]
LEAVES: Mapping[str, type] = {"Figure": Figure, "Quote": Quote, "Speech": Speech}  # the mentions of claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What written values refer to by place. `here` is the account whose spans need not name it."""

    accounts: Sequence[Account]
    claims: Sequence[Claim] = ()
    here: Account | None = None
    account_places: Mapping[Account, int] = field(default_factory=dict)
    claim_places: Mapping[str, int] = field(default_factory=dict)


def shelf(accounts: Sequence[Account], claims: Sequence[Claim] = (), here: Account | None = None) -> Shelf:
    """The accounts and claims of a case, each with its place."""
    return Shelf(
        accounts=accounts,
        claims=claims,
        here=here,
        account_places={account: place for place, account in enumerate(accounts)},
        claim_places={claim.id: place for place, claim in enumerate(claims)},
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
    place = on.claim_places.get(value.id) if isinstance(value, Claim) and on.claims else None
    if place is not None and (on.claims[place] is value or on.claims[place] == value):
        return place
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


def from_json(kind: Any, written: Any, on: Shelf) -> Any:
    """The value of a kind that was written so. Raises ValueError, TypeError or LookupError where it is none."""
    return _reader(kind)(written, on)


@cache
def _reader(kind: Any) -> Reader:
    """How values of a kind are read, worked out once."""
    if get_origin(kind) in {Union, types.UnionType}:
        return _one_of(get_args(kind))
    if get_origin(kind) is Literal:
        return _literal(kind)
    if get_origin(kind) in {tuple, frozenset}:
        made, part = get_origin(kind), _reader(get_args(kind)[0])
        return lambda written, on: made([part(one, on) for one in written])
    if kind in SIMPLE:
        return SIMPLE[kind]
    if is_dataclass(kind) and isinstance(kind, type):
        return _row(kind) if kind in ROWS else _record(kind)
    return _plain(kind)


def _one_of(kinds: tuple[Any, ...]) -> Reader:
    own = _later(next(kind for kind in kinds if kind is not types.NoneType))
    leaves = {name: _later(leaf) for name, leaf in LEAVES.items()}

    def read(written: Any, on: Shelf) -> Any:
        if written is None and types.NoneType in kinds:
            return None
        return (leaves[written["is"]] if isinstance(written, dict) and "is" in written else own)(written, on)

    return read


def _later(kind: Any) -> Reader:
    """The reader of a kind, looked up when it is needed: a kind may hold itself."""

    def read(written: Any, on: Shelf) -> Any:
        return _reader(kind)(written, on)

    return read


def _literal(kind: Any) -> Reader:
    def read(written: Any, _: Shelf) -> Any:
        if written not in get_args(kind):
            raise ValueError(f"{written!r} is none of {get_args(kind)}")
        return written

    return read


def _plain(kind: type) -> Reader:
    def read(written: Any, _: Shelf) -> Any:
        if not isinstance(written, kind):
            raise TypeError(f"{written!r} is no {kind.__name__}")
        return written

    return read


def _span(written: Any, on: Shelf) -> Span:
    *place, start, end = written
    account = on.accounts[place[0]] if place else on.here
    if account is None:
        raise ValueError("a span of no account")
    return Span(account=account, start=start, end=end)


SIMPLE: Mapping[type, Reader] = {
    Decimal: lambda written, _: Decimal(written),
    date: lambda written, _: date.fromisoformat(written),
    Account: lambda written, on: on.accounts[written],
    Span: _span,
    Word: lambda written, _: Word._make(written),
}


def _row(kind: Any) -> Reader:
    """A value written without the names of its fields."""
    hints = get_type_hints(kind)
    names = [part.name for part in fields(kind)]
    readers = [_reader(hints[name]) for name in names]

    def read(written: Any, on: Shelf) -> Any:
        held = [one(part, on) for one, part in zip(readers, written, strict=True)]
        return kind(**dict(zip(names, held, strict=True)))

    return read


def _record(kind: Any) -> Reader:
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}

    def read(written: Any, on: Shelf) -> Any:
        if kind is Claim and isinstance(written, int):
            return on.claims[written]
        return kind(**{name: readers[name](held, on) for name, held in written.items() if name != "is"})

    return read
