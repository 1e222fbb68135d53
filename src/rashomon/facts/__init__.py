"""Claim -> Fact: which claims answer the same question, and why others that look alike do not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.facts.alike import spot
from rashomon.facts.bonds import MOVED, TOLLS
from rashomon.facts.clusters import Tie, cluster
from rashomon.facts.contexts import Context, sites_named
from rashomon.facts.near import Miss, between_roles, might_be_compared, worth_telling
from rashomon.facts.neighbours import contexts_of
from rashomon.facts.pairs import ORDER
from rashomon.facts.signs import told_days
from rashomon.types import Copy, Fact, Reading, Relation, rule_name

FULL = 60  # characters from which on a longer measure is no fuller one


def join_claims(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[tuple[Fact, ...], tuple[Relation, ...]]:
    """The facts (each figure claim stands in exactly one), and the near misses with their reason.

    Copied text is recognised by the words around each figure, so `copies` decides nothing here.
    """
    del copies
    blocks: dict[tuple[str, str], list[Context]] = defaultdict(list)
    known = sites_named(readings)
    for reading in readings:
        for context in contexts_of(reading, known):
            blocks[context.figure.dimension, _block(context)].append(context)
    facts: list[Fact] = []
    apart: list[Miss] = []
    for _, members in sorted(blocks.items()):
        ties = tuple(_ties(members))
        groups = cluster(len(members), ties)
        facts += [_fact(members, group, ties) for group in groups]
        apart += _kept_apart(members, ties)
    apart += between_roles(blocks)
    return tuple(sorted(facts, key=_place)), worth_telling(apart, facts)


def _block(context: Context) -> str:
    """The role under which a number is compared: “fled” and “were brought out” may be one leaving."""
    return "moved" if context.topic.role in MOVED else context.topic.role


def _place(fact: Fact) -> tuple[str, int]:
    first = fact.claims[0]
    return first.account.name, first.span.start


def _ties(members: Sequence[Context]) -> Iterator[Tie]:
    """What is said of every pair; a copied sentence is tied to its original alone.

    Else a copy of an account would join what the account itself keeps apart.
    """
    originals: dict[tuple[str, int], int] = {}
    first = [originals.setdefault(spot(context), place) for place, context in enumerate(members)]
    for left, right in _pairs(members):
        if first[left] != left or first[right] not in {left, right}:
            continue
        for rule in ORDER:
            bond = rule(members[left], members[right])
            if bond is not None:
                yield Tie(left=left, right=right, bond=bond, rule=rule_name(rule))
                break


def _pairs(members: Sequence[Context]) -> list[tuple[int, int]]:
    """The pairs worth asking about: all of one toll, of other numbers those of one value, noun or sentence."""
    if members and members[0].topic.role in TOLLS:
        return list(combinations(range(len(members)), 2))
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


def _fact(members: Sequence[Context], group: Sequence[int], ties: Sequence[Tie]) -> Fact:
    inside = (tie for tie in ties if tie.bond.together and tie.left in group and tie.right in group)
    best = min(inside, key=lambda tie: (-tie.bond.strength, tie.left, tie.right), default=None)
    told = [members[place] for place in group]
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
