"""The vectors of words are those of the parser's own networks, whatever was read before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from rashomon.sentences import vectors as module
from rashomon.sentences.parse import LONGEST, TOGETHER, parser
from rashomon.sentences.vectors import REMEMBERED, vectors

TEXTS = (
    "The mayor of Port Edran, Ana Verrill, told the Teshar Relief Committee on 4 May that 300 boats had sailed.",
    "Ollenby",
    "They did n't leave, she said  .",
    "",
    "He owed 40 million crowns to the First National Bank of Dulwater",
)


def found(*texts: str) -> tuple[np.ndarray, ...]:
    model = parser("en")
    return vectors(model, [model.make_doc(text) for text in texts])


@pytest.fixture
def forgotten() -> Iterator[None]:
    """No form is known when the test begins, nor after it."""
    module._known.cache_clear()
    yield
    module._known.cache_clear()


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[1:2], TEXTS[::-1]])
def test_as_the_networks_themselves(texts: tuple[str, ...]) -> None:
    model = parser("en")
    docs = [model.make_doc(text) for text in texts]
    for name, rows in zip(("tok2vec", "ner"), found(*texts), strict=True):
        pipe: Any = model.get_pipe(name)
        network = next(part for part in pipe.model.walk() if part.has_dim("nO") and part.get_dim("nO") == 96)
        own = np.concatenate([row for row in network.predict(docs) if len(row)])
        np.testing.assert_allclose(rows, own, rtol=0, atol=1e-4)


@pytest.mark.usefixtures("forgotten")
def test_the_same_whatever_was_read_before() -> None:
    first = found(*TEXTS)
    found("A boat sailed.", *reversed(TEXTS), "Nobody told the mayor.")
    assert all(np.array_equal(*pair) for pair in zip(first, found(*TEXTS), strict=True))


@pytest.mark.usefixtures("forgotten")
def test_forms_are_forgotten_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    first = found(*TEXTS)
    module._known.cache_clear()
    monkeypatch.setattr(module, "REMEMBERED", 60)
    found("A boat sailed where nobody had looked for one, and came back empty.")
    assert all(np.array_equal(*pair) for pair in zip(first, found(*TEXTS), strict=True))
    assert len(module._known(parser("en")).row) <= 60


def test_one_batch_is_never_more_than_is_remembered() -> None:
    assert TOGETHER + LONGEST < REMEMBERED


def test_a_text_does_not_see_the_text_beside_it() -> None:
    model = parser("en")
    length = len(model.make_doc(TEXTS[0]))
    alone, beside = found(TEXTS[0]), found(TEXTS[0], TEXTS[4])
    for one, other in zip(alone, beside, strict=True):
        np.testing.assert_allclose(one, other[:length], rtol=0, atol=1e-5)
