"""What stands around a claim, as far as it tells which question the claim answers.

Everything is taken from the account itself: the words near the figure, the names in its sentence, what the
account's lead is about. Names are compared by their consonants, because one town is spelt in many ways
("Rashideen", "Rashidin").
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from rashomon.lexicons import Lexicon, load
from rashomon.text import alternatives, plain
from rashomon.types import Claim, Figure, Reading, Sentence, Topic, Word

LEAD = 4  # sentences, the title among them, that say what an account is about
REACH = 14  # words on either side of a figure that are compared
RUN = 4  # words on either side that make a copied passage
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV"})
SITES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What an account is about: the sites and happenings of its title and first sentences."""

    sites: frozenset[str]
    words: frozenset[str]
    events: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A figure claim with what is compared of it."""

    claim: Claim
    figure: Figure
    topic: Topic
    value: Decimal
    noun: str
    near: frozenset[str]
    run: tuple[str, ...]
    sites: frozenset[str]
    lead: Lead
    in_lead: bool
    part: bool
    more: bool
    earlier: bool
    sentence: tuple[int, int]

    @property
    def account(self) -> str:
        return self.claim.account.name

    @property
    def elsewhere(self) -> frozenset[str]:
        """The sites of the figure's sentence that the account's lead does not name."""
        return frozenset() if self.in_lead else self.sites - self.lead.sites


def contexts_of(reading: Reading) -> tuple[Context, ...]:
    """The context of every figure claim in the evidence of one account."""
    lexicon = load(reading.account.language)
    lead = _lead(reading)
    starts = [sentence.span.start for sentence in reading.sentences]
    made = []
    for claim in reading.figures:
        figure, topic = claim.mention, claim.topic
        if isinstance(figure, Figure) and topic is not None:
            place = bisect_right(starts, figure.span.start) - 1
            if place >= 0 and reading.sentences[place].span.holds(figure.span):
                made.append(_context(claim, figure, topic, reading, (place, lead, lexicon)))
    return tuple(made)


def _context(claim: Claim, figure: Figure, topic: Topic, reading: Reading, at: tuple[int, Lead, Lexicon]) -> Context:
    place, lead, lexicon = at
    sentence = reading.sentences[place]
    words = sentence.words
    first = next((n for n, word in enumerate(words) if word.end > figure.span.start), len(words))
    last = next((n for n, word in enumerate(words) if word.end >= figure.span.end), len(words))
    before, after = words[max(0, first - REACH) : first], words[last + 1 : last + 1 + REACH]
    text = plain(sentence.span.text).lower()
    at_figure = figure.span.start - sentence.span.start
    return Context(
        claim=claim,
        figure=figure,
        topic=topic,
        value=value_of(figure),
        noun=_noun(figure, words),
        near=frozenset(lemma(word) for word in (*before, *after) if word.pos in CONTENT),
        run=(*(w.text.lower() for w in before[-RUN:]), "#", *(w.text.lower() for w in after[:RUN])),
        sites=_sites(sentence, reading),
        lead=lead,
        in_lead=place < LEAD,
        part=_near(lexicon, "topics.part", text[max(0, at_figure - 14) : at_figure + 40]),
        more=_near(lexicon, "topics.more", text[at_figure : at_figure + 24]),
        earlier=_near(lexicon, "topics.earlier", text[max(0, at_figure - 80) : at_figure + 20]),
        sentence=(sentence.span.start, sentence.span.end),
    )


def value_of(figure: Figure) -> Decimal:
    """The number by which a figure is known: its point, else a bound."""
    return next((n for n in (figure.point, figure.low, figure.high) if n is not None), Decimal(0))


def lemma(word: Word) -> str:
    """The form under which a word is compared: a name by its consonants, all others by their lemma."""
    return skeleton(word.text) if word.pos == "PROPN" else word.lemma.lower()


@cache
def skeleton(name: str) -> str:
    """ "Rashideen" and "Rashidin" are both "rshdn"; a name of fewer than two such letters stays as it is."""
    letters = unicodedata.normalize("NFKD", name.lower())
    bare = re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-z]|[aeiouywh]", "", letters))
    return bare if len(bare) >= 2 else letters


def _noun(figure: Figure, words: Sequence[Word]) -> str:
    if figure.counted is None:
        return ""
    inside = [w for w in words if figure.counted.start <= w.start and w.end <= figure.counted.end]
    nouns = [w for w in inside if w.pos in {"NOUN", "PROPN"}]
    return nouns[-1].lemma.lower() if nouns else (inside[-1].text.lower() if inside else "")


def _sites(sentence: Sentence, reading: Reading) -> frozenset[str]:
    spans = [p.span for p in reading.places if sentence.span.holds(p.span)]
    return frozenset(
        skeleton(word.text)
        for word in sentence.words
        if (word.entity in SITES and word.pos == "PROPN")
        or any(span.start <= word.start and word.end <= span.end and word.pos == "PROPN" for span in spans)
    )


def _lead(reading: Reading) -> Lead:
    sentences = reading.sentences[:LEAD]
    words = [word for sentence in sentences for word in sentence.words]
    sites = [_sites(sentence, reading) for sentence in sentences]
    events = [c.topic.event for c in reading.figures if c.topic and any(s.span.holds(c.span) for s in sentences)]
    return Lead(
        sites=frozenset().union(*sites),
        words=frozenset(lemma(word) for word in words if word.pos in {"NOUN", "VERB", "PROPN"}),
        events=frozenset().union(*events),
    )


@cache
def _pattern(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternatives(form.lower() for form in lexicon.forms(name))})(?!\w)")


def _near(lexicon: Lexicon, name: str, text: str) -> bool:
    return _pattern(lexicon, name).search(text) is not None
