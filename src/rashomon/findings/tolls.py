"""One fact, numbers that cannot be one number: headline against body, one page's two tolls, one source's two values.

These look at facts, so they say nothing of numbers that were not found to answer the same question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from rashomon.findings.stated import Compared, finding, number, tight
from rashomon.intervals import Interval
from rashomon.names import names_meet
from rashomon.types import Account, Claim, Figure, Finding, Reading, Severity, Verdict

JUMP = Decimal(2)  # times that one toll of a page may be another of it
MOST = Decimal(20)  # times; two tolls of a page further apart are of two things
SLIPS = (Decimal(10), Decimal(100), Decimal(1000))  # times as many where a zero slipped, or thousands were dropped
ALIKE = Decimal("1.25")  # times; a toll that differs by more has grown between two reports
HOURS = Decimal(5)  # times that a toll may grow in the hours after it is first told
OPENING = 5  # sentences under a headline that tell what it is about
NEAR = 1200  # characters between two tolls of one page that a reader takes for one
TOLLS = frozenset({"killed", "injured", "missing", "captured", "surrendered", "displaced", "evacuated"})
COUNTED = TOLLS | {"present", "participants", "forces"}
HEAD = frozenset({"title", "heading"})


def headline_outruns_body(compared: Compared) -> Iterator[Finding]:
    """Scores killed, says the headline; at least 29, says the text below it.

    find: [Scores|check=magnitude; severity=doubt] killed in Teshar ferry fire¶¶[At least 29|check=magnitude] people were killed in the ferry fire in Teshar on Monday, the mayor said.
    skip: Scores killed in Teshar ferry fire¶¶Ten Norwegians were killed in the ferry fire in Teshar on Monday, the mayor said.
    skip: Scores killed in Teshar ferry fire¶¶At least 49 people were killed in the ferry fire in Teshar on Monday, the mayor said.
    """  # noqa: E501
    for reading in compared.readings:
        tolls = [claim for claim in reading.figures if _role(claim) in TOLLS]
        for head in [claim for claim in tolls if claim.mention.zone == "title"][:1]:
            opening = [claim for claim in tolls if claim.mention.zone not in HEAD and _below(head, claim, reading)]
            same = [claim for claim in opening if _role(claim) == _role(head) and _whom(head) in {_whom(claim), ""}]
            top = max(same, key=_point, default=None)
            if top is None or _rounded(head, top) or _of_one_people(top, head):
                continue
            if _least(head) <= max(_together(claim, same) for claim in same):
                continue
            if _least(head) > max(_point(top), _interval(top).low):
                arithmetic = f"headline {_words(head)} ({number(_least(head))} or more); the text gives {_words(top)}"
                yield finding("magnitude", "doubt", arithmetic, [head.span, top.span])


def _of_one_people(claim: Claim, head: Claim) -> bool:
    """Whether a toll counts those of one country or party, a part of all in the headline: "10 Americans"."""
    whom, all_of_them = (
        each.mention.counted.text if isinstance(each.mention, Figure) and each.mention.counted else ""
        for each in (claim, head)
    )
    return whom[:1].isupper() and whom.split()[0] not in all_of_them


def _together(claim: Claim, tolls: Sequence[Claim]) -> Decimal:
    """All tolls of one sentence, which a headline may add up: "ten guests and two pilots"."""
    return sum((_point(other) for other in tolls if other.sentence == claim.sentence), Decimal(0))


def _below(head: Claim, claim: Claim, reading: Reading) -> bool:
    """Whether a claim stands among the first sentences under the headline."""
    between = [s for s in reading.sentences if head.span.end <= s.span.start and s.span.end <= claim.span.start]
    return len(between) <= OPENING


def two_tolls_of_one_page(compared: Compared) -> Iterator[Finding]:
    """At least 100 killed, says the lead; 24, says the only source it names: four times as many in one page.

    Two named sources may differ, and a page may report it; here one of the two is the page's own word.

    find: A fire on the Teshar ferry killed [100|check=magnitude; severity=doubt] people on Monday. The harbour office said [24|check=magnitude] people were killed in the fire on the Teshar ferry on Monday.
    skip: A fire on the Teshar ferry killed 30 people on Monday. The harbour office said 24 people were killed in the fire on the Teshar ferry on Monday.
    """  # noqa: E501
    for verdict, claims in _per_account(compared.verdicts):
        if verdict.fact.role not in TOLLS or verdict.fact.dimension != "count":
            continue
        body = [claim for claim in claims if claim.mention.zone not in HEAD and not _superseded(claim, verdict)]
        whole = [claim for claim in body if not _shared_out(claim, compared.readings)]
        pairs = [pair for pair in combinations(whole, 2) if _apart(*pair) and _of_one_thing(*pair)]
        if pairs:
            one, other = max(pairs, key=lambda pair: _times(*pair))
            times = number(round(_times(one, other), 1))
            arithmetic = f"{_words(one)} and {_words(other)} in one page: {times} times as many"
            yield finding("magnitude", "doubt", arithmetic, [one.span, other.span])


def _shared_out(claim: Claim, readings: Sequence[Reading]) -> bool:
    """Whether a toll is one of several in its sentence: "two women and one man"."""
    return any(
        other.sentence == claim.sentence and _role(other) == _role(claim) and _whom(other) != _whom(claim)
        for reading in readings
        if reading.account == claim.account
        for other in reading.figures
        if claim.sentence is not None
    )


def _of_one_thing(one: Claim, other: Claim) -> bool:
    """Whether two tolls stand near one another, one on the page's own word, both in numbers or both in words."""
    if one.stated_source and other.stated_source:
        return False
    vague = [_modifier(claim) == "vague" for claim in (one, other)]
    if vague[0] != vague[1] or abs(one.span.start - other.span.start) > NEAR:
        return False
    return bool(_events(one) & _events(other)) or not (_events(one) and _events(other)) or _next_to(one, other)


def _next_to(one: Claim, other: Claim) -> bool:
    return abs(one.span.start - other.span.start) <= NEAR / 2


def some_and_none(compared: Compared) -> Iterator[Finding]:
    """Two people were hurt, say the police; no one was hurt, says the organiser on the same page.

    find: [Two|check=contradiction; severity=doubt] people were injured in the Teshar fire, police said. The organiser said [no one|check=contradiction] was injured in the fire.
    skip: Two people were injured in the Teshar fire, police said. The organiser said no one was missing.
    """  # noqa: E501
    for verdict, claims in _per_account(compared.verdicts):
        if verdict.fact.role not in TOLLS:
            continue
        none = [claim for claim in claims if _interval(claim).high == 0 and not _words(claim).isdigit()]
        some = [claim for claim in claims if _interval(claim).low > 0]
        if none and some:
            arithmetic = f"“{_words(some[0])}” and “{_words(none[0])}” in one page: both cannot hold of the same people"
            yield finding("contradiction", "doubt", arithmetic, [some[0].span, none[0].span])


def one_source_two_values(compared: Compared) -> Iterator[Finding]:
    """Police said 27, police said 25: two accounts give one source two values, and time does not explain it.

    find: {2031-05-02 The Harbour Post} Police said [27|check=magnitude; severity=doubt] people were injured in the Teshar ferry fire. // {2031-05-02 Teshar Daily} Police said [25|check=magnitude] people were injured in the Teshar ferry fire.
    skip: {2031-05-02 The Harbour Post} Police said 27 people were injured in the Teshar ferry fire. // {2031-05-02 Teshar Daily} The mayor said 25 people were injured in the Teshar ferry fire.
    """  # noqa: E501
    days = {reading.account: reading.masthead.published for reading in compared.readings}
    for verdict in compared.verdicts:
        for relation in verdict.relations if verdict.outcome == "conflict" and verdict.fact.role in COUNTED else ():
            one, other = relation.left, relation.right
            left, right = one.stated_source, other.stated_source
            if relation.kind != "conflict" or one.account == other.account or not left or not right:
                continue
            if (
                not names_meet(left.name, right.name, compared.lexicon)
                or not _modifier(one) == _modifier(other) == "exact"
            ):
                continue
            if _grown(one, other, days) or _times(one, other) > ALIKE:
                continue
            arithmetic = f"{_words(one)} and {_words(other)}, both on the word of {left.name}"
            yield finding("magnitude", "doubt", arithmetic, [one.span, other.span])
            break


def _modifier(claim: Claim) -> str:
    return claim.mention.modifier if isinstance(claim.mention, Figure) else ""


def _grown(one: Claim, other: Claim, days: Mapping[Account, date | None]) -> bool:
    """Whether the higher value is the later one, as a toll may be."""
    low, high = sorted((one, other), key=_point)
    before, after = days.get(low.account), days.get(high.account)
    return before is not None and after is not None and before < after


def far_apart(compared: Compared) -> Iterator[Finding]:
    """Forty dead in one account, 400 in another: a zero may have slipped.

    find: {2031-05-02 The Harbour Post} The Teshar ferry fire killed [40|check=magnitude; severity=doubt] people. // {2031-05-02 Teshar Daily} The Teshar ferry fire killed [400|check=magnitude] people.
    skip: {2031-05-02 The Harbour Post} The Teshar ferry fire killed 40 people. // {2031-05-02 Teshar Daily} The Teshar ferry fire killed 60 people.
    """  # noqa: E501
    for verdict in compared.verdicts:
        if verdict.outcome != "conflict" or verdict.fact.role not in TOLLS:
            continue
        for relation in verdict.relations:
            one, other = relation.left, relation.right
            times = _times(one, other)
            if relation.kind != "conflict" or one.account == other.account or not HOURS <= times <= SLIPS[-1]:
                continue
            if _events(one) and _events(other) and not _events(one) & _events(other):
                continue
            severity: Severity = "doubt" if times in SLIPS else "note"
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


def _role(claim: Claim) -> str:
    return claim.topic.role if claim.topic else ""


def _whom(claim: Claim) -> str:
    return (claim.topic.population if claim.topic else None) or ""


def _events(claim: Claim) -> frozenset[str]:
    return claim.topic.event if claim.topic else frozenset()


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
    return _point(low) > 0 and JUMP <= _times(one, other) <= MOST and top < _interval(high).low


def _times(one: Claim, other: Claim) -> Decimal:
    low, high = sorted((_least(one) or _point(one), _least(other) or _point(other)))
    return high / low if low else Decimal(0)


def _words(claim: Claim) -> str:
    return " ".join(claim.span.text.split())


RULES = (headline_outruns_body, two_tolls_of_one_page, some_and_none, one_source_two_values, far_apart)
