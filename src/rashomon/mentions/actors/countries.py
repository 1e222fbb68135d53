"""Countries and their peoples as actors: "Iraq said", "the Iraqis"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.lexicons import Lexicon
from rashomon.lexicons.gazetteer import country_named
from rashomon.mentions.actors.candidates import Candidate
from rashomon.mentions.actors.names import PLACES, words_of
from rashomon.types import Sentence, Word

NAMELIKE = {"PROPN", "NOUN", "VERB", "AUX", "X"}  # what the parser takes a surname for at the head of a sentence
LONGEST = 4  # words of a country's name


def country_actor(sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """Iraq and the Iraqis: a country by its name or by its people.

    find: The boats came from [Iraq|kind=body; actor=Iraq] and shut the port at noon.
    find: The [Iraqis|kind=group] shut the port at noon.
    skip: The [Iraqi] boats left at noon.
    """
    words = sentence.words
    at = 0
    while at < len(words):
        length = _country(words, at)
        if length:
            yield _candidate(sentence, at, at + length - 1, named=True)
        elif _people(words[at], lexicon):
            yield _candidate(sentence, at, at, named=False)
        at += length or 1


def known_surname(sentence: Sentence, surnames: frozenset[str]) -> Iterator[Candidate]:
    """A name that the parser took for something else, and that a person of the account bears."""
    for at, word in enumerate(sentence.words):
        if word.text in surnames and word.pos in NAMELIKE and word.entity not in PLACES:
            yield Candidate(
                span=sentence.span.account.span(word.start, word.end),
                sentence=sentence,
                kind="person",
                named=True,
                head=word.text,
                office=" ".join(part.text.lower() for part in sentence.words[max(0, at - 3) : at] if part.pos != "DET"),
            )


def _country(words: Sequence[Word], at: int) -> int:
    """How many words from here name a country; none inside a longer name."""
    if not words[at].text[:1].isupper() or (at > 0 and words[at - 1].text == "-"):
        return 0
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        if country_named(" ".join(word.text for word in words[at : at + length])) is not None:
            return length
    return 0


def _people(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a people in the plural, or in the manner of "the French"."""
    demonyms = words_of(lexicon, "places.demonym")
    lowered = word.text.lower()
    return (
        word.text[:1].isupper()
        and word.tag in {"NNPS", "NNS", "NNP"}
        and lowered[-1:] == "s"
        and lowered[:-1] in demonyms
    )


def _candidate(sentence: Sentence, first: int, last: int, *, named: bool) -> Candidate:
    words = sentence.words
    return Candidate(
        span=sentence.span.account.span(words[first].start, words[last].end),
        sentence=sentence,
        kind="body" if named else "group",
        named=named,
        head=words[last].text,
    )


RULES = (country_actor,)
