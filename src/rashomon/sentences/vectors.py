"""What the networks make of each word where it stands: a vector for its grammar, and one for whether it is a name.

A network looks up a vector for a word by itself, then lets each word look at its neighbours four times. The first
step depends on the form alone, so it is done once for each form and remembered; the others are done here in numpy,
for all words of an account at once. The parser's own code does the same sums at three times the cost: it looks up
each word anew wherever it stands, and goes through the pieces of a vector one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Floats = NDArray[np.float32]
    Features = NDArray[np.uint64]

REMEMBERED = 1 << 16  # forms, after which all are forgotten; more than one batch can hold
_LEAST = np.float32(1e-8)  # added to a variance, so that nothing is divided by zero


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Layer:
    """A multiplication, the largest of the pieces at each place, and normalising."""

    weights: Floats  # all first pieces, then all second: what is compared lies side by side
    bias: Floats
    gain: Floats
    shift: Floats

    def of(self, incoming: Floats) -> Floats:
        return self.settled(incoming @ self.weights)

    def settled(self, pieces: Floats) -> Floats:
        """What becomes of the product; it is written over."""
        pieces += self.bias
        largest: Floats = reduce(np.maximum, np.split(pieces, pieces.shape[1] // len(self.gain), axis=1))
        width = np.float32(len(self.gain))
        largest -= np.add.reduce(largest, axis=1, keepdims=True) / width
        variance = np.add.reduce(np.square(largest), axis=1, keepdims=True) / width
        largest *= (variance + _LEAST) ** np.float32(-0.5)
        largest *= self.gain
        largest += self.shift
        return largest


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Table:
    """What a network has learnt of one feature of forms, already multiplied by its part of the first layer."""

    column: str
    seed: int
    rows: Floats
    ops: Any

    def of(self, feature: Features) -> Floats:
        """The sum of the four rows that a feature is scattered over."""
        found: Floats = self.ops.gather_add(self.rows, self.ops.hash(feature, self.seed) % len(self.rows))
        return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Network:
    """One network: what it knows of forms, and the layers in which words look at their neighbours."""

    tables: tuple[_Table, ...]
    alone: _Layer
    beside: tuple[_Layer, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Known:
    """The forms met so far: of each the row in which each network's vector stands."""

    networks: tuple[_Network, ...]
    columns: tuple[str, ...]
    row: dict[bytes, int] = field(default_factory=dict)
    vectors: tuple[Floats, ...]


def vectors(model: Language, docs: Sequence[Doc]) -> tuple[Floats, ...]:
    """One row for each word of the texts, by the network of grammar and by that of names."""
    known = _known(model)
    rows = _learnt(known, np.concatenate([doc.to_array([*known.columns]) for doc in docs]))
    lengths = [len(doc) for doc in docs]
    return tuple(
        _beside(network.beside, found[rows], lengths)
        for network, found in zip(known.networks, known.vectors, strict=True)
    )


def _learnt(known: _Known, features: Features) -> list[int]:
    """The row of each word's form. New forms are looked up; each sum is of one form, whatever stands beside it."""
    forms = features.view(f"V{features.strides[0]}").ravel().tolist()
    if len(known.row) + len(forms) > REMEMBERED:
        known.row.clear()
    new = {form: place for place, form in enumerate(forms) if form not in known.row}
    if new:
        start = len(known.row)
        given = dict(zip(known.columns, np.ascontiguousarray(features[list(new.values())].T), strict=True))
        for network, found in zip(known.networks, known.vectors, strict=True):
            sums = (table.of(given[table.column]) for table in network.tables)
            found[start : start + len(new)] = network.alone.settled(reduce(np.add, sums))
        known.row.update(zip(new, range(start, start + len(new)), strict=True))
    return [known.row[form] for form in forms]


def _beside(layers: Sequence[_Layer], rows: Floats, lengths: Sequence[int]) -> Floats:
    """The vectors of words after they have looked at their neighbours, once in each layer.

    Around each text there is blank space, which takes something from the words beside it and gives it back. It is as
    wide as there are layers, so no text sees another. Each layer works out only what the later ones still look at.
    """
    width, blank = rows.shape[1], len(layers)
    words = np.arange(len(rows)) + blank * np.repeat(np.arange(1, len(lengths) + 1), lengths)
    space = np.zeros((len(rows) + blank * (len(lengths) + 1), width), np.float32)
    space[words] = rows
    threes = np.lib.stride_tricks.as_strided(space, (len(space) - 2, 3 * width), space.strides, writeable=False)
    for later, layer in zip(reversed(range(blank)), layers, strict=True):
        near = np.zeros(len(space), np.bool_)
        for step in range(-later, later + 1):
            near[words + step] = True
        seen = np.flatnonzero(near)
        space[seen] += layer.of(threes[seen - 1])
    found: Floats = space[words]
    return found


@cache
def _known(model: Language) -> _Known:
    pipes: list[Any] = [model.get_pipe("tok2vec"), model.get_pipe("ner")]
    networks = tuple(_network(pipe.model) for pipe in pipes)
    width = len(networks[0].alone.gain)
    return _Known(
        networks=networks,
        columns=tuple(dict.fromkeys(table.column for network in networks for table in network.tables)),
        vectors=tuple(np.empty((REMEMBERED, width), np.float32) for _ in networks),
    )


def _network(network: Any) -> _Network:
    """The weights of a network of the parser, as they are used here."""
    parts: dict[str, list[Any]] = {}
    for part in network.walk(order="dfs_pre"):
        parts.setdefault(part.name, []).append(part)
    alone, *beside = (_layer(*pair) for pair in zip(parts["maxout"], parts["layernorm"], strict=True))
    columns = parts["extract_features"][0].attrs["columns"]
    pieces = np.split(alone.weights, len(columns))
    tables = [
        _Table(column=column, seed=table.attrs["seed"], rows=table.get_param("E") @ piece, ops=table.ops)
        for column, table, piece in zip(columns, parts["hashembed"], pieces, strict=True)
    ]
    return _Network(tables=tuple(tables), alone=alone, beside=tuple(beside))


def _layer(largest: Any, normal: Any) -> _Layer:
    weights = largest.get_param("W")
    return _Layer(
        weights=np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
        bias=largest.get_param("b").T.ravel(),
        gain=normal.get_param("G"),
        shift=normal.get_param("b"),
    )
