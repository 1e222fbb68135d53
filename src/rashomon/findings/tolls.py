"""One fact, numbers that cannot be one number: headline against body, one page's two tolls, one source's two values.

These look at facts, so they say nothing of numbers that were not found to answer the same question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from rashomon.findings.stated import Compared, finding, number, tight
from rashomon.origins.names import names_meet
from rashomon.origins.sources import stated_source
from rashomon.types import Account, Claim, Figure, Finding, Severity, Verdict
from rashomon.verdicts.intervals import Interval

JUMP = Decimal(2)  # times that one toll of a page may be another of it
TENFOLD = Decimal(10)  # a slip of a zero
TOLLS = frozenset({"killed", "injured", "missing", "captured", "surrendered", "displaced", "evacuated"})
HEAD = frozenset({"title", "heading"})


def headline_outruns_body(compared: Compared) -> Iterator[Finding]:
    """Scores drown, says the headline; at least 29, says the text below it.

    find: [Scores|check=magnitude; severity=doubt] drown in Teshar ferry fire¶¶At least [29|check=magnitude] people drowned in the ferry fire in Teshar on Monday, the mayor said.
    skip: Scores drown in Teshar ferry fire¶¶At least 49 people drowned in the ferry fire in Teshar on Monday, the mayor said.
    """  # noqa: E501
    for verdict, claims in _per_account(compared.verdicts):
        head = [claim for claim in claims if claim.mention.zone in HEAD]
        body = [claim for claim in claims if claim.mention.zone not in HEAD and not _superseded(claim, verdict)]
        if not head or not body or verdict.fact.dimension != "count":
            continue
        top = max(body, key=_point)
        if _least(head[0]) > _point(top) and not _rounded(head[0], top):
            arithmetic = f"headline {_words(head[0])}; the text below gives {_words(top)} at most"
            yield finding("magnitude", "doubt", arithmetic, [head[0].span, top.span])


def two_tolls_of_one_page(compared: Compared) -> Iterator[Finding]:
    """At least 100 killed, says the lead; 24, says the only source it names: four times as many in one page.

    find: A fire on the Teshar ferry killed at least [100|check=magnitude; severity=doubt] people on Monday. The harbour office said [24|check=magnitude] people were killed in the fire on the Teshar ferry on Monday.
    skip: A fire on the Teshar ferry killed at least 30 people on Monday. The harbour office said 24 people were killed in the fire on the Teshar ferry on Monday.
    """  # noqa: E501
    for verdict, claims in _per_account(compared.verdicts):
        if verdict.fact.role not in TOLLS or verdict.fact.dimension != "count":
            continue
        body = [claim for claim in claims if claim.mention.zone not in HEAD and not _superseded(claim, verdict)]
        pairs = [pair for pair in combinations(body, 2) if _apart(*pair)]
        if pairs:
            one, other = max(pairs, key=lambda pair: _times(*pair))
            times = number(round(_times(one, other), 1))
            arithmetic = f"{_words(one)} and {_words(other)} in one page: {times} times as many"
            yield finding("magnitude", "doubt", arithmetic, [one.span, other.span])


def some_and_none(compared: Compared) -> Iterator[Finding]:
    """Two people were hurt, say the police; no one was hurt, says the organiser on the same page.

    find: [Two|check=contradiction; severity=doubt] people were injured in the Teshar fire, police said. The organiser said [no one|check=contradiction] was injured in the fire.
    skip: Two people were injured in the Teshar fire, police said. The organiser said no one was missing.
    """  # noqa: E501
    for _, claims in _per_account(compared.verdicts):
        none = [claim for claim in claims if _interval(claim).high == 0]
        some = [claim for claim in claims if _interval(claim).low > 0]
        if none and some:
            arithmetic = f"{_words(some[0])} is not 0, which is stated too"
            yield finding("contradiction", "doubt", arithmetic, [some[0].span, none[0].span])


def one_source_two_values(compared: Compared) -> Iterator[Finding]:
    """Police said 27, police said 25: two accounts give one source two values, and time does not explain it.

    find: {2031-05-02 The Harbour Post} Police said [27|check=magnitude; severity=doubt] people were injured in the Teshar ferry fire. // {2031-05-02 Teshar Daily} Police said [25|check=magnitude] people were injured in the Teshar ferry fire.
    skip: {2031-05-02 The Harbour Post} Police said 27 people were injured in the Teshar ferry fire. // {2031-05-02 Teshar Daily} The mayor said 25 people were injured in the Teshar ferry fire.
    """  # noqa: E501
    for verdict in compared.verdicts:
        if verdict.outcome != "conflict":
            continue
        for relation in verdict.relations:
            one, other = relation.left, relation.right
            if relation.kind != "conflict" or one.account == other.account:
                continue
            left, right = stated_source(one), stated_source(other)
            if left and right and names_meet(left.name, right.name, compared.lexicon):
                arithmetic = f"{_words(one)} and {_words(other)}, both on the word of {left.name}"
                yield finding("magnitude", "doubt", arithmetic, [one.span, other.span])
                break


def tenfold(compared: Compared) -> Iterator[Finding]:
    """Forty boats in one account, 400 in another: a zero may have slipped.

    find: The Teshar ferry fire killed [40|check=magnitude; severity=doubt] people. // The Teshar ferry fire killed [400|check=magnitude] people.
    skip: The Teshar ferry fire killed 40 people. // The Teshar ferry fire killed 60 people.
    """  # noqa: E501
    for verdict in compared.verdicts:
        if verdict.outcome != "conflict" or verdict.fact.dimension == "share":
            continue
        for relation in verdict.relations:
            one, other = relation.left, relation.right
            if relation.kind == "conflict" and one.account != other.account and _times(one, other) >= JUMP:
                times = _times(one, other)
                severity: Severity = "doubt" if times in {TENFOLD, TENFOLD**2, TENFOLD**3} else "note"
                arithmetic = f"{_words(one)} and {_words(other)}: {number(round(times, 1))} times as many"
                yield finding("magnitude", severity, arithmetic, [one.span, other.span])
                break


def _per_account(verdicts: Sequence[Verdict]) -> Iterator[tuple[Verdict, list[Claim]]]:
    """The claims of each fact, account by account, in the order of the text."""
    for verdict in verdicts:
        by_account: dict[Account, list[Claim]] = {}
        for claim in sorted(verdict.fact.claims, key=lambda claim: (claim.account.name, claim.span.start)):
            if isinstance(claim.mention, Figure):
                by_account.setdefault(claim.account, []).append(claim)
        for claims in by_account.values():
            if len(claims) > 1:
                yield verdict, claims


def _superseded(claim: Claim, verdict: Verdict) -> bool:
    """Whether the account itself gives a claim as an earlier state."""
    return claim.stance != "asserted" or any(
        relation.kind in {"supersedes", "updates", "corrects"} and claim in (relation.left, relation.right)
        for relation in verdict.relations
        if relation.left.account == relation.right.account
    )


def _interval(claim: Claim) -> Interval:
    if not isinstance(claim.mention, Figure):
        raise TypeError("only figures have intervals")
    return tight(claim.mention)


def _point(claim: Claim) -> Decimal:
    """The number that a claim names, or the least that its words mean."""
    figure = claim.mention
    if isinstance(figure, Figure):
        return figure.point if figure.point is not None else figure.high or figure.low or Decimal(0)
    return Decimal(0)


def _least(claim: Claim) -> Decimal:
    return _interval(claim).low


def _rounded(one: Claim, other: Claim) -> bool:
    """Whether two claims lie as near as rounding puts them."""
    left, right = _point(one), _point(other)
    return abs(left - right) <= Decimal("0.1") * max(left, right)


def _apart(one: Claim, other: Claim) -> bool:
    """Whether two tolls of one page are so far apart that no rounding or hour explains it."""
    low, high = sorted((one, other), key=_point)
    top = _interval(low).high
    figure = low.mention
    if isinstance(figure, Figure) and figure.modifier == "vague":
        top = figure.high if figure.high is not None else top
    return _point(low) > 0 and _times(one, other) >= JUMP and top < _interval(high).low


def _times(one: Claim, other: Claim) -> Decimal:
    low, high = sorted((_least(one) or _point(one), _least(other) or _point(other)))
    return high / low if low else Decimal(0)


def _words(claim: Claim) -> str:
    return " ".join(claim.span.text.split())


RULES = (headline_outruns_body, two_tolls_of_one_page, some_and_none, one_source_two_values, tenfold)
