"""What a figure counts: the noun phrase that its number belongs to, by the parse or by the words around it."""

from __future__ import annotations

from rashomon.mentions.figures.amounts import Amount
from rashomon.mentions.figures.tokens import Scan
from rashomon.mentions.figures.vocabulary import Vocabulary
from rashomon.types import Span

_NOUNS = {"NOUN", "PROPN", "ADJ"}


def counted_by(scan: Scan, amount: Amount, words: Vocabulary) -> Span | None:
    """The span of the counted noun phrase, or None ("killed 16", lengths, durations)."""
    if amount.measure.dimension not in {"count", "share"}:
        return None
    return _next_words(scan, amount, words)


def _next_words(scan: Scan, amount: Amount, words: Vocabulary) -> Span | None:
    """The run of words after the figure, up to a small word, a mark or a verb."""
    at = amount.end + int(scan.low(amount.end) == "-")
    of = words.is_word(scan.low(at), "of")
    while words.is_word(scan.low(at), "skip_counted"):
        at += 1
    if of and words.is_word(scan.low(at), "pronoun_them"):
        return _complement(scan, at + 1, words)
    end = at
    while scan.kind(end) == "word" and end < at + 6 and not _stops(scan, end, at, words, of=of):
        end += 1
        if scan.low(end) == "-" and scan.glued(end) and scan.glued(end + 1):
            end += 1
    while end > at and scan.kind(end - 1) != "word":
        end -= 1
    if end == at:
        return None
    base = scan.sentence.span.start
    return scan.sentence.span.account.span(base + scan.tokens[at].start, base + scan.tokens[end - 1].end)


def _stops(scan: Scan, at: int, first: int, words: Vocabulary, *, of: bool) -> bool:
    low, word = scan.low(at), scan.word(at)
    if words.is_word(low, "participle") and of and at == first:
        return False
    if words.is_word(low, "not_counted"):
        return True
    if word is None:
        return False
    if word.pos in {"VERB", "AUX", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "PART"} and not (
        word.relation in {"amod", "compound"}
    ):
        return True
    return at > first and _ended(scan, at, first)


def _ended(scan: Scan, at: int, first: int) -> bool:
    """Whether the noun before is the head, so that what follows is another phrase."""
    word, last = scan.word(at), scan.word(at - 1)
    if word is None or last is None or last.pos not in {"NOUN", "PROPN"}:
        return False
    return last.relation != "compound" and last.tag in {"NNS", "NNPS"} and word.pos in {"ADV", "PROPN", "NUM"}


def _complement(scan: Scan, at: int, words: Vocabulary) -> Span | None:
    """ "14 of them children", "234 of them were children": the noun that the rest says of them."""
    while scan.kind(at) == "word" and words.is_word(scan.low(at), "be"):
        at += 1
    end = at
    while scan.kind(end) == "word" and not words.is_word(scan.low(end), "not_counted") and end < at + 3:
        word = scan.word(end)
        if word is not None and word.pos not in _NOUNS:
            break
        end += 1
    if end == at:
        return None
    base = scan.sentence.span.start
    return scan.sentence.span.account.span(base + scan.tokens[at].start, base + scan.tokens[end - 1].end)
