"""Codebooks are data with their sources, and each row says what went in and what did not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from marked import accounts_of

from rashomon.codebooks import books, code
from rashomon.codebooks.columns import COLUMNS
from rashomon.codebooks.inputs import LEAVE_OUT
from rashomon.pipeline import compare, read
from rashomon.types import Row

CASE = "A raid on Teshar killed 12 people, a monitor said. // Police said the raid on Teshar killed at least 15 people."


def rows(case: str, book: str) -> tuple[Row, ...]:
    accounts, _ = accounts_of(case)
    return code(compare(map(read, accounts)).verdicts, book)


@pytest.mark.parametrize("name", ["acled", "airwars", "ibc", "idmc", "ucdp"])
def test_every_rule_of_a_book_exists_and_has_its_source(name: str) -> None:
    book = books()[name]
    assert book.source
    assert set(book.leave_out) <= set(LEAVE_OUT)
    for field in book.fields:
        assert field.rule in COLUMNS
        assert field.source


def test_low_best_and_high_and_the_sum_of_the_sides() -> None:
    (row,) = rows(CASE, "ucdp")
    fields = dict(row.fields)
    assert (fields["low"], fields["high"]) == ("12", "15")
    sides = sum(Decimal(fields[name]) for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"))
    assert sides == Decimal(fields["best"])
    assert len(row.used) == 2


def test_vague_words_by_the_rule_of_the_book() -> None:
    (row,) = rows("A raid on Teshar killed dozens of people.", "acled")
    assert dict(row.fields)["fatalities"] == "12"
    (row,) = rows("A raid on Teshar killed dozens of people.", "ucdp")
    assert dict(row.fields)["best"] == "24"


def test_the_most_conservative_number_and_the_dispute_noted() -> None:
    (row,) = rows(CASE, "acled")
    assert dict(row.fields)["fatalities"] == "12"
    assert dict(row.fields)["notes"].startswith("conflict")


def test_what_a_book_leaves_out_has_a_reason() -> None:
    (row,) = rows("A raid killed 18 people in Teshar. An earlier toll had put the killed at 15 people.", "acled")
    assert [reason.split(":")[0] for _, reason in row.dropped] == ["an earlier count"]
    assert dict(row.fields)["fatalities"] == "18"


def test_displacement_has_its_own_book() -> None:
    (row,) = rows("A flood in Teshar displaced 4,000 people.", "idmc")
    assert dict(row.fields)["reported"] == "4000"
    assert not rows("A flood in Teshar displaced 4,000 people.", "ucdp")
