"""Numbers of games and records, which count nothing that is told: "2-1", "51 - 50", "(15 - 17)", "0-13".

Deciders: each is asked about one number, and the first that says yes refuses it.
"""

from __future__ import annotations

from rashomon.mentions.figures.dated import counts_plural
from rashomon.mentions.figures.numbers import Number
from rashomon.mentions.figures.tokens import Scan, phrase_at
from rashomon.mentions.figures.vocabulary import Vocabulary


def score(scan: Scan, number: Number, end: int, _words: Vocabulary) -> bool:
    """As in "2-1", "9/11", "555-0123": numbers on both sides of a mark that are no range."""
    if number.form != "digits":
        return False
    marks = {"-", "/", "."}
    left = scan.low(number.first - 1) in marks and scan.kind(number.first - 2) == "digits" and scan.glued(number.first)
    right = scan.low(number.end) in marks and scan.kind(number.end + 1) == "digits" and scan.glued(number.end + 1)
    if "/" in {scan.low(number.first - 1), scan.low(number.end)} and _is_apart(scan, number):
        return True
    tight_left = left and scan.glued(number.first - 1)
    tight_right = right and scan.glued(number.end) and end == number.end
    return bool(tight_left or tight_right) or _is_spaced_score(scan, number, end)


def _is_spaced_score(scan: Scan, number: Number, end: int) -> bool:
    """Whether a hyphen with spaces stands between two bare numbers, as tokenisers leave a score: "51 - 50"."""
    if _is_record(scan, number, end):
        return True
    if number.end != number.first + 1 or end != number.end:
        return False
    if scan.parted(end) and scan.kind(end + 1) == "digits":
        return not _counts_any(scan, end + 2)
    at = number.first - 1
    return scan.parted(at) and scan.kind(at - 1) == "digits" and not _counts_any(scan, end)


def _is_record(scan: Scan, number: Number, end: int) -> bool:
    """Whether a bracket behind a name holds two numbers alone, as tokenisers leave a season's record: "(15 - 17)"."""
    at = number.first - 2
    alone = scan.low(at + 1) == "(" and scan.low(end) == ")" and end == number.first + 3
    named = alone and scan.kind(at) == "word" and scan.tokens[at].text[0].isupper()
    return named and scan.parted(number.first + 1)


def _counts_any(scan: Scan, at: int) -> bool:
    """Whether a word that a number may count stands there, or a mark that belongs to it."""
    word = scan.word(at)
    plural = word is not None and word.tag in {"NNS", "NNPS", "JJ", "CD"}
    return plural or (scan.kind(at) == "mark" and scan.low(at) not in {".", ",", ")", ";"})


def _is_apart(scan: Scan, number: Number) -> bool:
    """Whether a stroke with spaces around it stands between two numbers: "9 / 11", as tokenisers leave it."""
    return any(
        scan.low(at) == "/" and not scan.glued(at) and scan.kind(at - 1) == scan.kind(at + 1) == "digits"
        for at in (number.first - 1, number.end)
    )


def record_of_games(scan: Scan, number: Number, _end: int, words: Vocabulary) -> bool:
    """As in "dropped to 0-13": a bare range from nothing."""
    zero = number.form == "digits" and scan.tokens[number.first].text == "0" and number.end == number.first + 1
    if not zero or scan.low(number.end) != "-" or scan.kind(number.end + 1) != "digits":
        return False
    after = number.end + 2 + (scan.low(number.end + 2) == "-")
    unit = phrase_at(scan.tokens, after, words.unit) or phrase_at(scan.tokens, after, words.short, cased=True)
    return not (unit or phrase_at(scan.tokens, after, words.percent) or counts_plural(scan, after, words))


REFUSALS = (score, record_of_games)
