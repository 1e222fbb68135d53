"""A run that is stopped at any byte goes on, writes what an undisturbed run writes, and nothing twice."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from poisons import accounts, poisoned

from rashomon.engines import Outcome, read_all
from rashomon.resumed import OPENS, aside_of, part_of, write_records
from rashomon.types import Account

GIVEN = accounts(["a", "b", "raises", "c", "d"])


def run(given: Iterable[Account], output: Path) -> list[str]:
    read: list[str] = []

    def outcomes(unread: Iterable[Account]) -> Iterator[Outcome]:
        for one in read_all(unread, 1, reader=poisoned):
            read.append(one.account.name)
            yield one

    write_records(given, output, outcomes)
    return read


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    assert len(run(GIVEN, tmp_path / "whole.jsonl")) == 5
    return (tmp_path / "whole.jsonl").read_bytes()


def test_an_undisturbed_run_leaves_the_file_and_the_list(tmp_path: Path, whole: bytes) -> None:
    names = [json.loads(line)["account"] for line in whole.splitlines()]
    assert names == ["000.txt", "001.txt", "003.txt", "004.txt"]
    (line,) = aside_of(tmp_path / "whole.jsonl").read_text().splitlines()
    assert json.loads(line)["account"] == "002.txt"
    assert not part_of(tmp_path / "whole.jsonl").exists()


def test_stopped_at_any_byte_it_goes_on(tmp_path: Path, whole: bytes) -> None:
    output = tmp_path / "r.jsonl"
    begins = [at for at in range(len(whole)) if at == 0 or whole[at - 1 : at] == b"\n"]
    aside_of(output).write_bytes(aside_of(tmp_path / "whole.jsonl").read_bytes())
    for cut in range(0, len(whole) + 1, 7):
        part_of(output).write_bytes(whole[:cut])
        read = run(GIVEN, output)
        assert output.read_bytes() == whole
        assert len(read) == 4 - max(0, sum(begin + len(OPENS) <= cut for begin in begins) - 1)


def test_what_was_set_aside_is_not_read_again(tmp_path: Path, whole: bytes) -> None:
    output = tmp_path / "r.jsonl"
    part_of(output).write_bytes(whole)
    aside_of(output).write_bytes(aside_of(tmp_path / "whole.jsonl").read_bytes())
    assert run(GIVEN, output) == ["004.txt"]
    assert output.read_bytes() == whole


def test_the_part_of_another_run_does_not_count(tmp_path: Path, whole: bytes) -> None:
    output = tmp_path / "r.jsonl"
    part_of(output).write_bytes(whole)
    other = [GIVEN[0], replace(GIVEN[1], digest="f" * 64), *GIVEN[2:]]
    assert run(other, output) == ["001.txt", "002.txt", "003.txt", "004.txt"]
    assert [json.loads(line)["sha256"] for line in output.read_text().splitlines()][1] == "f" * 64
    part_of(output).write_bytes(whole)
    assert run(GIVEN[:1], output) == []
    assert [json.loads(line)["account"] for line in output.read_text().splitlines()] == ["000.txt"]
