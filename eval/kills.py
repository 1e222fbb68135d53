"""Stops the program at random moments, as a power cut would, and looks whether a whole case is left each time.

    python eval/kills.py [ROUNDS] [--seed 7]

ROUNDS (100 unless said otherwise) for each of four works: `compare` onto a case, `add` to a case, decisions one after
another, and saving again and again. A child process does the work; it is killed (SIGKILL) at a moment chosen at random
between its start and its end. Then the file must open, be without a fault, have a whole chain, and be one of the
states that the work had completed: what it was before, or what it is after; and no decision that was acknowledged
may be missing. Exit code 1 where it is not.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import rashomon
from rashomon.cli import main as command
from rashomon.judgements import Decision, append, first_broken
from rashomon.stores import NoCase, check, log_of, write_decision

EXAMPLE = Path(str(files("rashomon") / "examples" / "marrowfield"))
OLD = ("3_ministry.txt", "4_open_hands.txt")  # what the case holds before
DECISIONS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Something that writes to a case, and whether what is left is one of its complete states.

    `left` is given the file and how often the child said that something was done, and answers with what is wrong.
    """

    name: str
    do: Callable[[Path, int], object]
    left: Callable[[Path, int], str]


def _command(*words: str | Path) -> None:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        command([str(word) for word in words], standalone_mode=False)


def _compare(path: Path, _: int) -> None:
    _command("compare", EXAMPLE / "1_northern_wire.txt", EXAMPLE / OLD[0], "-o", path)


def _add(path: Path, _: int) -> None:
    _command("add", path, EXAMPLE / "1_northern_wire.txt")


def _judge(path: Path, say: int) -> None:
    for number in range(DECISIONS):
        decision = Decision(on=f"fact-{number}", outcome="accept", by="Ilse", at="2031-05-05")
        write_decision(path, lambda log, one=decision: append(log, one))  # type: ignore[misc]
        os.write(say, b".")


def _save(path: Path, say: int) -> None:
    case = rashomon.load(path)
    for _ in range(10):
        rashomon.save(case, path)
        os.write(say, b".")


def _accounts(*states: tuple[str, ...]) -> Callable[[Path, int], str]:
    def left(path: Path, _: int) -> str:
        names = tuple(account.name for account in rashomon.load(path).accounts)
        return "" if names in states else f"holds {names}"

    return left


def _decisions(path: Path, said: int) -> str:
    found = len(log_of(path))
    return "" if said <= found <= said + 1 else f"{said} decisions were acknowledged, {found} are there"


WORKS = (
    Work(name="compare", do=_compare, left=_accounts(OLD, ("1_northern_wire.txt", OLD[0]))),
    Work(name="add", do=_add, left=_accounts(OLD, ("1_northern_wire.txt", *OLD))),
    Work(name="judge", do=_judge, left=_decisions),
    Work(name="save", do=_save, left=_accounts(OLD)),
)


def begun(work: Work, path: Path) -> tuple[int, int]:
    """A child that does the work, and where it says what it has done."""
    hear, say = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(hear)
            work.do(path, say)
        except SystemExit:
            pass
        finally:
            os._exit(0)
    os.close(say)
    return child, hear


def duration(work: Work, start: Path) -> float:
    """Seconds that the whole work takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(start, folder))
        began = time.perf_counter()
        child, hear = begun(work, path)
        os.waitpid(child, 0)
        os.close(hear)
        return time.perf_counter() - began


def killed(work: Work, start: Path, after: float) -> tuple[str, bool]:
    """What is wrong once the work was killed after so many seconds, and whether it had not ended by itself."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(start, folder))
        child, hear = begun(work, path)
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        said = len(os.read(hear, 10_000))
        os.close(hear)
        try:
            faults, log = check(path)
            wrong = work.left(path, said)
        except NoCase as reason:
            return str(reason), True
        broken = first_broken(log)
        words = [f"{fault.where}: {fault.reason}" for fault in faults] + [wrong] * bool(wrong)
        words += [f"the chain breaks at {broken}"] if broken is not None else []
        return "; ".join(words), os.WIFSIGNALED(status)


def started(folder: Path) -> Path:
    """The case that every work begins with."""
    path = folder / "a.rashomon"
    rashomon.save(rashomon.compare([EXAMPLE / name for name in OLD]), path)
    return path


def main() -> int:
    """Prints for each work how often it was killed and how often something was wrong."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("rounds", nargs="?", type=int, default=100)
    arguments.add_argument("--seed", type=int, default=7)
    given = arguments.parse_args()
    chance = random.Random(given.seed)  # noqa: S311
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        start = started(Path(folder))
        for work in WORKS:
            takes = duration(work, start)
            stopped = 0
            for _ in range(given.rounds):
                wrong, before_its_end = killed(work, start, chance.uniform(0, takes))
                stopped += before_its_end
                bad += bool(wrong)
                if wrong:
                    print(f"{work.name}: {wrong}")
            print(f"{work.name:<8} {given.rounds} kills, {stopped} before its end ({takes:.2f} s)")
    print(f"{bad} times something was wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
