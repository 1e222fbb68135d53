"""A headline against the text below it: one voice made many, what is to come told as done."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.findings.stated import Compared, finding
from rashomon.findings.voices import words_in
from rashomon.types import Claim, Finding, Reading

PERSON = "person"
MANY = frozenset({"NNS", "NNPS"})


def one_voice_in_the_headline(compared: Compared) -> Iterator[Finding]:
    """Shippers call the lock ‘a disgrace’, says the headline; in the text one shipper does.

    find: Shippers call Teshar lock [“a great disgrace”|check=headline; severity=note]¶¶The lock at Teshar stayed closed on Monday. [“It is a great disgrace,”|check=headline] said Mara Quill, who owns two boats.
    skip: Quill calls Teshar lock “a great disgrace”¶¶The lock at Teshar stayed closed on Monday. “It is a great disgrace,” said Mara Quill, who owns two boats.
    """  # noqa: E501
    for reading in compared.readings:
        for head in reading.quotes:
            words = words_in(head)
            if head.mention.zone != "title" or len(words) < 2 or not _said_by_many(head, reading):
                continue
            said = [
                claim for claim in reading.quotes if claim.mention.zone != "title" and _inside(words, words_in(claim))
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


RULES = (one_voice_in_the_headline,)
