"""Numbers that name a day, a year, an hour or a place in a row, and are no figures."""

from __future__ import annotations

from rashomon.mentions.figures.numbers import Number
from rashomon.mentions.figures.tokens import Scan, phrase_at, phrase_before
from rashomon.mentions.figures.vocabulary import Vocabulary

_MIDNIGHT = "2400"  # the last time of a day
_LAST, _DAYS, _WIDTH, _YEAR = 31, 4, 2, 4  # the last day of a month; days in one list; digits of a day, of a year


def is_day_or_year(scan: Scan, number: Number, words: Vocabulary) -> bool:
    """Whether the number names a day, a year or an hour, so that no range can start with it."""
    return any(refusal(scan, number, number.end, words) for refusal in (ordinal, part_of_date, year, clock))


def ordinal(scan: Scan, number: Number, _end: int, words: Vocabulary) -> bool:
    """As in "24th", "the 1990s", "in their 20's"."""
    if number.form == "digits" and scan.low(number.end) == "'" and scan.low(number.end + 1) == "s":
        return scan.glued(number.end) and scan.glued(number.end + 1) and (number.value or 1) % 10 == 0
    return (
        number.form == "digits"
        and scan.glued(number.end)
        and (words.is_word(scan.low(number.end), "ordinal") or scan.low(number.end) == "s")
    )


def part_of_date(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "2 July", "July 2", "July 2, 2016"."""
    if number.form not in {"digits", "words"} or end != number.end or number.value is None:
        return False
    first, value = number.first, number.value
    if _is_next_day(scan, number, words) or _is_cut_day(scan, number):
        return True
    before = first - 1 - (scan.low(first - 1) in {",", "."})
    after = end + words.is_word(scan.low(end), "of") + (scan.low(end) == "-")
    month_after = words.is_word(scan.low(after), "month") and scan.tokens[after].text[0].isupper()
    month_before = words.is_word(scan.low(before), "month") and scan.tokens[before].text[0].isupper()
    if month_after and 1 <= value <= 31:
        return True
    if month_before and scan.low(first - 1) == "," and not _is_year(scan, number):
        month_before = number.form == "digits" and not counts_plural(scan, end, words)  # "in May, three boats"
    if month_before and (1 <= value <= 31 or _is_year(scan, number)):
        return not counts_people(scan, end, words) or _is_year(scan, number)
    if _is_year(scan, number):
        back = before - (scan.low(before) == ",")
        return scan.kind(back) == "digits" and words.is_word(scan.low(back - 1), "month")
    return False


def _is_next_day(scan: Scan, number: Number, words: Vocabulary) -> bool:
    """Whether the number is another day of the month before: "July 4 and 5|", "Feb 8, 9 and 10|"."""
    at = number.first
    if number.form != "digits" or not 1 <= (number.value or 0) <= _LAST or counts_plural(scan, number.end, words):
        return False
    for _ in range(_DAYS):
        joint = at - 1 - (scan.low(at - 2) == ",")
        joined = words.is_any(scan.low(at - 1), "and", "or", "to") or scan.low(at - 1) == ","
        if not joined or scan.kind(joint - 1) != "digits" or len(scan.tokens[joint - 1].text) > _WIDTH:
            return False
        month = joint - 2
        if words.is_word(scan.low(month), "month") and scan.tokens[month].text[0].isupper():
            return number.end == number.first + 1 and counts_nothing(scan, number.end, words)
        at = joint - 1
    return False


def _is_cut_day(scan: Scan, number: Number) -> bool:
    """Whether a sentence that was cut behind the point of its month goes on so: "13, 2016."."""
    year_at = number.end + 1
    if number.form != "digits" or number.first > 0 or scan.low(number.end) != "," or scan.glued(year_at):
        return False
    return 1 <= (number.value or 0) <= _LAST and scan.kind(year_at) == "digits" and len(scan.low(year_at)) == _YEAR


def year(scan: Scan, number: Number, end: int, words: Vocabulary) -> bool:
    """As in "in 1975", "the 2016 vote"; but not "killed 1975 people", whose thousands lost their comma."""
    if not _is_year(scan, number) or number.value is None or end != number.end:
        return False
    dated = words.is_word(scan.low(number.first - 1), "year_cue") and words.is_word(scan.low(end), "participle")
    if (counts_people(scan, end, words) and not dated) or phrase_before(
        scan.tokens, number.first, words.sign, cased=True
    ):
        return False
    if 1900 <= number.value < 2100:
        before = phrase_before(scan.tokens, number.first, words.before)
        cues = (scan.low(number.first - 1), scan.low(before[0] - 1) if before else "")
        return not before or any(words.is_word(cue, "year_cue") for cue in cues)
    return words.is_word(scan.low(number.first - 1), "year_cue") and number.value >= 1500 and scan.kind(end) != "word"


def clock(scan: Scan, number: Number, _end: int, words: Vocabulary) -> bool:
    """As in "10:30", "5 pm", "0600 GMT"."""
    for colon in (number.end, number.first - 1):
        even = scan.glued(colon) == scan.glued(colon + 1)
        if scan.low(colon) == ":" and even and scan.kind(colon - 1) == scan.kind(colon + 1) == "digits":
            return True
    return phrase_at(scan.tokens, number.end, words.clock) is not None or _is_watch(scan, number, words)


def _is_watch(scan: Scan, number: Number, words: Vocabulary) -> bool:
    """Whether four digits and "hours" tell the time: "at 1230 hours", "1100 hrs IST"; not "1200 hours of film"."""
    at, text = number.first, scan.tokens[number.first].text
    if number.form != "digits" or number.end != at + 1 or len(text) != _YEAR or text > _MIDNIGHT or text[2] > "5":
        return False
    if not words.is_word(scan.low(at + 1), "watch"):
        return False
    led = words.is_any(scan.low(at - 1), "at_some", "watch_before", "and", "to")
    zone = scan.kind(at + 2) == "word" and scan.tokens[at + 2].text.isupper()
    return text[0] == "0" or ((led or zone) and not words.is_word(scan.low(at + 2), "of"))


def _is_year(scan: Scan, number: Number) -> bool:
    return (
        number.form == "digits"
        and number.end == number.first + 1
        and len(scan.tokens[number.first].text) == 4
        and number.value is not None
        and 1000 <= number.value < 2200
    )


def counts_nothing(scan: Scan, end: int, words: Vocabulary) -> bool:
    """Whether no word follows that a number could count: a mark, the end, or a small word."""
    return scan.kind(end) != "word" or words.is_word(scan.low(end), "not_counted")


def counts_people(scan: Scan, end: int, words: Vocabulary) -> bool:
    """Whether a word for people follows: four digits before it are a number, not a year."""
    return words.is_word(scan.low(end), "year_noun")


def counts_plural(scan: Scan, end: int, words: Vocabulary) -> bool:
    """Whether a plural noun follows, which the number then counts."""
    word = scan.word(end)
    plural = word.tag == "NNS" if word else scan.low(end).endswith("s")
    return scan.kind(end) == "word" and (plural or counts_people(scan, end, words))
