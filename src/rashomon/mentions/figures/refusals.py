"""What holds a number and is no figure: dates, clock times, years, ordinals, names, scores, addresses.

Deciders: each is asked about one number, and the first that says yes refuses it.
"""

from __future__ import annotations

from decimal import Decimal

from rashomon.mentions.figures import names, newsrooms, scores
from rashomon.mentions.figures.dated import clock, counts_nothing, counts_plural, ordinal, part_of_date, year
from rashomon.mentions.figures.measures import magnitude_sign, sign_before
from rashomon.mentions.figures.numbers import Number
from rashomon.mentions.figures.tokens import Scan, phrase_at, phrase_before
from rashomon.mentions.figures.vocabulary import Vocabulary

_ROW = 3  # groups of digits, one after another, that only a telephone number has
_SERIAL = 12  # digits in one row, without commas, of which the last are no noughts
_LOCAL = (3, 4)  # digits of a local telephone number: "555-0123"
_OLDEST = 115  # years
_DASH = "\u2014"
_MARKS = {"/", ".", ":", "-", "_", "@", "#", "\\", "="}


def is_no_figure(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """Whether the number, whose whole figure ends at `end`, is part of something else."""
    if magnitude_sign(scan, number, words):
        return False
    return any(refusal(scan, number, end, words) for refusal in REFUSALS)


def part_of_word(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """Part of a name, a code or an address: "Su-24", "A42", "COVID-19", "5G", "10.0.0.1", "a_1", "#5"."""
    first, low = number.first, scan.low(number.first - 1)
    signed = sign_before(scan, number, words)
    hyphened = low == "-" and (
        phrase_before(scan.tokens, first, words.before) or words.is_word(scan.low(first - 2), "minus")
    )
    if hyphened or (signed and scan.kind(signed[0] - 1) != "digits") or _is_dash(scan, first - 1):
        return False
    if scan.glued(first) and scan.kind(first - 1) == "word" and not signed:
        return True
    if low in _MARKS and scan.glued(first):
        if low == "-" and scan.glued(first - 1):
            return scan.kind(first - 2) in {"word", "digits"} or scan.low(first - 2) in _MARKS
        if low in {"#", "@", "_", "\\", "="} or (scan.glued(first - 1) and scan.kind(first - 2) in {"word", "digits"}):
            return True
    return number.form == "digits" and end == number.end and scan.glued(end) and _code_goes_on(scan, end, words)


def _is_dash(scan: Scan, at: int) -> bool:
    """Whether a long dash, which the view of the text shows as a hyphen, parts two phrases: "TESHAR—Six men"."""
    return scan.low(at) == "-" and scan.sentence.span.text[scan.tokens[at].start] == _DASH


def _code_goes_on(scan: Scan, end: int, words: Vocabulary) -> bool:
    low = scan.low(end)
    if scan.kind(end) == "word":
        return True
    if low in {"/", ":", "_", "\\", "@"}:
        return scan.glued(end + 1) and scan.kind(end + 1) in {"digits", "word"}
    if low in {".", "-"} and scan.glued(end + 1) and scan.kind(end + 1) == "digits":
        return True
    if low == "-" and scan.glued(end + 1) and len(scan.tokens[end + 1].text) == 1 and scan.kind(end + 1) == "word":
        return scan.tokens[end + 1].text.isupper() and scan.low(end + 2) != "-"  # "unit 2-E"
    return low == "," and scan.glued(end + 1) and scan.kind(end + 1) == "digits"


def designation(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "Route 66", "Boeing 737", "No. 10"."""
    at = number.first - 1 - (scan.low(number.first - 1) == "." and scan.glued(number.first - 1))
    if end == number.end and _one_of_several(scan, at, words):
        return not counts_plural(scan, end, words)
    if end != number.end or at < 0 or not words.is_word(scan.low(at), "designator"):
        return False
    if scan.tokens[at].text.islower() and not words.is_word(scan.low(at), "index"):
        return False
    if number.form == "words" and scan.tokens[number.first].text[0].isupper():
        return True  # "Formula One drivers"
    if counts_nothing(scan, end, words) or scan.tokens[end].text[:1].isupper():
        return True
    return not counts_plural(scan, end, words)


def _one_of_several(scan: Scan, at: int, words: Vocabulary) -> bool:
    """Whether the number at hand is one of those that tell things of one kind apart: "Gates 1 and |2"."""
    joined = words.is_any(scan.low(at), "and", "or")
    at -= 2 * (joined and scan.kind(at - 1) == "digits")
    return words.is_word(scan.low(at), "designators") and scan.tokens[at].text[0].isupper()


def named_after(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "the Falcon 9 rocket": the parse hangs the digits on the name right before them."""
    word, name = scan.word(number.first), scan.word(number.first - 1)
    if number.form != "digits" or end != number.end or word is None or name is None or not name.text[0].isupper():
        return False
    if words.is_word(scan.low(end), "said") or _is_lone_age(scan, number, words):
        return False
    hung = scan.sentence.words[word.head]
    after = scan.word(end)
    return hung is name and name.pos == "PROPN" and word.relation == "nummod" and (after is None or after.tag != "NNS")


def _is_lone_age(scan: Scan, number: Number, words: Vocabulary) -> bool:
    """Whether the digits between a person and a verb are an age whose commas were lost: "Nila Orm 44 has left"."""
    name, verb = scan.word(number.first - 1), scan.word(number.end)
    if name is None or verb is None or name.entity != "PERSON" or words.is_word(scan.low(number.end), "plural_verb"):
        return False
    return verb.tag in {"VBZ", "VBD"} and number.value is not None and 10 <= number.value <= _OLDEST


def street_address(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "12 Mill Road", "12 S.E. 17th St": digits, capitalised words or initials, and the word for a street."""
    at = end
    if scan.low(number.end) == "-" and scan.kind(number.end + 1) == "word":
        return False  # "the 57-year-old Dr. Orm"
    while number.form == "digits" and at < min(end + 7, len(scan.tokens)):
        token = scan.tokens[at]
        if token.text[0].isupper() and words.is_word(token.low, "street"):
            return True
        initial = token.low == "." and len(scan.tokens[at - 1].text) == 1
        nth = token.kind == "digits" or (at > end and words.is_word(token.low, "ordinal"))
        if not (token.text[0].isupper() or initial or nth):
            return False
        at += 1
    return False


def pronoun(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "one of them", "no one", "one another"; but not "one rocket"."""
    if number.form != "words" or number.value != 1 or number.end != number.first + 1 or end != number.end:
        return False
    if words.is_word(scan.low(number.first), "article"):
        return False
    word = scan.word(number.first)
    if words.is_word(scan.low(number.first - 1), "before_one") and not _is_clause(scan, number):
        return True
    if _is_toll(scan, number, end, words):
        return False
    if _stands_for(scan, number, end, words):
        return True
    if scan.kind(end) != "word" or words.is_word(scan.low(end), "pronoun_one"):
        return True
    if words.is_word(scan.low(end), "not_counted") and not words.is_word(scan.low(end), "after_one"):
        return True
    return word is not None and word.relation not in {"nummod", "quantmod", "compound"} and word.tag != "CD"


def _stands_for(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """Whether "one" stands for what was named before, or for anyone: "it is one nobody saw", "it makes one think"."""
    after = scan.word(end)
    if after is None:
        return False
    acts = number.first == 0 and after.tag == "VBD" and not words.is_word(scan.low(end), "after_one")
    return acts or after.tag == "VB" or after.pos == "PRON" or _is_told_apart(scan, number.first, end)


def _is_told_apart(scan: Scan, first: int, end: int) -> bool:
    """Whether "one" picks from those before the comma: "two other houses, one used by clerks, burned"."""
    done, by = scan.word(end), scan.word(end + 1)
    if scan.low(first - 1) != "," or done is None or by is None:
        return False
    return done.tag in {"VBN", "VBD", "VBG"} and by.pos == "ADP"


def _is_toll(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """Whether "one" is a victim's number: "a raid killed one", "one was killed"."""
    if words.is_word(scan.low(number.first - 1), "takes_one"):
        follows = words.is_word(scan.low(end), "not_counted") and not words.is_word(scan.low(end), "of")
        return follows or scan.kind(end) != "word"
    return words.is_word(scan.low(end), "be") and words.is_word(scan.low(end + 1), "participle")


def fixed_name(scan: Scan, number: Number, _end: int, words: Vocabulary) -> bool:
    """As in "a two-state plan", "one-sided"."""
    if words.is_word(scan.low(number.end + (scan.low(number.end) == "-")), "name_noun"):
        return number.form == "digits"
    return scan.low(number.end) == "-" and words.is_word(f"-{scan.low(number.end + 1)}", "name_after")


def half_of_a_game(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "the first half", "half-time", "a third man"."""
    if number.form != "fraction" or number.value is None:
        return False
    if words.is_word(scan.low(number.first - 1), "first_part") and not _is_clause(scan, number):
        return True
    if words.is_word(scan.low(number.first), "article") and _names_grade(scan, number.end, words):
        return True
    after = number.end + (scan.low(number.end) == "-")
    if number.value == Decimal("0.5") and number.end == number.first + 1:
        return words.is_word(scan.low(after), "after_half")
    if words.is_word(scan.low(number.first), "article") and scan.kind(number.end) == "word":
        return end == number.end and not words.is_word(scan.low(number.end), "not_counted")
    return False


def _is_clause(scan: Scan, number: Number) -> bool:
    """Whether "that" opens what is said: "he said that two thirds of it burned"."""
    word = scan.word(number.first - 1)
    return word is not None and word.relation == "mark"


def _names_grade(scan: Scan, at: int, words: Vocabulary) -> bool:
    """Whether a hyphen ties the part to a word that is no measure: "an eighth-grader", not "a quarter-mile"."""
    if not scan.tied(at) or scan.kind(at + 1) != "word":
        return False
    tables = (words.unit, words.money, words.percent)
    return (
        not any(phrase_at(scan.tokens, at + 1, table) for table in tables) and scan.low(at + 1) not in words.multiplier
    )


def goes_with_nothing(scan: Scan, number: Number, _end: int, words: Vocabulary) -> bool:
    """As in "few believed it", "the couple married", "he scores", "the number": a vague word that counts nothing."""
    if number.form != "vague" or number.end - number.first > 2:
        return False
    low, before, after = scan.low(number.first), scan.low(number.first - 1), scan.low(number.end)
    if words.is_word(low, "only_with_of"):
        return not words.is_word(after, "of")
    if words.is_word(low, "also_verb"):
        return not (words.is_word(before, "scores_before") or words.is_word(after, "scores_after"))
    return words.is_word(scan.low(number.end - 1), "needs_of") and not words.is_word(after, "of")


def vague_alone(scan: Scan, number: Number, _end: int, words: Vocabulary) -> bool:
    """As in "few" without "a" before it denies more than it counts; "a couple" without "of" is two people."""
    if number.form != "vague" or number.end != number.first + 1:
        return False
    return words.is_word(scan.low(number.first), "few") and not words.is_word(scan.low(number.first - 1), "few_before")


def list_mark(scan: Scan, number: Number, end: int, _words: Vocabulary) -> bool:
    """As in "1. The first point", "(2) the second": at the head of a sentence."""
    if number.form != "digits" or end != number.end or number.first > 1 or number.value is None or number.value > 99:
        return False
    marked = scan.low(end) in {".", ")"} and scan.glued(end)
    return marked and (scan.kind(end + 1) == "word" or (number.first == 0 and end + 1 == len(scan.tokens)))


def row_of_digits(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "+44 20 7946 0958", "007": a telephone or a serial number."""
    if number.form != "digits":
        return False
    text, first, last = scan.tokens[number.first].text, number.first, number.first
    if scan.low(first - 1) == "+" or _is_serial(scan, number, end):
        return True
    if scan.low(last + 1) == "-" and scan.kind(last + 2) == "digits" and number.end == last + 1:
        sizes = (len(text), len(scan.tokens[last + 2].text))
        if (
            sizes == _LOCAL
            and scan.glued(last + 1)
            and scan.glued(last + 2)
            and not counts_plural(scan, last + 3, words)
        ):
            return True
    if scan.low(first - 1) == "(" and scan.low(last + 1) == ")" and len(text) == _LOCAL[0]:
        return scan.kind(last + 2 + (scan.low(last + 2) == "-")) == "digits"
    while scan.kind(first - 1) == "digits" and number.first - first < _ROW:
        first -= 1
    while scan.kind(last + 1) == "digits" and last - number.first < _ROW:
        last += 1
    if last > first and scan.tokens[first].text[0] == "0" and len(scan.tokens[first].text) >= _LOCAL[0]:
        return True
    return last - first + 1 >= _ROW and number.end == number.first + 1


def _is_serial(scan: Scan, number: Number, end: int) -> bool:
    """Whether the digits open with a nought or go on too long: "007", "02070000000", "746104714429"."""
    text, first = scan.tokens[number.first].text, number.first
    pointed = scan.low(first + 1) == "." and scan.glued(first + 2) and scan.kind(first + 2) == "digits"
    if len(text) > 1 and text[0] == "0" and text.strip("0") != "" and not pointed:
        return True
    return len(text) >= _SERIAL and not text.endswith("000") and end == first + 1


def counter(scan: Scan, number: Number, _end: int, words: Vocabulary) -> bool:
    """As in "page 3 of 5", "chapter 4", "number two"; "3) the third"."""
    if number.form == "words" and words.is_word(scan.low(number.first - 1), "number_word"):
        return counts_nothing(scan, number.end, words)
    if number.form == "words" and words.is_word(scan.low(number.first - 1), "numbered"):
        return words.is_word(scan.low(number.end), "of")  # "on page twenty of the book"
    if number.form != "digits":
        return False
    at = number.first - 1
    if words.is_word(scan.low(at), "of") and scan.kind(at - 1) == "digits":
        at -= 2
    if words.is_any(scan.low(at), "to", "and", "or") and scan.kind(at - 1) == "digits":
        at -= 2  # "pages 3 through 7"
    if words.is_word(scan.low(at), "numbered"):
        return not counts_plural(scan, number.end, words)
    if words.is_word(scan.low(number.end), "dimension_sign") or words.is_word(scan.low(at), "dimension_sign"):
        return "digits" in {scan.kind(number.end + 1), scan.kind(at - 1)}
    return (
        scan.low(number.end) == ")"
        and scan.kind(number.first - 1) == "mark"
        and scan.low(number.first - 1) in {";", "."}
    )


REFUSALS = (
    part_of_word,
    ordinal,
    part_of_date,
    year,
    clock,
    designation,
    named_after,
    street_address,
    *scores.REFUSALS,
    pronoun,
    fixed_name,
    half_of_a_game,
    goes_with_nothing,
    vague_alone,
    list_mark,
    row_of_digits,
    counter,
    *names.REFUSALS,
    *newsrooms.REFUSALS,
)
