"""Dated happenings of several accounts on one line."""

from __future__ import annotations

from marked import accounts_of

from rashomon.pipeline import compare, read
from rashomon.types import Event


def events(case: str) -> tuple[Event, ...]:
    return compare(read(account) for account in accounts_of(case)[0]).events


def test_accounts_that_differ_on_the_day_stand_once_with_their_disagreement() -> None:
    first, second = "A ferry struck boats at Salter Pier on Monday.", "A ferry struck boats at Salter Pier on Tuesday."
    (event,) = events(f"{{2031-05-08 The Harbour Post}} {first} // {{2031-05-08 Teshar Mail}} {second}")
    assert event.disagreement == "Teshar Mail: 2031-05-06; The Harbour Post: 2031-05-05"
    assert event.summary in {first, second}
    assert len(event.spans) == 2


def test_day_of_the_telling_is_no_happening() -> None:
    assert not events("{2031-05-08} Nobody knows the cause, the harbour master said on Monday.")


def test_what_is_to_come_has_not_happened() -> None:
    assert not events("{2031-05-08} The council will meet in Teshar on Tuesday.")


def test_order_of_accounts_changes_nothing() -> None:
    one, two = "{2031-05-08 A} A ferry sank at Salter Pier on Monday.", "{2031-05-08 B} A crew left Teshar on Tuesday."
    assert [event.summary for event in events(f"{one} // {two}")] == [e.summary for e in events(f"{two} // {one}")]
