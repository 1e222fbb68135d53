"""What an account was read from, laid out again: every character in its place, in every kind of file. All invented."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from archives import answer, record
from hypothesis import given, settings
from hypothesis import strategies as st
from prints import column, printed

from rashomon.accounts import Unreadable, account_of, account_of_page, original_bytes, original_of
from rashomon.accounts.opened import PARSERS
from rashomon.types import Account, Original

PAGE = b"""<html><head><title>Ferry</title><style>p{color:red}</style></head><body onload="x()">
<nav><ul><li><a href="/">Home</a></li><li>News</ul></nav>
<h1>Ferry  sinks</h1><p>At   least <b>12\n people</b>&nbsp;died<br> off Tes&shy;har.</p>
<pre>one
 two
<b>three</b>
</pre><table><tr><th>Port<td>9</table><img alt="The pier" src=x onerror=x><button>Go</button>
<script>alert(1)</script><svg><text>drawn</text></svg><p>Last\x00 words</p></body></html>"""
ODD = (
    b"<p>a<p>b<div>c<span> d</span></div> e <i>f <b>g</i> h</b>",
    b"<li>one<li>two<td>three</td>four",
    b"<ul>loose<li>item<ul><li>in it</ul>loose again</ul>",
    b"<table>before<tr><td>cell<table><tr><td>inner</table></table>after",
    "<p>\u00a0edge\u00a0<p>\u2003wide\u2003 \u200bunseen\ufeff".encode(),
    b"<p>" + b"<div>" * 3000 + b"deep" + b"</div>" * 3000,
    b"<pre>\n\n  x  \n</pre>  y",
    b"<p>a<br><br>b<br>",
    b"<noscript><p>no script</p></noscript><template><p>x</p></template><p>y",
)
LETTER = (
    b"From: ilse@post.example\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
)
SAVED = (
    b"From: <Saved>\r\nSnapshot-Content-Location: https://post.example/ferry\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\n'
    b"Content-Location: https://post.example/ferry\r\n\r\n" + PAGE + b"\r\n--B--\r\n"
)


def words(original: Original) -> str:
    """All that is shown, without white space."""
    text = original.account.text
    return "".join("".join(text[one.start : one.end].split()) for one in original.shown if one.kind == "text")


def held(account: Account) -> str:
    return "".join(account.text.split())


def test_page_is_shown_in_its_order_with_its_elements() -> None:
    account = account_of_page(PAGE, "ferry.html")
    original = original_of(account)
    assert original.unplaced == ""
    assert original.length == len(PAGE)
    shown = [(one.kind, one.element, one.words or account.text[one.start : one.end]) for one in original.shown]
    assert ("text", "", "At least ") in shown
    assert shown[shown.index(("text", "", "At least ")) + 1 :][:2] == [("begin", "b", ""), ("text", "", "12 people")]
    assert ("text", "", "\u00a0died") in shown
    assert ("text", "", "one\ntwo\n") in shown
    assert ("begin", "a", "/") in shown
    assert ("picture", "", "The pier") in shown
    assert ("part", "button", "Go") in shown
    assert not any("alert" in said or "drawn" in said or "color" in said for _, _, said in shown)


@pytest.mark.parametrize("page", [PAGE, *ODD], ids=range(len(ODD) + 1))
def test_every_character_is_shown_once_and_in_order(page: bytes) -> None:
    account = account_of_page(page, "odd.html")
    original = original_of(account)
    assert original.unplaced == ""
    assert words(original) == held(account)
    runs = [(one.start, one.end) for one in original.shown if one.kind == "text"]
    assert all(before[1] <= after[0] for before, after in pairwise(runs))


BITS = ("<p>", "</p>", "<b>", "</b>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<pre>", "</pre>",
        "<br>", "<a href='x'>", "</a>", " ", "\n", "\u00a0", "\u200b", "\x85", "a", "12 b", "&nbsp;", "&amp;", "<!-- c -->",
        "<button>x</button>", "<blockquote>", "</blockquote>", "<h2>", "</h2>", "\u2028", "e\u0301")  # fmt: skip


@settings(deadline=None)  # the first page loads the libraries
@given(st.lists(st.sampled_from(BITS), min_size=1, max_size=40).map("".join))
def test_any_page_is_laid_out(markup: str) -> None:
    try:
        account = account_of_page(markup.encode(), "any.html")
    except Unreadable:
        return
    original = original_of(account)
    assert original.unplaced == ""
    assert words(original) == held(account)


@pytest.mark.parametrize(
    ("parser", "content"),
    [
        ("warc", record("https://post.example/ferry", answer(PAGE, packed=True))),
        ("mhtml", SAVED),
        ("eml", LETTER + PAGE),
        ("json", json.dumps({"url": "https://post.example/ferry", "html": PAGE.decode()}).encode()),
        ("csv", b'url,html\nhttps://post.example/ferry,"<p>At least <b>12</b> died.</p>"\n'),
    ],
)
def test_page_inside_another_file_is_laid_out(parser: str, content: bytes) -> None:
    account = PARSERS[parser].read(content, "ferry", "")
    original = original_of(account)
    assert original.unplaced == ""
    assert any(one.kind == "begin" and one.element == "b" for one in original.shown)
    assert words(original) == held(account)
    assert original_bytes(account) == content


def test_text_has_no_other_layout_than_its_own() -> None:
    broken = "“At least 12 people died,” the coast guard’s chief said, “and it’s over.” " * 3
    for content in (b"At least 12 died.\n", broken.encode("utf-8").decode("cp1252", "ignore").encode()):
        original = original_of(account_of(content, "a.txt"))
        assert (original.shown, original.sheets, original.unplaced) == ((), (), "")
        assert original.length == len(content)
        assert original_bytes(original.account) == content


def test_print_has_its_lines_on_its_pages_and_what_runs_along_the_edge() -> None:
    head = [(50.0, 810.0, 8.0, "The Gazette"), (400.0, 810.0, 8.0, "2 May")]
    text = [
        "At least 12 people were killed in the acci-",
        "dent, and more than forty were hurt there.",
        "Nobody else was.",
    ]
    pages = [[*head, *column(50, 700, text), (290.0, 40.0, 8.0, str(number))] for number in (1, 2)]
    account = PARSERS["pdf"].read(printed([*pages, None]), "a.pdf", "")
    original = original_of(account)
    assert [(sheet.number, sheet.box, sheet.is_picture) for sheet in original.sheets] == [
        (1, (0, 0, 595, 842), False), (2, (0, 0, 595, 842), False), (3, (0, 0, 595, 842), True),
    ]  # fmt: skip
    for sheet in original.sheets[:2]:
        assert [line.words for line in sheet.lines if line.start is None] == ["The Gazette 2 May", str(sheet.number)]
        for line in sheet.lines:
            assert len(line.edges) == len(line.words) + 1
            assert list(line.edges) == sorted(line.edges)
            if line.start is not None:
                read = account.text[line.start :][: len(line.words)]
                assert read.startswith(line.words.rstrip("-"))
    line = next(line for line in original.sheets[0].lines if line.words.startswith("At least 12"))
    assert line.edges[11] == pytest.approx(98, abs=3)  # "At least 12" in Helvetica of 10 points is 48 wide


def test_turned_print_is_shown_upright() -> None:
    pages = [column(50, 700, ["At least 12 people died.", "More than forty were hurt."])]
    account = PARSERS["pdf"].read(printed(pages, matrix="0 1 -1 0 842 0"), "a.pdf", "")
    (sheet,) = original_of(account).sheets
    left, bottom, right, top = sheet.box
    for line in sheet.lines:
        assert line.box[2] - line.box[0] > line.box[3] - line.box[1]
        assert left <= line.box[0]
        assert line.box[2] <= right
        assert bottom <= line.box[1]
        assert line.box[3] <= top
    assert sheet.lines[0].box[1] > sheet.lines[1].box[1]


def test_text_that_was_read_otherwise_is_placed_nowhere() -> None:
    page = account_of_page(PAGE, "ferry.html")
    pdf = PARSERS["pdf"].read(printed([column(50, 700, ["At least 12 died."])]), "a.pdf", "")
    row = PARSERS["json"].read(b'{"text": "At least 12 died.", "url": "https://a.example"}', "a", "")
    for account in (page, pdf, row):
        other = replace(account, text=account.text.replace("12", "13"))
        original = original_of(other)
        assert (original.shown, original.sheets) == ((), ())
        assert "another text" in original.unplaced
    longer = original_of(replace(page, text=page.text + "\n\nMore"))
    assert "ends before" in longer.unplaced


def test_bytes_that_can_no_longer_be_read_are_said_to_be() -> None:
    pdf = PARSERS["pdf"].read(printed([column(50, 700, ["At least 12 died."])]), "a.pdf", "")
    assert original_of(replace(pdf, original=b"%PDF-broken")).unplaced == "not a whole PDF"
    assert original_of(replace(pdf, parser="unknown")).unplaced
