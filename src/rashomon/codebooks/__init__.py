"""Verdict -> Row: what published recorders' conventions would write down for a fact.

Each book is a data file with the source of every rule; no book is better than another, and none decides a
verdict. A row lists the claims that went in and those that were left out, each with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.codebooks.columns import COLUMNS
from rashomon.codebooks.event import EVENT_COLUMNS
from rashomon.codebooks.inputs import Case, inputs_of
from rashomon.codebooks.people import described
from rashomon.codebooks.profiles import Book, books
from rashomon.codebooks.tolls import tolls
from rashomon.types import Case as WholeCase
from rashomon.types import EventRow, Row, Verdict

__all__ = ["Book", "books", "code", "code_event", "described", "tolls"]


def code(verdicts: Iterable[Verdict], book: str) -> tuple[Row, ...]:
    """The rows of one codebook for all facts that it records.

    `book` is a name of `books()`. Raises KeyError for any other.
    """
    profile = books()[book]
    return tuple(row for verdict in verdicts if (row := _row(verdict, profile)) is not None)


def code_event(case: WholeCase, book: str) -> tuple[EventRow, ...]:
    """The rows of one codebook for the whole event: one of its killed, and one of its injured where it records them.

    A toll of which no account tells is 0. `book` is a name of `books()`. Raises KeyError for any other.
    """
    profile = books()[book]
    return tuple(
        EventRow(
            codebook=book,
            toll=toll,
            fields=tuple((field.name, EVENT_COLUMNS[field.rule](toll)) for field in profile.event),
        )
        for toll in tolls(case)
        if toll.role in profile.roles and profile.event
    )


def _row(verdict: Verdict, book: Book) -> Row | None:
    """The row of one fact, or None where the book does not record it or no claim is left to record."""
    if verdict.fact.role not in book.roles or verdict.fact.dimension != "count":
        return None
    used, dropped = inputs_of(verdict, book)
    if not used:
        return None
    case = Case(verdict=verdict, book=book, inputs=used)
    return Row(
        codebook=book.name,
        fact=verdict.fact,
        fields=tuple((field.name, COLUMNS[field.rule](case)) for field in book.fields),
        used=tuple(one.claim for one in used),
        dropped=dropped,
    )
