from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.accounts import Unreadable, read_plain


def test_text_is_the_file_unchanged(tmp_path: Path) -> None:
    written = "\ufeffA\r\nB\u00a0“c”\n\n".encode()
    (tmp_path / "a.txt").write_bytes(written)
    account = read_plain(tmp_path / "a.txt")
    assert account.text.encode() == written
    assert account.name == "a.txt"


@pytest.mark.parametrize(
    ("content", "reason", "place"),
    [
        (b"", "empty", ""),
        (b" \n\t\n", "white space", ""),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary", "byte"),
        ("\ufefftext".encode("utf-16-le"), "UTF-16", "byte 0"),
        (b"one\ntwo caf\xe9 three", "Windows-1252", "byte 11, line 2"),
        (b"\xc3\x28 \x81", "not UTF-8", "byte 0, line 1"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(tmp_path: Path, content: bytes, reason: str, place: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(Unreadable) as refused:
        read_plain(tmp_path / "a.txt")
    assert reason in refused.value.reason
    assert refused.value.place.startswith(place)
    assert str(tmp_path / "a.txt") in str(refused.value)


def test_stray_control_character_of_a_saved_page_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Twelve people died." * 100 + b"\x1a")
    assert read_plain(tmp_path / "a.txt").text.endswith("\x1a")


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        read_plain(tmp_path / "none.txt")
