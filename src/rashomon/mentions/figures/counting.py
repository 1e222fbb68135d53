"""What a figure counts: the noun phrase that its number belongs to, by the parse or by the words around it."""

from __future__ import annotations

from rashomon.mentions.figures.amounts import Amount
from rashomon.mentions.figures.tokens import Scan
from rashomon.mentions.figures.vocabulary import Vocabulary
from rashomon.types import Span

_LONGEST = 7  # words of a counted noun phrase
_INSIDE = {"amod", "compound", "nmod", "poss", "npadvmod", "advmod", "punct"}
_OUTSIDE = {"VERB", "AUX", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "PART", "PUNCT"}


def counted_by(scan: Scan, amount: Amount, words: Vocabulary) -> Span | None:
    """The span of the counted noun phrase, or None ("killed 16", lengths, durations)."""
    at = amount.end if amount.noun is None else amount.noun
    if amount.measure.dimension not in {"count", "share"} and not (
        amount.measure.dimension in {"mass", "other"} and words.is_word(scan.low(at), "of")
    ):
        return None
    if scan.low(at) == "-":
        return _span(scan, at + 1, at + 2) if scan.kind(at + 1) == "word" and scan.glued(at + 1) else None
    of = words.is_word(scan.low(at), "of")
    while words.is_word(scan.low(at), "skip_counted"):
        at += 1
    if of and words.is_word(scan.low(at), "pronoun_them"):
        return _complement(scan, at + 1, words)
    before = scan.low(amount.first - 1)
    if words.is_word(scan.low(at), "participle") and (
        words.is_word(before, "definite") or words.is_word(before, "all")
    ):
        return _span(scan, at, at + 1)
    return _span(scan, at, _head_end(scan, amount, at, words) or _run_end(scan, at, words, of=of))


def _span(scan: Scan, first: int, end: int) -> Span | None:
    """The characters of the tokens, without marks at their end."""
    while end > first and scan.kind(end - 1) != "word":
        end -= 1
    if end <= first:
        return None
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
            if scan.tokens[at].start == head:
                return at + 1
            inner = scan.word(at)
            if words.is_word(scan.low(at), "not_counted") or (inner and inner.relation not in _INSIDE):
                break
    return None


def _run_end(scan: Scan, first: int, words: Vocabulary, *, of: bool) -> int:
    """The place after the run of words that may be one noun phrase."""
    end = first
    while scan.kind(end) == "word" and end < first + _LONGEST and not _stops(scan, end, first, words, of=of):
        end += 1
        if scan.low(end) == "-" and scan.glued(end) and scan.glued(end + 1):
            end += 1
    return end


def _stops(scan: Scan, at: int, first: int, words: Vocabulary, *, of: bool) -> bool:
    low, word = scan.low(at), scan.word(at)
    if words.is_word(low, "participle") and of and at == first:
        return False
    if words.is_word(low, "month") or words.is_word(low, "weekday"):
        return True
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
    return before.pos == after.pos == "PROPN" and last is not None and last.tag == "NNS"


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
