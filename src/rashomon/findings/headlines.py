"""A headline against the text below it: one voice made many, what is to come told as done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from rashomon.findings.deeds import sentence_of
from rashomon.findings.stated import Compared, any_of, finding
from rashomon.findings.voices import holds, words_in
from rashomon.lexicons import Lexicon, load
from rashomon.text import WORD, bare, plain, split_words
from rashomon.types import Claim, Finding, Link, Reading, Span

REACH = 60  # characters of a clause after the word that says that something is still to come
SHORT = 2  # words of a pronoun, or of a name with a title
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
                claim for claim in reading.quotes if claim.mention.zone != "title" and holds(words_in(claim), words)
            ]
            speakers = {claim.speaker.name for claim in said if claim.speaker and _is_named(claim.speaker)}
            name = next(iter(speakers), "")
            if len(speakers) == 1 and name.split()[-1] not in head.account.text[: head.span.start]:
                first = next(claim for claim in said if claim.speaker and _is_named(claim.speaker))
                arithmetic = f"the headline gives {head.span.text} to many; the text has it from {name} alone"
                yield finding("headline", "note", arithmetic, [head.span, said[0].span, first.span])


def _is_named(speaker: Link) -> bool:
    """Whether a speaker is one person named where the words are given, no description of several."""
    said = " ".join(speaker.span.text.split()) if speaker.span else ""
    short = len(said.split()) <= SHORT
    return speaker.kind == PERSON and (short or speaker.name in said or speaker.name.split()[0] == said.split()[0])


def _said_by_many(head: Claim, reading: Reading) -> bool:
    """Whether a headline opens with a noun in the plural, to whom its quotation is given."""
    sentence = sentence_of(reading, head.span)
    nouns = [word for word in sentence.words if word.tag.startswith("NN")] if sentence else []
    return bool(nouns) and any(word.tag in MANY for word in nouns[:2]) and nouns[0].start < head.span.start


def ahead_of_the_text(compared: Compared) -> Iterator[Finding]:
    """Town celebrates full reopening, says the headline; the reopening is imminent, says the text.

    find: Teshar celebrates [full reopening|check=headline; severity=note] of lock¶¶People danced in the streets of Teshar to celebrate the [imminent|check=headline] announcement of the full reopening of the lock.
    skip: Teshar celebrates full reopening of lock¶¶People danced in the streets of Teshar to celebrate the full reopening of the lock. A new timetable is imminent.
    """  # noqa: E501
    for reading in compared.readings:
        title = next((zone for zone in reading.zones if zone.kind == "title"), None)
        lexicon = load(reading.account.language)
        if title is None or re.search(_ahead(lexicon), plain(title.span.text), re.IGNORECASE):
            continue
        for sentence in reading.sentences:
            if sentence.zone.kind != "body":
                continue
            near = _to_come(sentence.span, lexicon)
            shared = _shared_words(title.span, near, lexicon) if near else None
            if near and shared:
                word = re.search(rf"\b{any_of('to_come', lexicon)}\b", plain(near.text), re.IGNORECASE)
                start = near.start + (word.start() if word else 0)
                told = reading.account.span(start, start + len(word[0]) if word else near.end)
                arithmetic = f"the headline tells of “{shared.text}”; the text has it as still to come (“{told.text}”)"
                yield finding("headline", "note", arithmetic, [shared, told])
                break


@cache
def _ahead(lexicon: Lexicon) -> str:
    """What in a headline says itself that something is to come, or asks."""
    return rf"\b(?:{any_of('to_come', lexicon)}|{any_of('will', lexicon)})\b|\?"


def _to_come(sentence: Span, lexicon: Lexicon) -> Span | None:
    """From the word that says something is still to come to the end of its clause."""
    text = plain(sentence.text)
    match = re.search(rf"\b{any_of('to_come', lexicon)}\b[^,.;]{{0,{REACH}}}", text, re.IGNORECASE)
    return sentence.account.span(sentence.start + match.start(), sentence.start + match.end()) if match else None


def _shared_words(title: Span, clause: Span, lexicon: Lexicon) -> Span | None:
    """Two words in a row of the title, neither of them empty, that stand in a row in the clause too."""
    words = split_words(clause.text)
    empty = lexicon.by_form("origins.function")
    found = [(match.start(), match.end()) for match in WORD.finditer(plain(title.text))]
    for one, other in pairwise(found):
        pair = tuple(bare(plain(title.text)[start:end]) for start, end in (one, other))
        common = " ".join(pair) in clause.text  # names have capitals there
        if not any(word in empty for word in pair) and common and holds(words, pair):
            return title.account.span(title.start + one[0], title.start + other[1])
    return None


RULES = (
    ahead_of_the_text,
    one_voice_in_the_headline,
)
