"""Weights -> Likeness: how alike two accounts are, worked out only for those that share something rare.

Among look-alikes, a city's shootings, the day tells events apart; where no others look alike, a story may be told
again after months. So days count by the crowd: how alike the accounts just beyond any one story still are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from rashomon.stories.features import Weights

COMMON = 150  # accounts; a feature of more of them pairs nobody, it only adds to pairs found by rarer ones
LEAST = 0.05  # cosine of a pair that is worth keeping
CROWD = (30, 60)  # neighbours, by rank, whose likeness says how many accounts look like an account
DAY = 0.1  # of the crowd's likeness that is lost with each day between two accounts
MONTH = 30  # days after which more days make no difference
UNDATED = 0.05  # likeness lost where one of two accounts has no date

Likeness = Mapping[tuple[int, int], float]
Holders = tuple[np.ndarray, np.ndarray]  # the accounts that have a feature, in order, and its weight in each


def likeness(weights: Sequence[Weights], days: Sequence[int | None]) -> Likeness:
    """The cosine of every two accounts that share a rare feature, less for the days between them."""
    pairs = dict(_cosines(weights))
    crowd = _crowds(pairs, len(weights))
    found = {}
    for (left, right), value in pairs.items():
        one, other = days[left], days[right]
        if one is None or other is None:
            found[left, right] = value - UNDATED
        else:
            alike = (crowd[left] + crowd[right]) / 2
            found[left, right] = value - DAY * min(abs(one - other), MONTH) * alike
    return {pair: value for pair, value in found.items() if value > 0}


def _cosines(weights: Sequence[Weights]) -> list[tuple[tuple[int, int], float]]:
    """The cosine of each account with those after it, where they share a rare feature."""
    holders = _holders(weights)
    sums = np.zeros(len(weights))
    found: list[tuple[tuple[int, int], float]] = []
    for at, each in enumerate(weights):
        rare = [feature for feature in each if len(holders[feature][0]) <= COMMON]
        if not rare:
            continue
        near = np.unique(np.concatenate([holders[feature][0] for feature in rare]))
        near = near[near > at]
        for feature in rare:
            accounts, shares = holders[feature]
            sums[accounts] += each[feature] * shares
        for feature in each:
            accounts, shares = holders[feature]
            if len(accounts) > COMMON:
                places = np.searchsorted(accounts, near).clip(max=len(accounts) - 1)
                sums[near] += np.where(accounts[places] == near, each[feature] * shares[places], 0.0)
        found += [((at, other), float(sums[other])) for other in near[sums[near] > LEAST].tolist()]
        sums[:] = 0.0
    return found


def _holders(weights: Sequence[Weights]) -> dict[str, Holders]:
    """Which accounts have each feature, and with what weight."""
    listed: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, each in enumerate(weights):
        for feature, weight in each.items():
            listed[feature].append((at, weight))
    return {
        feature: (np.array([at for at, _ in held]), np.array([weight for _, weight in held]))
        for feature, held in listed.items()
    }


def _crowds(pairs: Likeness, number: int) -> list[float]:
    """How alike the accounts of the ranks of `CROWD` are to each account on average; those not kept count as 0."""
    beside: list[list[float]] = [[] for _ in range(number)]
    for (left, right), value in pairs.items():
        beside[left].append(value)
        beside[right].append(value)
    first, last = CROWD
    return [sum(sorted(values, reverse=True)[first:last]) / (last - first) for values in beside]
