"""A run of capitals that is one name: "Ana Bel", "the Committee of the Red Cross", "Amin al-Bel"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.types import Word

FINITE = {"VBZ", "VBD", "MD"}
LONGEST = 9  # words of one name


def _capital(word: Word) -> bool:
    if word.tag in FINITE:
        return False  # "Harbour Guard Declares Victory": the name ends before the headline's verb
    return (
        word.text[:1].isupper() and word.pos in {"PROPN", "NOUN", "ADJ", "X", "VERB", "ADV", "ADP"}
    ) or word.pos == "PROPN"


def run_at(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """The last word of the run of name words that begins here."""
    start = words[at]
    if start.pos != "PROPN" and not (start.text[:1].isupper() and start.entity and start.pos in {"ADJ", "NOUN"}):
        return None
    nowho, joint = lexicon.lowered("actors.nowho"), lexicon.lowered("actors.joint")
    if start.text.lower() in nowho or not start.text[:1].isalpha():
        return None
    last = at
    i = at + 1
    while i < len(words) and i - at < LONGEST:
        word = words[i]
        month = word.text.lower() in nowho and not (word.entity == words[i - 1].entity == "PERSON")
        if _capital(word) and not month and word.text[:1].isalpha() and word.text[:1].isupper():
            last = i
        elif _particle(words, i, joint) or (_of_the(words, i) and _body_before(words, at, i, lexicon)):
            i += 1
        elif _second_half(words, at, i, lexicon):
            last = i + 1
            i += 1
        elif (
            word.text == "-"
            and word.start == words[i - 1].end
            and i + 1 < len(words)
            and words[i + 1].text[:1].isupper()
        ):
            pass
        elif (
            not (word.text.lower() in joint and i + 1 < len(words) and words[i + 1].text[:1].isupper())
            or (word.pos == "CCONJ" and not _same_entity(words, i))
            or (word.text.lower() in lexicon.lowered("actors.tie") and not _body_before(words, at, i, lexicon))
        ):
            break
        i += 1
    return last


def tied(words: Sequence[Word], last: int) -> bool:
    """Whether the name is only the first half of an adjective: "Teshar-based", "UN-brokered"."""
    return (
        last + 2 < len(words)
        and words[last + 1].text == "-"
        and words[last + 1].start == words[last].end
        and words[last + 2].text[:1].islower()
    )


def _second_half(words: Sequence[Word], at: int, i: int, lexicon: Lexicon) -> bool:
    """Whether a hyphen and small letters go on a person's name: "Bel Or-an", not "Ana Bel-era"."""
    if words[i].text != "-" or i - at <= 1 or i + 1 >= len(words) or words[i - 1].entity != "PERSON":
        return False
    half = words[i + 1]
    close = words[i].start == words[i - 1].end and half.start == words[i].end
    return close and half.text.isalpha() and half.text.islower() and half.text not in lexicon.lowered("actors.suffix")


def _of_the(words: Sequence[Word], i: int) -> bool:
    """Whether "of the" goes on to a further capital: "Committee of the Red Cross"."""
    return i + 2 < len(words) and words[i].tag == "IN" and words[i + 1].tag == "DT" and words[i + 2].text[:1].isupper()


def _particle(words: Sequence[Word], i: int, joint: frozenset[str]) -> bool:
    """Whether a particle is tied to the name after it: "Amin al-Bel"."""
    if words[i].text.lower() not in joint or i + 2 >= len(words):
        return False
    return words[i + 1].text == "-" and words[i + 1].start == words[i].end and words[i + 2].text[:1].isupper()


def _same_entity(words: Sequence[Word], i: int) -> bool:
    return bool(words[i].entity) and words[i].entity == words[i - 1].entity == words[i + 1].entity == "ORG"


def _body_before(words: Sequence[Word], at: int, i: int, lexicon: Lexicon) -> bool:
    body = lexicon.lowered("actors.body")
    return words[i].entity in {"ORG", "FAC"} or any(word.text.lower() in body for word in words[at:i])
