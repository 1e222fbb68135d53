"""Quoted words, and the offices of those who speak them, that change between two accounts."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from rashomon.findings.stated import Compared, finding
from rashomon.text import split_words
from rashomon.types import Claim, Finding, Quote

RUN = 3  # words in a row that make two quotations one utterance, where the speaker is one
ALIKE = 0.5  # of the shorter quotation that is equal, in order
SPELT = 0.75  # of two words' letters that are equal where they are one name


def quotation_drift(compared: Compared) -> Iterator[Finding]:
    """One account quotes “the lock will stay closed”, another “the lock will be closed”, of one speaker.

    find: Mara Quill said: [“The old lock will stay closed until the water falls.”|check=quotation; severity=note] // Mara Quill said: [“The old lock will stay shut until the water falls.”|check=quotation]
    skip: Mara Quill said: “The old lock will stay closed until the water falls.” // Mara Quill said: “We have asked for bread and blankets.”
    """  # noqa: E501
    quotes = [claim for reading in compared.readings for claim in reading.quotes if claim.speaker]
    for at, one in enumerate(quotes):
        for other in quotes[at + 1 :]:
            if one.account != other.account and one.speaker and other.speaker:
                if _last_name(one.speaker.name) != _last_name(other.speaker.name):
                    continue
                changes = _changes(one, other)
                if changes:
                    yield finding(
                        "quotation", "note", f"one utterance, two wordings: {changes}", [one.span, other.span]
                    )


def _changes(one: Claim, other: Claim) -> str:
    """The words that differ inside one utterance, empty where nothing does or it is none."""
    left, right = words_in(one), words_in(other)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    blocks = matcher.get_matching_blocks()
    equal = sum(block.size for block in blocks)
    if max(block.size for block in blocks) < RUN or equal < ALIKE * min(len(left), len(right)):
        return ""
    first, last = blocks[0], blocks[-2]
    inside = [
        f"“{' '.join(left[a:a_end])}” / “{' '.join(right[b:b_end])}”"
        for kind, a, a_end, b, b_end in matcher.get_opcodes()
        if kind != "equal"
        and a >= first.a
        and a_end <= last.a + last.size
        and b >= first.b
        and b_end <= last.b + last.size
        and not _spelling(left[a:a_end], right[b:b_end])
    ]
    return "; ".join(inside)


def _spelling(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two stretches are one word spelt in two ways, as names in translation are."""
    return len(left) == len(right) == 1 and SequenceMatcher(None, left[0], right[0]).ratio() >= SPELT


def words_in(claim: Claim) -> tuple[str, ...]:
    """The words of an utterance, without its marks."""
    mention = claim.mention
    return split_words(mention.content.text if isinstance(mention, Quote) else mention.span.text)


def _last_name(name: str) -> str:
    return name.lower().split()[-1]


RULES = (quotation_drift,)
