from __future__ import annotations

from pathlib import Path

import example
import pytest
from poisons import accounts, poisoned, reading

from rashomon.engines import SetAside, read_all
from rashomon.types import Account


def told(given: list[Account], cores: int, *, apart: bool = False) -> list[str]:
    outcomes = list(read_all(given, cores, reader=poisoned, apart=apart))
    assert [one.account for one in outcomes] == given
    return [one.reason if isinstance(one, SetAside) else "read" for one in outcomes]


def test_two_cores_read_what_one_reads_in_the_same_order() -> None:
    accounts = example.accounts()
    assert tuple(read_all(accounts, cores=2)) == example.readings()


def test_nothing_gives_nothing() -> None:
    assert list(read_all([])) == []
    assert list(read_all([], apart=True)) == []


@pytest.mark.parametrize("cores", [1, 2])
def test_what_a_rule_raises_sets_one_account_aside(cores: int) -> None:
    said = told(accounts(["a", "raises", "b"]), cores)
    assert said[::2] == ["read", "read"]
    assert said[1].startswith("ValueError (no such span) in poisons.py, line ")


def test_an_account_that_takes_the_memory_is_set_aside() -> None:
    assert told(accounts(["a", "greedy", "b"]), 2) == [
        "read", "reading it takes more memory than a process may have", "read",
    ]  # fmt: skip


def test_an_account_under_which_processes_end_is_set_aside_and_the_rest_goes_on() -> None:
    texts = ["a"] * 20
    texts[9] = "deadly"
    said = told(accounts(texts), 2)
    assert said[9].startswith("the process that read it ended twice")
    assert said.count("read") == 19


def test_a_process_that_is_killed_in_mid_run_changes_nothing(tmp_path: Path) -> None:
    texts = ["a"] * 60
    texts[20], texts[45] = f"deadly once {tmp_path / 'one'}", f"deadly once {tmp_path / 'two'}"
    given = accounts(texts)
    assert list(read_all(given, 2, reader=poisoned)) == [reading(each) for each in given]
    assert (tmp_path / "one").exists()
    assert (tmp_path / "two").exists()


def test_one_account_apart_cannot_end_this_process() -> None:
    assert told(accounts(["deadly"]), 1, apart=True)[0].startswith("the process that read it ended twice")
