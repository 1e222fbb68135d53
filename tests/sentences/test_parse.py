"""What the parser is given, and what comes of it."""

from __future__ import annotations

import hashlib

from rashomon.lexicons import load
from rashomon.sentences import parse_sentences, split_sentences
from rashomon.sentences.parse import LONGEST, TOGETHER, parser, view
from rashomon.types import Account, Sentence, Zone

ONE = "The mayor of Port Edran said on Monday that at least 12 boats had sunk near Marrowfield. "


def sentences(text: str) -> tuple[Sentence, ...]:
    account = Account(name="1.txt", text=text, digest=hashlib.sha256(text.encode()).hexdigest())
    return parse_sentences(split_sentences([Zone(span=account.span(0, len(text)), kind="body")], load("en")))


def test_words_are_those_of_the_whole_pipeline() -> None:
    (sentence,) = sentences(ONE)
    doc = parser("en")(view(sentence.span.text))
    assert [
        (word.text, word.lemma, word.pos, word.tag, word.relation, word.head, word.entity) for word in sentence.words
    ] == [
        (token.text, token.lemma_.lower(), token.pos_, token.tag_, token.dep_, token.head.i, token.ent_type_)
        for token in doc
    ]


def test_words_stand_at_the_characters_of_the_account() -> None:
    for sentence in sentences(ONE * 3):
        assert all(sentence.span.account.text[word.start : word.end] == word.text for word in sentence.words)


def test_an_account_of_several_batches_is_read_throughout() -> None:
    read = sentences(ONE * (3 * TOGETHER // len(ONE)))
    assert len({tuple(word.relation for word in sentence.words) for sentence in read}) == 1
    assert all(sentence.words for sentence in read)


def test_no_sentence_is_too_long_to_be_kept() -> None:
    (sentence,) = sentences("12 and " * (LONGEST // 7 + 1) + "more")
    assert not sentence.words
