"""Behind -> Tally: how many outlets, texts and ultimate sources stand behind the claims of one fact."""

from __future__ import annotations

from collections.abc import Sequence, Set

from rashomon.names import names_meet
from rashomon.origins.sources import RULES, Behind, Sources, View
from rashomon.types import Account, Claim, Independence, Origin, Tally, rule_name

Told = tuple[Behind, str]  # who stands behind a claim, and the rule that says so


def tally(claims: Sequence[Claim], sources: Sources) -> Tally:
    """How many outlets, texts and origins stand behind the claims of one fact of a case."""
    ordered = sorted(
        claims, key=lambda claim: (claim.account.name, claim.span.start, claim.span.end, claim.account.digest)
    )
    view = sources.view_of(ordered)
    told = [_told(claim, view) for claim in ordered]
    return Tally(
        outlets=len({reading.outlet for reading in view.readings.values()}),
        texts=_texts(view),
        origins=_origins(view, told),
    )


def _told(claim: Claim, view: View) -> Told:
    for rule in RULES:
        behind = rule(claim, view)
        if behind:
            return behind, rule_name(rule)
    raise AssertionError("the outlet's own word always speaks")


def _texts(view: View) -> int:
    """Accounts, those counted once whose claims stand in text that they share."""
    groups = {account: account for account in view.readings}
    for copy in view.copies:
        sides = (copy.left, copy.right)
        stated = (any(side.holds(claim.span) for claim in view.claims_of[side.account]) for side in sides)
        if copy.kind in {"republication", "passage"} and all(stated):
            groups[_root(copy.left.account, groups)] = _root(copy.right.account, groups)
    return len({_root(account, groups) for account in groups})


def _root(account: Account, groups: dict[Account, Account]) -> Account:
    while groups[account] != account:
        account = groups[account]
    return account


def _origins(view: View, told: Sequence[Told]) -> tuple[Origin, ...]:
    """Claims with one source behind them, put together; each group takes its name from the claim it goes back to."""
    places = {id(claim): at for at, claim in enumerate(view.claims)}
    shared = {places[id(each.same_as)] for each, _ in told if each.independence == "same_text" and each.same_as}
    parent = list(range(len(told)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    for at, (behind, _) in enumerate(told):
        if behind.same_as is not None and root(at) != root(places[id(behind.same_as)]):
            parent[root(at)] = root(places[id(behind.same_as)])
    for at in range(len(told)):
        for other in range(at):
            if root(at) != root(other) and _one_source(told, (at, other), shared, view):
                parent[root(at)] = root(other)
    groups: dict[int, list[int]] = {}
    for at in range(len(told)):
        groups.setdefault(root(at), []).append(at)
    return tuple(_origin(group, told, view) for group in groups.values())


def _one_source(told: Sequence[Told], pair: tuple[int, int], shared: Set[int], view: View) -> bool:
    """Whether two claims that each go back to a name go back to the same; others share the text of those `shared`."""
    one, two = (told[at][0] for at in pair)
    if one.same_as is not None or two.same_as is not None or one.independence != two.independence:
        return False
    if one.independence == "independence_not_established":
        return one.name == two.name and shared.isdisjoint(pair)
    return names_meet(one.name, two.name, view.lexicon)


def _origin(group: Sequence[int], told: Sequence[Told], view: View) -> Origin:
    heads = [told[at] for at in group if told[at][0].same_as is None]
    behind, rule = max(heads or [told[group[0]]], key=lambda each: len(each[0].name))
    claims = tuple(view.claims[at] for at in group)
    outlets = dict.fromkeys(view.readings[claim.account].outlet for claim in claims)
    name = behind.name or f"text shared by {' and '.join(outlets)}"
    return Origin(
        name=name,
        claims=claims,
        independence=_independence(behind.independence, claims, view),
        reason=_reason(behind, [told[at][0] for at in group]),
        rule=_joining([told[at] for at in group], rule),
    )


def _joining(group: Sequence[Told], rule: str) -> str:
    """The rule that put the claims together: the one that found a repetition, or else that of the source's name."""
    return next((each for behind, each in group if behind.same_as is not None), rule)


def _reason(behind: Behind, group: Sequence[Behind]) -> str:
    said = dict.fromkeys((behind.reason, *(each.reason for each in group)))
    return "; ".join(reason for reason in said if reason)


def _independence(kind: Independence, claims: Sequence[Claim], view: View) -> Independence:
    """How the claims of one origin stand to one another, or, where only one account has it, to the others."""
    if len({claim.account for claim in claims}) > 1:
        return "same_text" if kind == "independence_not_established" else kind
    own = set(map(id, claims))
    if kind == "same_origin" and any(claim.stated_source for claim in view.claims if id(claim) not in own):
        return "independent"
    return "same_wire" if kind == "same_wire" else "independence_not_established"
