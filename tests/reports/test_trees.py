from __future__ import annotations

import hashlib
import re
from datetime import date

import example

import rashomon
from rashomon.reports.html import as_html
from rashomon.reports.html.overview import overview, shared_words
from rashomon.reports.html.trees import case_tree, fact_tree, whole_texts
from rashomon.types import Account, Case, Verdict

REPORT = (
    "At least 14 people were killed when a ferry struck the pier at Port Edran on Monday, the harbour office said. "
    "Some 30 people were taken to the clinic, it said, and divers searched the water until dark."
)


def account(name: str, text: str, day: int) -> Account:
    digest = hashlib.sha256((name + text).encode()).hexdigest()
    return Account(name=f"{name}.txt", text=text, digest=digest, outlet=name, published=date(2031, 5, day))


def ferry() -> Case:
    return rashomon.compare(
        [
            account("Quay News", f"Ferry strikes pier in Port Edran\n\n{REPORT}", 5),
            account("Edran Mail", f"Ferry hits pier at Port Edran\n\n{REPORT}", 6),
            account("Hill Radio", "Fourteen dead\n\nA nurse said 16 people were killed when a ferry struck a pier.", 6),
        ]
    )


def told_often(case: Case) -> list[Verdict]:
    return [verdict for verdict in case.verdicts if len(verdict.fact.claims) > 1]


def test_tree_of_a_fact_has_the_origins_and_the_texts_of_its_tally() -> None:
    for case in (example.case(), ferry()):
        for verdict in case.verdicts:
            tree = fact_tree(verdict, case)
            assert len(tree) == len(verdict.tally.origins)
            assert len({text.number for branch in tree for text in branch.texts}) == verdict.tally.texts
            outlets = {leaf.reading.outlet for branch in tree for text in branch.texts for leaf in text.leaves}
            assert len(outlets) == verdict.tally.outlets
            assert {
                claim for branch in tree for text in branch.texts for leaf in text.leaves for claim in leaf.claims
            } == {*verdict.fact.claims}


def test_one_text_in_two_outlets_says_who_had_it_and_why() -> None:
    shared = [text for verdict in ferry().verdicts for branch in fact_tree(verdict, ferry()) for text in branch.texts]
    copy = next(text for text in shared if len(text.leaves) == 2).copies[0]
    assert copy.direction == "b_to_a"  # the accounts are in the order of their names
    made = as_html(ferry())
    edge = re.sub(r"<[^>]*>", "", made[made.index('class="edge"') :].partition("</li>")[0])
    assert re.search(r"Quay News\.txt →.*Edran Mail\.txt the second has it from the first", edge)
    assert "printed by 2 accounts" in made


def test_tree_of_the_case_names_each_origin_once_with_its_facts() -> None:
    case = example.case()
    several = told_often(case)
    tree = case_tree(several, case)
    names = [branch.name for branch in tree]
    assert len(names) == len(set(names))
    assert set(names) == {origin.name for verdict in several for origin in verdict.tally.origins}
    assert len(tree[0].facts) == max(len(branch.facts) for branch in tree)
    assert len(whole_texts(case)) == 6


def test_every_fact_opens_its_tree() -> None:
    page = as_html(example.case())
    assert page.count('<details class="tree">') == len(told_often(example.case())) + 1
    for verdict in told_often(example.case()):
        shown = page[page.index(f'id="{verdict.fact.id}"') :].partition("</article>")[0]
        assert f"<summary>{verdict.tally}</summary>" in shown


def test_event_is_told_in_the_words_that_most_titles_share() -> None:
    assert shared_words(example.readings()) == ("Marrowfield depot fire",)
    top = overview(example.case(), told_often(example.case()))
    assert top.days == "2031-05-02"
    assert sum(number for _, number, _ in top.outcomes) == len(told_often(example.case()))


def test_no_word_of_one_title_alone_names_the_event() -> None:
    assert shared_words(example.readings()[:1]) == ()
    heading = re.search(r"<h1>(.*?)</h1>", as_html(rashomon.compare(example.readings()[:1])))
    assert heading
    assert heading[1] == "1 account of one event"


def test_order_of_accounts_changes_no_line_of_the_top() -> None:
    assert shared_words(example.readings()[::-1]) == shared_words(example.readings())
