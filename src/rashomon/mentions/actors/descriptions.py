"""Actors without a name: "the monitoring group", "a harbour official", "residents"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.mentions.actors.affiliations import name_at
from rashomon.mentions.actors.candidates import Candidate
from rashomon.mentions.actors.names import PLACES
from rashomon.names import country_of
from rashomon.types import ActorKind, Sentence, Word

_LISTS: tuple[tuple[str, ActorKind], ...] = (
    ("actors.group", "group"),
    ("actors.person", "person"),
    ("titles.role", "person"),
    ("actors.outlet_word", "outlet"),
    ("actors.body", "body"),
)

LONGEST = 4  # words of an office after its first: "secretary of the treasury"
_SPEAKING = ("cues.say", "cues.judge", "cues.belief", "cues.intent")


@cache
def _classes(lexicon: Lexicon) -> tuple[str, ...]:
    """The ends of phrases for a class of people that speaks as one body."""
    return tuple(f" {form.lower()}" for form in lexicon.forms("actors.class"))


def described_actor(sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """The harbour office said: a noun for a person, a group, a body, with what stands before it.

    find: [The monitoring group|kind=body] met at noon.
    find: [Local residents|kind=group] met at noon.
    skip: [The boats] left at noon.
    """
    words = sentence.words
    classes = _classes(lexicon)
    for at, word in enumerate(words):
        if word.pos not in {"NOUN", "PROPN"} or (
            at + 1 < len(words)
            and words[at + 1].pos in {"NOUN", "PROPN"}
            and word.relation == "compound"
            and word.head > at
        ):
            continue
        first = _begins(words, at)
        text = " ".join(part.text for part in words[first : at + 1]).lower()
        kind: ActorKind | None = "body" if f" {text}".endswith(classes) else None
        lowered = word.text.lower()
        for name, listed in _LISTS:
            if kind is None and lowered in lexicon.lowered(name):
                kind = listed
        if kind is not None and not _thing(words, first, at, lexicon):
            last = _office_ends(words, at, lexicon) if kind == "person" else at
            yield Candidate(
                span=sentence.span.account.span(words[first].start, words[last].end),
                sentence=sentence,
                kind=kind,
                named=False,
                head=" ".join(one.text.lower() for one in words[at : last + 1]),
                body=_of_whom(words, last, lexicon) if kind == "person" else None,
                definite=words[first].text.lower() in lexicon.lowered("actors.definite")
                or words[first].pos == "PROPN"
                or (first > 1 and words[first - 1].tag == "POS" and _place(words[first - 2], lexicon)),
            )


def _office_ends(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """The last word of an office of several words: "chief of staff"."""
    offices = lexicon.lowered("titles.role")
    for last in range(min(at + LONGEST, len(words) - 1), at, -1):
        if " ".join(word.text.lower() for word in words[at : last + 1]) in offices:
            return last
    return at


def _begins(words: Sequence[Word], at: int) -> int:
    """The first word of the description that ends here."""
    first = at
    while first > 0 and words[first - 1].pos in {"ADJ", "NOUN", "PROPN", "VERB", "PUNCT", "DET", "NUM"}:
        if words[first - 1].pos == "PUNCT" and words[first - 1].text != "-":
            break
        if words[first - 1].pos == "VERB" and words[first - 1].head not in range(first, at + 1):
            break
        first -= 1
        if words[first].pos == "DET":
            break
    return first


def _thing(words: Sequence[Word], first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a word that may be a body is none here: "in office", "a back channel", "the campaign lasted a year"."""
    entry = lexicon.by_form("actors.thing").get(words[at].text.lower())
    if entry is None:
        return False
    verb = words[words[at].head].text.lower()
    speaks = words[at].relation == "nsubj" and any(verb in lexicon.by_form(name) for name in _SPEAKING)
    owned = first > 0 and words[first - 1].tag in {"POS", "PRP$"}
    named = words[first].pos == "PROPN" or (words[first].text[:1].isupper() and _place(words[first], lexicon))
    definite = owned or named or words[first].text.lower() in lexicon.lowered("actors.definite")
    return not speaks and (bool(entry.get("speaks")) or not definite)


def government_of_person(sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """The Bel administration: a body that goes by somebody's name is not that person.

    find: On Monday [the Bel administration|kind=body] closed the port.
    skip: On Monday [Ana Bel] closed the port.
    """
    words = sentence.words
    for at, word in enumerate(words):
        if at == 0 or word.text.lower() not in lexicon.lowered("actors.led") or words[at - 1].pos != "PROPN":
            continue
        first = at - 1
        while first > 0 and words[first - 1].pos == "PROPN":
            first -= 1
        if any(lexicon.lowered("actors.body") & {one.text.lower()} or _place(one, lexicon) for one in words[first:at]):
            continue
        if first > 0 and words[first - 1].pos == "DET":
            first -= 1
        yield Candidate(
            span=sentence.span.account.span(words[first].start, word.end),
            sentence=sentence,
            kind="body",
            named=False,
            head=word.text.lower(),
            definite=True,
        )


def _place(word: Word, lexicon: Lexicon) -> bool:
    return word.entity in PLACES or country_of(word.text, lexicon) is not None


def source_of_headline(sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """Six dead in Teshar Monitor: the last word of a headline that lost its colon.

    find: Six dead in Teshar storm [Monitor|kind=body]¶It rained all night.
    skip: The [monitor] was off¶It rained all night.
    """
    words = sentence.words
    if sentence.zone.kind not in {"title", "heading"} or not words:
        return
    last = words[-1]
    if last.text.lower() in lexicon.lowered("actors.class"):
        yield Candidate(
            span=sentence.span.account.span(last.start, last.end),
            sentence=sentence,
            kind="body",
            named=False,
            head=last.text.lower(),
        )


def _of_whom(words: Sequence[Word], at: int, lexicon: Lexicon) -> str | None:
    """Whom an office is held in: "the head of the Teshar Observatory"."""
    if at + 2 >= len(words) or words[at + 1].text.lower() not in lexicon.lowered("actors.hangs"):
        return None
    return name_at(words, at + 2, lexicon)


RULES = (source_of_headline, government_of_person, described_actor)
