"""Claim -> Behind: who stands behind one claim, told by the first sign that speaks.

Asked in order: a source named in the text; a headline or lead that repeats what the same account has from a
named source; a publisher whom others cite; text that another account has too; an agency in the credit line; and
last the outlet's own word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, pairwise

from rashomon.lexicons import Lexicon, load
from rashomon.names import names_meet
from rashomon.origins.directions import credited_in
from rashomon.types import Account, Claim, Copy, Figure, Independence, Reading

CLOSE = Decimal("0.05")  # of the larger; "nearly 30" repeats 29
TEXT = frozenset({"republication", "passage", "statement"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """Who stands behind a claim: a name, or another claim of which it is a repetition."""

    name: str
    independence: Independence
    reason: str
    same_as: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The claims of one fact and what their accounts say of themselves; claims and copies by account too."""

    claims: tuple[Claim, ...]
    readings: Mapping[Account, Reading]
    copies: tuple[Copy, ...]
    bodies: tuple[tuple[str, str], ...]
    lexicon: Lexicon
    claims_of: Mapping[Account, Sequence[Claim]]
    copies_of: Mapping[Account, Sequence[Copy]]


class Sources:
    """The readings and copies of a case, laid out so that those of a few accounts are found without a search."""

    def __init__(self, readings: Sequence[Reading], copies: Sequence[Copy]) -> None:
        self._places = {reading.account: place for place, reading in enumerate(readings)}
        self._readings = readings
        self._copies: dict[Account, list[tuple[int, Copy]]] = defaultdict(list)
        for number, copy in enumerate(copies):
            self._copies[copy.left.account].append((number, copy))
        self._bodies: dict[Account, tuple[tuple[str, str], ...]] = {}

    def view_of(self, claims: Sequence[Claim]) -> View:
        """The claims with everything that may show where they come from."""
        claims_of: dict[Account, list[Claim]] = defaultdict(list)
        for claim in claims:
            claims_of[claim.account].append(claim)
        ours = {
            account: self._readings[self._places[account]]
            for account in sorted(claims_of, key=self._places.__getitem__)
        }
        between = sorted(
            (pair for account in ours for pair in self._copies.get(account, ()) if pair[1].right.account in ours),
            key=lambda pair: pair[0],
        )
        copies_of: dict[Account, list[Copy]] = defaultdict(list)
        for _, copy in between:
            copies_of[copy.left.account].append(copy)
            copies_of[copy.right.account].append(copy)
        return View(
            claims=tuple(claims),
            readings=ours,
            copies=tuple(copy for _, copy in between),
            bodies=tuple(dict.fromkeys(chain.from_iterable(map(self._bodies_in, ours)))),
            lexicon=load("en"),
            claims_of=claims_of,
            copies_of=copies_of,
        )

    def _bodies_in(self, account: Account) -> tuple[tuple[str, str], ...]:
        """Which person speaks for which body, as an account has it."""
        if account not in self._bodies:
            self._bodies[account] = tuple(
                (person.name, body.name)
                for claim in self._readings[self._places[account]].claims
                for person, body in pairwise(claim.attribution)
                if person.kind == "person" and body.kind == "body"
            )
        return self._bodies[account]


def named_source(claim: Claim, view: View) -> Behind | None:
    """The harbour office said it: the office stands behind the value, whoever carries it.

    A person who speaks for a body, in any of the accounts, is that body.

    find: {2031-05-02 The Harbour Post} The harbour office said [12] people were killed in the Teshar flood. // {2031-05-02 Teshar Daily} [At least 12] people were killed in the Teshar flood, the harbour office said.
    skip: {2031-05-02 The Harbour Post} [12] people were killed in the Teshar flood. // {2031-05-02 Teshar Daily} [At least 12] people were killed in the Teshar flood.
    """  # noqa: E501
    source = claim.stated_source
    if source is None:
        return None
    name = source.name
    if source.kind == "person":
        name = next((body for person, body in view.bodies if names_meet(person, name, view.lexicon)), name)
    return Behind(name=name, independence="same_origin", reason=f"on the word of {name}")


def repeated_in_account(claim: Claim, view: View) -> Behind | None:
    """A headline says 12 killed, the text below it 12 killed, the harbour office said: one statement.

    find: {2031-05-02 The Harbour Post} [12] killed in Teshar flood¶¶The harbour office said [12] people were killed in the Teshar flood.
    skip: {2031-05-02 The Harbour Post} [12] people were killed in the Teshar flood. Forty were hurt, the harbour office said.
    """  # noqa: E501
    if claim.stated_source:
        return None
    others = [other for other in view.claims_of[claim.account] if other is not claim]
    named = [other for other in others if other.stated_source]
    for other in named:
        if _alike(claim, other):
            return Behind(name="", independence="same_origin", reason="repeats the account's own source", same_as=other)
    if claim.mention.zone == "title":
        below = named or [other for other in others if other.mention.zone != "title"]
        if below:
            return Behind(name="", independence="same_origin", reason="headline of the text below", same_as=below[0])
    return None


def copied_text(claim: Claim, view: View) -> Behind | None:
    """Two accounts have the sentence in the same words: one of them, or neither, wrote it; it counts once.

    find: {2031-05-02 The Harbour Post} The flood in Teshar killed [12] people and washed the old wooden bridge over the mill stream away before anyone could be warned. // {2031-05-02 Teshar Daily} The flood in Teshar killed [12] people and washed the old wooden bridge over the mill stream away before anyone could be warned.
    skip: {2031-05-02 The Harbour Post} The flood in Teshar killed [12] people. // {2031-05-02 Teshar Daily} In Teshar [12] people were killed by the flood.
    """  # noqa: E501
    if claim.stated_source:
        return None
    twins = [
        twin
        for copy in view.copies_of.get(claim.account, ())
        if copy.kind in TEXT
        for twin in _twins(claim, copy, view)
        if _alike(claim, twin)
    ]
    named = [twin for twin in twins if twin.stated_source]
    credited = [twin for twin in twins if _agencies(twin, view)]
    if not named and _agencies(claim, view):
        return None
    for twin in (*named, *credited, *twins):
        reason = f"text shared with {view.readings[twin.account].outlet}"
        return Behind(name="", independence="same_text", reason=reason, same_as=twin)
    return None


def credited_agency(claim: Claim, view: View) -> Behind | None:
    """An agency signs under a report (--Reuters): its own words are the agency’s.

    find: {2031-05-02 The Harbour Post} PORT EDRAN (AP) - The flood in Teshar killed [12] people.
    skip: {2031-05-02 The Harbour Post} PORT EDRAN (AP) - The flood in Teshar killed [12] people, the mayor said.
    """
    for name in _agencies(claim, view):
        return Behind(name=name, independence="same_wire", reason=f"{name} is credited")
    return None


def cited_publisher(claim: Claim, view: View) -> Behind | None:
    """The harbour office publishes its count; a paper has the count on the harbour office's word: one source.

    find: {2031-05-02 Harbour Office} The flood in Teshar killed [12] people. // {2031-05-02 Teshar Daily} The Harbour Office said at least 12 people were killed in the Teshar flood.
    skip: {2031-05-02 Harbour Office} The flood in Teshar killed [12] people. // {2031-05-02 Teshar Daily} The mayor said at least 12 people were killed in the Teshar flood.
    """  # noqa: E501
    name = view.readings[claim.account].outlet
    others = (other.stated_source for other in view.claims if other.account != claim.account)
    if not any(source and names_meet(source.name, name, view.lexicon) for source in others):
        return None
    return Behind(name=name, independence="same_origin", reason=f"published by {name}, which others cite")


def own_word(claim: Claim, view: View) -> Behind | None:
    """Nobody is named and nothing credited: the outlet’s own word.

    find: {2031-05-02 The Harbour Post} The flood in Teshar killed [12] people.
    skip: {2031-05-02 The Harbour Post} The flood in Teshar killed [12] people, the mayor said.
    """
    name = view.readings[claim.account].outlet
    first = view.readings[claim.account].masthead.republished_from
    if first:
        return Behind(
            name=first.value,
            independence="independence_not_established",
            reason=f"{name} took its text from {first.value}, which names no source",
        )
    return Behind(
        name=name,
        independence="independence_not_established",
        reason=f"{name} names no source; whether it has its own is not established",
    )


def _agencies(claim: Claim, view: View) -> tuple[str, ...]:
    """Who is credited with a claim's words: the agency in its chain, or under the whole account."""
    carried = (link.name for link in claim.attribution[:-1] if link.kind == "outlet")
    return tuple(dict.fromkeys((*carried, *credited_in(view.readings[claim.account], view.lexicon))))


def _twins(claim: Claim, copy: Copy, view: View) -> list[Claim]:
    """The claims that stand in the other half of a copy whose one half holds this claim."""
    for here, there in ((copy.left, copy.right), (copy.right, copy.left)):
        if here.holds(claim.span):
            return [other for other in view.claims_of[there.account] if there.holds(other.span)]
    return []


def _alike(claim: Claim, other: Claim) -> bool:
    """Whether two claims state one value, give or take a rounding."""
    one, two = claim.mention, other.mention
    if not isinstance(one, Figure) or not isinstance(two, Figure):
        return not isinstance(one, Figure) and not isinstance(two, Figure)
    if one.point is None or two.point is None:
        return one.point is two.point and one.low == two.low
    return abs(one.point - two.point) <= CLOSE * max(abs(one.point), abs(two.point))


RULES = (named_source, repeated_in_account, cited_publisher, copied_text, credited_agency, own_word)
