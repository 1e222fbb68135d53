"""On whose word a mention stands: the chain of speakers, the cue and the medium, and the rule that said so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rashomon.claims.found import Found
from rashomon.claims.shelves import Shelf, shelve
from rashomon.claims.turns import Turn, find_turns
from rashomon.lexicons import Lexicon
from rashomon.types import Actor, Link, Quote, Sentence, Span, Speech

TITLE = "title_of_name"  # the rule of a title before a name; the name behind it is who speaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The speakers from the nearest outward, the outlet not among them; `cue` and `medium` as stated.

    `rule` decided; `through` are the rules that found the speeches it rests on.
    """

    links: tuple[Link, ...]
    cue: Span | None = None
    medium: str | None = None
    rule: str = ""
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a decider may look at: all that was found, by its place, and the quotations decided so far.

    What is only spoken of (`named`) or told of a mind (`held`) stands apart from the speeches: nobody vouches for a
    figure by wanting it.
    """

    found: Found
    lexicon: Lexicon
    actors: Shelf[Actor]
    sentences: Shelf[Sentence]
    speeches: Shelf[Speech]
    named: Shelf[Speech]
    held: Shelf[Speech]
    quotations: Shelf[Quote]
    meant: Mapping[Span, Span]
    turns: tuple[Turn, ...] = ()
    quotes: dict[Quote, Said] = field(default_factory=dict)
    utterances: dict[int, Said] = field(default_factory=dict)


def context_of(found: Found, lexicon: Lexicon) -> Context:
    """The context of an account in which nothing is decided yet."""
    return Context(
        found=found,
        lexicon=lexicon,
        actors=shelve([actor for actor in found.actors if not actor.rule.endswith(TITLE)]),
        sentences=shelve(found.sentences),
        speeches=shelve(speech for speech in found.speeches if speech.sense == "stated"),
        named=shelve(speech for speech in found.speeches if speech.sense == "named"),
        held=shelve(speech for speech in found.speeches if speech.sense == "held"),
        quotations=shelve(found.quotes),
        meant={speech.source: speech.meant for speech in found.speeches if speech.source and speech.meant},
        turns=find_turns(found, lexicon),
    )
