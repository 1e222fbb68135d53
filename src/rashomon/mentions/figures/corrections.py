"""A figure that its own account corrects in brackets: "400 carts (380 carts, to be exact)"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.mentions.figures.amounts import Amount
from rashomon.mentions.figures.tokens import Scan, phrase_at
from rashomon.mentions.figures.vocabulary import Vocabulary

_NEAR = 6  # tokens between the number and the words that correct, or between the two numbers


def corrected(scan: Scan, amounts: Sequence[Amount], words: Vocabulary) -> tuple[Amount, ...]:
    """The amounts, where a correction reaches to its closing words and what it corrects is approximate."""
    made = list(amounts)
    for place, amount in enumerate(made):
        end = _correction_end(scan, amount, words)
        if end is None:
            continue
        made[place] = amount._replace(end=end, noun=amount.end)
        before = made[place - 1] if place else None
        if before and before.manner == "exact" and 0 < amount.first - before.end <= _NEAR:
            made[place - 1] = before._replace(manner="approximate")
    return tuple(made)


def _correction_end(scan: Scan, amount: Amount, words: Vocabulary) -> int | None:
    """The place after "to be exact", if it closes the bracket that the amount opens."""
    if scan.low(amount.first - 1) != "(":
        return None
    for at in range(amount.end, amount.end + _NEAR):
        found = phrase_at(scan.tokens, at, words.correction)
        if found:
            return found[0]
    return None
