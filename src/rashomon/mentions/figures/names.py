"""Numbers that are names, places in a row or turns of phrase: "911 callers", "1 of 59", "half-truths", "one day".

Deciders: each is asked about one number, and the first that says yes refuses it.
"""

from __future__ import annotations

from decimal import Decimal

from rashomon.mentions.figures.dated import counts_nothing, counts_plural
from rashomon.mentions.figures.numbers import Number
from rashomon.mentions.figures.tokens import Scan, phrase_at, phrase_before
from rashomon.mentions.figures.vocabulary import Vocabulary

_MARKED = {"\u00ae", "\u2122", "\ufffd"}  # what stands between a name under protection and its number
_HALF = Decimal("0.5")
_WIDE = 5  # tokens before a number in which the article of its name stands
_LETTERS = 5  # the most that a standard is called by
_AREA = 3  # digits of an area code
_TOLD = 6  # tokens behind "no one" in which it is told what did not happen to them
_SHIRT = 99  # the highest number on a player's shirt
_HEADLINE = 0.6  # of the words; a line with more capitals is set like a title


def half_of_a_word(scan: Scan, number: Number, _end: int, words: Vocabulary) -> bool:
    """As in "half-truths", "cut in half", "a week and a half": no share of anything."""
    if number.form != "fraction" or number.value != _HALF:
        return False
    first, end = number.first, number.end
    if scan.tied(end):
        return not (phrase_at(scan.tokens, end + 1, words.unit) or scan.low(end + 1) in words.multiplier)
    if words.is_word(scan.low(first - 1), "and") and end == first + 2:
        return phrase_before(scan.tokens, first - 1, words.unit_last) is not None
    return words.is_word(scan.low(first - 1), "in_half") and counts_nothing(scan, end, words)


def nobody(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "nobody wants that": nothing is counted; but "no one was hurt" is a zero."""
    if number.form != "phrase" or number.value != 0:
        return False
    return not any(words.is_word(scan.low(at), "zero_told") for at in range(end, end + _TOLD))


def emergency_call(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "called 911", "911 callers"."""
    if number.form != "digits" or not words.is_word(scan.low(number.first), "emergency") or end != number.end:
        return False
    before, after = scan.low(number.first - 1), scan.low(end)
    return words.is_word(before, "emergency_before") or words.is_word(after, "emergency_noun")


def place_in_a_row(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "Photo 1 of 59": a capital before both numbers, and nothing counted behind them."""
    first, last = number.first, number.end
    if number.form != "digits" or end != number.end:
        return False
    if words.is_word(scan.low(first - 1), "of") and scan.kind(first - 2) == "digits":
        first -= 2
    elif words.is_word(scan.low(last), "of") and scan.kind(last + 1) == "digits":
        last += 2
    else:
        return False
    if scan.kind(first - 1) != "word" or not scan.tokens[first - 1].text[0].isupper():
        return False
    return scan.kind(last) != "word" or (scan.tokens[last].text[0].isupper() and not counts_plural(scan, last, words))


def or_two(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "a minute or two": a small number of the noun before."""
    if number.form != "words" or end != number.end or not words.is_word(scan.low(number.first - 1), "or"):
        return False
    low = scan.low(number.first - 3)
    named = phrase_before(scan.tokens, number.first - 1, words.unit_last) is not None  # "over the next day or two"
    return named or words.is_word(low, "article") or words.cardinal.get(low) == 1


def some_day(scan: Scan, number: Number, _end: int, words: Vocabulary) -> bool:
    """As in "they could one day leave", "at one point": a time that is not told."""
    if number.form != "words" or number.value != 1 or not words.is_word(scan.low(number.end), "some_day"):
        return False
    before, after = scan.word(number.first - 1), scan.word(number.end + 1)
    if words.is_word(scan.low(number.first - 1), "at_some"):
        return True
    modal = before is not None and before.tag in {"MD", "TO"}
    opening = number.first == 0 and scan.low(number.end + 1) == ","
    return modal or opening or (after is not None and after.tag == "VB")


def named_number(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "the Harbour Four met": a number in words with a capital, behind a name, in running text."""
    if number.form != "words" or number.end != number.first + 1 or end != number.end or number.first == 0:
        return False
    token, name = scan.tokens[number.first], scan.word(number.first - 1)
    if not token.text[0].isupper() or name is None or name.pos != "PROPN" or counts_plural(scan, end, words):
        return False
    letters = [one for one in scan.tokens if one.kind == "word"]
    return sum(one.text[0].isupper() for one in letters) <= _HEADLINE * len(letters)


def type_number(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "an AK 47 rifle", "six AK - 47s", "they flew a 737 home": the number of a type, not of things."""
    if number.form != "digits" or number.end != number.first + 1 or end != number.end:
        return False
    before = number.first - 1 - (scan.low(number.first - 1) == "-")
    if words.is_word(scan.low(before), "weapon") and scan.tokens[before].text[0].isupper():
        return True
    alone = counts_nothing(scan, end, words) and scan.low(end) not in {"-", "/"}
    return words.is_word(scan.low(number.first - 1), "article") and alone


def standard(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "a USB 3 port", "an HDMI 2 plug": digits behind letters that stand for a standard, in running text."""
    if number.form != "digits" or end != number.end or number.first == 0 or scan.glued(number.first):
        return False
    spaced = scan.low(number.first - 1) == "-" and not scan.glued(number.first - 1)  # "SAT - 3"
    name = scan.tokens[number.first - 1 - (spaced and number.first > 1)]
    if name.kind != "word" or not name.text.isupper() or len(name.text) <= 1 or len(name.text) > _LETTERS:
        return False
    loud = [token for token in scan.tokens if token.kind == "word"]
    if sum(token.text.isupper() for token in loud) > len(loud) / 2 or words.is_word(scan.low(end), "participle"):
        return False
    word = scan.word(number.first - 1)
    listed = words.is_word(scan.low(end), "year_noun") or counts_plural(scan, end, words)
    return not listed and (word is None or word.entity not in {"GPE", "LOC"})


def behind_mark(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "the HarkBoat® 10 platform": digits behind a name under protection."""
    at = number.first - 2
    if number.form != "digits" or end != number.end or scan.low(at + 1) not in _MARKED or scan.kind(at) != "word":
        return False
    return scan.tokens[at].text[0].isupper() and not counts_plural(scan, end, words)


def model(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "a Heron 12 flew", "the Marrow 2 mission", "I Would 4 U": digits that belong to the name before them."""
    name, at = scan.word(number.first - 1), number.first - 2
    if number.form == "digits" and _between_capitals(scan, number.first - 1, end):
        return True
    if number.form != "digits" or end != number.end or name is None or name.pos != "PROPN":
        return False
    if words.is_any(name.text.lower(), "weekday", "month"):
        return False
    if not name.text[0].isupper() or words.is_word(scan.low(end), "year_noun"):
        return False
    if number.value != 1 and _names_kind(scan, end, words):
        return True
    while at > number.first - _WIDE and _qualifies(scan, at, words):
        at -= 1
    if at <= 1 and counts_plural(scan, end, words):
        return False  # "In the West Quarter 12 residents died"
    return words.is_any(scan.low(at), "article", "definite")


def _names_kind(scan: Scan, at: int, words: Vocabulary) -> bool:
    """Whether one thing follows, which no number but one can count: "its Heron 9 rocket or", not "Teshar 9 police"."""
    word, after = scan.word(at), scan.word(at + 1)
    if word is None or word.tag != "NN" or not word.text.islower() or words.is_word(scan.low(at), "same_in_plural"):
        return False
    other = words.is_word(scan.low(at), "not_counted") or phrase_at(scan.tokens, at, words.unit)
    return not other and (after is None or after.tag not in {"NN", "NNS"}) and scan.low(at + 1) != "-"


def _qualifies(scan: Scan, at: int, words: Vocabulary) -> bool:
    """Whether a word may stand between an article and a name: "the new Marrow 2", "a two part Heron 12"."""
    word = scan.word(at)
    small = words.is_any(scan.low(at), "definite", "article")
    return word is not None and not small and word.pos in {"ADJ", "NOUN", "PROPN", "NUM"}


def _between_capitals(scan: Scan, before: int, after: int) -> bool:
    """A word with a capital before, one capital letter behind."""
    if scan.kind(before) != "word" or scan.kind(after) != "word" or len(scan.tokens[after].text) != 1:
        return False
    return scan.tokens[before].text[0].isupper() and scan.tokens[after].text.isupper() and not scan.glued(after)


def shirt_number(scan: Scan, number: Number, end: int, _words: Vocabulary) -> bool:
    """As in "Nila Orm (5) left the field": digits alone in brackets behind a person."""
    if number.form != "digits" or end != number.end or scan.low(number.first - 1) != "(" or scan.low(end) != ")":
        return False
    name = [scan.word(number.first - back) for back in (2, 3)]
    if not all(word is not None and word.entity == "PERSON" for word in name) or (number.value or 0) > _SHIRT:
        return False
    listed = [at for at, token in enumerate(scan.tokens) if token.low == "(" and scan.kind(at + 1) == "digits"]
    return len(listed) == 1  # "Marrow (12) and Teshar (9)" are a count by places


def rank(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "slipped into the bottom three", "a top-10 finish": places in a table, with nothing that is counted."""
    if number.form not in {"digits", "words"} or end != number.end:
        return False
    at = number.first - 1 - (scan.low(number.first - 1) == "-")
    if not words.is_word(scan.low(at), "rank_before") or not words.is_word(scan.low(at - 1), "rank_article"):
        return False
    return counts_nothing(scan, end, words)


def height(scan: Scan, number: Number, _end: int, _words: Vocabulary) -> bool:
    """As in "5'2''": feet and inches in signs."""
    for mark in (number.first - 1, number.end):
        if scan.low(mark) == "'" and scan.glued(mark) and scan.glued(mark + 1) and scan.kind(mark + 1) == "digits":
            return number.form == "digits"
    return False


def telephone(scan: Scan, number: Number, _end: int, _words: Vocabulary) -> bool:
    """As in "(317) 327.3475", "222-TIPS (8477)", "274627 (CRIMES)": behind an area code, or spelled by keys."""
    at = number.first
    size = len(scan.tokens[at].text)
    if number.form != "digits" or size < _AREA:
        return False
    before, after = scan.low(at - 1), scan.low(at + 1)
    if before == ")" and scan.kind(at - 2) == "digits" and scan.low(at - 3) == "(":
        return len(scan.tokens[at - 2].text) == _AREA
    tail = at + 2
    while size == _AREA and scan.low(tail - 1) == "-" and scan.kind(tail) == "digits" and len(scan.low(tail)) == _AREA:
        tail += 2  # "404-555-TIPS"
    if scan.tied(tail - 1) and len(scan.low(tail)) == _AREA + 1:
        return scan.tokens[tail].text.isupper()
    keys = at - 2 if before == "(" and after == ")" else at + 2 if after == "(" and scan.low(at + 3) == ")" else -1
    return keys >= 0 and size > _AREA and len(scan.tokens[keys].text) == size and scan.tokens[keys].text.isupper()


REFUSALS = (
    telephone,
    half_of_a_word,
    nobody,
    emergency_call,
    place_in_a_row,
    or_two,
    some_day,
    named_number,
    type_number,
    standard,
    behind_mark,
    model,
    shirt_number,
    rank,
    height,
)
