"""Likeness -> groups: average linkage over those pairs only that have a likeness at all.

The two groups most alike on average are put together first, until none are alike enough. A pair without a
likeness counts as none at all, so a chain of chance resemblances does not tie two events together. Two groups
that each hold together much better than with one another stay apart: two earthquakes are two stories.
"""

from __future__ import annotations

import heapq

from rashomon.stories.neighbours import Likeness

ENOUGH = 0.12  # average likeness of two groups that are one story
HOLD = 0.78  # of the likeness inside the looser of two large groups that the likeness between them must reach


def linked(number: int, likeness: Likeness, enough: float = ENOUGH) -> list[list[int]]:
    """The positions 0 to `number` in groups, each in order."""
    members: dict[int, list[int]] = {at: [at] for at in range(number)}
    sums: dict[int, dict[int, float]] = {at: {} for at in range(number)}
    inside = dict.fromkeys(range(number), 0.0)
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
        sizes = len(members[left]), len(members[right])
        if -value < _asked(sizes, (inside[left], inside[right])):
            continue
        inside[fresh] = inside.pop(left) + inside.pop(right) + sums[left][right]
        members[fresh] = members.pop(left) + members.pop(right)
        sums[fresh] = _merged(sums, left, right)
        for other, total in sums[fresh].items():
            sums[other][fresh] = total
            average = total / (len(members[fresh]) * len(members[other]))
            if average >= enough:
                heapq.heappush(heap, (-average, other, fresh))
        fresh += 1
    return sorted(sorted(group) for group in members.values())


def _asked(sizes: tuple[int, int], inside: tuple[float, float]) -> float:
    """How alike two groups must be on average, by their sizes and the sum of likeness inside each.

    Of one account or two nobody can tell how well it holds together; the larger the smaller group, the better.
    """
    smaller = min(sizes)
    if smaller <= 2:
        return 0.0
    averages = [total / (size * (size - 1) / 2) for size, total in zip(sizes, inside, strict=True)]
    return HOLD * (1 - 1 / (smaller - 1)) * min(averages)


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
