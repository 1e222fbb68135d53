from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import example
import pytest
from hostile import hostile

import rashomon
from rashomon.desk import page as with_books
from rashomon.judgements import Decision, append
from rashomon.reports.html import as_html
from rashomon.reports.html.strips import scale, strip


class Page(HTMLParser):
    """What a page links to, what it can be linked at, what it loads or runs."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "href":
                self.links.append(value or "")
            if name == "id":
                self.places.append(value or "")


@pytest.fixture(scope="module")
def page() -> str:
    return as_html(example.case())


def test_every_link_opens_a_place_on_the_page(page: str) -> None:
    seen = Page(page)
    assert all(link.startswith("#") for link in seen.links)
    assert not {link[1:] for link in seen.links} - set(seen.places)
    assert len(seen.places) == len(set(seen.places))


def test_page_needs_no_network_and_runs_nothing(page: str) -> None:
    seen = Page(page)
    assert not seen.tags & {"script", "link", "img", "iframe", "object", "form"}
    assert not {name for name in seen.attributes if name.startswith("on")} | (seen.attributes & {"src", "style"})
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page


def test_policy_names_the_style_of_the_page(page: str) -> None:
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    assert f"sha256-{base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()}" in page


def test_every_account_is_there_in_full(page: str) -> None:
    shown = re.sub(r"<[^>]*>", "", page)
    for account in example.accounts():
        for line in account.text.splitlines():
            assert line.strip().replace("&", "&amp;").replace('"', "&#34;").replace("'", "&#39;") in shown


def test_same_case_gives_the_same_page(page: str) -> None:
    assert as_html(example.case()) == page


def test_hostile_text_is_shown_as_text() -> None:
    made = as_html(rashomon.compare(hostile()))
    assert not Page(made).tags & {"script", "img"}
    assert "&lt;script&gt;" in made
    assert "<b>fire</b>" not in made


def test_repeated_origin_is_hollow_and_an_open_end_has_no_stop() -> None:
    claims = [claim for reading in example.readings()[:1] for claim in reading.figures][:1]
    on = scale(claims)
    assert on
    assert "echo" in strip(claims[0], on, 0, echo=True)
    assert strip(claims[0], on, 0, echo=False).count('class="end"') == 1


def test_notebook_shows_reading_fact_and_case() -> None:
    case = example.case()
    for value in (case, case.readings[0], case.verdicts[0]):
        assert "<table>" in value._repr_html_()
    assert "<script" not in rashomon.compare(hostile())._repr_html_()


def test_every_codebook_is_on_the_page_and_one_at_a_time_is_shown() -> None:
    made = with_books(example.case())
    assert len(re.findall(r'<input type="radio" name="book"', made)) == 6
    assert made.count('name="book" id="book-0" checked') == 1
    assert "UCDP" in made
    assert "Left out:" in made
    seen = Page(made)
    assert not {link[1:] for link in seen.links} - set(seen.places)
    assert not seen.tags & {"script", "form"}


def test_finding_is_quoted_with_all_its_figures_marked(page: str) -> None:
    finding = next(one for one in example.case().findings if one.check == "sum_of_parts")
    shown = page[page.index(f'id="{finding.id}"') :].partition("</article>")[0]
    assert all(f"<mark>{span.text}</mark>" in shown for span in finding.spans)


def test_what_looks_like_a_fact_is_told_beneath_it(page: str) -> None:
    facts = {claim for fact in example.case().facts if len(fact.claims) > 1 for claim in fact.claims}
    missed = [pair for pair in example.case().near_misses if {pair.left, pair.right} & facts]
    assert missed
    assert page.count("Why not compared: ") >= 1


def test_seven_accounts_make_a_page_far_below_a_megabyte() -> None:
    assert len(with_books(example.case()).encode()) < 400_000


def test_what_took_the_place_of_what_is_drawn_on_days(page: str) -> None:
    drawn = re.findall(r'<svg class="times".*?</svg>', page.replace("</svg>", "</svg>\n"), re.DOTALL)
    assert drawn
    assert 'class="later whole"' in page
    assert "2031-05-02" in page.partition('class="times"')[2][:2000]


def test_decisions_are_listed_and_lead_to_what_they_are_on() -> None:
    case = example.case()
    log = append((), Decision(on=case.facts[0].id, outcome="accept", by="Ilse", at="2031-05-05", note="<b>seen</b>"))
    for on in (case.readings[0].account.id, case.facts[0].claims[0].id, case.findings[0].id, log[0].id, "fact-0"):
        log = append(log, Decision(on=on, outcome="note", by="Karl", at="2031-05-05"))
    made = as_html(replace(case, judgements=log))
    seen = Page(made)
    assert "&lt;b&gt;seen&lt;/b&gt;" in made
    assert not {link[1:] for link in seen.links} - set(seen.places)
    assert made.count("<b>Karl</b>") == 5
