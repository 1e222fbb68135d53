"""Claim -> Fact: which claims answer the same question, and why others that look alike do not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from rashomon.facts.alike import spot
from rashomon.facts.asked import UNASKED, Memory, unchanged
from rashomon.facts.bonds import MOVED, TOLLS, Bond
from rashomon.facts.clusters import Tie, cluster
from rashomon.facts.contexts import Context, sites_named
from rashomon.facts.near import Miss, between_roles, might_be_compared, worth_telling
from rashomon.facts.neighbours import contexts_of
from rashomon.facts.pairs import ORDER
from rashomon.facts.signs import told_days
from rashomon.types import Account, Asked, Fact, Reading, Relation, rule_name

FULL = 60  # characters from which on a longer measure is no fuller one


NAMED = tuple((rule, rule_name(rule)) for rule in ORDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The facts (each figure claim stands in exactly one), the near misses with their reason, and who was asked."""

    facts: tuple[Fact, ...]
    near_misses: tuple[Relation, ...]
    asked: tuple[Asked, ...]


def join_claims(readings: Sequence[Reading], known: Set[Account] = frozenset(), before: Sequence[Asked] = ()) -> Joined:
    """Which claims answer one question. Of what the accounts `known` say, the deciders were asked `before`.

    Copied text is recognised by the words around each figure.
    """
    blocks: dict[tuple[str, str], list[Context]] = defaultdict(list)
    sites = sites_named(readings)
    for reading in readings:
        for context in contexts_of(reading, sites):
            blocks[context.figure.dimension, _block(context)].append(context)
    asked_of = {(asked.dimension, asked.role): asked for asked in before}
    same = unchanged(readings, known, sites) if before else frozenset()
    facts: list[Fact] = []
    apart: list[Miss] = []
    asked: list[Asked] = []
    for (dimension, role), members in sorted(blocks.items()):
        memory = Memory(members, _pairs, asked_of.get((dimension, role)), known)
        ties, deciders = _ties(members, memory, same)
        asked.append(Asked(dimension=dimension, role=role, deciders=deciders))
        groups = cluster(len(members), ties)
        best = _strongest(groups, ties)
        facts += [_fact([members[place] for place in group], best.get(group[0])) for group in groups]
        apart += _kept_apart(members, ties)
    apart += between_roles(blocks)
    return Joined(facts=tuple(sorted(facts, key=_place)), near_misses=worth_telling(apart, facts), asked=tuple(asked))


def _block(context: Context) -> str:
    """The role under which a number is compared: “fled” and “were brought out” may be one leaving."""
    return "moved" if context.topic.role in MOVED else context.topic.role


def _place(fact: Fact) -> tuple[str, int]:
    first = fact.claims[0]
    return first.account.name, first.span.start


def _ties(members: Sequence[Context], memory: Memory, same: Set[Account]) -> tuple[list[Tie], bytes]:
    """What is said of every pair, and who said it; a copied sentence is tied to its original alone.

    Else a copy of an account would join what the account itself keeps apart. Who spoke of two accounts that are the
    `same` as before speaks again, and nobody else is asked.
    """
    ties: list[Tie] = []
    deciders = bytearray()
    holds = [context.claim.account in same for context in members]
    originals: dict[tuple[str, int], int] = {}
    first = [originals.setdefault(spot(context), place) for place, context in enumerate(members)]
    for left, right in _pairs(members):
        if first[left] != left or first[right] not in {left, right}:
            deciders.append(UNASKED)
            continue
        number = memory.answer(left, right) if holds[left] and holds[right] else UNASKED
        bond = NAMED[number - 1][0](members[left], members[right]) if 0 < number <= len(NAMED) else None
        if number and bond is None:
            number, bond = _ask(members[left], members[right])
        deciders.append(number)
        if bond is not None:
            ties.append(Tie(left=left, right=right, bond=bond, rule=NAMED[number - 1][1]))
    return ties, bytes(deciders)


def _ask(left: Context, right: Context) -> tuple[int, Bond | None]:
    """The first decider that speaks, from 1, and what it says; 0 where all are silent."""
    for number, (rule, _) in enumerate(NAMED, 1):
        bond = rule(left, right)
        if bond is not None:
            return number, bond
    return 0, None


def _pairs(members: Sequence[Context]) -> Iterable[tuple[int, int]]:
    """The pairs worth asking about: all of one toll, of other numbers those of one value, noun or sentence."""
    if members and members[0].topic.role in TOLLS:
        return combinations(range(len(members)), 2)
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, context in enumerate(members):
        alike["value", context.value].append(place)
        alike["sentence", context.account, context.sentence].append(place)
        if context.noun:
            alike["noun", context.noun].append(place)
        if context.attribute:
            alike["attribute", context.figure.dimension].append(place)
        if context.topic.role == "duration":
            alike["duration", context.topic.event].append(place)
        if context.figure.dimension == "share" and "taken" in context.signs:
            alike["share",].append(place)
    return sorted({pair for places in alike.values() for pair in combinations(places, 2)})


def _strongest(groups: Sequence[Sequence[int]], ties: Sequence[Tie]) -> dict[int, Tie]:
    """The strongest tie inside each group, by the first place of the group."""
    group_of = {place: group[0] for group in groups for place in group}
    best: dict[int, Tie] = {}
    for tie in sorted((t for t in ties if t.bond.together), key=lambda t: (-t.bond.strength, t.left, t.right)):
        if group_of[tie.left] == group_of[tie.right]:
            best.setdefault(group_of[tie.left], tie)
    return best


def _fact(told: Sequence[Context], best: Tie | None) -> Fact:
    return Fact(
        question=_question(told),
        role=told[0].topic.role,
        dimension=told[0].figure.dimension,
        claims=tuple(context.claim for context in told),
        reason=f"joined because: {best.bond.reason}" if best else "",
        rule=best.rule if best else "",
    )


def _question(told: Sequence[Context]) -> str:
    """The measure that most of the claims name, the fuller before the shorter, rather not a title's."""
    often = Counter(context.topic.measure for context in told)
    best = min(
        told,
        key=lambda context: (
            "“" in context.topic.measure,
            context.figure.zone == "title",
            -often[context.topic.measure],
            -min(len(context.topic.measure), FULL),
            context.account,
            context.figure.span.start,
        ),
    )
    days = {context.within for context in told if context.topic.role in MOVED}
    within = days.pop() if len(days) == 1 else None
    return best.topic.measure + ("" if within is None else f" in {told_days(within)}")


def _kept_apart(members: Sequence[Context], ties: Sequence[Tie]) -> Iterator[Miss]:
    """The pairs that a decider keeps apart though a reader might take one for the other."""
    for tie in ties:
        one, other = members[tie.left], members[tie.right]
        if not tie.bond.together and might_be_compared(one, other, tie.bond):
            yield Miss(left=one, right=other, bond=tie.bond, rule=tie.rule)
