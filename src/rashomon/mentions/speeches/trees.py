"""How the words of a sentence hang together: children, subtrees, the noun phrase beside a verb."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import cache

from rashomon.lexicons import Entry, Lexicon
from rashomon.types import Sentence, Span, Word

CUE_LISTS = ("cues.say", "cues.judge", "cues.belief", "cues.intent", "cues.count")
SUBJECTS = ("nsubj", "csubj")
COMPLEMENTS = ("ccomp", "xcomp")
TIMES = {"DATE", "TIME"}
CLOSING = frozenset({'"', "''", "'", ")"})
SURELY_CLOSING = frozenset({'"', ")"})  # no apostrophe looks like these
LONGEST_SOURCE = 30  # words; a longer subject is a misread sentence


def entry_of(word: Word, lexicon: Lexicon, name: str) -> Entry | None:
    """The cue that a word is a form of, if it is used as a verb."""
    if word.pos not in {"VERB", "AUX", "PROPN", "NOUN"}:
        return None
    return lexicon.by_form(name).get(word.text.lower())


def children(words: Sequence[Word], at: int, *relations: str) -> list[int]:
    """The words that hang on one, in order; only those in the given relations, if any is given."""
    return [
        i
        for i, word in enumerate(words)
        if word.head == at and i != at and (not relations or word.relation in relations)
    ]


def subtree(words: Sequence[Word], at: int) -> tuple[int, int]:
    """The first and the last word of all that hangs on one."""
    hung: dict[int, list[int]] = defaultdict(list)
    for i, word in enumerate(words):
        if word.head != i:
            hung[word.head].append(i)
    inside = [at]
    for one in inside:
        inside += hung.get(one, ())
    return min(inside), max(inside)


def phrase(words: Sequence[Word], at: int) -> tuple[int, int]:
    """The noun phrase of a head: all that hangs on it, less the clauses and what stands before a stop in it."""
    first, last = subtree(words, at)
    for i in range(at, last + 1):
        if words[i].relation in {"relcl", "advcl", "ccomp", "parataxis", "acl"}:
            last = max(at, subtree(words, i)[0] - 1)
            break
    pronoun = next((i for i in range(at + 1, last + 1) if words[i].tag in {"WP", "WDT"}), None)
    if pronoun is not None and pronoun > at + 1 and words[pronoun - 1].text == ",":
        last = pronoun - 1  # "a baker, whom the paper named", where the parser loses the clause
    if last - first > LONGEST_SOURCE:
        first, last = flat(words, at)
    opened = [i for i in range(first, last) if words[i].text == "("]
    if opened and not any(word.text == ")" for word in words[opened[-1] : last + 1]):
        return opened[-1] + 1, last  # what stands before a bracket that is still open is no part of the phrase in it
    while last > at and words[last].entity in {"DATE", "TIME"}:
        last -= 1
    while last > at and words[last].pos in {"PUNCT", "CCONJ", "ADP"}:
        last -= 1
    while first < at and words[first].pos in {"PUNCT", "CCONJ", "SCONJ"}:
        first += 1
    return first, last


def trimmed(words: Sequence[Word], first: int, last: int, *, closing: Set[str] = CLOSING) -> tuple[int, int]:
    """A content without the marks at its end, but with what closes a quotation or a bracket in it."""
    while last > first and words[last].pos == "PUNCT" and words[last].text not in closing:
        last -= 1
    return first, last


def governed(words: Sequence[Word], at: int, entry: Entry, *, after: int) -> tuple[int, int] | None:
    """The preposition that an entry takes, behind a word, and what it governs, if no pronoun: "warned [of floods]"."""
    taken = entry.get("with").split()
    for i in children(words, at, "prep", "agent"):
        if i > after and words[i].text.lower() in taken:
            for inner in children(words, i, "pobj", "pcomp"):
                if inner > i and words[inner].pos != "PRON":
                    return i, inner
    return None


def agents(words: Sequence[Word], at: int) -> list[int]:
    """By whom something is done or said: "was quoted by [the Courier]"."""
    return [i for by in children(words, at, "agent") for i in children(words, by, "pobj")]


def dated(words: Sequence[Word], at: int) -> bool:
    """Whether a preposition governs a day or an hour."""
    return any(words[i].entity in TIMES for i in children(words, at, "pobj"))


def flat(words: Sequence[Word], at: int) -> tuple[int, int]:
    """The run of determiners, adjectives and nouns that ends at a head."""
    first = at
    while first > 0 and words[first - 1].pos in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"}:
        first -= 1
    return first, at


def span_of(sentence: Sentence, first: int, last: int) -> Span:
    """The characters from one word of a sentence to another."""
    return sentence.span.account.span(sentence.words[first].start, sentence.words[last].end)


def subject_of(words: Sequence[Word], at: int) -> int | None:
    """The head of a verb's subject: its own, or that of the verb it goes on from ("came and said", "adding")."""
    for climbed in range(len(words)):
        own = children(words, at, *SUBJECTS)
        if climbed and not own:  # "Ana Bel was cheered and said"; what is no person or name was not cheered to say it
            own = [i for i in children(words, at, "nsubjpass") if words[i].pos in {"PROPN", "PRON"}]
        if own:
            return _antecedent(words, at, own[-1])
        if words[at].relation not in {"conj", "xcomp", "advcl"} or words[at].head == at:
            return None
        at = words[at].head
        if words[at].pos not in {"VERB", "AUX"}:
            return None
    return None


def teller_of(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """The head of a verb's subject, unless it is "I" or "you": nobody is reported there."""
    subject = subject_of(words, at)
    own = subject is not None and words[subject].text.lower() in lexicon.lowered("speech.own")
    return None if own else subject


def speaker_of(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """The subject of a reporting verb; of a participle ("condemned the raid saying") that of the verb before it."""
    own = subject_of(words, at)
    if words[at].tag != "VBG" or children(words, at, "aux"):
        return own
    if own is not None and (words[own].pos in {"PROPN", "PRON"} or own not in children(words, at, *SUBJECTS)):
        return own
    if words[at].relation == "acl" and words[at].head == at - 1 and _may_speak(words[at - 1], lexicon):
        return at - 1
    for verb in range((at if own is None else own) - 1, 0, -1):
        if words[verb].tag in {"VBD", "VBZ", "VBP", "VBN"} and children(words, verb, *SUBJECTS):
            return subject_of(words, verb)
    return own


def _may_speak(word: Word, lexicon: Lexicon) -> bool:
    """Whether a noun is a name or stands for people or a body: "a call from the army urging …"."""
    names = ("actors.body", "actors.group", "actors.person", "titles.role")
    return word.pos == "PROPN" or any(word.text.lower() in lexicon.by_form(name) for name in names)


def _antecedent(words: Sequence[Word], verb: int, subject: int) -> int:
    """The noun that "who" stands for, else the subject itself."""
    if words[subject].tag in {"WP", "WDT"} and words[verb].relation == "relcl":
        return words[verb].head
    return subject


def cues(sentence: Sentence, lexicon: Lexicon, names: Sequence[str]) -> Iterator[tuple[int, Entry]]:
    """The words of a sentence that are cues of the given lists, as verbs."""
    table = _cues_of(lexicon, tuple(names))
    for i, word in enumerate(sentence.words):
        entry = table.get(word.text.lower()) if word.pos in {"VERB", "AUX"} else None
        if entry is None:
            continue
        if i > 0 and sentence.words[i - 1].text == "-" and sentence.words[i - 1].end == word.start:
            continue  # "rebel-held" holds nothing
        yield i, entry


@cache
def _cues_of(lexicon: Lexicon, names: tuple[str, ...]) -> dict[str, Entry]:
    """The entries of several lists by their forms; of a form in two lists, the first list's."""
    return {form: entry for name in reversed(names) for form, entry in lexicon.by_form(name).items()}
