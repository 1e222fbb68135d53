"""Text made to be slow: the time grows with the length, not with its square."""

from __future__ import annotations

from time import process_time

import pytest

from rashomon.pipeline import read
from rashomon.types import Account

FOURFOLD = 10  # times the work for four times the text; its square would be sixteen


def _seconds(text: str) -> float:
    account = Account(name="long.txt", text=text, digest=str(len(text)))
    start = process_time()
    read(account)
    return process_time() - start


@pytest.mark.parametrize(
    "piece", ['"a ', '"a b c" ', 'He said "we went home" and ', "'we went home' and ", "said. "], ids=repr
)
def test_time_grows_with_the_length(piece: str) -> None:
    read(Account(name="warm.txt", text='"We went home," Ana Bel said to 3 people.', digest="0"))
    size = 40_000 // len(piece)  # long enough that the whole line is never parsed
    assert _seconds(piece * size * 4) < FOURFOLD * max(_seconds(piece * size), 0.05)
