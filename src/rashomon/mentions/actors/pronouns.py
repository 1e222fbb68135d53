"""He, she, it, they: the actor of the speech before, if only one can be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.lexicons import Lexicon
from rashomon.mentions.actors.referents import Named
from rashomon.types import Actor, Sentence, Word

DESCRIBED = "mentions.actors.descriptions.described_actor"
ASIDE = {"caption"}  # whom the words under a picture name, no pronoun of the text around it means
MARKS = frozenset({'"', "``", "''"})  # of quotation
REACH = 3  # sentences back in which the actor must have been named


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An actor as met on the way through the text: a subject, the main verb's subject, inside a quotation."""

    actor: Actor
    subject: bool
    main: bool
    quoted: bool


def resolve(sentences: Sequence[Sentence], named: Sequence[Named], lexicon: Lexicon) -> tuple[Actor, ...]:
    """The actors of all mentions and of the pronouns that stand for exactly one of them."""
    by_sentence: dict[int, list[Named]] = {}
    for one in named:
        by_sentence.setdefault(one.candidate.sentence.span.start, []).append(one)
    stands = lexicon.by_form("actors.pronoun")
    actors: list[Actor] = []
    recent: list[list[Seen]] = []
    quoted = False
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        quoted = quoted and before is not None and _same_paragraph(before, sentence)
        here: list[Seen] = []
        mentions = sorted(by_sentence.get(sentence.span.start, []), key=lambda one: one.candidate.span.start)
        for word in sentence.words:
            if word.text in MARKS:
                quoted = not quoted and _opens(sentence, word)
            while mentions and mentions[0].candidate.span.start <= word.start:
                one = mentions.pop(0)
                rank = _subject_rank(sentence.words, one)
                here.append(Seen(actor=as_actor(one), subject=rank > 0, main=rank > 1, quoted=quoted))
            pronoun = stands.get(word.text.lower())
            if pronoun is not None and word.pos == "PRON":
                meant = _meant(pronoun["kinds"].split(), here, recent, quoted=quoted)
                if meant is not None:
                    stand_in = _stand_in(sentence, word, meant)
                    subject = word.relation.startswith("nsubj")
                    main = subject and sentence.words[word.head].relation == "ROOT"
                    here.append(Seen(actor=stand_in, subject=subject, main=main, quoted=quoted))
        actors += [seen.actor for seen in here]
        if sentence.zone.kind not in ASIDE:
            recent = [*recent[-REACH + 1 :], here]
    return tuple(sorted(actors, key=lambda actor: (actor.span.start, actor.span.end)))


def _same_paragraph(left: Sentence, right: Sentence) -> bool:
    return "\n" not in left.span.account.text[left.span.end : right.span.start]


def _opens(sentence: Sentence, mark: Word) -> bool:
    """Whether a mark stands directly before what it opens."""
    after = sentence.span.account.text[mark.end : mark.end + 1]
    return bool(after) and not after.isspace()


def as_actor(one: Named) -> Actor:
    """The actor at its characters, under its name."""
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


def _subject_rank(words: Sequence[Word], one: Named) -> int:
    """2 for the subject of the sentence's main verb, 1 for another subject, else 0."""
    span = one.candidate.span
    inside = [word for word in words if span.start <= word.start and word.end <= span.end]
    heads = [words[word.head] if word.relation == "appos" else word for word in inside]
    verbs = [words[word.head] for word in heads if word.relation in {"nsubj", "nsubjpass"}]
    return 2 if any(verb.relation == "ROOT" for verb in verbs) else int(bool(verbs))


def _meant(
    kinds: Sequence[str], here: Sequence[Seen], recent: Sequence[Sequence[Seen]], *, quoted: bool
) -> Actor | None:
    """The one subject of a fitting kind in this sentence or the nearest before it; else the one mention.

    Whom a quotation mentions is not meant outside it, and a name goes before a description.
    """
    for group in (here, *reversed(recent)):
        fitting = [seen for seen in group if seen.actor.kind in kinds and (quoted or not seen.quoted)]
        fitting = [seen for seen in fitting if seen.main] or [seen for seen in fitting if seen.subject] or fitting
        fitting = [seen for seen in fitting if seen.actor.rule != DESCRIBED or _by_name(seen.actor)] or fitting
        if fitting and (group is not here or len({seen.actor.name for seen in fitting}) == 1):
            last = fitting[-1].actor
            return last if fitting[-1].subject or len({seen.actor.name for seen in fitting}) == 1 else None
    return None


def _by_name(actor: Actor) -> bool:
    return actor.name.lower() not in actor.span.text.lower()
