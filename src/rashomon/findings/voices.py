"""Quoted words that change on their way: between two accounts, and from the text to its headline."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from rashomon.findings.stated import Compared, finding
from rashomon.text import split_words
from rashomon.types import Claim, Finding, Quote, Reading

RUN = 3  # words in a row that make two quotations one utterance, where the speaker is one
ALIKE = 0.5  # of the shorter quotation that is equal, in order
SPELT = 0.75  # of two words' letters that are equal where they are one name
PERSON = "person"
MANY = frozenset({"NNS", "NNPS"})


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
    left, right = _words(one), _words(other)
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


def _words(claim: Claim) -> tuple[str, ...]:
    mention = claim.mention
    return split_words(mention.content.text if isinstance(mention, Quote) else mention.span.text)


def _last_name(name: str) -> str:
    return name.lower().split()[-1]


def one_voice_in_the_headline(compared: Compared) -> Iterator[Finding]:
    """Shippers call the lock ‘a disgrace’, says the headline; in the text one shipper does.

    find: Shippers call Teshar lock [“a great disgrace”|check=headline; severity=note]¶¶The lock at Teshar stayed closed on Monday. [“It is a great disgrace,”|check=headline] said Mara Quill, who owns two boats.
    skip: Quill calls Teshar lock “a great disgrace”¶¶The lock at Teshar stayed closed on Monday. “It is a great disgrace,” said Mara Quill, who owns two boats.
    """  # noqa: E501
    for reading in compared.readings:
        for head in reading.quotes:
            words = _words(head)
            if head.mention.zone != "title" or len(words) < 2 or not _said_by_many(head, reading):
                continue
            said = [
                claim for claim in reading.quotes if claim.mention.zone != "title" and _inside(words, _words(claim))
            ]
            speakers = {claim.speaker.name for claim in said if claim.speaker and claim.speaker.kind == PERSON}
            if len(speakers) == 1:
                name = next(iter(speakers))
                arithmetic = f"the headline gives {head.span.text} to many; the text has it from {name} alone"
                yield finding("headline", "note", arithmetic, [head.span, said[0].span])


def _said_by_many(head: Claim, reading: Reading) -> bool:
    """Whether a headline opens with a noun in the plural, to whom its quotation is given."""
    sentence = next((each for each in reading.sentences if each.span.holds(head.span)), None)
    nouns = [word for word in sentence.words if word.tag.startswith("NN")] if sentence else []
    return bool(nouns) and any(word.tag in MANY for word in nouns[:2]) and nouns[0].start < head.span.start


def _inside(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return any(others[at : at + len(words)] == words for at in range(len(others) - len(words) + 1))


RULES = (quotation_drift, one_voice_in_the_headline)
