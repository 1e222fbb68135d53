"""The part of speech and the lemma of a word, as the parser's own rules give them, looked up once for each form.

The rules look at a word, its tag and its relation, so each of these triples is worked out once and remembered. A
few rules look at the word beside it too ("there is"); a sentence that may call for one goes through the rules whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc, Token

if TYPE_CHECKING:
    from spacy.language import Language

REMEMBERED = 1 << 17  # triples; an account has some hundreds


def forms(model: Language, doc: Doc) -> list[tuple[str, str]]:
    """The part of speech and the lemma of each word of a text that has tags and relations."""
    words, relations = _pair_openers(model)
    triples = [(token.text, token.tag_, token.dep_) for token in doc]
    if any(relation in relations or words.match(text) for text, _, relation in triples):
        return _by_rule(model, doc)
    return [_form(model, *triple) for triple in triples]


@lru_cache(maxsize=REMEMBERED)
def _form(model: Language, text: str, tag: str, relation: str) -> tuple[str, str]:
    return _by_rule(model, Doc(model.vocab, words=[text], tags=[tag], deps=[relation], heads=[0]))[0]


def _by_rule(model: Language, doc: Doc) -> list[tuple[str, str]]:
    for name in ("attribute_ruler", "lemmatizer"):
        model.get_pipe(name)(doc)
    return [_read(token) for token in doc]


def _read(token: Token) -> tuple[str, str]:
    return token.pos_, token.lemma_.lower()


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
