"""Figures that lean on another word: "most of them", "a similar number of women", "Mira, 24,", "turns 300"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from rashomon.mentions.figures.amounts import Amount
from rashomon.mentions.figures.counting import is_pronoun
from rashomon.mentions.figures.dated import counts_plural
from rashomon.mentions.figures.measures import Measure
from rashomon.mentions.figures.numbers import Number
from rashomon.mentions.figures.passages import Passage
from rashomon.mentions.figures.tokens import phrase_at
from rashomon.types import Figure

_HALF = Decimal("0.5")
_OLDEST = 115  # years; a person who is older is a misreading
_YEAR = 365


def most_of(passage: Passage) -> Iterator[Figure]:
    """Most of them, most of the town: more than half, as a share.

    find: [Most of them|low=0.5; low_open=True; modifier=more_than; dimension=share] left Teshar.
    skip: It was the most costly raid.
    """
    scan, words = passage.scan, passage.words
    for at in range(len(scan.tokens)):
        found = phrase_at(scan.tokens, at, words.most)
        if found:
            pronoun = is_pronoun(scan, found[0], words) and not _is_determiner(passage, found[0])
            number = Number(at, found[0] - (not pronoun), _HALF, "phrase")
            amount = Amount(at, found[0] + 1 if pronoun else found[0] - 1, number, None, "more_than", Measure("share"))
            yield passage.figure(amount, (_HALF, None), _HALF)


def _is_determiner(passage: Passage, at: int) -> bool:
    """Whether "those" only points at the noun behind it: "most of those boats"."""
    word = passage.scan.word(at)
    return word is not None and word.relation == "det"


def nearly_all(passage: Passage) -> Iterator[Figure]:
    """Nearly all of the province: the whole, or just below, as a share.

    find: [Nearly all|high=1; high_open=True; modifier=nearly] of Teshar is dry.
    skip: All of Teshar is dry.
    """
    scan, words = passage.scan, passage.words
    for at in range(len(scan.tokens)):
        found = phrase_at(scan.tokens, at, words.nearly_all)
        if found:
            number = Number(at, found[0] - 1, Decimal(1), "phrase")
            amount = Amount(at, found[0] - 1, number, None, "nearly", Measure("share"))
            yield passage.figure(amount, (None, Decimal(1)), Decimal(1))


def similar_number(passage: Passage) -> Iterator[Figure]:
    """A similar number of women: the number last stated before it, approximately.

    find: They sent 8,500 men and [a similar number of|point=8500; modifier=approximate] women to Teshar.
    skip: A similar plan failed.
    """
    scan, words = passage.scan, passage.words
    for at in range(len(scan.tokens)):
        found = phrase_at(scan.tokens, at, words.anaphora)
        if found:
            before = [a for a in passage.amounts if a.end <= at and a.measure.dimension == "count" and a.number.value]
            if before:
                amount = before[-1]._replace(first=at, end=found[0], manner="approximate")
                yield passage.figure(amount, (None, None), amount.number.value)


def age_after_name(passage: Passage) -> Iterator[Figure]:
    """Mira Olen, 24, said: a bare number behind a person's name is an age in years.

    find: Mira Olen, [24|point=8760; dimension=duration; unit=year], said a boy, [14|unit=year], was hurt.
    skip: In Teshar, 24 people were hurt.
    """
    for amount in passage.stated("exact"):
        if _bare(amount) and _is_age(passage, amount):
            yield passage.figure(_in_years(amount), (amount.number.value, amount.number.value), amount.number.value)


def aged(passage: Passage) -> Iterator[Figure]:
    """Women aged 25 to 54, at the age of 21, he was 35: years, without the word.

    find: A girl aged [12|point=4380; dimension=duration] was hurt; she was with men over the age of [21|unit=year].
    find: He joined the guard in Teshar when he was [16|point=5840]; most are [younger than 18|high=6570].
    skip: There were 16.
    """
    last = -1  # the place after the age before, so that "aged 7 and 9" are two
    for amount in passage.amounts:
        if _years_old_follow(passage, amount):
            years, value = _in_years(amount), amount.number.value
            yield passage.figure(years, (value, value), value)
            continue
        joined = amount.first - 1 == last and passage.words.is_word(passage.scan.low(last), "and") and _bare(amount)
        if amount.measure.dimension == "count" and (joined or _says_age(passage, amount)):
            last = amount.end
            number, partner = amount.number, amount.partner
            years = _in_years(amount)
            if partner:
                yield passage.figure(years, (number.value, partner.value), None)
            elif amount.manner == "exact":
                yield passage.figure(years, (number.value, number.value), number.value)
            elif _than(passage, amount):
                above = amount.manner in {"more_than", "at_least"}
                bounds = (number.value, None) if above else (None, number.value)
                yield passage.figure(years, bounds, number.value)


def _years_old_follow(passage: Passage, amount: Amount) -> bool:
    """Whether the number shares the unit of an age behind it: "two kids, 11 and 13 years old"."""
    scan, words = passage.scan, passage.words
    if not _bare(amount) or amount.manner != "exact" or not words.is_word(scan.low(amount.end), "and"):
        return False
    behind = [a for a in passage.amounts if a.first == amount.end + 1 and a.measure.unit == "year"]
    return bool(behind) and words.is_word(scan.low(behind[0].end - 1), "old")


def _says_age(passage: Passage, amount: Amount) -> bool:
    """Whether "aged" stands before, "the age of" does, or the number alone is said of a person."""
    scan, words = passage.scan, passage.words
    if _than(passage, amount) or _two_ages(passage, amount):
        return True
    before = amount.first - 1 - words.is_word(scan.low(amount.first - 1), "of")
    if words.is_word(scan.low(before), "aged") or _died_at(passage, amount):
        return amount.end == (amount.partner or amount.number).end
    word = scan.word(amount.number.first)
    if word is None or word.relation not in {"attr", "acomp"} or amount.end != amount.number.end:
        return False
    subjects = [w for w in scan.sentence.words if w.relation == "nsubj" and w.head == word.head]
    return bool(subjects) and words.is_word(subjects[-1].text.lower(), "person_pronoun")


def _died_at(passage: Passage, amount: Amount) -> bool:
    """Whether a person's life ends at the number: "the singer dies at 95"."""
    scan, words, value = passage.scan, passage.words, amount.number.value
    at, after = amount.first - 1, scan.low(amount.end)
    died = words.is_word(scan.low(at), "at_some") and words.is_word(scan.low(at - 1), "dies")
    alone = scan.kind(amount.end) != "word" or words.is_word(after, "not_counted")
    return died and _bare(amount) and alone and after != ":" and value is not None and value <= _OLDEST


def _two_ages(passage: Passage, amount: Amount) -> bool:
    """Whether the number is the first of two ages: "two men, 25 and 30, were hurt"."""
    scan, words = passage.scan, passage.words
    if not _bare(amount) or scan.low(amount.first - 1) != "," or not words.is_word(scan.low(amount.end), "and"):
        return False
    after = scan.low(amount.end + 2)
    told = words.is_word(scan.low(amount.first - 2), "persons") and scan.kind(amount.end + 1) == "digits"
    return told and after in {",", "", ".", ";"}


def _than(passage: Passage, amount: Amount) -> bool:
    """Whether the number stands in "younger than 18" or "21 and older"."""
    scan, words = passage.scan, passage.words
    sides = (scan.low(amount.first), scan.low(amount.end - 1))
    return any(words.is_word(side, "age_than") for side in sides) and amount.measure.dimension == "count"


def anniversary(passage: Passage) -> Iterator[Figure]:
    """The port turns 300: years, without the word.

    find: The port of Teshar turns [300|point=109500; dimension=duration].
    skip: The road turns 300 metres on.
    """
    for amount in passage.stated("exact"):
        if _bare(amount) and passage.words.is_word(passage.scan.low(amount.first - 1), "turns"):
            yield passage.figure(_in_years(amount), (amount.number.value, amount.number.value), amount.number.value)


def _bare(amount: Amount) -> bool:
    return amount.number.form == "digits" and amount.first + 1 == amount.end and amount.measure.dimension == "count"


def _in_years(amount: Amount) -> Amount:
    return amount._replace(measure=Measure("duration", "year", Fraction(_YEAR)))


def _is_age(passage: Passage, amount: Amount) -> bool:
    """Whether a name stands before and a comma or a verb of speech behind; texts may have lost their commas."""
    scan, words, value = passage.scan, passage.words, amount.number.value
    if value is None or not 1 <= value <= _OLDEST:
        return False
    then = words.is_word(scan.low(amount.first - 1), "age_then")  # "Mira Olen, then 52,"
    if then:
        amount = amount._replace(first=amount.first - 1)
    comma = scan.low(amount.first - 1) == ","
    name = scan.word(amount.first - 1 - comma)
    if comma and words.is_word(scan.low(amount.first - 2), "one_person"):
        return scan.low(amount.end) in {",", ")", "", ";", "."} or words.is_word(scan.low(amount.end), "and")
    if name is None or name.pos != "PROPN" or not name.text[0].isupper() or words.is_word(name.text.lower(), "month"):
        return False
    after = scan.low(amount.end)
    if comma and after in {",", ")", "", ";", "."}:
        return (after == "," and not counts_plural(scan, amount.end + 1, words)) or name.entity in {"", "PERSON"}
    if comma:
        return False
    if words.is_word(scan.low(amount.end), "said"):
        return True
    verb = scan.word(amount.end)
    if name.entity != "PERSON" or verb is None or words.is_word(verb.text.lower(), "plural_verb"):
        return False
    return verb.pos in {"VERB", "AUX"} and verb.tag in {"VBD", "VBZ", "VBP", "MD"}


RULES = (most_of, nearly_all, similar_number, age_after_name, aged, anniversary)
