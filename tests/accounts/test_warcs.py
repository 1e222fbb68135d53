"""Web archives: the pages in them, where each lay, what is passed over, and what is broken."""

from __future__ import annotations

import gzip
import resource
import tracemalloc
import zlib
from pathlib import Path

import pytest
from archives import answer, crawl, page, record, zipped

from rashomon.accounts import Note, gather, rederived, stream
from rashomon.types import Account


@pytest.fixture(params=["crawl.warc", "crawl.warc.gz", "crawl.wacz"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    plain, packed = b"".join(crawl()), b"".join(map(gzip.compress, crawl()))
    wacz = {"datapackage.json": b"{}", "pages/pages.jsonl": b'{"url": "x"}', "archive/data.warc.gz": packed}
    content = {"crawl.warc": plain, "crawl.warc.gz": packed, "crawl.wacz": zipped(wacz)}[request.param]
    path = tmp_path / request.param
    path.write_bytes(content)
    return path


def test_pages_are_accounts_under_their_addresses(archive: Path) -> None:
    gathered = gather([archive])
    assert {account.name: account.text for account in gathered.accounts} == {
        "https://post.example/ferry": "Twelve people died.",
        "https://wire.example/ferry": "Fähre: fifteen died.",
    }
    assert not gathered.refused
    assert "2 pages read" in str(gathered.notes[0])
    assert "1 revisit records" in str(gathered.notes[0])
    assert [account.url for account in gathered.accounts] == [account.name for account in gathered.accounts]


def test_record_is_kept_whole_and_reads_the_same_by_itself(archive: Path) -> None:
    account = gather([archive]).accounts[1]
    assert account.original in b"".join(crawl())
    assert account.parser == "warc"
    again = rederived(account)
    assert again is not None
    assert (again.text, again.digest, again.blocks) == (account.text, account.digest, account.blocks)


def test_offset_leads_to_the_record(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(map(gzip.compress, crawl())))
    for account in gather([path]).accounts:
        assert account.provenance is not None
        assert account.provenance.captured == "2031-05-02T10:00:00Z"
        with path.open("rb") as file:
            file.seek(account.provenance.offset or 0)
            assert gzip.GzipFile(fileobj=file).read(len(account.original)) == account.original


def test_page_got_twice_is_two_accounts(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    url = "https://post.example/ferry"
    path.write_bytes(record(url, answer(page("Twelve died."))) + record(url, answer(page("Fifteen died."))))
    first, second = sorted(gather([path]).accounts, key=lambda account: len(account.name))
    assert first.name == url
    assert second.name.startswith(f"{url} (2031-05-02")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"WARC/1.0\r\nnothing", "a broken record"),
        (b"".join(crawl())[:900], "cut off"),
        (b"".join(crawl()) + b"WARC/1.0 rubbish\r\n\r\nmore rubbish" * 9, "not a whole web archive"),
        (record("", b"software: none\r\n", "warcinfo", "application/warc-fields")[:20], "a broken record"),
    ],
)
def test_broken_archive_is_named_and_the_rest_is_read(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(content)
    gathered = gather([path])
    assert any(reason in str(one) for one in gathered.refused), gathered.refused
    assert all(str(one).startswith(str(path)) for one in gathered.refused)
    assert len(gathered.accounts) == (2 if len(content) > 1000 else 1 if len(content) == 900 else 0)


def test_page_without_text_is_named_with_its_record(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(record("https://post.example/a", answer(page(""))) + crawl()[1])
    gathered = gather([path])
    assert "byte 0 (https://post.example/a)" in str(gathered.refused[0])
    assert len(gathered.accounts) == 1


def test_answer_that_unpacks_without_end_is_refused_before_it_has(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    bomb = zlib.compressobj(9, zlib.DEFLATED, 31)
    body = b"".join(bomb.compress(b"\0" * 1_000_000) for _ in range(400)) + bomb.flush()
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    path.write_bytes(record("https://post.example/bomb", head.encode() + body) + crawl()[1])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    gathered = gather([path])
    assert "(https://post.example/bomb): larger than 16 MB" in str(gathered.refused[0])
    assert len(gathered.accounts) == 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000  # kilobytes


def test_stream_needs_no_more_memory_for_more_records(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    with path.open("wb") as file:
        for number in range(600):
            body = page(f"At least {number} people died. " + "The ferry left late. " * 400)
            file.write(gzip.compress(record(f"https://post.example/{number}", answer(body)), 1))
    coming = stream([path])
    accounts = (one for one in coming if isinstance(one, Account))
    for _ in range(50):
        next(accounts)
    tracemalloc.start()
    assert sum(1 for _ in accounts) == 550
    grown, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown < 300_000  # a name and a digest for each
    assert most < 2_000_000
    assert not [one for one in coming if isinstance(one, Note)]
