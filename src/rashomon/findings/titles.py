"""A headline that lets somebody speak of whom the text below it has no word."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.findings.claimed import words_of
from rashomon.findings.stated import Compared, finding
from rashomon.lexicons import Lexicon, load
from rashomon.names import names_meet
from rashomon.text import plain
from rashomon.types import Claim, Finding, Reading

BODY = "body"
LEAST = 3  # speeches below a headline, so that the text tells who says what
HEAD = "title"


def unheard_in_the_text(compared: Compared) -> Iterator[Finding]:
    """Army declares victory, says the headline; the text below has officials, reporters and a minister, and no army.

    Only of declarations by a body, and of a text that says of several things on whose word they stand.

    find: [Teshar Army|check=headline; severity=note] Declares Victory in Calder¶¶The army has officially freed Calder after ousting the last rebels from the eastern part of the town on Monday. The rebels had no choice, the mayor told reporters. Residents said that they had heard guns. The minister noted that the road was open.
    skip: Teshar Army Declares Victory in Calder¶¶The Teshar Army said on Monday that it had freed Calder after ousting the last rebels from the eastern part of the town. The rebels had no choice, the mayor told reporters. Residents said that they had heard guns. The minister noted that the road was open.
    """  # noqa: E501
    for reading in compared.readings:
        lexicon = load(reading.account.language)
        heads = [claim for claim in reading.speeches if claim.mention.zone == HEAD and _declares(claim, lexicon)]
        below = [claim for claim in reading.speeches if claim.mention.zone != HEAD and claim.speaker]
        for head in heads[:1]:
            speaker = head.speaker
            if speaker is None or speaker.span is None or len(below) < LEAST:
                continue
            if not any(_is_by(claim, speaker.name, reading, lexicon) for claim in below):
                said = f"the headline has it from {speaker.name} (“{words_of(head)}”)"
                arithmetic = f"{said}; the text has no word of {speaker.name}"
                yield finding("headline", "note", arithmetic, [speaker.span])


def _declares(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claim is a body's declaration."""
    acts = lexicon.by_form("declarations.act")
    words = plain(claim.span.text).lower().split()
    cue = plain(claim.cue.text).lower().split() if claim.cue else []
    return claim.speaker is not None and claim.speaker.kind == BODY and any(word in acts for word in (*cue, *words[:1]))


def _is_by(claim: Claim, name: str, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a body, or somebody of it, is named behind a claim, or a word of its name stands in the speaker's."""
    words = {word.lower() for word in name.split()}
    for link in claim.attribution:
        told = f"{link.name} {link.span.text if link.span else ''}"
        if names_meet(link.name, name, lexicon) or words & {word.lower().strip(".,") for word in told.split()}:
            return link.kind != "outlet"
    return any(
        a.affiliation and names_meet(a.affiliation, name, lexicon) for a in reading.actors if a.span == claim.span
    )


RULES = (unheard_in_the_text,)
