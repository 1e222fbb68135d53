"""Who has it from whom: the origins behind a fact, the texts that carry each, the outlets that printed each text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.reports.html.strips import COLOURS
from rashomon.types import Account, Case, Claim, Copy, Origin, Reading, Verdict

SHARED = frozenset({"republication", "passage"})  # copies by which two accounts are one text


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One outlet under a text, and where it says what the fact is about."""

    reading: Reading
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text under an origin: the outlets that printed it, and the copies that show it to be one."""

    number: int
    leaves: tuple[Leaf, ...]
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One origin: its name, the facts behind which it stands, and the texts that carry it.

    `origin` is how it stands to the others of one fact; None behind several, to each of which it may stand otherwise.
    """

    name: str
    origin: Origin | None
    colour: int
    facts: tuple[Verdict, ...]
    texts: tuple[Text, ...]


def fact_tree(verdict: Verdict, case: Case) -> tuple[Branch, ...]:
    """The origins of a fact with their texts and outlets; the texts are numbered through."""
    groups = text_groups(verdict.fact.claims, case.copies)
    return tuple(
        Branch(
            name=origin.name,
            origin=origin,
            colour=place % COLOURS,
            facts=(verdict,),
            texts=_texts(origin.claims, groups, case),
        )
        for place, origin in enumerate(verdict.tally.origins)
    )


def case_tree(verdicts: Sequence[Verdict], case: Case) -> tuple[Branch, ...]:
    """The origins behind all of these facts, by name; those that most facts rest on first."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    facts: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        for origin in verdict.tally.origins:
            claims[origin.name] += origin.claims
            facts[origin.name].append(verdict)
    groups = whole_texts(case)
    ordered = sorted(claims, key=lambda name: (-len(facts[name]), -len(_accounts(claims[name])), name))
    return tuple(
        Branch(
            name=name,
            origin=None,
            colour=place % COLOURS,
            facts=tuple(facts[name]),
            texts=_texts(claims[name], groups, case),
        )
        for place, name in enumerate(ordered)
    )


def text_groups(claims: Sequence[Claim], copies: Iterable[Copy]) -> list[list[Account]]:
    """The accounts of these claims, those together whose claims stand in text that they share."""
    shared = [
        copy
        for copy in copies
        if copy.kind in SHARED
        and all(any(side.holds(claim.span) for claim in claims) for side in (copy.left, copy.right))
    ]
    return _joined(_accounts(claims), shared)


def whole_texts(case: Case) -> list[list[Account]]:
    """All accounts, those together of which one is printed in the other."""
    return _joined(list(case.accounts), [copy for copy in case.copies if copy.kind == "republication"])


def _accounts(claims: Iterable[Claim]) -> list[Account]:
    return list(dict.fromkeys(claim.account for claim in claims))


def _joined(accounts: Sequence[Account], copies: Iterable[Copy]) -> list[list[Account]]:
    groups = [[account] for account in accounts]
    for copy in copies:
        met = [group for group in groups if copy.left.account in group or copy.right.account in group]
        if len(met) == 2:
            groups = [group for group in groups if group not in met]
            groups.append([*met[0], *met[1]])
    order = {account: place for place, account in enumerate(accounts)}
    return sorted((sorted(group, key=order.__getitem__) for group in groups), key=lambda group: order[group[0]])


def _texts(claims: Sequence[Claim], groups: Sequence[Sequence[Account]], case: Case) -> tuple[Text, ...]:
    readings = {reading.account: reading for reading in case.readings}
    said: dict[Account, list[Claim]] = defaultdict(list)
    for claim in claims:
        said[claim.account].append(claim)
    made = []
    for number, group in enumerate(groups, 1):
        if inside := [account for account in group if account in said]:
            leaves = tuple(Leaf(reading=readings[one], claims=tuple(said[one])) for one in inside)
            made.append(Text(number=number, leaves=leaves, copies=_between(inside, case)))
    return tuple(made)


def _between(accounts: Sequence[Account], case: Case) -> tuple[Copy, ...]:
    """The widest copy between each two of these accounts."""
    widest: dict[frozenset[Account], Copy] = {}
    for copy in case.copies:
        pair = frozenset({copy.left.account, copy.right.account})
        if copy.kind in SHARED and pair <= set(accounts):
            known = widest.get(pair)
            if known is None or copy.left.end - copy.left.start > known.left.end - known.left.start:
                widest[pair] = copy
    return tuple(widest.values())
