"""A headline's toll that nothing in the text below it gives: three dead above, four dead below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from rashomon.findings.claimed import interval_in, modifier_in, point_in, role_in, whom_in, words_of
from rashomon.findings.deeds import body_of
from rashomon.findings.stated import Compared, finding
from rashomon.types import Claim, Finding, Reading

TOLLS = frozenset({"killed", "injured", "missing", "captured"})
MOST = 3  # times; a toll further off counts other people
TERMS = 4  # tolls of a text that a headline may add up


def headline_not_in_the_text(compared: Compared) -> Iterator[Finding]:
    """Three killed, says the headline; four were killed, says the text, and nowhere three.

    find: [Three|check=headline; severity=doubt] people killed in Teshar ferry fire¶¶[Four|check=headline] people were killed in a fire on the Teshar ferry on Monday, the mayor said.
    skip: Three people killed in Teshar ferry fire¶¶Two women and a man were killed in a fire on the Teshar ferry on Monday, the mayor said. Four people were killed in another fire.
    """  # noqa: E501
    for reading in compared.readings:
        tolls = [
            claim for claim in reading.figures if role_in(claim) in TOLLS and claim.mention.zone in {"title", "body"}
        ]
        head = next((claim for claim in tolls if claim.mention.zone == "title"), None)
        if head is None or modifier_in(head) != "exact" or len({role_in(each) for each in tolls if _titled(each)}) > 1:
            continue
        below = [claim for claim in tolls if claim.mention.zone == "body" and role_in(claim) == role_in(head)]
        first = below[0] if below else None
        if first is None or modifier_in(first) != "exact" or whom_in(first) not in {whom_in(head), ""}:
            continue
        low, high = sorted((point_in(head), point_in(first)))
        numbers = {point_in(claim) for claim in reading.figures if not _titled(claim)}
        early = first.span.start <= _opening_end(reading)
        if early and low > 1 and low < high <= MOST * low and not _made_of(point_in(head), below, numbers):
            arithmetic = (
                f"headline {words_of(head)}, text {words_of(first)}; the text gives the headline's number nowhere"
            )
            yield finding("headline", "doubt", arithmetic, [head.span, first.span])


def _titled(claim: Claim) -> bool:
    return claim.mention.zone == "title"


def _opening_end(reading: Reading) -> int:
    """Where the second sentence of an account's body ends."""
    ends = [sentence.span.end for sentence in body_of(reading)[:2]]
    return ends[-1] if ends else 0


def _made_of(total: Decimal, tolls: Sequence[Claim], numbers: set[Decimal]) -> bool:
    """Whether a text gives a number, as a bound, or as tolls added up with one more told without a number."""
    if any(interval_in(claim).low <= total <= interval_in(claim).high for claim in tolls):
        return True
    small = [*(value for claim in tolls[:6] if (value := point_in(claim)) < total), Decimal(1)]
    return total in numbers or any(
        sum(chosen, Decimal(0)) == total for size in range(2, TERMS) for chosen in combinations(small, size)
    )


RULES = (headline_not_in_the_text,)
