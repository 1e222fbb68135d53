"""One fact, numbers that cannot be one number: headline against body, one page's two tolls, one source's two values.

These look at facts, so they say nothing of numbers that were not found to answer the same question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from rashomon.findings import falls
from rashomon.findings.claimed import (
    events_in,
    far_from,
    in_conflict,
    interval_in,
    least_in,
    modifier_in,
    nearly_equal,
    point_in,
    role_in,
    times_as_many,
    whom_in,
    words_of,
)
from rashomon.findings.stated import Compared, any_of, finding, number
from rashomon.lexicons import Lexicon
from rashomon.names import names_meet
from rashomon.text import plain
from rashomon.types import Account, Claim, Figure, Finding, Reading, Severity, Verdict

SLIPS = (Decimal(10), Decimal(100), Decimal(1000))  # times as many where a zero slipped, or thousands were dropped
ALIKE = Decimal("1.25")  # times; a toll that differs by more has grown between two reports
HOURS = Decimal(5)  # times that a toll may grow in the hours after it is first told
OPENING = 5  # sentences under a headline that tell what it is about
NEAR = 1200  # characters between two tolls of one page that a reader takes for one
TOLLS = frozenset({"killed", "injured", "missing", "captured", "surrendered", "displaced", "evacuated"})
COUNTED = TOLLS | {"present", "participants", "forces"}
FEW = 4  # by which two tolls must differ at least
REACH = 60  # characters behind a toll that say where or when it was counted
HEAD = frozenset({"title", "heading"})


def headline_outruns_body(compared: Compared) -> Iterator[Finding]:
    """Scores killed, says the headline; at least 29, says the text below it.

    find: [Scores|check=magnitude; severity=doubt] killed in Teshar ferry fire¶¶[At least 29|check=magnitude] people were killed in the ferry fire in Teshar on Monday, the mayor said.
    skip: Scores killed in Teshar ferry fire¶¶Ten Norwegians were killed in the ferry fire in Teshar on Monday, the mayor said.
    skip: Scores killed in Teshar ferry fire¶¶At least 49 people were killed in the ferry fire in Teshar on Monday, the mayor said.
    """  # noqa: E501
    for reading in compared.readings:
        tolls = [claim for claim in reading.figures if role_in(claim) in TOLLS]
        for head in [claim for claim in tolls if claim.mention.zone == "title"][:1]:
            opening = [claim for claim in tolls if claim.mention.zone not in HEAD and _below(head, claim, reading)]
            same = [
                claim for claim in opening if role_in(claim) == role_in(head) and whom_in(head) in {whom_in(claim), ""}
            ]
            top = max(same, key=point_in, default=None)
            if top is None or nearly_equal(head, top) or _of_one_people(top, head):
                continue
            if least_in(head) <= max(_together(claim, same) for claim in same):
                continue
            if point_in(head) - point_in(top) <= 1 and point_in(top) < FEW:  # one more may be told without a number
                continue
            if least_in(head) > max(point_in(top), interval_in(top).low):
                arithmetic = (
                    f"headline {words_of(head)} ({number(least_in(head))} or more); the text gives {words_of(top)}"
                )
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
    return sum((point_in(other) for other in tolls if other.sentence == claim.sentence), Decimal(0))


def _below(head: Claim, claim: Claim, reading: Reading) -> bool:
    """Whether a claim stands among the first sentences under the headline."""
    between = [s for s in reading.sentences if head.span.end <= s.span.start and s.span.end <= claim.span.start]
    return len(between) <= OPENING


def two_tolls_of_one_page(compared: Compared) -> Iterator[Finding]:
    """At least 100 killed, says the lead; 24, says the only source it names: four times as many in one page.

    Two named sources may differ, and a page may report it; here one of the two is the page's own word.

    find: A fire on the Teshar ferry killed [100|check=magnitude; severity=doubt] people on Monday. The harbour office said [24|check=magnitude] people were killed in the fire on the Teshar ferry on Monday.
    skip: A fire on the Teshar ferry killed 100 people on Monday. The harbour office said 24 people were killed at the scene of the fire on the Teshar ferry.
    skip: A fire on the Teshar ferry killed 30 people on Monday. The harbour office said 24 people were killed in the fire on the Teshar ferry on Monday.
    """  # noqa: E501
    for verdict, claims in _per_account(compared.verdicts):
        if verdict.fact.role not in TOLLS or verdict.fact.dimension != "count":
            continue
        body = [claim for claim in claims if claim.mention.zone not in HEAD and not _superseded(claim, verdict)]
        whole = [
            claim for claim in body if not (_shared_out(claim, compared.readings) or _there(claim, compared.lexicon))
        ]
        pairs = [pair for pair in combinations(whole, 2) if _too_far(pair, compared.readings)]
        if pairs:
            one, other = max(pairs, key=lambda pair: times_as_many(*pair))
            times = number(round(times_as_many(one, other), 1))
            arithmetic = f"{words_of(one)} and {words_of(other)} in one page: {times} times as many"
            yield finding("magnitude", "doubt", arithmetic, [one.span, other.span])


def _too_far(pair: tuple[Claim, Claim], readings: Sequence[Reading]) -> bool:
    """Whether two tolls of a page are far apart, and the larger does not count the dead and the hurt together."""
    if not (far_from(*pair) and of_one_thing(*pair) and _many(*pair)):
        return False
    low, high = sorted(map(point_in, pair))
    tolls = (claim for each in readings if each.account == pair[0].account for claim in each.figures)
    return high - low not in {point_in(claim) for claim in tolls if role_in(claim) in TOLLS}


def _shared_out(claim: Claim, readings: Sequence[Reading]) -> bool:
    """Whether a toll is one of several in its sentence: "two women and one man"."""
    return any(
        other.sentence == claim.sentence and role_in(other) == role_in(claim) and whom_in(other) != whom_in(claim)
        for reading in readings
        if reading.account == claim.account
        for other in reading.figures
        if claim.sentence is not None
    )


def _many(one: Claim, other: Claim) -> bool:
    """Whether two tolls are further apart than the counting of one or two people explains."""
    return abs(point_in(one) - point_in(other)) >= FEW


def _there(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a toll counts those of one place or moment only: "one person died at the scene"."""
    following = plain(claim.account.text[claim.span.end : claim.span.end + REACH]).split(".")[0]
    return re.search(rf"\b{any_of('at_scene', lexicon)}\b", following, re.IGNORECASE) is not None


def of_one_thing(one: Claim, other: Claim) -> bool:
    """Whether two tolls stand near one another, one on the page's own word, both in numbers or both in words."""
    if one.stated_source and other.stated_source:
        return False
    vague = [modifier_in(claim) == "vague" for claim in (one, other)]
    if vague[0] != vague[1] or abs(one.span.start - other.span.start) > NEAR:
        return False
    return bool(events_in(one) & events_in(other)) or not (events_in(one) and events_in(other)) or _next_to(one, other)


def _next_to(one: Claim, other: Claim) -> bool:
    return abs(one.span.start - other.span.start) <= NEAR / 2


def some_and_none(compared: Compared) -> Iterator[Finding]:
    """Two people were hurt, say the police; no one was hurt, says the organiser on the same page.

    find: [Two|check=contradiction; severity=doubt] people were injured in the Teshar fire, police said. The organiser said [no one|check=contradiction] was injured in the fire.
    skip: Two people were injured in the Teshar fire, police said. The organiser said no one was missing.
    skip: Two people were injured in the Teshar fire, police said. None of the people injured in the fire were guests.
    """  # noqa: E501
    for verdict, claims in _per_account(compared.verdicts):
        if verdict.fact.role not in TOLLS:
            continue
        none = [
            claim
            for claim in claims
            if interval_in(claim).high == 0 and not words_of(claim).isdigit() and not _of_some(claim, compared.lexicon)
        ]
        some = [claim for claim in claims if interval_in(claim).low > 0]
        if none and some:
            arithmetic = (
                f"“{words_of(some[0])}” and “{words_of(none[0])}” in one page: both cannot hold of the same people"
            )
            yield finding("contradiction", "doubt", arithmetic, [some[0].span, none[0].span])


def _of_some(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether "none" is said of people who are there: "none of the injured"."""
    text = words_of(claim) + plain(claim.account.text[claim.span.end : claim.span.end + REACH])
    return re.match(rf"\w+\s+{any_of('of', lexicon)}\b", text) is not None


def one_source_two_values(compared: Compared) -> Iterator[Finding]:
    """Police said 27, police said 25: two accounts give one source two values, and time does not explain it.

    find: {2031-05-02 The Harbour Post} Police said [27|check=magnitude; severity=doubt] people were injured in the Teshar ferry fire. // {2031-05-02 Teshar Daily} Police said [25|check=magnitude] people were injured in the Teshar ferry fire.
    skip: {2031-05-02 The Harbour Post} Police said 27 people were injured in the Teshar ferry fire. // {2031-05-02 Teshar Daily} The mayor said 25 people were injured in the Teshar ferry fire.
    """  # noqa: E501
    days = compared.days
    for verdict in compared.verdicts:
        for relation in in_conflict(verdict) if verdict.fact.role in COUNTED else ():
            one, other = relation.left, relation.right
            left, right = one.stated_source, other.stated_source
            if not left or not right or not modifier_in(one) == modifier_in(other) == "exact":
                continue
            if not names_meet(left.name, right.name, compared.lexicon):
                continue
            dated = days.get(one.account), days.get(other.account)
            if verdict.fact.role in falls.TOLLS and None not in dated and dated[0] != dated[1]:
                continue  # for `total_that_falls`
            if _grown(one, other, days) or times_as_many(one, other) > ALIKE:
                continue
            arithmetic = f"{words_of(one)} and {words_of(other)}, both on the word of {left.name}"
            yield finding("magnitude", "doubt", arithmetic, [one.span, other.span])
            break


def _grown(one: Claim, other: Claim, days: Mapping[Account, date | None]) -> bool:
    """Whether the higher value is the later one, as a toll may be."""
    low, high = sorted((one, other), key=point_in)
    before, after = days.get(low.account), days.get(high.account)
    return before is not None and after is not None and before < after


def far_apart(compared: Compared) -> Iterator[Finding]:
    """Forty dead in one account, 400 in another: a zero may have slipped.

    find: {2031-05-02 The Harbour Post} The Teshar ferry fire killed [40|check=magnitude; severity=doubt] people. // {2031-05-02 Teshar Daily} The Teshar ferry fire killed [400|check=magnitude] people.
    skip: {2031-05-02 The Harbour Post} The Teshar ferry fire killed 40 people. // {2031-05-02 Teshar Daily} The Teshar ferry fire killed 60 people.
    """  # noqa: E501
    for verdict in compared.verdicts:
        for relation in in_conflict(verdict) if verdict.fact.role in TOLLS else ():
            one, other = relation.left, relation.right
            times = times_as_many(one, other)
            if not HOURS <= times <= SLIPS[-1]:
                continue
            if events_in(one) and events_in(other) and not events_in(one) & events_in(other):
                continue
            severity: Severity = "doubt" if times in SLIPS else "note"
            arithmetic = f"{words_of(one)} and {words_of(other)}: {number(round(times, 1))} times as many"
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


RULES = (headline_outruns_body, two_tolls_of_one_page, some_and_none, one_source_two_values, far_apart)
