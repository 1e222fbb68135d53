from __future__ import annotations

import hashlib
from dataclasses import replace

import example
import pytest

import rashomon
from rashomon.reports.html import as_html
from rashomon.reports.html.drift import drift
from rashomon.reports.html.quotations import quotations
from rashomon.types import Account, Case, Copy, Direction


def case_of(*texts: str) -> Case:
    return rashomon.compare(
        Account(
            name=f"{number}.txt", text=text, digest=hashlib.sha256(text.encode()).hexdigest(), outlet=f"Paper {number}"
        )
        for number, text in enumerate(texts, 1)
    )


LONG = "Mara Quill, the harbour master, said: “I hope to be wrong, but this fire was orchestrated and coordinated.”"
SHUT = "Mara Quill, the harbour master, said: “The old lock will stay closed until the water falls.”"


def test_words_left_out_added_and_changed_are_told_apart() -> None:
    made = drift("We lost dear colleagues tonight", "We lost friends here <b> tonight")
    assert made.left == "We lost <em>dear colleagues</em> tonight"
    assert made.right == "We lost <em>friends here &lt;b</em>&gt; tonight"
    assert (made.left_out, made.added, made.changed) == (0, 0, 3)
    made = drift("It may, I fear, be lost", "It may be lost today")
    assert made.left == "It may, <del>I fear</del>, be lost"
    assert made.right == "It may be lost <ins>today</ins>"
    assert (made.left_out, made.added, made.changed) == (2, 1, 0)


def test_another_comma_capital_or_mark_is_no_drift() -> None:
    made = drift("“It's lost,” he said", '"it’s lost" he said')
    assert made.is_none
    assert "<" not in made.left + made.right


def test_utterance_that_two_accounts_word_otherwise_stands_side_by_side() -> None:
    case = case_of(SHUT, SHUT.replace("closed", "shut"))
    [one], alike = quotations(case)
    assert alike == ()
    assert one.speaker == "Mara Quill"
    assert one.findings
    assert "<em>closed</em>" in one.drift.left
    assert "<em>shut</em>" in one.drift.right
    page = as_html(case)
    assert '<section id="quotations">' in page
    assert f'href="#{one.findings[0].id}"' in page


def test_what_holds_more_stands_to_the_left_of_what_it_was_cut_to() -> None:
    case = case_of("Mara Quill said the fire was “orchestrated”.", LONG)
    [one], _ = quotations(case)
    assert one.left.account.name == "2.txt"
    assert one.drift.left_out > 5
    assert "<del>" in one.drift.left


def test_utterance_word_for_word_stands_once_with_all_its_accounts() -> None:
    drifted, [alike, *_] = quotations(example.case())
    assert drifted == ()
    assert len({span.account for span in alike.spans}) == 3
    assert len({span.text for span in alike.spans}) == 1


@pytest.mark.parametrize("direction", ["a_to_b", "b_to_a"])
def test_who_had_the_words_first_stands_to_the_left_however_few_they_are(direction: Direction) -> None:
    case = case_of("Mara Quill said the fire was “orchestrated”.", LONG)
    short, long = (reading.quotes[0].span for reading in case.readings)
    sides = (short, long) if direction == "a_to_b" else (long, short)
    copy = Copy(kind="quote", left=sides[0], right=sides[1], reason="invented", direction=direction)
    case = replace(case, copies=(copy,), findings=())
    [one], _ = quotations(case)
    assert (one.left, one.right) == (short, long)
    assert "the right has it from the left" in as_html(case)
