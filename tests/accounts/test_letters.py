"""Letters and pages saved as letters: what they say, who wrote them, what came with them."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from archives import page

from rashomon.accounts import Unreadable, gather, read_file, rederived


def letter(text: str = "", markup: bytes = b"") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ilse Varn <ilse@post.example>"
    made["Subject"] = "Ferry sinks off Teshar"
    made["Date"] = "Fri, 02 May 2031 23:30:00 +0200"
    if text:
        made.set_content(text)
    if markup and text:
        made.add_alternative(markup.decode(), subtype="html")
    return made


def test_letter_states_its_subject_sender_and_day(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(letter("Zwölf people died.\n").as_bytes())
    account = read_file(tmp_path / "a.eml")
    assert account.text == "Zwölf people died.\n"
    assert (account.title, account.author, account.published) == (
        "Ferry sinks off Teshar", "Ilse Varn", date(2031, 5, 2),
    )  # fmt: skip
    assert account.original == (tmp_path / "a.eml").read_bytes()
    again = rederived(account)
    assert again is not None
    assert again.text == account.text


def test_page_of_a_letter_is_read_rather_than_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(letter("See it in a browser.", page("Twelve died.")).as_bytes())
    assert read_file(tmp_path / "a.eml").text == "Twelve died."


def test_what_came_with_a_letter_is_read_too(tmp_path: Path) -> None:
    made = letter("Enclosed.")
    made.add_attachment(page("Fifteen died."), maintype="text", subtype="html", filename="report.html")
    made.add_attachment(b"\x00", maintype="image", subtype="png", filename="a.png")
    (tmp_path / "a.eml").write_bytes(made.as_bytes())
    assert [account.name for account in gather([tmp_path]).accounts] == ["a.eml", "report.html"]


def test_letter_is_known_by_its_head(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(letter("Twelve people died.").as_bytes())
    assert read_file(tmp_path / "a.txt").parser == "eml"
    (tmp_path / "b.txt").write_text("Teshar: one\nHarbour: two\nFerry: three\n\nTwelve people died.\n")
    assert read_file(tmp_path / "b.txt").parser == "plain"


def saved(location: str) -> bytes:
    return (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://post.example/ferry\r\nSubject: Ferry\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--x"\r\n\r\n'
        "----x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://ads.example/\r\n\r\n<html><body><p>Buy boats.</p></body></html>\r\n"
        "----x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {location}\r\n\r\n<html><body><p>F=C3=A4hre: twelve died.</p></body></html>\r\n----x--\r\n"
    ).encode()


def test_saved_page_is_the_one_that_was_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_bytes(saved("https://post.example/ferry"))
    account = read_file(tmp_path / "a.mhtml")
    assert (account.text, account.url, account.parser) == (
        "Fähre: twelve died.", "https://post.example/ferry", "mhtml",
    )  # fmt: skip


@pytest.mark.parametrize("content", [b"Subject: nothing\r\nMIME-Version: 1.0\r\n\r\n", b"", b"\x00\x01"])
@pytest.mark.parametrize("name", ["a.eml", "a.mhtml"])
def test_letter_without_anything_is_refused(tmp_path: Path, content: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable, match=name):
        read_file(tmp_path / name)


def test_letter_of_parts_without_end_is_refused(tmp_path: Path) -> None:
    head = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\r\n\r\n--{n}\r\n' for n in range(60))
    (tmp_path / "a.eml").write_text(f"MIME-Version: 1.0\r\n{head}Content-Type: text/plain\r\n\r\nx")
    with pytest.raises(Unreadable, match="inside one another"):
        read_file(tmp_path / "a.eml")
