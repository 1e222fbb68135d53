"""The commands for many accounts, as a person or a script meets them."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import example
import pytest
from click.testing import CliRunner, Result

import rashomon
from rashomon.cli import main
from rashomon.folders import held_in

FERRY = "Ferry burns off Teshar\n\nA fire on the Teshar ferry killed {} people, the {} said. The ferry was towed to Ollenby.\n"
MILL = "Council plants lime trees in Marrowfield\n\nThe council of Marrowfield planted {} lime trees along the canal.\n"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def looked(folder: Path) -> tuple[list[dict[str, object]], int]:
    done = run("watch", folder / "in", "-o", folder / "out", "--once", "--json")
    return [json.loads(line) for line in done.stdout.splitlines()], done.exit_code


def put(folder: Path, name: str, text: str, day: str) -> None:
    (folder / "in").mkdir(exist_ok=True)
    (folder / "in" / name).write_text(text)
    (folder / "in" / f"{name}.json").write_text(json.dumps({"date": day, "outlet": f"The {name[0].upper()} Post"}))


def test_watch_tells_what_changed_in_the_facts(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", FERRY.format(24, "coast guard"), "2031-05-02")
    put(tmp_path, "m.txt", MILL.format(3), "2031-05-02")
    changes, code = looked(tmp_path)
    assert code == 0
    assert {(one["story"], one["account"]) for one in changes if one["change"] == "account"} == {
        ("0001", "a.txt"), ("0002", "m.txt"),
    }  # fmt: skip
    assert looked(tmp_path) == ([], 0)
    put(tmp_path, "b.txt", FERRY.format(43, "Teshar harbour office"), "2031-05-04")
    changes, code = looked(tmp_path)
    assert code == 1
    assert {one["story"] for one in changes} == {"0001"}
    (moved,) = (one for one in changes if one["change"] == "fact" and one["role"] == "killed")
    assert moved["words"] == "raised from 24 to 43; a second origin; was single, is superseded"
    assert (moved["low"], moved["high"], moved["origins"], moved["verdict"]) == (43, 43, 2, "superseded")
    assert moved["before"] == {"low": 24, "high": 24, "verdict": "single", "origins": 1}
    put(tmp_path, "c.txt", FERRY.format(31, "interior ministry"), "2031-05-04")
    done = run("watch", tmp_path / "in", "-o", tmp_path / "out", "--once")
    assert done.exit_code == 1
    assert "people killed in the fire: a third origin" in done.stdout


def test_watch_gives_what_stories_gives_of_all_at_once(tmp_path: Path) -> None:
    beside = ("--metadata", example.FOLDER / "metadata.jsonl")
    (tmp_path / "in").mkdir()
    for file in sorted(example.FOLDER.glob("*.txt"), reverse=True):
        shutil.copy(file, tmp_path / "in")
        if file.name[0] in "52":
            assert run("watch", tmp_path / "in", "-o", tmp_path / "out", "--once", *beside).exit_code == 1
    assert run("watch", tmp_path / "in", "-o", tmp_path / "out", "--once", *beside).exit_code == 1
    assert run("stories", tmp_path / "in", "-o", tmp_path / "whole", *beside).exit_code == 0
    names = sorted(path.name for path in (tmp_path / "whole").glob("*.rashomon"))
    assert names == sorted(path.name for path in (tmp_path / "out").glob("*.rashomon")) == ["0001.rashomon"]
    assert rashomon.load(tmp_path / "out" / names[0]) == rashomon.load(tmp_path / "whole" / names[0]) == example.case()


def test_a_file_that_changed_under_its_name_is_told_and_left(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", FERRY.format(24, "coast guard"), "2031-05-02")
    assert looked(tmp_path)[1] == 0
    put(tmp_path, "a.txt", FERRY.format(25, "coast guard"), "2031-05-02")
    done = run("watch", tmp_path / "in", "-o", tmp_path / "out", "--once")
    assert done.exit_code == 3
    assert "the folder has another account of that name" in done.stderr


def test_what_is_no_account_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", FERRY.format(24, "coast guard"), "2031-05-02")
    (tmp_path / "in" / "bad.zip").write_bytes(b"PK\x03\x04")
    changes, code = looked(tmp_path)
    assert code == 3
    assert [one["account"] for one in changes if one["change"] == "account"] == ["a.txt"]


def test_one_look_at_what_is_not_there_says_so_and_at_an_empty_folder_does_not(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert run("watch", tmp_path / "in", "-o", tmp_path / "out", "--once").exit_code == 0
    done = run("watch", tmp_path / "nowhere", "-o", tmp_path / "out", "--once")
    assert done.exit_code == 3
    assert str(tmp_path / "nowhere") in done.stderr


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", FERRY.format(24, "coast guard"), "2031-05-02")
    (tmp_path / "out").write_text("a file")
    done = run("watch", tmp_path / "in", "-o", tmp_path / "out", "--once")
    assert done.exit_code == 2
    assert str(tmp_path / "out") in done.stderr
    (tmp_path / "other" / ".at_work").mkdir(parents=True)
    done = run("stories", tmp_path / "in", "-o", tmp_path / "other")
    assert done.exit_code == 2
    assert "cannot be written to" in done.stderr


@contextmanager
def started(*words: str | Path) -> Iterator[subprocess.Popen[str]]:
    """The command in a session of its own, of which nothing is left however the test ends."""
    source = str(Path(rashomon.__file__).parents[1])
    command = subprocess.Popen(
        [sys.executable, "-c", "from rashomon.cli import main; main()", *map(str, words)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env=os.environ | {"PYTHONPATH": source},
    )  # fmt: skip
    with command:
        try:
            yield command
        finally:
            with suppress(ProcessLookupError):
                os.killpg(command.pid, signal.SIGKILL)


def until(there: Path, pattern: str, count: int) -> None:
    deadline = time.monotonic() + 60
    while len(list(there.glob(pattern))) < count:
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_watch_takes_what_arrives_and_ends_when_interrupted(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", FERRY.format(24, "coast guard"), "2031-05-02")
    with started("watch", tmp_path / "in", "-o", tmp_path / "out", "--every", "0.1", "--json") as watching:
        until(tmp_path / "out", "*.rashomon", 1)
        put(tmp_path, "m.txt", MILL.format(3), "2031-05-02")
        until(tmp_path / "out", "*.rashomon", 2)
        time.sleep(0.5)
        watching.send_signal(signal.SIGINT)
        said, _ = watching.communicate(timeout=60)
    assert watching.returncode == 0
    came = [one["account"] for one in map(json.loads, said.splitlines()) if one["change"] == "account"]
    assert came == ["a.txt", "m.txt"]


@pytest.mark.parametrize("cases", [1, 4])
def test_stories_that_were_killed_go_on_and_write_nothing_twice(tmp_path: Path, cases: int) -> None:
    places = ("Teshar", "Ollenby", "Vastrel", "Karrow", "Dulwater", "Edran")
    for number, place in enumerate(places):
        (tmp_path / "in").mkdir(exist_ok=True)
        for part in "ab":
            text = f"Bridge {place} shut\n\nThe bridge of {place} was shut by {place}. It hurt {number + 2} people, {place} said."
            (tmp_path / "in" / f"{place}_{part}.txt").write_text(text + f" {part}\n")
    assert run("stories", tmp_path / "in", "-o", tmp_path / "whole").exit_code == 0
    with started("stories", tmp_path / "in", "-o", tmp_path / "out"):
        until(tmp_path / "out", "*.rashomon", cases)
    before = {path.name: path.stat().st_ino for path in (tmp_path / "out").glob("*.rashomon")}
    assert cases <= len(before)
    done = run("stories", tmp_path / "in", "-o", tmp_path / "out")
    assert done.exit_code == 0
    assert ("the last run was stopped; going on from there" in done.stderr) == (len(before) < len(places))
    assert {name: (tmp_path / "out" / name).stat().st_ino for name in before} == before
    assert held_in(tmp_path / "out").stories == held_in(tmp_path / "whole").stories
    for path in (tmp_path / "whole").glob("*.rashomon"):
        assert rashomon.load(tmp_path / "out" / path.name) == rashomon.load(path)


def test_read_that_was_killed_goes_on_and_writes_what_an_undisturbed_run_writes(tmp_path: Path) -> None:
    rows = [{"id": f"{at}", "text": FERRY.format(at + 2, "coast guard") + "It rained. " * at} for at in range(60)]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert run("read", tmp_path / "in.jsonl", "-o", tmp_path / "whole.jsonl").exit_code == 0
    with started("read", tmp_path / "in.jsonl", "-o", tmp_path / "out" / "r.jsonl", "--cores", "1"):
        until(tmp_path / "out", ".r.jsonl.*.part", 1)
    assert not (tmp_path / "out" / "r.jsonl").exists()
    done = run("read", tmp_path / "in.jsonl", "-o", tmp_path / "out" / "r.jsonl")
    assert done.exit_code == 0
    assert "the last run was stopped; going on from there" in done.stderr
    assert (tmp_path / "out" / "r.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["r.jsonl"]
