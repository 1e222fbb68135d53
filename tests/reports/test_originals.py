"""The stored original on a page of ours: inert whatever it holds, with the characters of each claim marked."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from archives import answer, record
from prints import column, printed

import rashomon
from rashomon.accounts import account_of, account_of_page, original_of
from rashomon.accounts.opened import PARSERS
from rashomon.desk import page as report
from rashomon.reports.html import as_html, originals
from rashomon.reports.html.marks import linked_spans
from rashomon.reports.html.originals import Laid, claimed, laid
from rashomon.types import Account, Case

OURS = {"p", "b", "i", "s", "u", "sub", "sup", "br", "span", "mark", "ul", "ol", "li", "table", "tr", "td", "blockquote",
        "figure", "figcaption"}  # fmt: skip
EVIL = b"""<html><head><base href="https://evil.example/"><title>Ferry</title><style>*{display:none}</style>
<script>alert(1)</script></head><body onload="alert(2)" style="background:url(https://evil.example)">
<nav class="menu"><ul><li><a href="javascript:alert(3)">Home</a></li></ul></nav>
<article id="s1-0-3"><h1 onclick="alert(4)">Ferry sinks</h1>
<p style="position:fixed">At least <b onmouseover=x>12 people</b> were killed, the <a href="https://ministry.example/&quot;><script>">ministry</a> said.</p>
<img src="https://evil.example/a.png" alt="&lt;img src=x onerror=alert(5)&gt;" onerror="alert(6)">
<svg><script>alert(7)</script><a xlink:href="javascript:alert(8)"><text>svg</text></a></svg><math><mtext>m</mtext></math>
<iframe srcdoc="<script>alert(9)</script>" src="javascript:alert(10)"></iframe><object data="x.swf"></object>
<form action="https://evil.example"><input name="a"><button formaction="javascript:x">Send</button></form>
<details open ontoggle="alert(11)"><summary>More</summary>&lt;script&gt;alert(12)&lt;/script&gt;</details>
<p>&lt;/mark&gt;&lt;/div&gt;15 people were hurt, a doctor said.</p></article>
<footer><p>All rights reserved.</p></footer></body></html>"""


class Page(HTMLParser):
    """A piece of markup, nested as it should be: its elements with their attributes, its text, what has a name."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.open: list[str] = []
        self.named: dict[str, str] = {}
        self.inside: list[str] = []  # the names of the open elements
        self.feed(str(markup))
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag == "p":
            assert "p" not in self.open
        if tag in {"li", "tr", "td"}:
            assert self.open[-1] in {"li": ("ul", "ol"), "tr": ("table",), "td": ("tr",)}[tag]
        elif self.open:
            assert self.open[-1] not in {"ul", "ol", "table", "tr"}
        if tag != "br":
            self.open.append(tag)
            self.inside.append(dict(attrs).get("id") or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.inside.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for name in filter(None, self.inside):
            self.named[name] = self.named.get(name, "") + data


def shown(account: Account) -> tuple[Laid, Case]:
    case = rashomon.compare([account])
    marks = claimed(linked_spans(case).get(account, {}))
    return laid(original_of(account), case.readings[0], 1, marks), case


def test_hostile_page_is_words_and_nothing_else() -> None:
    one, _ = shown(account_of_page(EVIL, "evil.html"))
    seen = Page(one.page)
    assert set(seen.tags) <= OURS
    assert {name for name, _ in seen.attributes} <= {"id", "class", "title"}
    assert not [value for name, value in seen.attributes if name == "title" and not value.startswith("https://")]
    assert not [value for name, value in seen.attributes if name == "id" and not re.fullmatch(r"o1-\d+-\d+", value)]
    assert "<script>alert(12)</script>" in seen.text
    assert "picture: <img src=x onerror=alert(5)>" in seen.text
    assert "alert(1)" not in seen.text.replace("alert(12)", "").replace("alert(10)", "")
    assert "alert(7)" not in seen.text


def test_figure_is_marked_at_its_own_characters_across_elements() -> None:
    one, case = shown(account_of_page(EVIL, "evil.html"))
    seen = Page(one.page).named
    for claim in case.readings[0].figures:
        span = claim.span
        assert seen[f"o1-{span.start}-{span.end}"] == span.text
    assert re.search(r'<mark id="o1-\d+-\d+" class="figure">At least <b>12</b></mark><b> people</b>', one.page)


def test_what_was_not_read_is_grey_and_what_was_is_not() -> None:
    one, _ = shown(account_of_page(EVIL, "evil.html"))
    assert re.search(r'<p class="off"><span class="link">Home</span></p>', one.page)
    assert re.search(r'<p class="off">All rights reserved.</p>', one.page)
    assert '<p class="h1">Ferry sinks</p>' in one.page
    assert one.has_off


@pytest.mark.parametrize(
    "markup",
    [
        b"<li>one<li>two 12<td>three</td>four",
        b"<ul>loose<li>item<ul><li>in it</ul>loose again<p>and more</ul>",
        b"<table>before<tr><th>head<td>cell<table><tr><td>inner<ul>x<li>y</table></table>after",
        b"<blockquote>" * 400 + b"deep" + b"</blockquote>" * 400,
        b"<ul><li>" * 400 + b"deep",
        b"<b><p>one<i><p>two</b>three",
        b"<figcaption>alone</figcaption><figure>x<figcaption>y</figure>",
        b"<dl><dt>a<dd>b<ul><li>c</dl><p>d",
        b"<ul></ul><table><tr><td> </table><ol><li></ol><p>only this",
    ],
)
def test_disorderly_page_is_put_in_order(markup: bytes) -> None:
    one, _ = shown(account_of_page(markup, "odd.html"))
    text = Page(one.page).text
    assert "".join(text.split()) == "".join(one.reading.account.text.split())


def test_breaks_pictures_and_buttons_stand_where_they_stood() -> None:
    markup = b"<p><img alt=pier>a<br>b <img alt=boat> <b>12<br></b><button>Go</button> c<br></p>"
    one, _ = shown(account_of_page(markup, "a.html"))
    assert one.page.strip() == (
        '<p><span class="part">picture: pier</span>a<br>b <span class="part">picture: boat</span>'
        '<mark id="o1-4-6" class="figure"><b>12</b></mark><br><span class="part">button: Go</span>c<br></p>'
    )


def test_empty_list_is_not_drawn() -> None:
    one, _ = shown(account_of_page(b"<ul></ul><table><tr><td> </table><ol><li></ol><p>only this", "odd.html"))
    assert one.page.strip() == "<p>only this</p>"


def test_print_has_its_figure_boxed_on_its_page() -> None:
    text = ["At least 12 people were killed in the acci-", "dent, and more than 40 were hurt, a doctor said."]
    account = PARSERS["pdf"].read(printed([column(50, 700, text), column(50, 700, ["Nobody else was."])]), "a.pdf", "")
    one, case = shown(account)
    (_, first), (_, second) = one.sheets
    place = account.text.index("At least 12")
    box = re.search(rf'<rect id="o1-{place}-{place + 11}" class="[^"]*" x="(.*?)" y="(.*?)" width="(.*?)"', first)
    assert box
    assert [float(side) for side in box.groups()] == pytest.approx([50, 842 - 700 - 8, 48], abs=3)
    assert '<text x="50.0"' in first
    assert ">At least 12</text>" in first
    assert "acci-</text>" in first
    assert len(re.findall(r"<rect id=", second)) == 0
    assert one.placed == {(claim.span.start, claim.span.end) for claim in case.readings[0].claims}


def test_text_is_numbered_by_its_lines() -> None:
    one, _ = shown(
        account_of(b"Ferry sinks\r\n\r\nAt least <b>12</b> people\r\nwere killed, a doctor said.\r\n", "a.txt")
    )
    assert [Page(line).text for line in one.lines] == [
        "Ferry sinks", "", "At least <b>12</b> people", "were killed, a doctor said.",
    ]  # fmt: skip


def test_original_tells_what_is_known_of_it() -> None:
    content = record("https://post.example/ferry", answer(EVIL))
    account = PARSERS["warc"].read(content, "https://post.example/ferry", "")
    where = rashomon.types.Provenance(file="crawl.warc", offset=4711, captured="2031-05-02T10:00:00Z")
    one, _ = shown(replace(account, provenance=where))
    assert dict(one.known) == {
        "File": "crawl.warc", "Address": "https://post.example/ferry", "Record at": "byte 4711",
        "Archived": "2031-05-02T10:00:00Z", "SHA-256": account.digest, "Bytes": f"{len(content):,}",
        "Encoding": "utf-8", "Repaired": "nothing",
    }  # fmt: skip
    broken = "“At least 12 people died,” the coast guard’s chief said, “and it’s over.” " * 3
    one, _ = shown(account_of(broken.encode().decode("cp1252", "ignore").encode(), "a.txt"))
    assert "decode utf-8" in dict(one.known)["Repaired"]


def whole(*accounts: Account) -> str:
    return report(rashomon.compare(accounts))


def test_report_leads_from_number_to_sentence_to_original() -> None:
    page = account_of_page(EVIL, "evil.html")
    made = whole(page, account_of(b"At least 15 people were killed in the ferry, a doctor said.", "b.txt"))
    place = page.text.index("At least 12")
    assert f'<a id="s2-{place}-{place + 11}" class="figure" href="#o2-{place}-{place + 11}"' in made
    assert f'<a class="tooriginal" href="#o2-{place}-{place + 11}">original</a>' in made
    assert made.count(f'id="o2-{place}-{place + 11}"') == 1
    assert "This is the original itself, character for character." in made
    assert 'href="#o1-' not in made
    places = re.findall(r'\bid="([^"]*)"', made)
    assert len(places) == len(set(places))
    assert set(re.findall(r'href="#([^"]*)"', made)) <= set(places)
    assert not re.search(r"<(script|img|iframe|svg[^>]*onload|form|object)", made)


def test_report_leaves_out_what_it_has_no_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    page = account_of_page(EVIL, "evil.html")
    small = account_of_page(b"<p>At least 15 people were killed in the ferry, a doctor said.</p>", "small.html")
    monkeypatch.setattr(originals, "ROOM", 1000)
    made = whole(page, small)
    assert "is left out of it; <code>rashomon review</code> shows it" in made
    assert 'href="#o1-' not in made
    assert 'href="#o2-0-11"' in made
    assert set(re.findall(r'href="#([^"]*)"', made)) <= set(re.findall(r'\bid="([^"]*)"', made))


def test_original_that_gives_another_text_is_shown_as_the_text_that_is_kept() -> None:
    page = account_of_page(EVIL, "evil.html")
    made = whole(replace(page, text=page.text.replace("At least 12", "At least 13")))
    assert "The original could not be laid out: this version reads another text" in made
    assert "At least 13" in made.partition('<ol class="lined">')[2]


def test_case_without_originals_says_nothing_of_them() -> None:
    made = as_html(rashomon.compare([account_of_page(EVIL, "evil.html")]))
    assert 'class="tooriginal"' not in made
    assert 'class="original"' not in made
