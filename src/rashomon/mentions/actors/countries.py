"""Countries and their peoples as actors: "Iraq said", "the Iraqis"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon.lexicons import Lexicon
from rashomon.lexicons.gazetteer import country_named, country_openings
from rashomon.mentions.actors.candidates import Candidate
from rashomon.mentions.actors.names import PLACES
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


def halves(names: Sequence[str]) -> dict[str, str]:
    """The first word of each country of two words, where the account names but one that begins so: "North"."""
    firsts: dict[str, set[str]] = {}
    for name in names:
        first, _, rest = name.partition(" ")
        if rest and " " not in rest:
            firsts.setdefault(first, set()).add(name)
    return {first: min(found) for first, found in firsts.items() if len(found) == 1}


def half_of_name(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Candidate]:
    """The North: the first word of a country's name stands for it after an article, once the account has named it."""
    words = sentence.words
    for at, word in enumerate(words):
        if at == 0 or word.text not in known or word.pos != "PROPN" or words[at - 1].pos != "DET":
            continue
        if word.relation != "compound" and not (at + 1 < len(words) and words[at + 1].text[:1].isupper()):
            yield _candidate(sentence, at, at, named=True)


def known_surname(sentence: Sentence, surnames: frozenset[str]) -> Iterator[Candidate]:
    """A name that the parser took for something else, and that a person of the account bears."""
    for at, word in enumerate(sentence.words):
        elsewhere = word.entity in PLACES and word.relation != "nsubj"
        if word.text in surnames and word.pos in NAMELIKE and not elsewhere:
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
    opening = words[at].text.lower()
    if not words[at].text[:1].isupper() or (opening != "the" and opening not in country_openings()):
        return 0
    if at > 0 and words[at - 1].text == "-":
        return 0
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        if country_named(" ".join(word.text for word in words[at : at + length])) is not None:
            return length
    return 0


def _people(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a people in the plural: "Iraqis"."""
    lowered = word.text.lower()
    tagged = word.tag in {"NNPS", "NNS", "NNP"} and word.text[:1].isupper()
    return tagged and lowered[-1:] == "s" and lowered[:-1] in lexicon.lowered("places.demonym")


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
