"""Tables and JSON files: which column holds what, what each row is called, what is no row."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from rashomon.accounts import Gathered, gather, rederived

EXPORTS = {
    "news-please": {
        "maintext": "Twelve died.", "title": "Ferry", "authors": ["Ilse Varn", "Karl Orn"], "filename": "x.html",
        "date_publish": "2031-05-02 10:00:00", "source_domain": "post.example", "url": "https://post.example/a",
    },
    "Zyte": {
        "url": "https://post.example/a",
        "article": {
            "headline": "Ferry", "articleBody": "Twelve died.", "articleBodyHtml": "<p>Twelve died.</p>",
            "datePublished": "2031-05-02T10:00:00Z", "authors": [{"name": "Ilse Varn"}, {"name": "Karl Orn"}],
        },
    },
    "datatrove": {
        "text": "Twelve died.", "id": "<urn:uuid:1>",
        "metadata": {"url": "https://post.example/a", "date": "2031-05-02T10:00:00Z", "dump": "x"},
    },
    "Media Cloud": {
        "id": 7, "media_name": "The Harbour Post", "publish_date": "2031-05-02", "title": "Ferry",
        "url": "https://post.example/a", "text": "Twelve died.",
    },
}  # fmt: skip


def written(tmp_path: Path, name: str, content: str | bytes) -> Gathered:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return gather([tmp_path / name])


@pytest.mark.parametrize("shape", EXPORTS)
def test_known_exports_are_read(tmp_path: Path, shape: str) -> None:
    for name, content in (
        ("a.jsonl", json.dumps(EXPORTS[shape]) + "\n"),
        ("b.json", json.dumps(EXPORTS[shape], indent=1)),
    ):
        (account,) = written(tmp_path, name, content).accounts
        assert account.text.endswith("Twelve died.")
        assert account.name == account.url == "https://post.example/a"
        assert account.published == date(2031, 5, 2)
        assert account.author in {"Ilse Varn, Karl Orn", None}
        again = rederived(account)
        assert again is not None
        assert (again.text, again.digest) == (account.text, account.digest)


def test_title_stands_above_the_text_unless_it_does_already(tmp_path: Path) -> None:
    first, second = (
        {"title": "Ferry sinks", "text": "Twelve died."},
        {"title": "Ferry", "text": "Ferry\n\nTwelve died."},
    )
    gathered = written(tmp_path, "a.jsonl", f"{json.dumps(first)}\n{json.dumps(second)}\n")
    assert [account.text for account in gathered.accounts] == ["Ferry sinks\n\nTwelve died.", "Ferry\n\nTwelve died."]
    assert [account.name for account in gathered.accounts] == ["a.jsonl:1", "a.jsonl:2"]


def test_page_in_a_column_is_a_page(tmp_path: Path) -> None:
    gathered = written(tmp_path, "a.jsonl", json.dumps({"url": "https://a.example", "html": "<p>One.</p><p>Two.</p>"}))
    assert len(gathered.accounts[0].blocks) == 2


def test_rows_of_a_table(tmp_path: Path) -> None:
    table = '\ufeffID;Headline;Body;Date\r\n1;Ferry;"Twelve\r\ndied; ""many"" hurt.";2031-05-02\r\n;;;\r\n2;;Fifteen died.;\r\n'
    gathered = written(tmp_path, "a.csv", table)
    assert [(account.name, account.text) for account in gathered.accounts] == [
        ("1", 'Ferry\n\nTwelve\r\ndied; "many" hurt.'), ("2", "Fifteen died."),
    ]  # fmt: skip
    first = gathered.accounts[0]
    assert (
        first.original
        == ('\ufeffID;Headline;Body;Date\r\n1;Ferry;"Twelve\r\ndied; ""many"" hurt.";2031-05-02\r\n').encode()
    )
    assert first.provenance is not None
    assert first.provenance.line == 2
    assert gathered.accounts[1].provenance.line == 5  # type: ignore[union-attr]
    again = rederived(first)
    assert again is not None
    assert again.text == first.text


def test_list_of_objects_keeps_the_bytes_of_each(tmp_path: Path) -> None:
    content = (
        '\ufeff[\n {"text":  "Twelve died."},\n {"text": "Fifteen died.", "title": "Fähre"},\n {"text": "One."}\n]'
    )
    gathered = written(tmp_path, "a.json", content)
    assert [account.original for account in gathered.accounts] == [
        b'{"text":  "Twelve died."}',
        '{"text": "Fifteen died.", "title": "Fähre"}'.encode(),
        b'{"text": "One."}',
    ]
    assert [account.provenance.line for account in gathered.accounts] == [2, 3, 4]  # type: ignore[union-attr]
    for account in gathered.accounts:
        assert content.encode()[account.provenance.offset :].startswith(account.original)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.jsonl", '{"text": "One."}\n{"text": \n{"text": "Two."}\n', "line 2: not JSON"),
        ("a.jsonl", '{"text": "One."}\n[1]\n{"text": ""}\n', "line 2: not an object"),
        ("a.jsonl", '{"text": "One."}\n{"text": ""}\n', "line 2: its text is empty"),
        ("a.jsonl", '{"name": "x"}\n' * 5, "line 1: no column holds a text"),
        ("a.jsonl", '{"account": "a.txt", "outlet": "x"}\n', "--metadata"),
        ("a.json", '{"text": "One."', "not JSON"),
        ("a.json", "[" * 100_000, "not JSON"),
        ("a.json", '{"text": ' + "[" * 100_000, "not JSON"),
        ("a.csv", "url,title\nx,y\n", "line 1: no column holds a text"),
        ("a.csv", "url,text\nx,One.\nx,y,z\nx,Two.\n", "line 3: 3 cells under 2 columns"),
        ("a.csv", 'url,text\nx,One.\nx,"Two.\n', "not a table from here on"),
        ("a.csv", "url,text\nx,One.\nx,caf\xe9\n".encode("latin-1"), "not UTF-8"),
        ("a.csv", b"", "no column holds a text"),
    ],
)
def test_bad_row_is_named_and_the_rest_goes_on(tmp_path: Path, name: str, content: str, reason: str) -> None:
    gathered = written(tmp_path, name, content)
    assert reason in str(gathered.refused[0])
    assert len(gathered.refused) <= 2
    assert ("One." in {account.text for account in gathered.accounts}) == (
        "One.," in str(content) or 'One."}' in str(content) or "One.\\n" in repr(content)
    )
