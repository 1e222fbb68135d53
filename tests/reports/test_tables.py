from __future__ import annotations

import csv

import example
from hostile import hostile

import rashomon
from rashomon.reports.tables import COLUMNS, as_table


def test_each_line_has_every_column() -> None:
    rows = list(csv.reader(as_table(example.case())))
    assert tuple(rows[0]) == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_no_cell_is_a_formula() -> None:
    for row in csv.reader(as_table(rashomon.compare(hostile()))):
        assert not any(cell.startswith(("=", "+", "@")) for cell in row)
