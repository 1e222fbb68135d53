"""A number given on another account's word that the other account does not have."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.findings.stated import Compared, finding, noun_of, tight
from rashomon.intervals import meet
from rashomon.names import names_meet
from rashomon.types import Claim, Figure, Finding, Reading


def not_in_the_cited_text(compared: Compared) -> Iterator[Finding]:
    """The Harbour Post reported 30 dead, writes the Daily; the Post's account has 12.

    A note: the Post may have had 30 in another text. Of an account that appeared before the citing one nothing is
    said, since its outlet may have spoken again.

    find: {2031-05-02 The Harbour Post} The fire on the ferry killed [12|check=citation; severity=note] people. // {2031-05-02 Teshar Daily} The Harbour Post reported that the fire on the ferry killed [30|check=citation] people.
    skip: {2031-05-02 The Harbour Post} The fire on the ferry killed 30 people. // {2031-05-02 Teshar Daily} The Harbour Post reported that the fire on the ferry killed at least 30 people.
    skip: {2031-05-02 The Harbour Post} The fire on the ferry killed 12 people. // {2031-05-04 Teshar Daily} The Harbour Post reported that the fire on the ferry had killed 30 people.
    """  # noqa: E501
    for reading in compared.readings:
        for claim in reading.figures:
            for link in claim.attribution[:-1]:
                if link.span is None or link.kind == "person":
                    continue
                for other in compared.readings:
                    outlet = other.masthead.outlet
                    if other is reading or not outlet or _later(reading, other):
                        continue
                    if not names_meet(link.name, outlet.value, compared.lexicon):
                        continue
                    same = _answers(claim, other)
                    if same and not _contains(claim, other):
                        arithmetic = (
                            f"{claim.span.text} is given on the word of {outlet.value}, whose account here has "
                        )
                        arithmetic += ", ".join(each.span.text for each in same[:3])
                        yield finding("citation", "note", arithmetic, [claim.span, same[0].span])


def _later(citing: Reading, cited: Reading) -> bool:
    """Whether the citing account appeared on a later day."""
    days = citing.masthead.published, cited.masthead.published
    return days[0] is not None and days[1] is not None and days[0] > days[1]


def _answers(claim: Claim, other: Reading) -> list[Claim]:
    """The figures of the cited account that measure the same of the same people or things."""
    return [each for each in other.figures if _measured(claim) and _measured(each) == _measured(claim)]


def _measured(claim: Claim) -> tuple[str, ...]:
    """Role, population and, for things, the noun counted; empty where the role says too little."""
    topic, figure = claim.topic, claim.mention
    if topic is None or topic.role == "other" or not isinstance(figure, Figure):
        return ()
    noun = noun_of(figure) if topic.role == "items" else ""
    return topic.role, topic.population or "", noun


def _contains(claim: Claim, other: Reading) -> bool:
    """Whether the cited account has a number that the citing one may render."""
    figure = claim.mention
    return isinstance(figure, Figure) and any(
        isinstance(each.mention, Figure) and meet(tight(figure), tight(each.mention)) is not None
        for each in other.figures
    )


RULES = (not_in_the_cited_text,)
