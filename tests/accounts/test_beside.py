"""What stands beside a file: found by its name, told of where it cannot be used, never an account itself."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest
from archives import crawl

from rashomon.accounts import Sidecar, gather

TOML = 'outlet = "The Harbour Post"\nauthor = "Ilse Varn"\ndate = 2031-05-02\nurl = "https://post.example/a"\n'
JSON = (
    '{"outlet": "The Harbour Post", "author": "Ilse Varn", "published": "2031-05-02", "url": "https://post.example/a"}'
)


@pytest.mark.parametrize(
    ("name", "content"), [("a.toml", TOML), ("a.txt.toml", TOML), ("a.json", JSON), ("a.txt.json", JSON)]
)
def test_statement_beside_a_file_is_its_own(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / "a.txt").write_text("Twelve died.")
    (tmp_path / name).write_text(content)
    for given in ([tmp_path], [tmp_path / "a.txt"], [tmp_path / "a.txt", tmp_path / name]):
        gathered = gather(given)
        (account,) = gathered.accounts
        assert (account.outlet, account.author, account.published, account.url) == (
            "The Harbour Post", "Ilse Varn", date(2031, 5, 2), "https://post.example/a",
        )  # fmt: skip
        assert not gathered.refused


def test_metadata_for_many_outweighs_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Twelve died.")
    (tmp_path / "a.toml").write_text(TOML)
    (account,) = gather([tmp_path], {"a.txt": Sidecar(account="a.txt", outlet="The Inland Post")}).accounts
    assert (account.outlet, account.author) == ("The Inland Post", "Ilse Varn")


def test_object_with_a_text_is_an_account_beside_another(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Twelve died.")
    (tmp_path / "a.json").write_text('{"text": "Fifteen died."}')
    assert len(gather([tmp_path]).accounts) == 2


def test_statement_beside_an_archive_is_for_all_in_it(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(b"".join(map(gzip.compress, crawl())))
    (tmp_path / "crawl.warc.gz.toml").write_text('outlet = "The Harbour Post"\nurl = "https://other.example"\n')
    gathered = gather([tmp_path])
    assert {account.outlet for account in gathered.accounts} == {"The Harbour Post"}
    assert all(account.url == account.name for account in gathered.accounts)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("outlet = ", "states nothing usable"),
        ('date = "spring"', "'published' cannot be used: 'spring'"),
        ("outlet = 3", "'outlet' cannot be used"),
    ],
)
def test_statement_that_cannot_be_used_is_named_and_the_account_read(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "a.txt").write_text("Twelve died.")
    (tmp_path / "a.toml").write_text(content)
    gathered = gather([tmp_path])
    assert len(gathered.accounts) == 1
    assert reason in str(gathered.refused[0])


def test_unknown_field_is_passed_over_and_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Twelve died.")
    (tmp_path / "a.toml").write_text(TOML + 'colour = "red"\n')
    gathered = gather([tmp_path])
    assert gathered.accounts[0].outlet == "The Harbour Post"
    assert "colour" in str(gathered.notes[0])


def test_file_for_many_is_no_account_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Twelve died.")
    (tmp_path / "metadata.jsonl").write_text('{"account": "a.txt", "outlet": "The Harbour Post"}\n')
    gathered = gather([tmp_path])
    assert [account.name for account in gathered.accounts] == ["a.txt"]
    assert not gathered.refused
