"""Why two numbers of different roles or units are not compared, though a reader might. Deciders, asked in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product
from math import inf

from rashomon.facts.apart import whole_and_stage
from rashomon.facts.bonds import CASUALTIES, LIKE, STRONG, TOLLS, Bond, overlap
from rashomon.facts.contexts import Context
from rashomon.lexicons import load
from rashomon.types import Fact, Relation, rule_name

FAMILIES = (
    frozenset({"killed", "other", "injured"}),
    frozenset({"displaced", "evacuated", "returned", "present"}),
    frozenset({"captured", "surrendered"}),
)
GREAT = 1000  # from which number on two numbers of like people may be taken for one
SIZE = 2  # times the smaller number up to which a reader may take two numbers for one
SIZE_IN_LEADS = 4  # the same, for two numbers that both stand where an account says what it is about
SIZE_OF_OTHERS = Decimal("1.5")  # the same, where the words say that other people are counted
MANY = 10  # from which number on two unlike numbers of other people may be taken for one
OPPOSITE = {"stage": "total", "total": "stage"}  # signs by which a whole and a stage of it are known
FEW = 2  # near misses told of one fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """Two claims that a decider keeps apart, and why."""

    left: Context
    right: Context
    bond: Bond
    rule: str


def share_against_count(left: Context, right: Context) -> Bond | None:
    """Half of the houses and 40 houses are not compared: the one is a part of something, the other a number.

    find: The storm ruined [half] of the houses in Teshar. // In Teshar the storm ruined [40] houses.
    skip: The storm ruined [40] houses in Teshar. // In Teshar the storm ruined [50] houses.
    """
    dimensions = {left.figure.dimension, right.figure.dimension}
    leads = left.in_lead and right.in_lead
    near = leads or overlap(left.near, right.near) >= STRONG
    if dimensions == {"share", "count"} and left.noun and left.noun == right.noun and near and _alike(left, right):
        return Bond(together=False, kind="unit_mismatch", reason="a share against a count")
    return None


def households_against_people(left: Context, right: Context) -> Bond | None:
    """Ninety families and ninety people are not one number.

    find: [Some 90] families fled the fire in Teshar. // In Teshar [120] people fled the fire.
    skip: [Some 90] people fled the fire in Teshar. // In Teshar [120] people fled the fire.
    """
    counts = left.figure.dimension == right.figure.dimension == "count"
    if counts and left.grouped != right.grouped and TOLLS & {left.topic.role, right.topic.role}:
        return (
            Bond(together=False, kind="unit_mismatch", reason="households against people")
            if _alike(left, right)
            else None
        )
    return None


def another_definition(left: Context, right: Context) -> Bond | None:
    """Killed against casualties, displaced against evacuated: words that count different people.

    find: The raid on Teshar killed [40] people. // The raid on Teshar caused [45] casualties.
    skip: The raid on Teshar killed [40] people. // The raid on Teshar killed [45] people.
    """
    one, other = left.topic.role, right.topic.role
    family = any({one, other} <= family for family in FAMILIES)
    if one == other or not family or left.figure.dimension != right.figure.dimension:
        return None
    sums = [context for context in (left, right) if context.topic.role == "other"]
    unsaid = sums and (left.value == right.value or "together" not in sums[0].signs)
    low, high = sorted((left.value, right.value))
    if not unsaid and high <= SIZE * low and _one_people(left, right) and _alike(left, right):
        return Bond(together=False, kind="definition_mismatch", reason=f"{_told(left)} against {_told(right)}")
    return None


def _told(context: Context) -> str:
    """The role in a word; that of numbers which count dead and hurt as one is "casualties"."""
    return "casualties" if context.topic.role == "other" else context.topic.role


def _one_people(left: Context, right: Context) -> bool:
    people = {form for entry in load(left.claim.account.language).entries("populations.people") for form in entry.forms}
    counted = [(c.figure.counted.text.lower().split() or [""])[-1] if c.figure.counted else "" for c in (left, right)]
    return left.topic.population == right.topic.population and all(not noun or noun in people for noun in counted)


def _alike(left: Context, right: Context) -> bool:
    both_lead = left.in_lead and right.in_lead and bool(left.topic.event & right.topic.event)
    one_number = left.noun == right.noun != "" and min(left.value, right.value) >= GREAT
    return left.account != right.account and (both_lead or one_number or overlap(left.near, right.near) >= LIKE)


def what_remained(left: Context, right: Context) -> Bond | None:
    """“The last six quarters” and “only three blocks left”: what remained, in different units.

    find: The rebels left the last [six] districts of Teshar. // The army advanced, leaving only [four] blocks in rebel hands.
    skip: The rebels left [six] districts of Teshar. // The army took [four] blocks of houses.
    """  # noqa: E501
    quarters = load(left.claim.account.language).forms("topics.quarter")
    both = "remaining" in left.signs & right.signs and left.noun in quarters and right.noun in quarters
    if both and left.noun != right.noun and left.account != right.account:
        return Bond(together=False, kind="unit_mismatch", reason=f"what remained, in {left.noun} and in {right.noun}")
    return None


def between_roles(blocks: Mapping[tuple[str, str], Sequence[Context]]) -> Iterator[Miss]:
    """The near misses between numbers of different roles or units."""
    for one, other in product(sorted(blocks), repeat=2):
        if one < other and _comparable(one, other):
            for left, right in _worth_asking(blocks[one], blocks[other]):
                yield from _missed(left, right)
        elif one == other == ("count", "items"):
            for left, right in combinations(blocks[one], 2):
                bond = what_remained(left, right)
                if bond is not None:
                    yield Miss(left=left, right=right, bond=bond, rule=rule_name(what_remained))


def _comparable(one: tuple[str, str], other: tuple[str, str]) -> bool:
    shares = {one[0], other[0]} == {"share", "count"}
    return shares or (one[0] == other[0] == "count")


def _worth_asking(lefts: Sequence[Context], rights: Sequence[Context]) -> Iterator[tuple[Context, Context]]:
    """The pairs of two roles of which any decider may speak, each found by what the decider asks for first."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, context in enumerate(rights):
        alike["noun", context.figure.dimension, context.noun].append(place)
        alike["grouped", context.grouped].append(place)
        for sign in context.signs & {"stage", "total"}:
            alike["sign", sign].append(place)
    values = sorted((context.value, place) for place, context in enumerate(rights))
    kin = {context.topic.role for context in rights}.union(
        *(family for family in FAMILIES if any(context.topic.role in family for context in rights))
    )
    for left in lefts:
        asked = {place for sign in left.signs & {"stage", "total"} for place in alike["sign", OPPOSITE[sign]]}
        if left.noun:
            asked.update(alike["noun", "share" if left.figure.dimension == "count" else "count", left.noun])
        asked.update(alike["grouped", not left.grouped])
        if left.topic.role in kin:
            first, last = (bisect_left(values, (left.value / SIZE, -1)), bisect_right(values, (left.value * SIZE, inf)))
            asked.update(place for _, place in values[first:last])
        yield from ((left, rights[place]) for place in sorted(asked))


def _missed(left: Context, right: Context) -> Iterator[Miss]:
    for rule in BETWEEN:
        bond = rule(left, right)
        if bond is not None:
            yield Miss(left=left, right=right, bond=bond, rule=rule_name(rule))
            return


def might_be_compared(left: Context, right: Context, bond: Bond) -> bool:
    """Whether two numbers are of one size and count people, or one noun, or one measure in two units."""
    if bond.sure:
        return True
    if left.figure.dimension == "money" and left.figure.unit != right.figure.unit:
        return False  # two currencies say by themselves why they are not compared
    of_people = left.topic.role in TOLLS and right.topic.role in TOLLS
    if not of_people and bond.kind == "scope_mismatch" and not (left.noun and left.noun == right.noun):
        return False
    two_tolls = left.in_lead and right.in_lead and of_people and left.sentence != right.sentence
    if left.account == right.account and bond.kind == "scope_mismatch" and not two_tolls:
        return False
    low, high = sorted((left.value, right.value))
    populations = {left.topic.population, right.topic.population}
    if len(populations) == 2:
        vague = "vague" in {left.figure.modifier, right.figure.modifier}
        return None in populations and not vague and (low == high or (low >= MANY and high <= SIZE_OF_OTHERS * low))
    return high <= (SIZE_IN_LEADS if left.in_lead and right.in_lead else SIZE) * low


def worth_telling(misses: Iterable[Miss], facts: Sequence[Fact]) -> tuple[Relation, ...]:
    """The near misses that a reader would ask about, the best first: one for two facts, and few for each fact."""
    fact_of = {claim.id: number for number, fact in enumerate(facts) for claim in fact.claims}
    told: Counter[int] = Counter()
    pairs: set[frozenset[int]] = set()
    kept = []
    for miss in sorted(misses, key=_rank):
        left, right = fact_of[miss.left.claim.id], fact_of[miss.right.claim.id]
        pair = frozenset((left, right))
        if left == right or pair in pairs or max(told[left], told[right]) >= FEW:
            continue
        pairs.add(pair)
        told.update(pair)
        kept.append(miss)
    return tuple(
        Relation(kind=one.bond.kind, left=one.left.claim, right=one.right.claim, reason=one.bond.reason, rule=one.rule)
        for one in kept
    )


def _rank(miss: Miss) -> tuple[object, ...]:
    """Between accounts first, then the dead and hurt, then what the leads say, then the numbers most alike."""
    left, right = miss.left, miss.right
    low, high = sorted((left.value, right.value))
    return (
        left.account == right.account,
        not miss.bond.sure,
        left.topic.role not in CASUALTIES,
        not (left.in_lead and right.in_lead),
        -low / high if high else Decimal(-1),
        (left.account, left.figure.span.start, right.account, right.figure.span.start),
    )


BETWEEN = (whole_and_stage, share_against_count, households_against_people, another_definition)
RULES = (share_against_count, households_against_people, another_definition, what_remained)
