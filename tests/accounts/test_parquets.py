"""Accounts in Parquet: a row is an account, as a line of JSON with the same names would be."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from rashomon.accounts import gather, rederived

arrow: Any = pytest.importorskip("pyarrow", reason="pyarrow is not installed: make extras")


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    from pyarrow.parquet import write_table

    write_table(arrow.Table.from_pylist(rows), path)
    return path


def test_a_row_is_the_account_that_a_line_of_json_would_be(tmp_path: Path) -> None:
    row = {"id": "a", "title": "Ferry", "text": "Twelve died.", "outlet": "The Harbour Post", "authors": ["Ilse Varn"]}
    dated = [{**row, "date": date(2031, 5, 2)}, {**row, "id": "b", "date": None}]
    path = written(
        tmp_path / "rows.parquet", [*dated, {**row, "id": "c", "text": "Ten died.", "date": date(2031, 5, 3)}]
    )
    (tmp_path / "a.jsonl").write_text(json.dumps({**row, "date": "2031-05-02"}) + "\n")
    found, (as_json,) = gather([path]).accounts, gather([tmp_path / "a.jsonl"]).accounts
    assert [each.name for each in found] == ["a", "b", "c"]
    for field in ("text", "title", "outlet", "author", "published", "digest", "name"):
        assert getattr(found[0], field) == getattr(as_json, field), field
    assert found[2].published == date(2031, 5, 3)
    assert (found[2].provenance.file, found[2].provenance.line) == ("rows.parquet", 3)  # type: ignore[union-attr]
    again = rederived(found[2])
    assert again is not None
    assert (again.text, again.digest) == (found[2].text, found[2].digest)


def test_bytes_times_and_structs_are_understood(tmp_path: Path) -> None:
    rows = [{"html": b"<html><body><p>Twelve died in Teshar on Tuesday.</p></body></html>", "metadata": {"url": "https://post.example/a"},
             "pub_date": datetime(2031, 5, 2, 10, 0, 0, tzinfo=UTC), "weight": 1.5}]  # fmt: skip
    (account,) = gather([written(tmp_path / "rows.parquet", rows)]).accounts
    assert account.name == "https://post.example/a"
    assert "Twelve died in Teshar" in account.text
    assert account.published == date(2031, 5, 2)


@pytest.mark.parametrize("name", ["rows.parquet", "rows.bin"])
def test_a_file_that_is_broken_or_holds_no_text_is_named(tmp_path: Path, name: str) -> None:
    whole = written(tmp_path / name, [{"text": f"{at} died."} for at in range(500)])
    assert len(gather([whole]).accounts) == 500
    broken = tmp_path / f"cut_{name}"
    broken.write_bytes(whole.read_bytes()[:-200])
    assert len(gather([broken]).refused) == 1
    other = written(tmp_path / f"other_{name}", [{"number": 1}])
    assert "no column holds a text" in str(gather([other]).refused[0])


def test_without_the_library_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "rows.parquet", [{"text": "Twelve died."}])
    monkeypatch.setattr("rashomon.accounts.parquets.find_spec", lambda _: None)
    (refused,) = gather([path]).refused
    assert "rashomon[analytics]" in str(refused)
