"""Sums of money with another currency in brackets: two rates of exchange in one account."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from rashomon.findings.stated import Stated, any_of, between, finding, number, percent, rounding, stated_in
from rashomon.lexicons import Lexicon
from rashomon.types import Finding, Reading

SLACK = Decimal("0.05")  # of a rate, which two days and the rounding of prices leave open
HARD = Decimal("0.09")  # of a rate; two rates further apart than this cannot both be meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A sum in one currency and what the account makes of it in another."""

    left: Stated
    right: Stated
    rate: Decimal
    slack: Decimal

    @property
    def currencies(self) -> tuple[str, str]:
        return self.left.figure.unit or "", self.right.figure.unit or ""


def two_rates(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """€100 million ($130m) above, €900 ($1,350) below: 1.3 dollars to the euro, then 1.5.

    Also where the sign of a currency was lost from both sums. Rounding is counted in before a desk asks.

    find: The lock cost [€100 million|check=unit; severity=error] ([$130 million|check=unit]). Its keeper earns [€900|check=unit] ([$1,350|check=unit]) a month.
    skip: The lock cost €100 million ($130 million). Its keeper earns €900 ($1,180) a month and saves €3 ($4) a day.
    """  # noqa: E501
    exchanges = list(_exchanges(stated_in(reading, lexicon), lexicon))
    for one, other in combinations(exchanges, 2):
        if one.currencies != other.currencies:
            continue
        apart = abs(one.rate - other.rate) / max(one.rate, other.rate)
        slack = one.slack + other.slack
        if apart > SLACK + slack:
            rates = " and ".join(
                f"{each.right.text} / {each.left.text} = {number(round(each.rate, 2))}" for each in (one, other)
            )
            arithmetic = f"{rates}: two rates in one account, {percent(apart)} apart"
            spans = [one.left.span, one.right.span, other.left.span, other.right.span]
            yield finding("unit", "error" if apart > HARD + slack else "doubt", arithmetic, spans)
            return


def _exchanges(everything: Sequence[Stated], lexicon: Lexicon) -> Iterator[Exchange]:
    """Each sum with another right behind it in brackets, of another currency."""
    for left, right in pairwise(everything):
        one, other = left.figure, right.figure
        if other.dimension != "money" or one.dimension not in {"money", "count"} or one.unit == other.unit:
            continue
        if not one.point or not other.point or not re.fullmatch(r"\s*\(\s*", between(left, right)):
            continue
        ends = re.match(rf"\s*(?:\)|{any_of('or', lexicon)})", right.span.account.text[right.span.end :][:12])
        if ends and (one.dimension == "money" or one.counted is None or "(" in one.counted.text):
            slack = rounding(left) + rounding(right)
            yield Exchange(left=left, right=right, rate=other.point / one.point, slack=slack)


RULES = (two_rates,)
