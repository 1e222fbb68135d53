"""Numbers in the names of newsrooms, programmes and users: "12 News", "Action News 5", "the news at 6".

Deciders: each is asked about one number, and the first that says yes refuses it.
"""

from __future__ import annotations

from rashomon.mentions.figures.dated import counts_plural
from rashomon.mentions.figures.numbers import Number
from rashomon.mentions.figures.tokens import Scan, phrase_at
from rashomon.mentions.figures.vocabulary import Vocabulary

_NEWSROOM = 4  # words behind a number in which its newsroom is named
_HOURS = 12  # on a clock


def title_with_number(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "10 On Your Side has learned": digits before small words in capitals; not "12 Killed In Teshar"."""
    if number.form != "digits" or end != number.end or end + 1 >= len(scan.tokens):
        return False
    small, after = scan.tokens[end], scan.tokens[end + 1]
    if words.is_word(small.low, "participle") or not words.is_word(small.low, "not_counted"):
        return False
    if small.text.isupper() and len(small.text) > 1:
        return False
    return small.text[:1].isupper() and after.text[0].isupper() and not after.text.isupper()


def station(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "7 Eyewitness News", "told 12 News": digits that open the name of a newsroom."""
    if (number.form != "digits" and not scan.tokens[number.first].text.isupper()) or end != number.end:
        return False
    last = max((at for at in range(end, end + _NEWSROOM) if words.is_word(scan.low(at), "newsroom")), default=None)
    if last is None or not all(scan.tokens[at].text[0].isupper() for at in range(end, last + 1)):
        return False
    return not counts_plural(scan, last + 1, words)


def behind_newsroom(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "WXYZ Action News 5", "tonight on the News at 11": digits that close the name of a newsroom."""
    if number.form != "digits" or end != number.end or number.end != number.first + 1:
        return False
    at = number.first - 1
    hour = words.is_word(scan.low(at), "at_some") and (number.value or _HOURS + 1) <= _HOURS
    back = range(at - _NEWSROOM + 1, at) if hour else (at,)
    named = [place for place in back if words.is_word(scan.low(place), "newsroom") and place > 0]
    if not named or not all(scan.tokens[place].text[0].isupper() for place in (named[-1], named[-1] - 1)):
        return False
    channel = scan.kind(named[-1] - 2) == "word" and scan.tokens[named[-1] - 2].text.isupper()
    return channel or not counts_plural(scan, end, words)


def user_name(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "a user called 80 Orm wrote", "the band called 12 Marrow Lanes": a name that opens with digits."""
    if number.form != "digits" or end != number.end or not words.is_word(scan.low(number.first - 1), "called"):
        return False
    return scan.kind(end) == "word" and scan.tokens[end].text[0].isupper() and not counts_plural(scan, end, words)


def turn_of_phrase(scan: Scan, number: Number, _end: int, words: Vocabulary) -> bool:
    """As in "put two and two together", "one by one": words that count nothing."""
    if number.form == "phrase" and number.value == 1:  # "a single mother", "a single-engine boat"
        return scan.low(number.end) == "-" or words.is_word(scan.low(number.end), "unmarried")
    for at in range(max(0, number.first - 2), number.first + 1):
        found = phrase_at(scan.tokens, at, words.idiom)
        if found and found[0] >= number.end:
            return True
    return False


REFUSALS = (title_with_number, station, behind_newsroom, user_name, turn_of_phrase)
