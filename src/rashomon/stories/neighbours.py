"""Weights -> Likeness: how alike two accounts are, worked out only for those that share something rare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.stories.features import Weights

COMMON = 150  # accounts; a feature of more of them pairs nobody, it only adds to pairs found by rarer ones
DAY = 0.0015  # likeness lost with each day between two accounts
UNDATED = 25  # days that are taken to lie between two accounts where one has no date
MONTH = 30  # days after which more days make no difference: anniversaries and corrections come late

Likeness = Mapping[tuple[int, int], float]


def likeness(weights: Sequence[Weights], days: Sequence[int | None]) -> Likeness:
    """The cosine of every two accounts that share a rare feature, less a little for each day between them."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(weights):
        for feature in each:
            holders[feature].append(at)
    pairs: dict[tuple[int, int], float] = defaultdict(float)
    for feature, accounts in sorted(holders.items()):
        if len(accounts) <= COMMON:
            for place, left in enumerate(accounts):
                for right in accounts[place + 1 :]:
                    pairs[left, right] += weights[left][feature] * weights[right][feature]
    common = sorted(feature for feature, accounts in holders.items() if len(accounts) > COMMON)
    found = {}
    for (left, right), shared in sorted(pairs.items()):
        more = sum(weights[left].get(feature, 0.0) * weights[right].get(feature, 0.0) for feature in common)
        one, other = days[left], days[right]
        apart = UNDATED if one is None or other is None else min(abs(one - other), MONTH)
        found[left, right] = shared + more - DAY * apart
    return found
