"""What some accounts report and others, which speak of the same event, leave out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.types import Omission, Verdict

REPORTERS = 2  # accounts that must state a fact before the silence of another is worth a line
SHARED = 2  # other facts that a silent account must share with them, to be on the same event


def left_out(verdicts: Sequence[Verdict]) -> tuple[Omission, ...]:
    """The facts that two accounts or more state, and the accounts of the same event that do not."""
    reported = [
        (verdict.fact.id, frozenset(claim.account.name for claim in verdict.fact.claims)) for verdict in verdicts
    ]
    shared = [accounts for _, accounts in reported if len(accounts) >= REPORTERS]
    facts_of: dict[str, list[int]] = defaultdict(list)
    for number, accounts in enumerate(shared):
        for name in accounts:
            facts_of[name].append(number)
    found = []
    for about, by in reported:
        if len(by) < REPORTERS:
            continue
        near = {number for name in by for number in facts_of[name]}
        often = Counter(name for number in near for name in shared[number])
        absent = sorted(name for name, times in often.items() if times >= SHARED and name not in by)
        if absent:
            found.append(Omission(about=about, reported_by=tuple(sorted(by)), absent_from=tuple(absent)))
    return tuple(sorted(found, key=lambda omission: omission.about))
