"""A number given on another account's word that the other account does not have."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.findings.stated import Compared, finding, tight
from rashomon.intervals import meet
from rashomon.names import names_meet
from rashomon.types import Claim, Figure, Finding, Reading


def not_in_the_cited_text(compared: Compared) -> Iterator[Finding]:
    """The Harbour Post reported 30 dead, writes the Daily; the Post's account has 12.

    A note: the Post may have had 30 in another text.

    find: {2031-05-02 The Harbour Post} The fire on the ferry killed [12|check=citation; severity=note] people. // {2031-05-02 Teshar Daily} The Harbour Post reported that the fire on the ferry killed [30|check=citation] people.
    skip: {2031-05-02 The Harbour Post} The fire on the ferry killed 30 people. // {2031-05-02 Teshar Daily} The Harbour Post reported that the fire on the ferry killed at least 30 people.
    """  # noqa: E501
    for reading in compared.readings:
        for claim in reading.figures:
            for link in claim.attribution[:-1]:
                if link.span is None or link.kind == "person":
                    continue
                for other in compared.readings:
                    outlet = other.masthead.outlet
                    if other is reading or not outlet or not names_meet(link.name, outlet.value, compared.lexicon):
                        continue
                    same = _answers(claim, other)
                    if same and not _contains(claim, other):
                        arithmetic = (
                            f"{claim.span.text} is given on the word of {outlet.value}, whose account here has "
                        )
                        arithmetic += ", ".join(each.span.text for each in same[:3])
                        yield finding("citation", "note", arithmetic, [claim.span, same[0].span])


def _answers(claim: Claim, other: Reading) -> list[Claim]:
    """The figures of the cited account that measure the same."""
    role = claim.topic.role if claim.topic else "other"
    return [each for each in other.figures if role != "other" and each.topic and each.topic.role == role]


def _contains(claim: Claim, other: Reading) -> bool:
    """Whether the cited account has a number that the citing one may render."""
    figure = claim.mention
    return isinstance(figure, Figure) and any(
        isinstance(each.mention, Figure) and meet(tight(figure), tight(each.mention)) is not None
        for each in other.figures
    )


RULES = (not_in_the_cited_text,)
