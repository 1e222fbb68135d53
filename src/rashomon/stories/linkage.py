"""Likeness -> groups: average linkage over those pairs only that have a likeness at all.

The two groups most alike on average are put together first, until none are alike enough. A pair without a
likeness counts as none at all, so a chain of chance resemblances does not tie two events together.
"""

from __future__ import annotations

import heapq

from rashomon.stories.neighbours import Likeness

ENOUGH = 0.17  # average likeness of two groups that are one story


def linked(number: int, likeness: Likeness, enough: float = ENOUGH) -> list[list[int]]:
    """The positions 0 to `number` in groups, each in order."""
    members: dict[int, list[int]] = {at: [at] for at in range(number)}
    sums: dict[int, dict[int, float]] = {at: {} for at in range(number)}
    heap: list[tuple[float, int, int]] = []
    for (left, right), value in likeness.items():
        sums[left][right] = sums[right][left] = value
        if value >= enough:
            heap.append((-value, left, right))
    heapq.heapify(heap)
    fresh = number
    while heap:
        value, left, right = heapq.heappop(heap)
        if left not in members or right not in members:
            continue
        members[fresh] = members.pop(left) + members.pop(right)
        sums[fresh] = _merged(sums, left, right)
        for other, total in sums[fresh].items():
            sums[other][fresh] = total
            average = total / (len(members[fresh]) * len(members[other]))
            if average >= enough:
                heapq.heappush(heap, (-average, other, fresh))
        fresh += 1
    return sorted(sorted(group) for group in members.values())


def _merged(sums: dict[int, dict[int, float]], left: int, right: int) -> dict[int, float]:
    """The likeness of two groups together to every other group."""
    one, two = sums.pop(left), sums.pop(right)
    one.pop(right, None)
    two.pop(left, None)
    for other in one:
        sums[other].pop(left)
    for other in two:
        sums[other].pop(right)
    return {other: one.get(other, 0.0) + two.get(other, 0.0) for other in sorted({*one, *two})}
