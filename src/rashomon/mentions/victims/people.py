"""Who a noun phrase tells of: one person, by name, age, sex and the noun used, or nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.lexicons import Entry, Lexicon
from rashomon.text import plain
from rashomon.types import Sentence, Sex, Word

OLDEST = 110  # years
FAR = 14  # characters behind a name in which an age stands
BEFORE_NAME = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "PART", "ADV"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One person as one noun phrase tells of him: the words from `first` to `last`, with the head `at`."""

    at: int
    first: int
    last: int
    end: int
    name: str | None = None
    age: int | None = None
    sex: Sex | None = None
    attacker: bool = False
    pronoun: bool = False
    known: bool = False
    another: bool = False


@cache
def listed(lexicon: Lexicon, name: str) -> frozenset[str]:
    """The forms of one list of victims' words in lower case."""
    return frozenset(form.lower() for form in lexicon.forms(f"victims.{name}"))


def person_at(sentence: Sentence, at: int, lexicon: Lexicon, *, beside: bool = True) -> Told | None:
    """The person that the noun phrase with a head tells of; None for several, for nobody, and for what is no person."""
    words = sentence.words
    word, low = words[at], words[at].text.lower()
    pronoun = lexicon.by_form("victims.pronoun").get(low)
    if pronoun is not None and word.pos == "PRON":
        return Told(at=at, first=at, last=at, end=word.end, sex=_sex(pronoun.get("sex")), pronoun=True)
    first, last = _bounds(words, at)
    if any(words[i].text.lower() in listed(lexicon, "nobody") for i in range(first, at + 1)):
        return None
    name = _name(words, first, last, aged=_behind(sentence, words[last].end, lexicon) is not None)
    entry = next((found for i in range(last, first - 1, -1) if (found := _noun(words[i], lexicon))), None)
    age, end = _age(sentence, words[first].start, words[last].end, lexicon)
    aged = low in listed(lexicon, "old_head") and age is not None
    if word.tag in {"NNS", "NNPS"} or (entry is None and name is None and not aged):
        return None
    if any(_several(words[i], lexicon) for i in range(first, at)):
        return None
    determiners = {words[i].text.lower() for i in range(first, at)}
    told = Told(
        at=at,
        first=first,
        last=last,
        end=end,
        name=name,
        age=age,
        sex=_sex(entry.get("sex")) if entry else None,
        attacker=entry is not None and entry.get("part") == "attacker",
        known=bool(determiners & listed(lexicon, "known")),
        another=bool(determiners & listed(lexicon, "another")),
    )
    return _called(told, sentence, lexicon) if beside else told


def _called(told: Told, sentence: Sentence, lexicon: Lexicon) -> Told:
    """What stands beside a phrase about the same person: “the victim, a man”, "his wife, Mara Quill"."""
    for i, word in enumerate(sentence.words):
        if word.head == told.at and word.relation == "appos" and i > told.last:
            other = person_at(sentence, i, lexicon, beside=False)
            if other is None or other.pronoun or _another_person(told, other, sentence.words):
                continue
            told = replace(
                told,
                last=max(told.last, other.last),
                end=max(told.end, other.end),
                name=told.name or other.name,
                age=other.age if told.age is None else told.age,
                sex=told.sex or other.sex,
                attacker=told.attacker or other.attacker,
            )
    return told


def people_at(sentence: Sentence, at: int, lexicon: Lexicon) -> Iterator[Told]:
    """The persons of a noun phrase and of those joined to it: “a man and his wife”."""
    words = sentence.words
    heads = [at]
    for i, word in enumerate(words):
        if i != at and word.head in heads and word.relation in {"conj", "appos"} and word.pos in NOMINAL:
            heads.append(i)
    taken = -1
    for head in sorted(heads):
        told = person_at(sentence, head, lexicon) if head > taken else None
        if told is not None:
            taken = told.last
            yield told


def _bounds(words: Sequence[Word], at: int) -> tuple[int, int]:
    """The run of words that a head stands in: its article, its adjectives, the rest of its name."""
    first = last = at
    while first > 0 and _belongs(words[first - 1]) and _hangs(words, first - 1, at):
        first -= 1
    while last + 1 < len(words) and words[last + 1].pos == "PROPN" and words[at].pos == "PROPN":
        if words[last + 1].head != at and words[at].head != last + 1:
            break
        last += 1
    while first < at and words[first].pos == "PUNCT":
        first += 1
    return first, last


def _another_person(told: Told, other: Told, words: Sequence[Word]) -> bool:
    """Whether what stands beside a person is the next one of a list: “Ana Bel, 18, Cal Dor, 22”, "a man, his wife"."""
    if (told.name and other.name) or (told.age is not None and other.age is not None):
        return True
    if told.sex and other.sex and told.sex != other.sex:
        return True
    return any(word.head == other.at and word.relation == "conj" for word in words)


def _belongs(word: Word) -> bool:
    """Whether a word before a noun is told of the same person: “his wife”, but not the other in “Bel's wife”."""
    if word.relation in {"poss", "case"}:
        return word.pos == "PRON"
    return word.pos in BEFORE_NAME


def _hangs(words: Sequence[Word], i: int, at: int) -> bool:
    """Whether a word hangs on a head over whatever many steps that are not the head of a clause."""
    for _ in range(8):
        if words[i].head == at:
            return words[i].relation not in {"appos", "conj", "relcl", "acl", "punct"} or words[i].text == "-"
        if words[i].head == i or words[i].relation in {"nsubj", "nsubjpass", "dobj", "conj", "appos"}:
            return False
        i = words[i].head
    return False


def _name(words: Sequence[Word], first: int, last: int, *, aged: bool) -> str | None:
    """The words that name a person: those that the parser takes for a name, or several before an age."""
    proper = [word for word in words[first : last + 1] if word.pos == "PROPN"]
    run = [word.text for word in proper if word.entity == "PERSON"]
    if not run and len(proper) > 1 and (aged or {word.entity for word in proper} == {""}):
        run = [word.text for word in proper if word.entity not in {"GPE", "LOC", "NORP"}]
    return " ".join(run) if run and run[-1][:1].isupper() and len(run[-1]) > 1 else None


def _noun(word: Word, lexicon: Lexicon) -> Entry | None:
    return lexicon.by_form("victims.person").get(word.text.lower())


def _several(word: Word, lexicon: Lexicon) -> bool:
    """Whether a number before a noun counts more than one."""
    low = word.text.lower()
    if word.relation != "nummod" or word.entity == "DATE":
        return False
    return low != "1" and lexicon.by_form("numbers.cardinal").get(low, {"value": "9"})["value"] != "1"


def _age(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> tuple[int | None, int]:
    """An age in a phrase or right behind it, and where the phrase ends with it."""
    before = _ages(lexicon)[0].search(plain(sentence.span.account.text[start:end]))
    if before and int(before[1]) <= OLDEST:
        return int(before[1]), end
    after = _behind(sentence, end, lexicon)
    if after and 0 < int(after[1]) <= OLDEST:
        return int(after[1]), end + after.end(1)
    return None, end


def _behind(sentence: Sentence, at: int, lexicon: Lexicon) -> re.Match[str] | None:
    """An age right behind a name: ", 23," or "(23)"."""
    end = min(sentence.span.end, at + FAR)  # a slice: the view of a whole account for each name would cost its length
    return _ages(lexicon)[1].match(plain(sentence.span.account.text[at:end]))


@cache
def _ages(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    old, aged = (lexicon.alternatives(f"victims.{name}") for name in ("old", "aged"))
    return (
        re.compile(rf"(\d{{1,3}})[- ](?:{old})\b"),
        re.compile(rf"\s*(?:\(|,\s?(?:(?:{aged})\s)?|\s(?:{aged})\s)(\d{{1,3}})(?=\)|,|\.|;|\s|$)"),
    )


def _sex(told: str | None) -> Sex | None:
    return "male" if told == "male" else "female" if told == "female" else None
