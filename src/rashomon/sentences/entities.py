"""Which words are names, and of what kind: the parser's own recogniser, read off for a whole account at once.

The recogniser reads word by word, and outside a name what it chooses at a word depends on that word alone. So one
multiplication tells for all words at once where a name could begin, and only the words inside names are read one
after another. The labels are those that the recogniser itself would give, at a third of its cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Floats = NDArray[np.float32]
    Places = NDArray[np.intp]

_BEGIN, _IN, _LAST, _UNIT, _OUT = "BILUO"  # the first letters of the recogniser's moves, as in "B-ORG"
_NEVER = np.float32(-np.inf)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Moves:
    """The recogniser's moves in the order of its scores: what each does and, for those that begin, how it goes on."""

    names: tuple[str, ...]
    begins: NDArray[np.bool_]
    units: NDArray[np.bool_]
    outside: NDArray[np.float32]  # added to the scores of a word outside names: minus infinity for what cannot be there
    inner: Places  # of "B-ORG" the place of "I-ORG"
    last: Places  # and of "L-ORG"


def label_words(model: Language, docs: Sequence[Doc], vectors: Floats) -> list[list[str]]:
    """The kind of name that each word of each text is part of; "" for a word outside names.

    `vectors` are those of the network of names, one row for each word of the texts.
    """
    lengths = [len(doc) for doc in docs]
    network: Any = model.get_pipe("ner")
    network = network.model
    parts = network.get_ref("lower").predict(network.get_ref("tok2vec").layers[-1].predict(vectors))
    parts = parts.reshape(*parts.shape[:2], -1)  # of the word itself, of a name's first word, of the word before
    goes_on, blank = _limits(docs)
    moves = _moves(model)
    chosen = _outside(parts, network, moves, goes_on, blank)
    starts = np.flatnonzero(moves.begins[chosen])
    ends = dict(zip(starts.tolist(), _ends(parts, network, moves, starts, chosen[starts], goes_on), strict=True))
    labels = [""] * len(chosen)
    free = 0
    for word in np.flatnonzero(moves.begins[chosen] | moves.units[chosen]).tolist():
        if word >= free:
            free = ends.get(word, word) + 1
            labels[word:free] = [moves.names[chosen[word]][2:]] * (free - word)
    borders = np.cumsum([0, *lengths]).tolist()
    return [labels[left:right] for left, right in pairwise(borders)]


@cache
def _moves(model: Language) -> _Moves:
    ner: Any = model.get_pipe("ner")
    names = tuple(ner.moves.get_class_name(number) for number in range(ner.moves.n_moves))
    place = {name: number for number, name in enumerate(names)}
    closed = [(name[0] in (_BEGIN, _UNIT) and len(name) > 2) or name == _OUT for name in names]
    unseen = ner.model.attrs["unseen_classes"]
    return _Moves(
        names=names,
        begins=np.array([name[0] == _BEGIN for name in names]),
        units=np.array([name[0] == _UNIT for name in names]),
        outside=np.array([0 if may and n not in unseen else _NEVER for n, may in enumerate(closed)], np.float32),
        inner=np.array([place.get(_IN + name[1:], 0) for name in names]),
        last=np.array([place.get(_LAST + name[1:], 0) for name in names]),
    )


def _limits(docs: Sequence[Doc]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Of each word whether a name may go on after it (not over the end of a clause), and whether it is white space."""
    marks = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs if len(doc)])
    goes_on = np.append(marks[1:, 0] != 1, [False])
    goes_on[np.cumsum([len(doc) for doc in docs if len(doc)]) - 1] = False
    return goes_on, marks[:, 1] == 1


def _scores(hidden: Floats, network: Any, rows: Places | slice) -> Floats:
    """What the network's last layer says of states, after the larger of each pair of pieces."""
    lower, upper = network.get_ref("lower"), network.get_ref("upper")
    pieces = (hidden + lower.get_param("b").reshape(-1)).reshape(len(hidden), -1, lower.get_dim("nP"))
    states = np.maximum.reduce(pieces, axis=2)
    weights, bias = upper.get_param("W"), upper.get_param("b")
    whole = isinstance(rows, slice)
    scores: Floats = (states @ weights.T if whole else np.einsum("ij,ij->i", states, weights[rows])) + bias[rows]
    return scores


def _outside(parts: Floats, network: Any, moves: _Moves, *limits: NDArray[np.bool_]) -> Places:
    """The move at each word where no name has begun before it."""
    goes_on, blank = limits
    scores = _scores(parts[1:, 0] + (parts[0, 1] + parts[0, 2]), network, slice(None)) + moves.outside
    scores[np.ix_(~goes_on, moves.begins)] = _NEVER
    scores[np.ix_(blank, moves.begins | moves.units)] = _NEVER
    chosen: Places = np.argmax(scores, axis=1)
    return chosen


def _ends(
    parts: Floats, network: Any, moves: _Moves, starts: Places, begun: Places, goes_on: NDArray[np.bool_]
) -> list[int]:
    """The last word of each name that begins at one of the starts, all of them carried on one word at a time."""
    ends = starts + 1
    open_ = np.arange(len(starts))
    while open_.size:
        first, word = starts[open_], ends[open_]
        hidden = parts[word + 1, 0] + parts[first + 1, 1] + parts[word, 2]
        inner = _scores(hidden, network, moves.inner[begun[open_]])
        last = _scores(hidden, network, moves.last[begun[open_]])
        open_ = open_[(inner > last) & goes_on[word]]
        ends[open_] += 1
    found: list[int] = ends.tolist()
    return found
