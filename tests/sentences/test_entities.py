"""Names are those of the recogniser itself."""

from __future__ import annotations

import pytest

from rashomon.sentences.parse import analysed, parser

TEXTS = (
    "The mayor of Port Edran, Ana Verrill, told the Teshar Relief Committee on 4 May that 300 boats had sailed.",
    "No name stands here.",
    '"We left Marrowfield at dawn," said Tomas Ockley  of the Harbour Post. "Nobody came back from Sint Maren."',
    "He owed 40 million crowns to the First National Bank of Dulwater",
    "Ollenby",
    " ",
    "",
)


def recognised(texts: tuple[str, ...]) -> list[list[str]]:
    model = parser("en")
    docs = [model.make_doc(text) for text in texts]
    return analysed(model, docs)


def test_as_the_recogniser_itself() -> None:
    docs = list(parser("en").pipe(TEXTS))
    assert recognised(TEXTS) == [[token.ent_type_ for token in doc] for doc in docs]


def test_names_are_found_at_all() -> None:
    assert "PERSON" in recognised(TEXTS)[0]


@pytest.mark.parametrize("texts", [(), ("",), ("", "")])
def test_nothing_to_read(texts: tuple[str, ...]) -> None:
    assert recognised(texts) == [[] for _ in texts]
