from __future__ import annotations

import hashlib
import re

import example
import pytest

from rashomon.reports.html import as_html
from rashomon.reports.html.sums import as_sum, linked
from rashomon.types import Account, Finding

TEXT = (
    "Of 38 people, 14 sailors, 5 and a similar number of cooks left. Most of them, 214 in all, were 1,400 said to be."
)


def finding(arithmetic: str, *words: str) -> Finding:
    account = Account(name="a.txt", text=TEXT, digest=hashlib.sha256(TEXT.encode()).hexdigest())
    spans = tuple(account.span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)
    return Finding(check="sum_of_parts", spans=spans, arithmetic=arithmetic, severity="doubt")


def test_parts_stand_under_one_another_above_their_sum_and_what_is_stated() -> None:
    made = as_sum(
        finding("14 + 5 + about 5 = about 24; stated total 38; 14 are missing", "38", "14", "5", "a similar number of")
    )
    assert made
    assert [(one.sign, one.number) for one in made.operands] == [("", "14"), ("+", "5"), ("+", "about 5")]
    assert [one.span.text for one in made.operands if one.span] == ["14", "5", "a similar number of"]
    assert made.result
    assert (made.result.sign, made.result.number, made.result.span) == ("=", "about 24", None)
    assert [(one.words, one.number) for one in made.stated] == [("stated total", "38")]
    assert made.remarks == ((("14 are missing", None),),)


def test_share_of_a_whole_is_a_division_and_what_it_is_not() -> None:
    made = as_sum(finding("14 / 38 = 36.8 percent, which is not “Most of them”", "14", "38", "Most of them"))
    assert made
    assert [one.sign for one in made.operands] == ["", "÷"]
    assert made.result
    assert (made.result.number, made.result.words) == ("36.8", "percent")
    assert [(one.words, one.number) for one in made.stated] == [("which is not", "Most of them")]


def test_remark_after_a_colon_stays_a_remark() -> None:
    made = as_sum(finding("14 + 5 = 19; stated 38: it counts the same people", "14", "5", "38"))
    assert made
    assert [one.number for one in made.stated] == ["38"]
    assert made.remarks == ((("it counts the same people", None),),)


def test_number_inside_another_is_not_that_number() -> None:
    made = as_sum(finding("14 + 5 = 19; stated total 214", "14", "5", "14"))
    assert made
    assert made.stated == ()
    made = as_sum(finding("14 + 1,400 = 1,414", "1,400", "14"))
    assert made
    assert [one.span.text for one in made.operands if one.span] == ["14", "1,400"]


@pytest.mark.parametrize(
    "arithmetic", ["38, then 14", "38 and 14: 2.7 times as many", "a - b", "2031-05-02 was a Friday"]
)
def test_what_is_no_sum_stays_a_sentence(arithmetic: str) -> None:
    one = finding(arithmetic, "38", "14")
    assert as_sum(one) is None or arithmetic == "a - b"
    assert "".join(words for words, _ in linked(arithmetic, one.spans)) == arithmetic


def test_sentence_opens_its_numbers_the_longer_first() -> None:
    one = finding("214 and 14 of 38", "14", "38", "214")
    assert [span.text for _, span in linked(one.arithmetic, one.spans) if span] == ["214", "14", "38"]


def test_report_loses_no_word_of_a_finding() -> None:
    page = as_html(example.case())
    for one in example.case().findings:
        shown = re.sub(r"<[^>]*>", " ", page[page.index(f'id="{one.id}"') :].partition("</article>")[0])
        wanted = re.findall(r"[\w.,]*\w", one.arithmetic)
        assert [word for word in wanted if word not in shown] == []


def test_numbers_of_the_example_open_their_characters() -> None:
    sums = [made for one in example.case().findings if (made := as_sum(one))]
    assert len(sums) >= 3
    assert all(line.span for made in sums for line in (*made.operands, *made.stated))
    assert as_html(example.case()).count('<table class="sum"') == len(sums)
