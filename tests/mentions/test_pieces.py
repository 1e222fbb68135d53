"""A sentence of many pages is read in pieces that hold all of its characters."""

from __future__ import annotations

from rashomon.lexicons import load
from rashomon.mentions.figures import find_figures
from rashomon.mentions.pieces import LONGEST, pieces_of
from rashomon.types import Account, Sentence, Zone


def sentence_of(text: str) -> Sentence:
    account = Account(name="case", text=text, digest="case")
    span = account.span(0, len(text))
    return Sentence(span=span, zone=Zone(span=span, kind="body"))


def test_short_sentence_stays_whole() -> None:
    sentence = sentence_of("At least 5 men came.")
    assert list(pieces_of([sentence])) == [sentence]


def test_pieces_hold_every_character_and_cut_no_word() -> None:
    text = "at least 5 men " * 5000
    pieces = [piece.span.text for piece in pieces_of([sentence_of(text)])]
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= LONGEST
    assert {piece.split()[-1] for piece in pieces} <= {"at", "least", "5", "men"}


def test_text_without_white_space_is_cut_too() -> None:
    assert len(list(pieces_of([sentence_of("x" * (3 * LONGEST))]))) == 3


def test_figures_of_a_long_line_are_found() -> None:
    assert len(find_figures([sentence_of("They saw 5 men here. " * 2000)], load("en"))) == 2000
