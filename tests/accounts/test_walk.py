"""Archives: what they hold at any depth, what is refused in them, and what would fill the memory."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from archives import crawl, page, tarred, zipped

from rashomon.accounts import gather, limits
from rashomon.accounts.walk import pieces_of

MEMBERS = {
    "may/a.txt": b"Twelve died.",
    "june/a.txt": b"Fifteen died.",
    "june/b.html": page("Eighteen died."),
    "june/c.png": b"\x89PNG",
    "crawl.warc.gz": b"".join(gzip.compress(one, mtime=0) for one in crawl()),
    "rows.csv": b"id,text\nx,Twenty died.\n",
}
NAMES = [
    "a.txt", "b.html", "https://post.example/ferry", "https://wire.example/ferry", "may/a.txt", "x",
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("all.zip", zipped(MEMBERS)),
        ("all.tar", tarred(dict(sorted(MEMBERS.items())), "")),
        ("all.tar.gz", tarred(dict(sorted(MEMBERS.items())))),
        ("all.tgz", tarred(dict(sorted(MEMBERS.items())))),
        ("outer.zip", zipped({"inner.zip": zipped(MEMBERS)})),
        ("all.tar.xz", tarred(dict(sorted(MEMBERS.items())), "xz")),
    ],
)
def test_archive_holds_what_its_files_hold(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    gathered = gather([tmp_path])
    assert [account.name for account in gathered.accounts] == NAMES
    assert not gathered.refused
    assert any("1 files of other kinds" in str(note) for note in gathered.notes)


def test_packed_file_is_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page("Twelve died.")))
    (account,) = gather([tmp_path]).accounts
    assert (account.name, account.text, account.parser) == ("a.html", "Twelve died.", "html")


def bomb(size: int) -> bytes:
    return zipped({"a.txt": b"\0" * size})


def test_file_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED", 3_000_000)
    (tmp_path / "a.zip").write_bytes(zipped({f"{n}.txt": b"word " * 200_000 for n in range(9)}))
    gathered = gather([tmp_path])
    assert len(gathered.accounts) <= 3
    assert "unpacks to more than" in str(gathered.refused[-1])
    assert len(gathered.refused) <= 4


def test_file_larger_than_its_header_says_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.accounts.walk.LARGEST", 1_000_000)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"word " * 400_000))
    (tmp_path / "b.txt").write_text("Twelve died.")
    gathered = gather([tmp_path])
    assert "larger than" in str(gathered.refused[0])
    assert [account.name for account in gathered.accounts] == ["b.txt"]


def test_archives_inside_archives_have_an_end(tmp_path: Path) -> None:
    content = zipped({"a.txt": b"Twelve died."})
    for _ in range(8):
        content = zipped({"deep.zip": content})
    (tmp_path / "a.zip").write_bytes(content)
    gathered = gather([tmp_path])
    assert not gathered.accounts
    assert "inside one another" in str(gathered.refused[0])


def locked() -> bytes:
    made = bytearray(zipped({"a.txt": b"Twelve died."}))
    made[6] |= 1
    made[made.index(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.zip", zipped(MEMBERS)[:200], "cannot be unpacked"),
        ("a.zip", zipped({"a.png": b"x"}), "without texts or pages"),
        ("a.zip", locked(), "password"),
        ("a.tar.gz", tarred(MEMBERS)[:100], "cannot be unpacked"),
        ("a.gz", b"\x1f\x8b rubbish", "cannot be unpacked"),
        ("a.txt.xz", b"\xfd7zXZ rubbish", "cannot be unpacked"),
        ("a.zip", zipped({"a.txt": b"\x00\x01"}), "a.zip!a.txt, byte 0: a binary file"),
    ],
)
def test_broken_archive_is_named(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    refused = gather([tmp_path / name]).refused
    assert len(refused) == 1
    assert reason in str(refused[0])


def test_broken_file_does_not_spoil_the_others_of_its_archive(tmp_path: Path) -> None:
    made = bytearray(zipped({"a.txt": b"Twelve people died." * 20, "b.txt": b"Fifteen died."}))
    made[40:44] = b"\xff\xff\xff\xff"
    (tmp_path / "a.zip").write_bytes(bytes(made))
    gathered = gather([tmp_path])
    assert [account.name for account in gathered.accounts] == ["b.txt"]
    assert "a.txt" in str(gathered.refused[0])


def test_order_of_what_is_named_changes_nothing(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.zip").write_bytes(zipped({"a.txt": name.encode(), "same.txt": b"Twelve died."}))
    files = sorted(tmp_path.iterdir())
    assert gather(files) == gather(reversed(files)) or [a.name for a in gather(files).accounts] == [
        a.name for a in gather(reversed(files)).accounts
    ]


def test_name_with_folders_upwards_stays_a_name(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("../../etc/a.txt", "Twelve died.")
    (tmp_path / "a.zip").write_bytes(made.getvalue())
    assert [account.name for account in gather([tmp_path]).accounts] == ["a.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_missing_file_is_named(tmp_path: Path) -> None:
    (reason,) = pieces_of(tmp_path / "none.zip")
    assert "no such file" in str(reason)
