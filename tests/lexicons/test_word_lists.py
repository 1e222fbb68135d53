"""Every entry of every word list shows itself in use; words of quantity are read where they count and not elsewhere."""

from __future__ import annotations

import re

import pytest

from rashomon.lexicons import Entry, load
from rashomon.mentions.figures import find_figures
from rashomon.sentences import parse_sentences
from rashomon.types import Account, Figure, Sentence, Zone

LEXICON = load("en")
ENTRIES = [
    pytest.param(entry, id=f"{name}-{number}")
    for name, entries in LEXICON.lists.items()
    for number, entry in enumerate(entries)
]
QUANTITIES = {
    "numbers.cardinal", "numbers.multiplier", "numbers.suffix", "numbers.plural", "numbers.vague", "numbers.phrase",
    "numbers.denominator", "units.word", "units.short", "units.percent", "units.money", "units.cent", "units.sign",
    "modifiers.before", "modifiers.after", "modifiers.correction",
}  # fmt: skip
STATED = [
    pytest.param(entry, id=f"{name}-{number}")
    for name in sorted(QUANTITIES)
    for number, entry in enumerate(LEXICON.entries(name))
]


def stands_in(form: str, sentence: str) -> bool:
    """Whether a form stands in a sentence, not as a part of a longer word of letters."""
    before = r"(?<![^\W\d_])" if form[0].isalpha() else ""
    after = r"(?![^\W\d_])" if form[-1].isalpha() else ""
    return re.search(before + re.escape(form) + after, sentence, re.IGNORECASE) is not None


def figures_in(text: str) -> tuple[Figure, ...]:
    account = Account(name="case", text=text, digest="case")
    span = account.span(0, len(text))
    return find_figures(parse_sentences([Sentence(span=span, zone=Zone(span=span, kind="body"))]), LEXICON)


@pytest.mark.parametrize("entry", ENTRIES)
def test_example_holds_a_form(entry: Entry) -> None:
    assert any(stands_in(form, entry.example) for form in entry.forms), entry.example


@pytest.mark.parametrize("entry", STATED)
def test_word_of_quantity_is_read_in_its_example(entry: Entry) -> None:
    found = figures_in(entry.example)
    assert any(stands_in(form, figure.span.text) for figure in found for form in entry.forms), (entry.example, found)


@pytest.mark.parametrize(
    "entry", [case for case in STATED if case.values[0].misleads and not case.id.startswith("numbers.suffix")]
)  # type: ignore[attr-defined]
def test_word_of_quantity_is_left_alone_in_its_counter_example(entry: Entry) -> None:
    found = figures_in(entry.misleads)
    assert not any(stands_in(form, figure.span.text) for figure in found for form in entry.forms), found
