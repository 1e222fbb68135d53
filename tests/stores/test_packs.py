"""A case handed over: whole and the same each time, and nothing is unpacked that was changed on the way."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import zipfile
from pathlib import Path

import example
import pytest
from archives import crawl
from click.testing import CliRunner, Result
from prints import column, printed

import rashomon
from rashomon.cli import main


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    (folder / "crawl.warc").write_bytes(b"".join(crawl()))
    (folder / "a.pdf").write_bytes(printed([column(50, 700, ["At least 12 people died in Teshar, she said."])]))
    shutil.copy(example.FOLDER / "3_ministry.txt", folder)
    path = folder / "a.rashomon"
    rashomon.save(rashomon.compare([folder / "crawl.warc", folder / "a.pdf", folder / "3_ministry.txt"]), path)
    return path


@pytest.fixture(scope="module")
def packed(case: Path) -> Path:
    assert run("pack", case, "-o", case.with_name("a.zip")).exit_code == 0
    return case.with_name("a.zip")


def test_everything_comes_back(case: Path, packed: Path, tmp_path: Path) -> None:
    done = run("unpack", packed, "-o", tmp_path / "new")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "new" / "case.rashomon").read_bytes() == case.read_bytes()
    assert run("verify", tmp_path / "new" / "case.rashomon").exit_code == 0
    for account in rashomon.load(case).accounts:
        (file,) = (tmp_path / "new" / "originals").glob(f"{account.digest}.*")
        assert hashlib.sha256(file.read_bytes()).hexdigest() == account.digest
    assert {file.suffix for file in (tmp_path / "new" / "originals").iterdir()} == {".txt", ".pdf", ".warc"}
    if shutil.which("sha256sum"):
        assert (
            subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=tmp_path / "new", check=False).returncode
            == 0
        )


def test_packing_twice_gives_the_same_bytes(case: Path, packed: Path, tmp_path: Path) -> None:
    assert run("pack", case, "-o", tmp_path / "b.zip").exit_code == 0
    assert (tmp_path / "b.zip").read_bytes() == packed.read_bytes()


def changed(packed: Path, target: Path, change: str) -> Path:
    """The archive with one file changed, left out, added or called otherwise."""
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            name = entry.filename
            if name.endswith(".pdf"):
                if change == "left out":
                    continue
                content = content[:-1] + b"!" if change == "changed" else content
                name = "../escaped.pdf" if change == "pointing out" else name
            if name == "SHA256SUMS" and change == "pointing out":
                content = b"\n".join(
                    line[:66] + b"../escaped.pdf" if line.endswith(b".pdf") else line for line in content.split(b"\n")
                )
            new.writestr(name, content)
        if change == "added":
            new.writestr("originals/more.txt", b"more")
    return target


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("changed", "is not as it was packed"),
        ("left out", "is missing"),
        ("added", "was not packed with the rest"),
        ("pointing out", "points out of the archive"),
    ],
)
def test_nothing_is_unpacked_that_was_changed(packed: Path, tmp_path: Path, change: str, reason: str) -> None:
    done = run("unpack", changed(packed, tmp_path / "b.zip", change), "-o", tmp_path / "new")
    assert done.exit_code == 3
    assert reason in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["b.zip"]


def test_archive_that_is_cut_off_or_none_is_refused(packed: Path, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(packed.read_bytes()[:5000])
    (tmp_path / "c.zip").write_bytes(b"no archive")
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as other:
        other.writestr("a.txt", "x")
    for name in ("b.zip", "c.zip", "d.zip"):
        done = run("unpack", tmp_path / name, "-o", tmp_path / "new")
        assert done.exit_code == 3
        assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "new").exists()


def test_folder_that_holds_something_is_left_alone(packed: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    done = run("unpack", packed, "-o", tmp_path)
    assert done.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_case_with_a_fault_is_not_packed(case: Path, tmp_path: Path) -> None:
    content = bytearray(case.read_bytes())
    place = content.index(b"At least 12 people")
    content[place : place + 2] = b"Xt"
    (tmp_path / "a.rashomon").write_bytes(content)
    done = run("pack", tmp_path / "a.rashomon", "-o", tmp_path / "a.zip")
    assert done.exit_code == 3
    assert not (tmp_path / "a.zip").exists()
