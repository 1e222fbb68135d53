"""The lead of a page on its own word against the source that it names below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.findings.claimed import far_from, role_in, times_as_many, whom_in, words_of
from rashomon.findings.deeds import body_of
from rashomon.findings.stated import Compared, any_of, finding, number
from rashomon.findings.tolls import of_one_thing
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Claim, Finding


def lead_against_its_source(compared: Compared) -> Iterator[Finding]:
    """Nearly 75 fighters killed, says the lead on its own word; the one source below it counts 29.

    Only where the page gives no other toll of these people, so that a reader must take the two for one.

    find: [Nearly 75|check=magnitude; severity=doubt] fighters were killed in an offensive on the lock road. The harbour office said that the army launched a strike killing [29|check=magnitude] fighters and closed the road.
    skip: Nearly 40 fighters were killed in an offensive on the lock road. The harbour office said that the army launched a strike killing 29 fighters and closed the road.
    """  # noqa: E501
    for reading in compared.readings:
        tolls = [claim for claim in reading.figures if claim.mention.zone == "body" and role_in(claim) == "killed"]
        whole = [claim for claim in tolls if _is_whole(claim, tolls, compared.lexicon)]
        if len(whole) != 2 or whole[0].stated_source or not whole[1].stated_source:
            continue
        one, other = whole
        early = any(sentence.span.holds(one.span) for sentence in body_of(reading)[:2])
        if (
            early
            and whom_in(one)
            and whom_in(one) == whom_in(other)
            and far_from(one, other)
            and of_one_thing(one, other)
        ):
            times = number(round(times_as_many(one, other), 1))
            arithmetic = f"{words_of(one)} in the lead, {words_of(other)} by its only source: {times} times as many"
            yield finding("magnitude", "doubt", arithmetic, [one.span, other.span])


def _is_whole(claim: Claim, tolls: Sequence[Claim], lexicon: Lexicon) -> bool:
    """Whether a toll is no part of another: not behind "including"."""
    before = [other for other in tolls if other.sentence == claim.sentence and other.span.end <= claim.span.start]
    gap = claim.account.text[before[-1].span.end : claim.span.start] if before else ""
    return not re.search(rf"\b{any_of('including', lexicon)}\b", plain(gap), re.IGNORECASE)


RULES = (lead_against_its_source,)
