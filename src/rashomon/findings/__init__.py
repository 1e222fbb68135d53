"""Reading, Verdict -> Finding: what a careful desk would question in the figures."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.types import Finding, Reading, Verdict


def audit(readings: Sequence[Reading], verdicts: Sequence[Verdict] = ()) -> tuple[Finding, ...]:
    """Every finding inside each account, then across accounts. Without verdicts, inside accounts only."""
    return ()
