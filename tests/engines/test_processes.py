from __future__ import annotations

import example

from rashomon.engines import read_all


def test_two_cores_read_what_one_reads_in_the_same_order() -> None:
    accounts = example.accounts()
    assert tuple(read_all(accounts, cores=2)) == example.readings()


def test_nothing_gives_nothing() -> None:
    assert list(read_all([])) == []
