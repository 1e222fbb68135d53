"""What a figure counts: the noun phrase that its number belongs to, by the parse or by the words around it."""

from __future__ import annotations

from rashomon.mentions.figures.amounts import Amount
from rashomon.mentions.figures.tokens import Scan, phrase_at
from rashomon.mentions.figures.vocabulary import Vocabulary
from rashomon.types import Span

_LONGEST = 7  # words of a counted noun phrase
_JOINED = 4  # words behind "and" in which the noun of both must come
_INSIDE = {"amod", "compound", "nmod", "poss", "npadvmod", "advmod", "punct"}
_OUTSIDE = {"VERB", "AUX", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "PART", "PUNCT"}


def counted_by(scan: Scan, amount: Amount, words: Vocabulary) -> Span | None:
    """The span of the counted noun phrase, or None ("killed 16", lengths, durations)."""
    at = amount.end if amount.noun is None else amount.noun
    if amount.measure.dimension not in {"count", "share"} and not (
        amount.measure.dimension in {"mass", "other"} and words.is_word(scan.low(at), "of")
    ):
        return None
    if scan.parted(at) and scan.kind(at + 1) == "word":
        return _span(scan, at + 1, at + 2) if _is_noun(scan, at + 1, words) else None  # a tokeniser's "five - boat"
    if scan.low(at) == "-":
        return _span(scan, at + 1, at + 2) if scan.kind(at + 1) == "word" and scan.glued(at + 1) else None
    of = words.is_word(scan.low(at), "of")
    while words.is_word(scan.low(at), "skip_counted"):
        at += 1
    if of and is_pronoun(scan, at, words):
        return _complement(scan, at + 1, words)
    before = scan.low(amount.first - 1)
    if words.is_word(scan.low(at), "participle") and words.is_any(before, "definite", "all"):
        return _span(scan, at, at + 1 + _is_noun(scan, at + 1, words))
    start = _after_age(scan, at, words)
    end = _head_end(scan, amount, start, words) or _run_end(scan, start, words, of=of)
    end = _cut(scan, amount, start, _grown(scan, start, end, words), words)
    if start > at:
        return _span(scan, at, end) if end > start else None
    plain = _may_be_counted(scan, amount, end - 1) and not _is_number(scan, at, end, words)
    return _span(scan, at, end) if plain else None


def is_pronoun(scan: Scan, at: int, words: Vocabulary) -> bool:
    """Whether "most of us" goes on so; "most of the US" does not."""
    return words.is_word(scan.low(at), "pronoun_them") and not scan.tokens[at].text.isupper()


def _is_joined(scan: Scan, at: int) -> bool:
    """Whether a hyphen ties a word to the next, or to the one before in the middle: "long|-range", "up-and|-coming"."""
    return scan.tied(at + 1) and scan.kind(at + 2) == "word"


def _is_verb(scan: Scan, at: int, words: Vocabulary) -> bool:
    """Whether a word that the parse takes for a noun is none: "Thousands flee"; "31 dead" are counted."""
    low = scan.low(at)
    return words.is_any(low, "not_counted", "month", "weekday") and not words.is_word(low, "participle")


def _after_age(scan: Scan, at: int, words: Vocabulary) -> int:
    """The place after the age of those who are counted: "two 14-year-old boys"."""
    unit = phrase_at(scan.tokens, at + 2, words.unit) if scan.kind(at) == "digits" and scan.low(at + 1) == "-" else None
    if unit and scan.low(unit[0]) == "-" and words.is_word(scan.low(unit[0] + 1), "old"):
        return unit[0] + 2
    return at


def _is_noun(scan: Scan, at: int, words: Vocabulary) -> bool:
    word = scan.word(at)
    return word is not None and word.tag in {"NN", "NNS"} and not words.is_word(scan.low(at), "not_counted")


def _is_number(scan: Scan, first: int, end: int, words: Vocabulary) -> bool:
    """Whether a phrase is only another number: "three of the |four involved"."""
    return end == first + 1 and (scan.low(first) in words.cardinal or scan.kind(first) == "digits")


def _may_be_counted(scan: Scan, amount: Amount, at: int) -> bool:
    """Whether the last word of a phrase can be a noun: not "2 percent higher", "100 percent sure"."""
    word = scan.word(at)
    if word is not None and word.tag == "JJ" and amount.measure.unit == "percent":
        return False
    return word is None or (word.pos != "ADV" and word.tag not in {"JJR", "RBR"})


def _cut(scan: Scan, amount: Amount, first: int, end: int, words: Vocabulary) -> int:
    """The end of the phrase without what follows: "one raid| overnight", "6 times| earnings", "12 page| book"."""
    if end > first + 1 and words.is_word(scan.low(first), "multiple_noun"):
        return first + 1
    while end > first + 1 and (word := scan.word(end - 1)) and word.pos == "ADV" and scan.kind(end - 2) == "word":
        end -= 1
    if _is_plural(scan, end - 2) and end > first + 1 and phrase_at(scan.tokens, end - 1, words.unit):
        return end - 1  # "several bursts minutes apart"
    if scan.low(end).startswith("'") and scan.kind(end + 1 + (scan.low(end + 1) == "s")) == "digits":
        return first  # "eight of the Hawks' 11 goals"
    if scan.kind(end) == "digits" and (word := scan.word(end - 1)) and word.pos in {"ADJ", "VERB", "ADV"}:
        return first  # "two thirds of the combined 12 million sales": the next number's noun
    plain = amount.measure.dimension == "count" and first == amount.end
    several = plain and amount.number.form in {"digits", "words"} and amount.number.value != 1
    single = several and end > first + 1 and all(_is_single(scan, at, words) for at in range(first, end))
    return first + 1 if single else end


def _is_single(scan: Scan, at: int, words: Vocabulary) -> bool:
    """Whether a word is a plain noun in the singular, which no number but one can count."""
    word, low = scan.word(at), scan.low(at)
    plain = word is not None and word.tag == "NN" and word.pos == "NOUN" and scan.tokens[at].text.islower()
    return plain and not low.endswith("s") and not words.is_word(low, "same_in_plural")


def _grown(scan: Scan, first: int, end: int, words: Vocabulary) -> int:
    """The end of the phrase where the parse stopped inside it: "two non-|fighters", "12 current| and former heads"."""
    if end <= first:
        return end
    end -= scan.low(end - 1) == "-"
    end = _owned(scan, end, words)
    if scan.tied(end) and scan.kind(end + 1) == "word":
        end = end + 2
        return end + 1 if _is_noun(scan, end, words) and not _is_plural(scan, end - 1) else end
    last = scan.word(end - 1)
    if last is None or last.tag in {"NNS", "NNPS"} or not scan.tokens[end - 1].text[0].isalpha():
        return end
    if last.pos == "PROPN" and _is_noun(scan, end, words) and scan.tokens[end].text[0].islower():
        return end + 1
    if not words.is_any(scan.low(end), "and", "or") or not _is_part(scan, end - 1):
        return end
    for at in range(end + 1, end + 1 + _JOINED):
        word = scan.word(at)
        if word is None or words.is_word(scan.low(at), "not_counted"):
            break
        if word.tag == "NNS":
            return at + 1 if at > end + 1 else end
        if word.pos not in {"ADJ", "NOUN", "PROPN", "ADV"}:
            break
    return end


def _owned(scan: Scan, end: int, words: Vocabulary) -> int:
    """The end of the phrase behind an owner: "two master's| degrees"."""
    if not scan.low(end - 1).endswith("'s") or not _is_noun(scan, end, words):
        return end
    owned = end + 1 + _is_noun(scan, end + 1, words)
    return owned if _is_plural(scan, owned - 1) else end


def _is_part(scan: Scan, at: int) -> bool:
    """Whether a word can stand before the noun that is counted, and is none itself in the plural."""
    word = scan.word(at)
    return word is not None and word.pos in {"ADJ", "NOUN", "PROPN"} and not _is_plural(scan, at)


def _is_plural(scan: Scan, at: int) -> bool:
    word = scan.word(at)
    return word is not None and word.tag in {"NNS", "NNPS"}


def _span(scan: Scan, first: int, end: int) -> Span | None:
    """The characters of the tokens, without marks at their end."""
    while end > first and scan.kind(end - 1) != "word":
        end -= 1
    while first < end and scan.kind(first) == "mark" and scan.low(first) in {'"', "'", "("}:
        first += 1
    initial = end == first + 1 and scan.low(end) == "." and len(scan.low(first)) == 1
    if end <= first or initial:
        return None  # "10 U.S." has lost its noun
    base = scan.sentence.span.start
    return scan.sentence.span.account.span(base + scan.tokens[first].start, base + scan.tokens[end - 1].end)


def _head_end(scan: Scan, amount: Amount, first: int, words: Vocabulary) -> int | None:
    """The place after the noun that the parse hangs the number on, if only its modifiers stand between."""
    places = (scan.word(at) for at in range(amount.number.first, amount.number.end))
    for word in places:
        if word is None or word.relation != "nummod":
            continue
        head = scan.sentence.words[word.head].start - scan.sentence.span.start
        for at in range(first, min(first + _LONGEST, len(scan.tokens))):
            if (scan.low(at) == "," and scan.kind(at + 1) == "digits") or scan.low(at) in {"(", ")"}:
                break  # "30 guests,15 cooks"
            if scan.tokens[at].start == head:
                return None if at == first and _is_verb(scan, at, words) else at + 1
            inner = scan.word(at)
            joined = _is_joined(scan, at)
            if not joined and (words.is_word(scan.low(at), "not_counted") or (inner and inner.relation not in _INSIDE)):
                break
    return None


def _run_end(scan: Scan, first: int, words: Vocabulary, *, of: bool) -> int:
    """The place after the run of words that may be one noun phrase."""
    end = first
    if words.is_word(scan.low(end), "weapon") and scan.kind(end + 1 + (scan.low(end + 1) == "-")) == "digits":
        end += 2 + (scan.low(end + 1) == "-")  # "six AK 47 rifles"
    while scan.kind(end) == "word" and end < first + _LONGEST and not _stops(scan, end, first, words, of=of):
        end += 1
        end += scan.tied(end)
    return end


def _stops(scan: Scan, at: int, first: int, words: Vocabulary, *, of: bool) -> bool:
    low, word = scan.low(at), scan.word(at)
    if words.is_word(low, "participle") and of and at == first:
        return False
    if words.is_any(low, "month", "weekday"):
        return True
    if _is_joined(scan, at):
        return False
    if words.is_word(low, "not_counted"):
        return not _joined_names(scan, at, first, words)
    if word is None:
        return False
    if word.pos in _OUTSIDE and word.relation not in {"amod", "compound"}:
        return True
    return at > first and _ended(scan, at, first, words, of=of)


def _joined_names(scan: Scan, at: int, first: int, words: Vocabulary) -> bool:
    """Whether "and" joins two names before their common noun: "the 5,000 Marrow and Teshar residents"."""
    before, after = scan.word(at - 1), scan.word(at + 1)
    if at == first or not words.is_word(scan.low(at), "and") or before is None or after is None:
        return False
    last = scan.word(at + 2)
    names = all(scan.tokens[place].text[0].isupper() for place in (at - 1, at + 1))
    return names and last is not None and last.tag == "NNS" and scan.tokens[at + 2].text[0].islower()


def _ended(scan: Scan, at: int, first: int, words: Vocabulary, *, of: bool) -> bool:
    """Whether the noun before is the head, so that what follows is another phrase."""
    if of and at == first + 1 and words.is_word(scan.low(first), "participle"):
        return True
    word, last = scan.word(at), scan.word(at - 1)
    if word is None or last is None or last.pos not in {"NOUN", "PROPN"}:
        return False
    return last.relation != "compound" and last.tag in {"NNS", "NNPS"} and word.pos in {"ADV", "PROPN", "NUM"}


def _complement(scan: Scan, first: int, words: Vocabulary) -> Span | None:
    """The noun that the rest says of them: "14 of them children", "234 of them were children"."""
    while words.is_word(scan.low(first), "be"):
        first += 1
    end = first
    while scan.kind(end) == "word" and not words.is_word(scan.low(end), "not_counted") and end < first + 3:
        word = scan.word(end)
        if word is not None and word.pos not in {"NOUN", "PROPN", "ADJ"}:
            break
        end += 1
    return _span(scan, first, end)
