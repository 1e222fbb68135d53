"""Speech told by a noun: "her promise to repair the pier", "the claim that it burned"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.lexicons import Entry, Lexicon
from rashomon.mentions.speeches.media import told
from rashomon.mentions.speeches.trees import children, phrase, span_of, subtree, teller_of, trimmed
from rashomon.types import Sentence, Speech, Word

CLAUSES = ("acl", "ccomp", "relcl", "xcomp")


def clause_of_noun(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The claim that the pier burned: a clause that a noun introduces, with or without the word of whom.

    find: The claim [that the mayor sold the bell] is old.
    find: Her promise [to repair the pier|source=Her] was kept.
    skip: The claim was old and the pier burned.
    skip: Promises [that the mayor made] were kept.
    """
    words = sentence.words
    for at, entry in _nouns(words, lexicon):
        clause = _clause(words, at, entry, lexicon)
        if clause is None:
            continue
        owner = _owner(words, at, clause[0], lexicon)
        if owner is None and (words[clause[0]].tag == "TO" or not entry.get("free")):
            continue
        found = _found(sentence, at, owner, clause, lexicon)
        yield replace(found, sense="held" if words[clause[0]].tag == "TO" else "named")


def _nouns(words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[int, Entry]]:
    table = lexicon.by_form("matters.noun")
    for at, word in enumerate(words):
        if word.pos == "NOUN" and word.text.lower() in table and word.relation != "compound":
            yield at, table[word.text.lower()]


def _clause(words: Sequence[Word], at: int, entry: Entry, lexicon: Lexicon) -> tuple[int, int] | None:
    """The clause after a noun: "that …", "whether …", or an infinitive where the noun takes one."""
    that = lexicon.lowered("speech.complementizer")
    for head in children(words, at, *CLAUSES):
        if head <= at:
            continue
        first, last = subtree(words, head)
        if first <= at or last <= first:
            continue
        opens = words[first].text.lower() in that and words[first].relation == "mark" and words[first].tag == "IN"
        if opens or (entry.get("to") and words[first].tag == "TO"):
            return trimmed(words, first, last)
    return None


def _owner(words: Sequence[Word], at: int, content: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Whose noun it is: "her promise", "a call by the guild", "the guild issued a call"."""
    for i in children(words, at, "poss"):
        first, last = phrase(words, i)
        while last > i and words[last].tag == "POS":
            last -= 1
        return first, last
    for i in children(words, at, "prep", "agent"):
        if words[i].text.lower() in lexicon.lowered("matters.owner"):
            for j in children(words, i, "pobj"):
                if j > i and not subtree(words, j)[0] <= content <= subtree(words, j)[1]:
                    return phrase(words, j)
    verb = words[at].head
    if words[at].relation not in {"dobj", "attr"} or words[verb].pos not in {"VERB", "AUX"}:
        return None
    if words[verb].text.lower() not in lexicon.lowered("matters.giving"):
        return None
    subject = teller_of(words, verb, lexicon)
    return phrase(words, subject) if subject is not None else None


def _found(
    sentence: Sentence, at: int, owner: tuple[int, int] | None, content: tuple[int, int], lexicon: Lexicon
) -> Speech:
    if owner is not None:
        return told(sentence, at, owner, content, lexicon)
    span = span_of(sentence, *content)
    return Speech(span=span, zone=sentence.zone.kind, source=None, cue=span_of(sentence, at, at), pieces=(span,))


RULES = (clause_of_noun,)
