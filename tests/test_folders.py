"""A folder of stories comes to be what its accounts make it, in whatever order they come and wherever it was stopped."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from poisons import poisoned, reading

from rashomon import folders
from rashomon.engines import Outcome, read_all
from rashomon.folders import InUse, arrivals, at_work, held_in, settle
from rashomon.judgements import Decision, append
from rashomon.stores import load, save
from rashomon.stories import group
from rashomon.types import Account

NOUNS = ("ferry", "mill", "bridge", "orchard", "quarry", "theatre", "reservoir", "tramway")
PLACES = ("Teshar", "Marrowfield", "Ollenby", "Vastrel", "Karrow", "Dulwater", "Edran", "Sint Maren")


class Killed(BaseException):
    """Stands for the end of the process."""


def account(event: int, number: int) -> Account:
    noun, place = NOUNS[event], PLACES[event]
    text = f"The {noun} of {place}\nOn day {number} the old {noun} near {place} was looked at, and the {noun} of {place} was shut."
    return Account(
        name=f"{event}{number}.txt", text=text, digest=f"{event:032x}{number:032x}", published=date(2031, 5, 2)
    )


def every() -> list[Account]:
    return [account(event, number) for event in range(len(NOUNS)) for number in range(3)]


def bring(folder: Path, accounts: Iterable[Account]) -> list[str]:
    """Settles the folder; the names of the accounts that were read."""
    read: list[str] = []

    def outcomes(wanted: Iterable[Account]) -> Iterator[Outcome]:
        for one in wanted:
            read.append(one.name)
            yield reading(one)

    held = held_in(folder)
    for _ in settle(folder, held, arrivals(held, accounts)[0], outcomes):
        pass
    return read


def stories(folder: Path) -> set[frozenset[str]]:
    found = [frozenset(each.name for each in accounts) for accounts in held_in(folder).stories.values()]
    assert len(found) == len(set(found))
    return set(found)


def wanted() -> set[frozenset[str]]:
    return {frozenset(each.name for each in story) for story in group(every())}


def test_the_texts_are_told_apart() -> None:
    assert len(wanted()) == len(NOUNS)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_arrival_changes_nothing(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    accounts = every()
    chance.shuffle(accounts)
    read: list[str] = []
    while accounts:
        some = chance.randint(1, 9)
        read += bring(tmp_path, accounts[:some])
        accounts = accounts[some:]
    assert stories(tmp_path) == wanted()
    assert sorted(read) == sorted(each.name for each in every())


def test_a_case_that_is_as_it_should_be_is_left(tmp_path: Path) -> None:
    bring(tmp_path, every())
    before = {path: path.read_bytes() for path in tmp_path.glob("*.rashomon")}
    assert bring(tmp_path, [*every(), account(0, 3)]) == ["03.txt"]
    after = {path: path.read_bytes() for path in tmp_path.glob("*.rashomon")}
    assert sum(after[path] == before[path] for path in before) == len(NOUNS) - 1


@pytest.mark.parametrize("step", ["save", "_joined", "copyfile", "rmtree"])
@pytest.mark.parametrize("at", [0, 1, 2, 5])
def test_whoever_is_stopped_goes_on_where_he_was(
    tmp_path: Path, step: str, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = every()[::2], every()[1::2]
    mixed = {at: [one, *first[1:2]] for at, one in enumerate(first)}  # cases that must lose accounts to one another
    for number, story in mixed.items():
        case = rashomon_case(story)
        save(case, tmp_path / f"{number + 1:04}.rashomon", folders.pipeline.VERSION)
    count = 0
    owner = folders if step in {"save", "_joined"} else folders.shutil
    whole = getattr(owner, step)

    def stopping(*words: object, **options: object) -> object:
        nonlocal count
        count += 1
        if count > at:
            raise Killed
        return whole(*words, **options)

    with monkeypatch.context() as patched, suppress(Killed):
        patched.setattr(owner, step, stopping)
        bring(tmp_path, second)
    assert count
    standing = {one.name for one in held_in(tmp_path).accounts}
    assert {one.name for one in first} <= standing
    assert standing.isdisjoint(bring(tmp_path, second))
    assert stories(tmp_path) == wanted()
    assert not (tmp_path / ".before").exists()


def rashomon_case(accounts: Iterable[Account]) -> folders.Case:
    return folders.pipeline.compare([*map(reading, dict.fromkeys(accounts))])


def test_an_account_that_cannot_be_read_is_set_aside_once(tmp_path: Path) -> None:
    bad = replace(account(0, 1), text="raises")
    given = [bad, account(0, 0), account(0, 2)]
    asked: list[str] = []

    def outcomes(unread: Iterable[Account]) -> Iterator[Outcome]:
        for one in read_all(unread, 1, reader=poisoned):
            asked.append(one.account.name)
            yield one

    for _ in range(2):
        held = held_in(tmp_path)
        for _settled in settle(tmp_path, held, arrivals(held, given)[0], outcomes):
            pass
    assert sorted(asked) == ["00.txt", "01.txt", "02.txt"]
    assert stories(tmp_path) == {frozenset({"00.txt", "02.txt"})}
    (line,) = (tmp_path / "set_aside.jsonl").read_text().splitlines()
    assert '"account": "01.txt"' in line
    assert "ValueError (no such span)" in line


def test_a_case_with_decisions_is_put_by_when_its_accounts_go_to_another(tmp_path: Path) -> None:
    log = append((), Decision(on="fact-1", outcome="conflict", by="Ilse", at="2031-05-02"))
    save(rashomon_case([account(0, 0), account(0, 1)]), tmp_path / "0001.rashomon", folders.pipeline.VERSION)
    save(replace(rashomon_case([account(0, 2)]), judgements=log), tmp_path / "0002.rashomon", folders.pipeline.VERSION)
    bring(tmp_path, every())
    assert stories(tmp_path) == wanted()
    assert load(tmp_path / "joined" / "0002.rashomon").judgements == log


def test_an_account_read_by_another_version_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(tmp_path, every())
    monkeypatch.setattr(folders.pipeline, "VERSION", "next")
    assert len(bring(tmp_path, [])) == len(every())
    assert bring(tmp_path, []) == []
    assert stories(tmp_path) == wanted()


def test_one_at_a_time_is_at_work(tmp_path: Path) -> None:
    with at_work(tmp_path) as stopped:
        assert not stopped
        with pytest.raises(InUse), at_work(tmp_path):
            pass
    with at_work(tmp_path) as stopped:
        assert not stopped
