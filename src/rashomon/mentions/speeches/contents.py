"""How far a content goes: from its "that" or first word to the next cue or the end of the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicons import Entry, Lexicon
from rashomon.mentions.speeches.trees import COMPLEMENTS, children, subtree
from rashomon.types import Word

FINITE = {"VBD", "VBZ", "VBP", "MD"}
MARKS = {'"', "''", "``"}
OPENERS = {"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ", "AUX", "SCONJ", "VERB", "INTJ", "SYM"}
REACH = 14  # words between a cue and the "that" of its content


def only_adjuncts(words: Sequence[Word], start: int, lexicon: Lexicon) -> bool:
    """Whether only a day, a place, a medium or an added clause stands from here to the end of the sentence."""
    if start >= len(words):
        return True
    say = lexicon.by_form("cues.say")
    that = lexicon.lowered("speech.complementizer")
    opening = words[start]
    if opening.pos in {"DET", "PRON", "NUM"} and opening.entity not in {"DATE", "TIME"} and opening.tag != "PRP":
        return False
    for i in range(start, len(words)):
        word = words[i]
        if word.tag == "VBG" and (i == start or words[i - 1].text == "," or word.text.lower() in say):
            return True
        if word.text in {",", *MARKS, "-", ";", "("} and i > start:
            return not _goes_on(words, i + 1)
        if word.tag in FINITE or (word.text.lower() in that and word.tag in {"IN", "WDT"}) or word.text == ":":
            return word.text.lower() not in that and word.text != ":" and _in_clause(words, start, i)
    return True


def _goes_on(words: Sequence[Word], start: int) -> bool:
    """Whether after a comma a content goes on: a mark opens, or a clause with a subject follows."""
    rest = words[start : start + REACH]
    if (
        not rest
        or rest[0].tag == "VBG"
        or rest[0].pos in {"SCONJ", "CCONJ", "ADP"}
        or rest[0].tag in {"WDT", "WP", "WRB"}
    ):
        return False
    return False if rest[0].text in MARKS else any(word.tag in FINITE for word in rest) and rest[0].pos in OPENERS


def _in_clause(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether a finite verb stands in a clause of its own that is no content: "said as he left", "said while …"."""
    return any(
        word.pos == "SCONJ" or (word.tag in {"WRB", "WP", "WDT", "IN"} and word.relation == "mark")
        for word in words[start:at]
    )


def says_more(words: Sequence[Word], at: int) -> bool:
    """Whether anything but marks follows a word."""
    return any(word.pos != "PUNCT" for word in words[at + 1 :])


def before_cue(words: Sequence[Word], end: int) -> tuple[int, int] | None:
    """The words before a cue and its subject that are its content: they hold a verb or a quotation mark."""
    last = end - 1
    while last >= 0 and words[last].text in {",", "-", "--", ";", ":", "–", "—"}:
        last -= 1
    if last < 0 or (
        words[last].tag in {"IN", "CC", "DT", "WDT", "WP", "TO"}
        and words[last].pos != "ADV"
        and not _particle(words, last)
    ):
        return None
    if not any(word.pos in {"VERB", "AUX"} or word.text in {*MARKS, "'"} for word in words[: last + 1]):
        return None
    first = 0
    while first < last and words[first].pos in {"CCONJ", "PUNCT"} and words[first].text not in {*MARKS, "'", "(", "["}:
        first += 1
    closed = words[last].text in MARKS
    if not closed and (
        words[first].pos == "SCONJ" or not any(word.tag in {*FINITE, "VBN"} for word in words[first : last + 1])
    ):
        return None
    return first, last


def _particle(words: Sequence[Word], at: int) -> bool:
    """Whether a preposition ends its clause as a particle: "before the bomb went off"."""
    return words[at].tag in {"RP", "IN"} and at > 0 and words[at - 1].pos == "VERB"


def after_cue(words: Sequence[Word], at: int, entry: Entry, lexicon: Lexicon) -> tuple[int, int] | None:
    """The words after a cue that are its content: its complement, from its "that" or its first word."""
    heads = [
        head
        for head in children(words, at, *COMPLEMENTS)
        if head > at and not (words[head].tag == "VBG" and not children(words, head, "nsubj", "nsubjpass", "aux"))
    ]
    first = max(at + 1, subtree(words, heads[0])[0]) if heads else _opening(words, at, entry, lexicon)
    if first is None or (entry.get("that") and not _that(words, first, lexicon)):
        return None
    while first < len(words) and words[first].text in {",", ":", "-", "–", "—"}:
        first += 1
    if first >= len(words):
        return None
    last = content_end(words, at, first, lexicon)
    return (first, last) if last > first else None


def _that(words: Sequence[Word], first: int, lexicon: Lexicon) -> bool:
    """Whether a content opens with "that", or with a mark."""
    that = lexicon.lowered("speech.complementizer")
    return words[first].text.lower() in that or words[first - 1].text.lower() in that or words[first].text in MARKS


def _opening(words: Sequence[Word], at: int, entry: Entry, lexicon: Lexicon) -> int | None:
    """Where a content begins that the tree does not know as a complement: after "that", a colon, an open clause."""
    that = lexicon.lowered("speech.complementizer")
    skipped = at + 1
    if entry.get("addressee"):
        for dependent in children(words, at, "dobj", "dative"):
            skipped = max(skipped, subtree(words, dependent)[1] + 1) if dependent < at + 8 else skipped
    for i in range(skipped, min(len(words), at + REACH)):
        if words[i].text == ":" or (words[i].text.lower() in that and words[i].tag == "IN"):
            return i + 1 if words[i].text == ":" and i + 1 < len(words) else i
        if words[i].tag in FINITE:
            break
    if skipped < len(words) and words[skipped].text in MARKS:
        return skipped
    if (
        skipped < len(words)
        and words[skipped].text == ","
        and skipped + 1 < len(words)
        and words[skipped + 1].text in MARKS
    ):
        return skipped + 1
    if skipped < len(words) and words[skipped].pos in OPENERS and words[skipped].tag not in {"VBG", "TO"}:
        clause = words[skipped : skipped + REACH]
        if any(word.tag in FINITE for word in clause) and words[skipped].entity not in {"DATE", "TIME"}:
            return skipped
    return None


def content_end(words: Sequence[Word], at: int, first: int, lexicon: Lexicon) -> int:
    """The last word of a content that begins at `first`: before a second cue, else the end of the sentence."""
    stop = len(words)
    for i in children(words, at, "conj", "advcl"):
        begin = subtree(words, i)[0]
        if begin > first + 1:
            stop = min(stop, begin)
    stop = min(stop, _closing_mark(words, first), clause_end(words, at, first))
    for i in range(first + 2, stop):
        if _according(words, i, lexicon) or (
            (_adding(words, i, lexicon) or _second_speaker(words, at, i, lexicon)) and not _open_mark(words, first, i)
        ):
            stop = i
            break
    last = stop - 1
    while last > first and words[last].pos in {"PUNCT", "CCONJ"} and words[last].text not in {*MARKS, ")", "]", "'"}:
        last -= 1
    return last


def _according(words: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    return " ".join(word.text.lower() for word in words[i : i + 2]) in lexicon.lowered("speech.according")


def _adding(words: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """Whether a participle tells what the speaker says besides: "… had sunk, adding that", ", updating its toll"."""
    if words[i].tag != "VBG" or words[i - 1].pos in {"ADP", "AUX", "DET", "PART"} or words[i].relation == "xcomp":
        return False
    form = words[i].text.lower()
    after_comma = words[i - 1].text == "," and any(
        form in lexicon.by_form(name) for name in ("cues.judge", "cues.count")
    )
    return after_comma or form in lexicon.by_form("cues.say")


def clause_end(words: Sequence[Word], at: int, first: int) -> int:
    """Where the clause of a cue ends before the clause it belongs to goes on: "as she said C, the bells rang"."""
    above = at
    for _ in range(len(words)):
        if words[above].head == above:
            return len(words)
        above = words[above].head
        if above > first:
            last = subtree(words, at)[1]
            return last + 1 if first <= last < above else len(words)
    return len(words)


def _second_speaker(words: Sequence[Word], at: int, i: int, lexicon: Lexicon) -> bool:
    """Whether another report begins at a word: ", while the guild said …", "and called her …"."""
    if words[i].text.lower() not in lexicon.lowered("speech.contrast"):
        return False
    cues = [lexicon.by_form(name) for name in ("cues.say", "cues.judge")]
    for at_next in range(i + 1, min(len(words) - 1, i + REACH)):
        word = words[at_next]
        if word.text == "," or word.text in MARKS:
            return False
        if word.tag in FINITE and word.pos != "AUX":
            same = word.tag == words[at].tag or {word.tag, words[at].tag} <= {"VBZ", "VBP"}
            return same and any(word.text.lower() in forms for forms in cues)
    return False


def _closing_mark(words: Sequence[Word], first: int) -> int:
    """The mark that closes a quotation opened before the content: the content stays inside it."""
    depth = 0
    for i in range(first, len(words)):
        if words[i].text not in MARKS:
            continue
        opens = (
            i + 1 < len(words) and words[i + 1].start == words[i].end and (i == 0 or words[i - 1].end < words[i].start)
        )
        if not opens and depth == 0:
            return i
        depth += 1 if opens else -1
    return len(words)


def _open_mark(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether a quotation is open at this word."""
    return sum(word.text in MARKS for word in words[first:at]) % 2 == 1
