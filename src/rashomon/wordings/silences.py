"""What some accounts report and others, which speak of the same event, leave out."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.types import Omission, Reading, Verdict

REPORTERS = 2  # accounts that must state a fact before the silence of another is worth a line
SHARED = 2  # other facts that a silent account must share with them, to be on the same event


def left_out(readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> tuple[Omission, ...]:
    """The facts that two accounts or more state, and the accounts of the same event that do not."""
    names = sorted({reading.account.name for reading in readings})
    reported = [
        (verdict.fact.id, frozenset(claim.account.name for claim in verdict.fact.claims)) for verdict in verdicts
    ]
    shared = [accounts for _, accounts in reported if len(accounts) >= REPORTERS]
    found = []
    for about, by in reported:
        if len(by) < REPORTERS:
            continue
        absent = [
            name
            for name in names
            if name not in by and sum(name in accounts and bool(accounts & by) for accounts in shared) >= SHARED
        ]
        if absent:
            found.append(Omission(about=about, reported_by=tuple(sorted(by)), absent_from=tuple(absent)))
    return tuple(sorted(found, key=lambda omission: omission.about))
