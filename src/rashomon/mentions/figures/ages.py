"""Ages in years without the word: "Mira, 24,", "under the age of 18", "boys ages 7 and 9", "the port turns 300"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rashomon.mentions.figures.amounts import Amount
from rashomon.mentions.figures.dated import counts_nothing, counts_plural
from rashomon.mentions.figures.measures import Measure
from rashomon.mentions.figures.passages import Bounds, Passage
from rashomon.types import Figure

_YOUNGEST = 10  # years; a smaller number in a list of names may be another thing
_OLDEST = 115  # years; a person who is older is a misreading
_YEAR = 365
_JOINT = 3  # tokens between two ages of one list: ", and", "and the other"
_DIED = 4  # tokens before "at" in which a death is told
_SET = 8  # tokens before an age in which it is said whose age is set
_PLACES = {"GPE", "LOC", "FAC"}


def age_after_name(passage: Passage) -> Iterator[Figure]:
    """Mira Olen, 24, said: a bare number behind a person's name is an age in years.

    find: Mira Olen, [24|point=8760; dimension=duration; unit=year], said a boy, [14|unit=year], was hurt.
    skip: In Teshar, 24 people were hurt.
    """
    bare = [amount for amount in passage.stated("exact") if _bare(amount)]
    ages = [amount for amount in bare if _is_age(passage, amount)]
    for amount in bare:
        if amount in ages or (ages and _is_listed(passage, amount)):
            yield passage.figure(_in_years(amount), (amount.number.value, amount.number.value), amount.number.value)


def _is_listed(passage: Passage, amount: Amount) -> bool:
    """Whether a number stands in a list of names as the ages in it do: "Orm, aka E, 35; Lund, aka The Boat, 28"."""
    scan, value = passage.scan, amount.number.value
    if value is None or not _YOUNGEST <= value <= _OLDEST or scan.low(amount.first - 1) != ",":
        return False
    named = scan.kind(amount.first - 2) == "word" and scan.tokens[amount.first - 2].text[0].isupper()
    month = passage.words.is_word(scan.low(amount.first - 2), "month")
    return named and not month and scan.low(amount.end) in {",", ";", ".", ""}


def aged(passage: Passage) -> Iterator[Figure]:
    """Women aged 25 to 54, at the age of 21, he was 35: years, without the word.

    find: A girl aged [12|point=4380; dimension=duration] was hurt; she met men [over the age of 21|low=7665].
    find: Men [between the ages of 18 and 35|high=12775] came to Teshar; boys ages [7|unit=year] and [9|unit=year] too.
    find: Six men in Teshar, ages ranging [from 17 to 28|high=10220], one age 21 and the other [28|unit=year].
    find: The council of Teshar raised the retirement age for clerks to [65|unit=year].
    find: He joined the guard in Teshar when he was [16|point=5840]; most are [younger than 18|high=6570].
    skip: There were 16.
    """
    last = -1  # the place after the age before, so that "aged 7 and 9" are two
    for amount in passage.amounts:
        value = amount.number.value
        if _years_old_follow(passage, amount):
            yield passage.figure(_in_years(amount), (value, value), value)
            continue
        joined = last >= 0 and _goes_on(passage, amount, last)
        if amount.measure.dimension == "count" and (joined or _says_age(passage, amount)):
            last = amount.end
            yield passage.figure(_in_years(amount), _bounds(amount), None if amount.partner else value)


def _bounds(amount: Amount) -> Bounds:
    """The least and the most that an age can be, by the words before or behind it."""
    value = amount.number.value
    if amount.partner:
        return value, amount.partner.value
    low = value if amount.manner in {"exact", "at_least", "more_than"} else None
    return low, value if amount.manner in {"exact", "at_most", "less_than", "nearly"} else None


def _goes_on(passage: Passage, amount: Amount, last: int) -> bool:
    """Whether a number is the next age of a list: "ages 25, 26 and 33"; not "ages 7 and 9, 12 guests"."""
    scan, words = passage.scan, passage.words
    gap = [scan.low(at) for at in range(last, amount.first)]
    if not _small(amount) or amount.manner != "exact" or not 0 < len(gap) <= _JOINT:
        return False
    joined = all(low == "," or words.is_any(low, "and", "or", "other_one") for low in gap)
    return joined and _stands_alone(passage, amount)


def _stands_alone(passage: Passage, amount: Amount) -> bool:
    """Whether no noun follows that the number could count."""
    word = passage.scan.word(amount.end)
    listed = passage.words.is_word(passage.scan.low(amount.end), "not_counted")
    return listed or word is None or word.pos not in {"NOUN", "PROPN", "ADJ", "NUM"}


def _years_old_follow(passage: Passage, amount: Amount) -> bool:
    """Whether the number shares the unit of an age behind it: "two kids, 11 and 13 years old"."""
    scan, words = passage.scan, passage.words
    joint = words.is_any(scan.low(amount.end), "and", "or")
    if not _small(amount) or amount.manner != "exact" or not joint:
        return False
    behind = [a for a in passage.amounts if a.first == amount.end + 1 and a.measure.unit == "year"]
    return bool(behind) and words.is_word(scan.low(behind[0].end - 1), "old")


def _says_age(passage: Passage, amount: Amount) -> bool:
    """Whether "aged" stands before, "the age of" does, or the number alone is said of a person."""
    scan, words = passage.scan, passage.words
    told = (_than, _two_ages, _says_ages, _of_retirement, _bound_for_persons)
    if any(decides(passage, amount) for decides in told):
        return True
    before = amount.first - 1 - words.is_any(scan.low(amount.first - 1), "of", "ranging")
    if words.is_word(scan.low(before), "aged") or _died_at(passage, amount):
        return amount.end == (amount.partner or amount.number).end
    word = scan.word(amount.number.first)
    if word is None or word.relation not in {"attr", "acomp"} or amount.end != amount.number.end:
        return False
    subjects = [w for w in scan.sentence.words if w.relation == "nsubj" and w.head == word.head]
    if not subjects:
        return False
    value = amount.number.value
    named = subjects[-1].pos == "PROPN" and subjects[-1].entity == "PERSON" and _bare(amount)
    aged_person = named and value is not None and _YOUNGEST <= value <= _OLDEST
    return aged_person or words.is_word(subjects[-1].text.lower(), "person_pronoun")


def _set_off(passage: Passage, amount: Amount) -> bool:
    """Whether commas part the number from a word that the parse does not know as a name: "Orm, 29, was found"."""
    scan, words, value = passage.scan, passage.words, amount.number.value
    at = amount.first - 2
    if scan.low(amount.end) != "," or value is None or value < _YOUNGEST or scan.kind(at) != "word":
        return False
    low, name, verb = scan.low(at), scan.word(at), scan.word(amount.end + 1)
    other = words.is_any(low, "month", "weekday", "not_counted", "designator")
    if other or not scan.tokens[at].text[0].isupper():
        return False
    person = name is None or (name.pos in {"NOUN", "ADJ", "X", "VERB"} and name.entity in {"", "PERSON"})
    return person and verb is not None and verb.tag in {"VBD", "VBZ", "WP", "IN"}


def _says_ages(passage: Passage, amount: Amount) -> bool:
    """Whether the words of the bounds name ages: "under the age of 18", "between the ages of 18 and 35"."""
    inside = range(amount.first, amount.number.first)
    return any(passage.words.is_word(passage.scan.low(at), "aged") for at in inside)


def _of_retirement(passage: Passage, amount: Amount) -> bool:
    """Whether an age is set shortly before: "the retirement age for women to 65", "the legal age is 21"."""
    scan, words, value = passage.scan, passage.words, amount.number.value
    if not _small(amount) or value is None or value > _OLDEST or not _stands_alone(passage, amount):
        return False
    set_to = words.is_any(scan.low(amount.first - 1), "to", "from", "be", "at_some")
    return set_to and any(words.is_word(scan.low(at), "age_noun") for at in range(amount.first - _SET, amount.first))


def _bound_for_persons(passage: Passage, amount: Amount) -> bool:
    """Whether a bound alone says how old persons are: "children under 12", "men over 50,"."""
    scan, words, value = passage.scan, passage.words, amount.number.value
    if amount.manner not in {"less_than", "more_than"} or amount.first + 1 != amount.number.first:
        return False
    alone = _stands_alone(passage, amount)
    of_persons = words.is_word(scan.low(amount.first - 1), "persons")
    one = amount.number.end == amount.end == amount.number.first + 1
    return of_persons and alone and one and value is not None and value <= _OLDEST


def _died_at(passage: Passage, amount: Amount) -> bool:
    """Whether a person's life ends at the number: "the singer dies at 95"."""
    scan, words, value = passage.scan, passage.words, amount.number.value
    at = amount.first - 1
    near = range(max(0, at - _DIED), at)  # "dies in prison at 77"
    died = words.is_word(scan.low(at), "at_some") and any(words.is_word(scan.low(back), "dies") for back in near)
    alone = counts_nothing(scan, amount.end, words) and scan.low(amount.end) != ":"
    return died and _bare(amount) and alone and value is not None and value <= _OLDEST


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


def _small(amount: Amount) -> bool:
    """Whether the amount is a number alone, in digits or in words."""
    written = amount.number.form in {"digits", "words"} and amount.measure.dimension == "count"
    return written and amount.first + 1 == amount.end


def _in_years(amount: Amount) -> Amount:
    return amount._replace(measure=Measure("duration", "year", Fraction(_YEAR)))


def _is_age(passage: Passage, amount: Amount) -> bool:
    """Whether a name stands before and a comma or a verb of speech behind; texts may have lost their commas."""
    scan, words, value = passage.scan, passage.words, amount.number.value
    if value is None or not 1 <= value <= _OLDEST:
        return False
    then = words.is_word(scan.low(amount.first - 1), "age_then")  # "Mira Olen, then 52,"
    at = amount.first - 1 - then
    if scan.low(at) == ",":
        return _behind_comma(passage, amount, at - 1, then=then)
    return not then and _comma_lost(passage, amount)


def _behind_comma(passage: Passage, amount: Amount, at: int, *, then: bool) -> bool:
    """Whether a comma stands between a person, whose last token is at a place, and the number."""
    scan, words, after = passage.scan, passage.words, passage.scan.low(amount.end)
    ended, person = after in {",", ")", "", ";", "."}, words.is_word(scan.low(at), "one_person")
    if person:
        return ended or words.is_word(after, "and")
    point = scan.low(at) == "."  # "Nelo Varr Jr., 23,"
    name = scan.word(at - point)
    if (point or then) and scan.tokens[at - point].text[0].isupper() and not _is_month(passage, at - point):
        return after in {",", "."}
    if _set_off(passage, amount):
        return True
    if not ended or name is None or name.pos != "PROPN" or not name.text[0].isupper() or _is_month(passage, at):
        return False
    if name.entity in _PLACES and words.is_word(scan.low(at - 1), "at_place"):
        return False  # "in Teshar, 12, mostly men,"
    return (after == "," and not counts_plural(scan, amount.end + 1, words)) or name.entity in {"", "PERSON"}


def _is_month(passage: Passage, at: int) -> bool:
    return passage.words.is_word(passage.scan.low(at), "month")


def _comma_lost(passage: Passage, amount: Amount) -> bool:
    """Whether a name stands right before the number and a verb behind: "Mira Olen 24 said so"."""
    scan, words = passage.scan, passage.words
    name, verb = scan.word(amount.first - 1), scan.word(amount.end)
    if name is None or name.pos != "PROPN" or not name.text[0].isupper() or _is_month(passage, amount.first - 1):
        return False
    if words.is_word(scan.low(amount.end), "said"):
        return True
    if name.entity != "PERSON" or verb is None or words.is_word(verb.text.lower(), "plural_verb"):
        return False
    return verb.pos in {"VERB", "AUX"} and verb.tag in {"VBD", "VBZ", "VBP", "MD"}


RULES = (age_after_name, aged, anniversary)
