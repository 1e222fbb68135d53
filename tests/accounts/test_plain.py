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
        (b"\xff\xfeodd", "not the UTF-16", "byte 4"),
        (b"one\ntwo \x81 three", "neither UTF-8 nor", "byte 8, line 2"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(tmp_path: Path, content: bytes, reason: str, place: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(Unreadable) as refused:
        read_plain(tmp_path / "a.txt")
    assert reason in refused.value.reason
    assert refused.value.place.startswith(place)
    assert str(tmp_path / "a.txt") in str(refused.value)


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        ("\ufeffTwelve “died”.".encode("utf-16-le"), "Twelve “died”.", "utf-16"),
        ("Twelve “died” at the café.".encode("cp1252"), "Twelve “died” at the café.", "cp1252"),
        (
            ("Паром затонул у Тешара, погибли люди. " * 9).encode("cp1251"),
            "Паром затонул у Тешара, погибли люди. " * 9,
            "cp1251",
        ),
        (
            "“Twelve” — “many” — died at the café".encode() + b"\x92s pier.",
            "“Twelve” — “many” — died at the café’s pier.",
            "utf-8 with 1 bytes of cp1252",
        ),
    ],
)
def test_other_encoding_is_found_and_kept(tmp_path: Path, content: bytes, text: str, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    account = read_plain(tmp_path / "a.txt")
    assert account.text == text
    assert account.original == content
    assert (account.parser, account.meta[0].value) == ("decoded", encoding)


BROKEN = "“We”, she said, “won’t go.” “Twelve — or more — died,” the café’s owner said."


def test_text_that_was_decoded_wrongly_is_mended_and_that_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(BROKEN.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d").encode())
    account = read_plain(tmp_path / "a.txt")
    assert account.text == BROKEN
    assert "decode utf-8" in next(meta.value for meta in account.meta if meta.name == "mended")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cafÃ© was closed, the harbour office said.", "The cafÃ© was closed, the harbour office said."),
        ("\x93Twelve\x94 died \x96 or more.", "“Twelve” died – or more."),
        (
            "Ferry “Âra” sank; 12 × 3 = 36; 5 °C; naïve façade — £5.",
            "Ferry “Âra” sank; 12 × 3 = 36; 5 °C; naïve façade — £5.",
        ),
    ],
)
def test_characters_of_a_text_that_is_hardly_broken_keep_their_places(tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert read_plain(tmp_path / "a.txt").text == expected


def test_stray_control_character_of_a_saved_page_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Twelve people died." * 100 + b"\x1a")
    assert read_plain(tmp_path / "a.txt").text.endswith("\x1a")


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        read_plain(tmp_path / "none.txt")
