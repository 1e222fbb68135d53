"""He, she, it, they: the actor of the speech before, if only one can be meant."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.mentions.actors.referents import Named
from rashomon.types import Actor, ActorKind, Sentence, Word

REACH = 3  # sentences back in which the actor must have been named

_STANDS: dict[str, tuple[ActorKind, ...]] = {
    "he": ("person",),
    "she": ("person",),
    "it": ("body", "outlet"),
    "they": ("group", "body"),
}


def resolve(sentences: Sequence[Sentence], named: Sequence[Named], lexicon: Lexicon) -> tuple[Actor, ...]:
    """The actors of all mentions and of the pronouns that stand for exactly one of them."""
    by_sentence: dict[int, list[Named]] = {}
    for one in named:
        by_sentence.setdefault(one.candidate.sentence.span.start, []).append(one)
    stands = {form.lower(): entry["stands"] for entry in lexicon.entries("actors.pronoun") for form in entry.forms}
    actors: list[Actor] = []
    recent: list[list[tuple[Actor, bool]]] = []
    for sentence in sentences:
        here: list[tuple[Actor, bool]] = []
        mentions = sorted(by_sentence.get(sentence.span.start, []), key=lambda one: one.candidate.span.start)
        for word in sentence.words:
            while mentions and mentions[0].candidate.span.start <= word.start:
                one = mentions.pop(0)
                here.append((_actor(one), _is_subject(sentence.words, one)))
            pronoun = stands.get(word.text.lower())
            if pronoun and word.pos == "PRON":
                meant = _meant(pronoun, here, recent)
                if meant is not None:
                    here.append((_stand_in(sentence, word, meant), word.relation.startswith("nsubj")))
        actors += [actor for actor, _ in here]
        recent = [*recent[-REACH + 1 :], here]
    return tuple(sorted(actors, key=lambda actor: (actor.span.start, actor.span.end)))


def _actor(one: Named) -> Actor:
    return Actor(
        span=one.candidate.span,
        zone=one.candidate.sentence.zone.kind,
        name=one.name,
        kind=one.kind,
        affiliation=one.affiliation,
        rule=one.candidate.rule,
    )


def _stand_in(sentence: Sentence, word: Word, meant: Actor) -> Actor:
    return Actor(
        span=sentence.span.account.span(word.start, word.end),
        zone=sentence.zone.kind,
        name=meant.name,
        kind=meant.kind,
        affiliation=meant.affiliation,
        rule="mentions.actors.pronouns.resolve",
    )


def _is_subject(words: Sequence[Word], one: Named) -> bool:
    span = one.candidate.span
    return any(
        word.relation in {"nsubj", "nsubjpass"} for word in words if span.start <= word.start and word.end <= span.end
    )


def _meant(
    pronoun: str, here: Sequence[tuple[Actor, bool]], recent: Sequence[Sequence[tuple[Actor, bool]]]
) -> Actor | None:
    """The one subject of a fitting kind in this sentence or the nearest before it; else the one mention."""
    kinds = _STANDS[pronoun]
    for group in (here, *reversed(recent)):
        for wanted in (True, False):
            fitting = {actor.name: actor for actor, subject in group if actor.kind in kinds and (subject or not wanted)}
            if len(fitting) == 1:
                return next(iter(fitting.values()))
            if fitting and wanted:
                last = [actor for actor, subject in group if actor.kind in kinds and subject]
                return last[-1] if len({actor.name for actor in last[-1:]}) == 1 and group is not here else None
    return None
