from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rashomon.accounts import gather, read_sidecar


def test_what_is_stated_beside_a_file_is_the_accounts_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Twelve people died.")
    beside = tmp_path / "metadata.jsonl"
    beside.write_text('{"account": "a.txt", "outlet": "The Harbour Post", "published": "2031-05-02T10:00:00Z"}\n\n')
    stated, refused = read_sidecar(beside)
    (account,) = gather([tmp_path / "a.txt"], stated).accounts
    assert (account.outlet, account.published, refused) == ("The Harbour Post", date(2031, 5, 2), ())


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[1]", "an object"),
        ('{"outlet": "x"}', 'no "account"'),
        ('{"account": "a.txt", "date": "2031-05-02"}', "unknown field 'date'"),
        ('{"account": "a.txt", "published": "spring"}', "no day"),
        ('{"account": "a.txt", "outlet": 3}', "not a text"),
    ],
)
def test_bad_line_is_named_and_the_rest_go_on(tmp_path: Path, line: str, reason: str) -> None:
    beside = tmp_path / "metadata.jsonl"
    beside.write_text(line + '\n{"account": "b.txt", "outlet": "The Harbour Post"}\n')
    stated, refused = read_sidecar(beside)
    assert list(stated) == ["b.txt"]
    assert reason in str(refused[0])
    assert refused[0].place == "line 1"


def test_two_lines_of_one_account_that_differ_are_named(tmp_path: Path) -> None:
    beside = tmp_path / "metadata.jsonl"
    beside.write_text('{"account": "a.txt", "outlet": "A"}\n{"account": "a.txt", "outlet": "B"}\n')
    stated, refused = read_sidecar(beside)
    assert stated["a.txt"].outlet == "A"
    assert refused[0].place == "line 2"
