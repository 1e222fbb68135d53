"""Reading, Verdict -> Finding: what a careful desk would question in the figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain

from rashomon.findings import (
    ages,
    ahead,
    births,
    casualties,
    changes,
    cited,
    clocks,
    complements,
    corrections,
    dates,
    days,
    exchange,
    falls,
    headlines,
    heads,
    heralds,
    inventories,
    leads,
    magnitudes,
    measured,
    moves,
    pages,
    rates,
    scales,
    shares,
    sums,
    titles,
    tolls,
    totals,
    trades,
    utterances,
    voices,
    ways,
)
from rashomon.findings.stated import Compared
from rashomon.lexicons import load
from rashomon.types import Account, Finding, Reading, Verdict, rule_name

INSIDE = (
    *sums.RULES,
    *casualties.RULES,
    *trades.RULES,
    *totals.RULES,
    *shares.RULES,
    *complements.RULES,
    *changes.RULES,
    *rates.RULES,
    *scales.RULES,
    *magnitudes.RULES,
    *exchange.RULES,
    *clocks.INSIDE,
    *dates.RULES,
    *ahead.RULES,
    *births.RULES,
    *heads.RULES,
    *corrections.RULES,
    *ages.INSIDE,
)
ACROSS = (
    *leads.RULES,
    *tolls.RULES,
    *pages.RULES,
    *days.RULES,
    *headlines.RULES,
    *titles.RULES,
    *voices.RULES,
    *utterances.RULES,
    *cited.RULES,
    *ages.ACROSS,
    *ways.RULES,
    *measured.RULES,
    *inventories.RULES,
    *clocks.ACROSS,
    *falls.RULES,
    *moves.RULES,
    *heralds.RULES,
)


def audit(
    readings: Sequence[Reading],
    verdicts: Sequence[Verdict] = (),
    known: Set[Account] = frozenset(),
    before: Sequence[Finding] = (),
) -> tuple[Finding, ...]:
    """Every finding inside each account, then across accounts. Without verdicts, inside accounts only.

    What is found inside an account depends on no other: for those `known` it is taken from what was found `before`.
    """
    ordered = sorted(readings, key=lambda reading: (reading.account.name, reading.account.digest))
    names = {rule_name(rule) for rule in INSIDE}
    kept = (finding for finding in reversed(before) if finding.rule in names)
    fresh = (reading for reading in ordered if reading.account not in known)
    found = _once(chain(kept, _inside(fresh), _across(ordered, verdicts)))
    return tuple(sorted(found, key=_place))


def _inside(readings: Iterable[Reading]) -> Iterator[Finding]:
    for reading in readings:
        lexicon = load(reading.account.language)
        for rule in INSIDE:
            for found in rule(reading, lexicon):
                yield replace(found, rule=rule_name(rule))


def _across(readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Iterator[Finding]:
    compared = Compared(readings=tuple(readings), verdicts=tuple(verdicts), lexicon=load())
    for rule in ACROSS:
        for found in rule(compared):
            yield replace(found, rule=rule_name(rule))


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once; of two on the same characters the first rule's stands."""
    return list({(found.check, found.spans): found for found in reversed(list(findings))}.values())


def _place(found: Finding) -> tuple[str, int, int, str]:
    first = found.spans[0]
    return first.account.name, first.start, first.end, found.check
