"""Reading -> Wording, Omission: what each account calls each actor, and what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.types import Omission, Reading, Verdict, Wording
from rashomon.wordings.names import names_by_voice
from rashomon.wordings.silences import left_out


def find_wordings(readings: Sequence[Reading], lexicon: Lexicon) -> tuple[Wording, ...]:
    """The names of each actor by account and voice."""
    return names_by_voice(readings, lexicon)


def find_omissions(verdicts: Sequence[Verdict]) -> tuple[Omission, ...]:
    """Facts that two accounts or more report and others leave out."""
    return left_out(verdicts)
