"""Actors by name: "Ana Bel", "the Teshar Council for Wells", "Reuters"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.mentions.actors.affiliations import body_of
from rashomon.mentions.actors.candidates import Candidate
from rashomon.mentions.actors.runs import run_at, tied
from rashomon.types import ActorKind, Sentence, Word

PLACES = {"GPE", "LOC", "FAC"}
ATTRIBUTES = {"amod", "compound", "nmod"}  # "Central American" before a noun is that noun's


@cache
def titles_of(lexicon: Lexicon) -> frozenset[str]:
    """What may stand before a person's name: "Dr.", "Minister"."""
    return lexicon.lowered("titles.honorific") | lexicon.lowered("titles.role")


def named_actor(sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """Harbour chief Ana Bel told Reuters: a run of capitalised words that is a person, a body or an outlet.

    find: [Ana Bel|kind=person] spoke to [Reuters|kind=outlet] at noon.
    find: The [Teshar Council for Wells|kind=body] met at noon.
    skip: It rained in [Port Edran] on [Monday].
    skip: The [Great Battle] of Edran is over.
    """
    words = sentence.words
    at = 0
    while at < len(words):
        last = run_at(words, at, lexicon)
        if last is None:
            at += 1
            continue
        if tied(words, last):
            at = last + 1
            continue
        first = _after_titles(words, at, last, lexicon)
        kind = _kind(words[first : last + 1], words, first, lexicon)
        if kind is not None and first <= last:
            yield Candidate(
                span=sentence.span.account.span(words[first].start, words[last].end),
                sentence=sentence,
                kind=kind,
                named=True,
                head=words[last].text,
                office=" ".join(word.text.lower() for word in words[max(0, at - 3) : first] if word.pos != "DET"),
                body=body_of(words, at, first, last, lexicon) if kind == "person" else None,
            )
        at = last + 1


def _after_titles(words: Sequence[Word], at: int, last: int, lexicon: Lexicon) -> int:
    """Where the name itself begins, after "Foreign Minister" or "Lt. Gen.", if anything is left of it."""
    titles = titles_of(lexicon)
    for i in range(last, at - 1, -1):
        if words[i].text.lower() in titles and i < last and words[i + 1].pos == "PROPN":
            return i + 1
    while at < last and words[at].text.islower() and words[at].text not in lexicon.lowered("actors.joint"):
        at += 1  # "neighbor Ana Bel", where the parser takes the first word for a part of the name
    if at > 1 and at < last:
        office = " ".join(word.text.lower() for word in words[at - 2 : at + 1])
        if office in titles or (words[at].entity in PLACES and words[at + 1].entity == "PERSON"):
            return at + 1
    return at


def _kind(run: Sequence[Word], words: Sequence[Word], first: int, lexicon: Lexicon) -> ActorKind | None:
    """What a name stands for: by the lists, then by its title, then by what the parser takes it for."""
    titles = titles_of(lexicon)
    office = " ".join(word.text.lower() for word in run) in titles or _is_office(run, lexicon)
    if office or _is_happening(run, lexicon):
        return None  # "Foreign Minister" is nobody's name
    if run[-1].entity == "ORG" and _beside_person(run[-1], words, lexicon):
        return "person"
    listed = _listed(run, lexicon)
    if listed is not None:
        return listed
    if len(run) == 1 and run[0].text.lower() in lexicon.lowered("places.demonym"):
        return None
    last, entity = run[-1], run[-1].entity
    if entity == "PERSON" or (first > 0 and words[first - 1].text.lower() in titles):
        return "person"
    people = entity == "NORP" and last.relation not in ATTRIBUTES and (len(run) > 1 or run[0].text.isupper())
    if entity == "ORG" or people:
        return "body"
    if entity in PLACES:
        return "body" if first == 0 and len(run) == 1 and _says(last, words, lexicon) else None
    speaks = len(run) == 1 and entity not in {"NORP", "DATE"} and _says(last, words, lexicon)
    subject = len(run) > 1 and entity == "" and last.pos == "PROPN" and last.relation == "nsubj"
    return "person" if speaks or subject else None


def _is_office(run: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a run of capitals is the office of a body or a country: "Edran Police Chief", "German Chancellor"."""
    if len(run) == 1 or run[-1].entity == "PERSON" or run[-1].text.lower() not in lexicon.lowered("titles.role"):
        return False
    held = lexicon.lowered("actors.body") | lexicon.lowered("places.demonym") | lexicon.lowered("places.country")
    lowered = [word.text.lower() for word in run]
    return any(word in held for word in lowered[:-1]) and not set(lowered) & lexicon.lowered("actors.tie")


def _is_happening(run: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a run of capitals names what happened: "the Great Battle", "the March Offensive"."""
    named = run[-1].entity in {"PERSON", "ORG"}
    return len(run) > 1 and not named and run[-1].text.lower() in lexicon.by_form("events.happening")


def _beside_person(word: Word, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a name stands beside a word for a person: "a baker, Ana Bel," where the parser sees a body."""
    if word.relation != "appos":
        return False
    beside = words[word.head].text.lower()
    return any(beside in lexicon.lowered(name) for name in ("titles.role", "actors.person"))


def _listed(run: Sequence[Word], lexicon: Lexicon) -> ActorKind | None:
    """What the lists say of a name: an acronym, an outlet, a body by one of its words."""
    lowered = [word.text.lower() for word in run]
    text = " ".join(lowered)
    if text in lexicon.lowered("actors.acronym"):
        return "body"
    outlet = len(run) > 1 and any(word in lexicon.lowered("actors.outlet_word") for word in lowered)
    if outlet or text in lexicon.lowered("actors.outlet"):
        return "outlet"
    return "body" if any(word in lexicon.lowered("actors.body") for word in lowered) else None


def _says(word: Word, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a name is the subject of a verb of saying."""
    return word.relation == "nsubj" and words[word.head].text.lower() in lexicon.by_form("cues.say")


RULES = (named_actor,)
