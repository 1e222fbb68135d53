"""Saved pages: their text block by block, where each block stands, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resiliparse.parse.html import HTMLTree

from rashomon.accounts import Unreadable, account_of_page, gather, read_file, reopened
from rashomon.types import Account


def page(body: str) -> Account:
    return account_of_page(f"<html><body>{body}</body></html>".encode(), "page.html")


def texts(account: Account) -> list[str]:
    return [account.text[block.start : block.end] for block in account.blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One <b>bold</b> word.</p><p>Two.</p>", ["One bold word.", "Two."]),
        ("<div>Before<p>Inside.</p>after</div>", ["Before", "Inside.", "after"]),
        ("<p>One<br>two</p>", ["One\ntwo"]),
        ("<p>  much \n  space\t here </p>", ["much space here"]),
        ("<p>soft\u00adhyphen</p>", ["softhyphen"]),
        ("<p>A&nbsp;B &amp; C</p>", ["A\u00a0B & C"]),
        ("<table><tr><td>1</td><td>2</td></tr></table>", ["1", "2"]),
        ("<p>a</p><script>var b;</script><style>c{}</style><template>d</template><!-- e -->", ["a"]),
        ("<pre>one\n  two</pre>", ["one\ntwo"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<p>open <i>never <b>closed", ["open never closed"]),
    ],
)
def test_text_block_by_block(body: str, expected: list[str]) -> None:
    account = page(body)
    assert texts(account) == expected
    assert account.text == "\n\n".join(expected)


def test_block_knows_its_place_in_the_page() -> None:
    account = page('<div id="a" class="b c"><p>One.</p><p itemprop="text"><a href="#">Two</a> more.</p></div>')
    assert [block.path for block in account.blocks] == ["/html[1]/body[1]/div[1]/p[1]", "/html[1]/body[1]/div[1]/p[2]"]
    assert account.blocks[1].around == ("body", "div#a.b.c", "p[itemprop=text]")
    assert [block.linked for block in account.blocks] == [0, 3]


@settings(deadline=None)  # the first page loads the libraries
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div class=a>", "</div>", "<br>", "word ", "<b>", "</b>", "<td>", "&nbsp;", "<a>"]
        )
    )
)
def test_blocks_are_the_text_in_order(pieces: list[str]) -> None:
    try:
        account = page("".join(pieces))
    except Unreadable:
        return
    assert "\n\n".join(texts(account)) == account.text
    assert all(text.strip() == text for text in texts(account))
    tree = HTMLTree.parse(f"<html><body>{''.join(pieces)}</body></html>")
    assert tree.body is not None
    assert "".join(account.text.split()) == "".join((tree.body.text or "").split())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>Fähre</p>".encode(), "utf-8"),
        ("<p>Fähre</p>".encode("utf-8-sig"), "utf-8"),
        ("<p>Fähre</p>".encode("utf-16"), "utf-16-le"),
        ('<meta charset="iso-8859-1"><p>Fähre</p>'.encode("latin-1"), "cp1252"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>паром</p>'.encode("cp1251"),
            "cp1251",
        ),
        ('<meta charset="nonsense"><p>Fähre</p>'.encode(), "utf-8"),
    ],
)
def test_encoding_is_proved_declared_or_recorded(content: bytes, expected: str) -> None:
    account = account_of_page(content, "page.html")
    assert account.text in {"Fähre", "паром"}
    assert next(meta.value for meta in account.meta if meta.name == "encoding") == expected


def test_undeclared_encoding_is_found() -> None:
    words = "Die Fähre über den Fluß fährt täglich; für Gäste gibt es Plätze. " * 5
    assert "Fähre über den Fluß" in account_of_page(f"<html><p>{words}</p></html>".encode("cp1252"), "page.html").text


@pytest.mark.parametrize("content", [b"", b"  \n", b"<html><body></body></html>", b"<html><script>1</script></html>"])
def test_page_without_text_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match=r"page\.html"):
        account_of_page(content, "page.html")


@pytest.mark.parametrize("depth", [1_000, 50_000])
def test_no_page_is_nested_too_deeply(depth: int) -> None:
    assert page("<div>" * depth + "deep" + "</div>" * depth).text == "deep"


def test_page_is_known_by_its_name_or_its_opening(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>One.</p>")
    (tmp_path / "b.txt").write_text("<!DOCTYPE html><html><p>Two.</p></html>")
    (tmp_path / "c.txt").write_text("Three < four.")
    read = {account.name: (account.parser, account.text) for account in gather([tmp_path]).accounts}
    assert read == {"a.html": ("html", "One."), "b.txt": ("html", "Two."), "c.txt": ("plain", "Three < four.")}


def test_digest_is_of_the_bytes_that_were_saved(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes("<p>Fähre</p>".encode("cp1252"))
    assert read_file(file).original == file.read_bytes()


def test_page_from_a_case_has_its_blocks_again() -> None:
    whole = page("<p>One.</p>")
    kept = Account(name=whole.name, text=whole.text, digest=whole.digest, parser="html", original=whole.original)
    assert reopened(kept).blocks == whole.blocks


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        read_file(tmp_path / "a.html")
