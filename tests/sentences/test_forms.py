"""Parts of speech and lemmas are those of the parser's own rules."""

from __future__ import annotations

from rashomon.sentences.forms import forms
from rashomon.sentences.parse import analysed, parser

TEXTS = (
    "The wounded were taken to hospitals while their houses burned; he'd seen worse.",
    "There were no boats, and there's no bridge: let's go, y'all, it ain't over.",
    "Officials that had been told to leave have left, having done what they did.",
    "It is 5 km  away.",
    "",
)


def read(text: str) -> list[tuple[str, str]]:
    model = parser("en")
    doc = model.make_doc(text)
    analysed(model, [doc])
    return forms(model, [doc])[0]


def test_as_the_parser_itself() -> None:
    for text in TEXTS:
        assert read(text) == [(token.pos_, token.lemma_.lower()) for token in parser("en")(text)]


def test_the_same_the_second_time() -> None:
    assert [read(text) for text in TEXTS] == [read(text) for text in TEXTS]
