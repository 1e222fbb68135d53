"""The part of speech and the lemma of a word, as the parser's own rules give them, looked up once for each form.

The rules look at a word, its tag and its relation, so each of these triples is worked out once and remembered. A
few rules look at the word beside it too ("there is"); a sentence that may call for one goes through the rules whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

REMEMBERED = 1 << 17  # triples, after which all are forgotten; an account has some hundreds

Triple = tuple[str, str, str]  # a word, its tag, its relation
Form = tuple[str, str]  # its part of speech, its lemma


def forms(model: Language, docs: Sequence[Doc]) -> list[list[Form]]:
    """The part of speech and the lemma of each word of each text that has tags and relations."""
    words, relations = _pair_openers(model)
    known = _known(model)
    triples = [[(token.text, token.tag_, token.dep_) for token in doc] for doc in docs]
    pairs = [any(relation in relations or words.match(text) for text, _, relation in row) for row in triples]
    if len(known) > REMEMBERED:
        known.clear()
    _learn(model, known, (triple for row, paired in zip(triples, pairs, strict=True) if not paired for triple in row))
    return [
        _by_rule(model, doc) if paired else [known[triple] for triple in row]
        for doc, row, paired in zip(docs, triples, pairs, strict=True)
    ]


@cache
def _known(model: Language) -> dict[Triple, Form]:
    return {}


def _learn(model: Language, known: dict[Triple, Form], triples: Iterable[Triple]) -> None:
    """Works out the triples that are new, in one text of words that have nothing to do with one another."""
    new = [triple for triple in dict.fromkeys(triples) if triple not in known]
    if new:
        from spacy.tokens import Doc

        words, tags, relations = map(list, zip(*new, strict=True))
        doc = Doc(model.vocab, words=words, tags=tags, deps=relations, heads=list(range(len(new))))
        known.update(zip(new, _by_rule(model, doc), strict=True))


def _by_rule(model: Language, doc: Doc) -> list[Form]:
    for name in ("attribute_ruler", "lemmatizer"):
        model.get_pipe(name)(doc)
    return [(token.pos_, token.lemma_.lower()) for token in doc]


@cache
def _pair_openers(model: Language) -> tuple[re.Pattern[str], frozenset[str]]:
    """The forms and the relations with which a rule about more than one word opens."""
    ruler: Any = model.get_pipe("attribute_ruler")
    pairs = [pattern[0] for rule in ruler.patterns for pattern in rule["patterns"] if len(pattern) > 1]
    words = "|".join(_expression(opener["LOWER"]) for opener in pairs if "LOWER" in opener)
    relations = frozenset(opener["DEP"] for opener in pairs if "LOWER" not in opener)
    return re.compile(words or r"(?!)", re.IGNORECASE), relations


def _expression(condition: str | Mapping[str, str]) -> str:
    return rf"{re.escape(condition)}\Z" if isinstance(condition, str) else condition["REGEX"]
