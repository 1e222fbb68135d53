"""Words -> Passage: stretches that two accounts have in common, word for word or lightly edited.

Every run of `SEED` words is hashed; the sorted hashes of all accounts put equal runs next to one another, so
that no two accounts without a common run are ever compared. Equal runs are extended as far as they go, and
runs that follow one another in both accounts with little between them are one passage with an edit in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

import numpy as np

from rashomon.origins.words import Words

SEED = 5  # words; shorter runs are shared by chance in any two reports of one event
BRIDGE = 12  # words that an edit may put between two equal runs of one passage
SIGN = 6  # words; what two accounts share in shorter runs alone is no sign of anything, and is not aligned
OFTEN = 6  # times that a run may stand in one account; a refrain would pair with itself quadratically
REACH = 60  # words of a sentence beside a run that are aligned; a longer "sentence" is a list or a table

Run = tuple[int, int, int]  # where it starts in the left account, where in the right, how many words


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the left account and one of the right, as word positions, with the words that are equal."""

    left: tuple[int, int]
    right: tuple[int, int]
    blocks: tuple[Run, ...]

    @property
    def longest(self) -> int:
        """The most equal words without a break."""
        return max(size for _, _, size in self.blocks)

    @property
    def matched(self) -> int:
        """All equal words, edits left out."""
        return sum(size for _, _, size in self.blocks)


def shared_passages(accounts: Sequence[Words], fresh: Set[int]) -> Iterator[tuple[int, int, tuple[Passage, ...]]]:
    """The passages that two accounts share, one of them `fresh`, by the accounts' positions in the order given."""
    numbered = _numbered(accounts)
    groups, refrains = _seeds(numbered, fresh)
    for (left, right), seeds in sorted(groups.items()):
        runs = _maximal(seeds, numbered[left], numbered[right])
        if refrains.isdisjoint((left, right)) and all(size < SIGN for _, _, size in runs):
            continue
        chains = _chains(runs)
        passages = (_aligned(chain, chains, accounts[left], accounts[right]) for chain in chains)
        yield left, right, tuple(sorted(passages, key=lambda passage: (passage.left, passage.right)))


def _numbered(accounts: Sequence[Words]) -> list[np.ndarray]:
    vocabulary = {word: number for number, word in enumerate(sorted({w for words in accounts for w in words.texts}), 1)}
    return [np.array([vocabulary[word] for word in words.texts], dtype=np.uint64) for words in accounts]


def _seeds(
    numbered: Sequence[np.ndarray], fresh: Set[int]
) -> tuple[dict[tuple[int, int], list[tuple[int, int]]], set[int]]:
    """Where two accounts, one `fresh`, have the same `SEED` words: pairs of word positions, by pair of accounts.

    And the accounts of which a run was left out here and there, since it stands in them more than `OFTEN`.
    """
    hashes, owners, positions = [], [], []
    for owner, numbers in enumerate(numbered):
        size = len(numbers) - SEED + 1
        if size < 1:
            continue
        rolled = np.zeros(size, dtype=np.uint64)
        for step in range(SEED):
            rolled = rolled * np.uint64(1_000_003) + numbers[step : step + size]
        hashes.append(rolled)
        owners.append(np.full(size, owner))
        positions.append(np.arange(size))
    if not hashes:
        return {}, set()
    ordered, owner_of, position_of = np.concatenate(hashes), np.concatenate(owners), np.concatenate(positions)
    order = np.lexsort((position_of, owner_of, ordered))
    ordered, owner_of, position_of = ordered[order], owner_of[order], position_of[order]
    edges = np.flatnonzero(np.diff(ordered)) + 1
    is_fresh = np.isin(owner_of, sorted(fresh))
    groups: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    refrains: set[int] = set()
    starts, ends = np.r_[0, edges], np.r_[edges, len(ordered)]
    shared = (owner_of[starts] != owner_of[ends - 1]) & np.logical_or.reduceat(is_fresh, starts)
    for start, end in zip(starts[shared].tolist(), ends[shared].tolist(), strict=True):
        places: dict[int, list[int]] = defaultdict(list)
        for owner, position in zip(owner_of[start:end].tolist(), position_of[start:end].tolist(), strict=True):
            if len(places[owner]) < OFTEN:
                places[owner].append(position)
            else:
                refrains.add(owner)
        for left, right in with_fresh(places, fresh):
            groups[left, right] += [(a, b) for a in places[left] for b in places[right]]
    return groups, refrains


def with_fresh(places: Iterable[int], fresh: Set[int]) -> Iterator[tuple[int, int]]:
    """Every two of the places, the smaller first, of which one is fresh."""
    held = sorted(places)
    if len(held) == len(fresh & set(held)):
        yield from combinations(held, 2)
        return
    for new in sorted(fresh & set(held)):
        yield from ((min(new, one), max(new, one)) for one in held if one not in fresh or one > new)


def _maximal(seeds: Sequence[tuple[int, int]], left: np.ndarray, right: np.ndarray) -> list[Run]:
    """The seeds extended to both sides as far as the words are equal, each run once: (left, right, length)."""
    runs: list[Run] = []
    reached: dict[int, int] = {}
    for a, b in sorted(seeds):
        if a < reached.get(a - b, -1) or not np.array_equal(left[a : a + SEED], right[b : b + SEED]):
            continue
        start = 0
        while a - start > 0 and b - start > 0 and left[a - start - 1] == right[b - start - 1]:
            start += 1
        end = SEED
        while a + end < len(left) and b + end < len(right) and left[a + end] == right[b + end]:
            end += 1
        reached[a - b] = a + end
        runs.append((a - start, b - start, start + end))
    return sorted(set(runs))


def _chains(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that follow one another in both accounts, put together; the longest runs find their place first."""
    kept: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run[2], run)):
        if not any(_meet(run, other) for other in kept):
            kept.append(run)
    chains: list[list[Run]] = []
    for run in sorted(kept):
        before = [chain for chain in chains if _follows(run, chain)]
        if before:
            max(before, key=lambda chain: (_end(chain, 0), _end(chain, 1))).append(run)
        else:
            chains.append([run])
    return chains


def _follows(run: Run, chain: Sequence[Run]) -> bool:
    """Whether a run stands shortly after a chain in both accounts."""
    return all(0 <= run[side] - _end(chain, side) <= BRIDGE for side in (0, 1))


def _meet(run: Run, other: Run) -> bool:
    """Whether two runs lay claim to the same words of either account."""
    return any(run[side] < other[side] + other[2] and other[side] < run[side] + run[2] for side in (0, 1))


def _end(chain: Sequence[Run], side: int) -> int:
    return chain[-1][side] + chain[-1][2]


def _aligned(chain: Sequence[Run], chains: Sequence[Sequence[Run]], left: Words, right: Words) -> Passage:
    """The chain with the words of its two sentences' ends, aligned word by word between its equal runs."""
    blocks = list(chain)
    sides = tuple(_reach(chain, chains, side, words) for side, words in enumerate((left, right)))
    gaps = [(sides[0][0], chain[0][0], sides[1][0], chain[0][1])]
    gaps += [(a + size, after[0], b + size, after[1]) for (a, b, size), after in pairwise(chain)]
    gaps.append((_end(chain, 0), sides[0][1], _end(chain, 1), sides[1][1]))
    for a, a_end, b, b_end in gaps:
        matcher = SequenceMatcher(None, left.texts[a:a_end], right.texts[b:b_end], autojunk=False)
        blocks += [(a + block.a, b + block.b, block.size) for block in matcher.get_matching_blocks() if block.size]
    blocks.sort()
    return Passage(
        left=(blocks[0][0], blocks[-1][0] + blocks[-1][2]),
        right=(blocks[0][1], blocks[-1][1] + blocks[-1][2]),
        blocks=tuple(blocks),
    )


def _reach(chain: Sequence[Run], chains: Sequence[Sequence[Run]], side: int, words: Words) -> tuple[int, int]:
    """From the start of the chain's first sentence to the end of its last, without entering another chain."""
    first, last = chain[0][side], _end(chain, side)
    others = [other for other in chains if other is not chain]
    floor = max([first - REACH, 0, *(_end(other, side) for other in others if _end(other, side) <= first)])
    ceiling = [last + REACH, len(words.texts), *(other[0][side] for other in others if other[0][side] >= last)]
    start, end = first, last
    while start > floor and words.sentence[start - 1] == words.sentence[first]:
        start -= 1
    while end < min(ceiling) and words.sentence[end] == words.sentence[last - 1]:
        end += 1
    return start, end
