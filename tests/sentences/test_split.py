"""Where sentences end."""

from __future__ import annotations

import hashlib

import pytest

from rashomon.lexicons import load
from rashomon.sentences import parse_sentences, split_sentences
from rashomon.sentences.parse import view
from rashomon.sentences.triggers import calls_for_parser
from rashomon.types import Account, Sentence, Zone

LEXICON = load("en")


def sentences(text: str) -> tuple[Sentence, ...]:
    account = Account(name="1.txt", text=text, digest=hashlib.sha256(text.encode()).hexdigest())
    return split_sentences([Zone(span=account.span(0, len(text)), kind="body")], LEXICON)


@pytest.mark.parametrize(
    "marked",
    [
        "Lieutenant Gen. Orrin Vale met Dr. Quill.|He left.",
        "It cost 3.5 million.|Nobody paid.",
        "It is run from the U.S. Navy base.|It is big.",
        "It is run from the U.S.|The crew is local.",
        "It began at 9 p.m. Monday.|It ended at 10 p.m.|The crew left.",
        "They shut berth No. 5 at dawn.|Two left.",
        '"The pier is shut."|Crews left.',
        '"The pier is shut.|We stay," said Vale.|He left.',
        '"Who shut it?" Vale asked.|Nobody knew.',
        '"Who shut it?"|Nobody knew.',
        "It began about 3 p. m. Friday in Teshar.|Two left.",
        "Drs. Olen and Vale left.|Marrow County Dist. Atty. Quill stayed.",
        "It began on Nov. 13.|Berth No. 4 burned on Dec. 29, U.S. President Olen said.",
        'The crew was safe.|" He left. "',
        "E. Teshar had 153,000 people in it.|Most left.",
        "The crew of J. R. Quill left.|He stayed.",
        "The town of Teshar... was hit.|Two died.",
        "The crew left (as told).|Two died.",
        "It came Friday evening.It happened at noon.",
        "They left.|al-Quill stayed.".replace("al-Quill", "al-Quill"),
        "First line without a stop|Second line without one",
        "Vale held a meeting\nwith the crew, who left.|They stayed.",
        "The statement was read\n, which has just been issued.|It is long.",
        '*"It is not the end,"* Vale [said](#).|*"It is the start."*|Two left.',
    ],
)
def test_sentences_end_where_the_bar_stands(marked: str) -> None:
    text = marked.replace("stop|Second", "stop\nSecond").replace("|", " ").replace("evening.It", "evening.It")
    expected = [part for piece in marked.split("|") for part in piece.replace("evening.It", "evening.\0It").split("\0")]
    assert [sentence.span.text for sentence in sentences(text)] == expected


def test_lines_cut_at_a_width_are_one_sentence() -> None:
    text = (
        "The harbour of the old town of Teshar was shut for two days after\nBerth Four was struck by a ferry which had come from\n"
        "Marrowfield with a crew of twelve and a cargo of sand for the\nTeshar works, and nobody was hurt when it\nSank there."
    )
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Twelve left.", True),
        ("He met Vale.", True),
        ('It was "over".', True),
        ("They left in 2031.", True),
        ("Nothing noticeable.", False),
    ],
)
def test_parser_is_called_only_where_something_may_be_found(text: str, needed: bool) -> None:
    (sentence,) = sentences(text)
    assert calls_for_parser(sentence, LEXICON) is needed
    (parsed,) = parse_sentences([sentence])
    assert bool(parsed.words) is needed


def test_view_of_the_parser_has_the_same_length() -> None:
    text = "*“It is over,”* he [told](#) the\n[harbour] council…"
    seen = view(text)
    assert len(seen) == len(text)
    assert "(#)" not in seen
    assert "*" not in seen


def test_words_stand_at_their_characters_of_the_account() -> None:
    text = "On Monday\nthe crew of Vale [told](#) the “crew”  of  12 to leave."
    (parsed,) = parse_sentences(sentences(text))
    assert all(not word.text.isspace() for word in parsed.words)
    for word in parsed.words:
        assert word.text in {text[word.start : word.end], '"'}
        assert 0 <= word.head < len(parsed.words)
