"""How firmly a claim is made: asserted, hedged, denied, expected; and whether the account itself stands back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.claims.said import Context, Said
from rashomon.claims.shelves import meeting
from rashomon.lexicons import Lexicon
from rashomon.text import alternatives, plain
from rashomon.types import Figure, Quote, Speech, Stance, rule_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A stance, whether the account itself doubts, and the rule that said so."""

    stance: Stance = "asserted"
    hedged: bool = False
    rule: str = ""


@cache
def _hedges(lexicon: Lexicon) -> re.Pattern[str]:
    words = [*lexicon.forms("speech.reportedly"), *lexicon.forms("speech.hedging")]
    return re.compile(rf"\b(?:{alternatives(words)})\b", re.IGNORECASE)


def hedged_by_adverb(mention: Figure | Quote | Speech, said: Said, context: Context) -> Standing | None:
    """Six boats reportedly sank: the account stands back by an adverb in the sentence.

    find: [Six|hedged=True; stance=hedged] boats reportedly sank.
    skip: [Six] boats sank.
    """
    if not isinstance(mention, Figure):
        return None
    sentence = next((s.span for s in meeting(context.sentences, mention.span.start, mention.span.end)), None)
    if sentence is None or not _hedges(context.lexicon).search(plain(sentence.text)):
        return None
    return Standing(stance="hedged", hedged=True)


def by_cue(mention: Figure | Quote | Speech, said: Said, context: Context) -> Standing | None:
    """The guild claimed six boats sank: the cue itself tells how the account takes it.

    find: The guild alleged that [six|hedged=True] boats sank.
    skip: The guild said that [six] boats sank.
    """
    if said.cue is None:
        return None
    entry = context.lexicon.by_form("cues.say").get(said.cue.text.lower())
    if entry is None:
        return None
    stance = entry.get("stance")
    if entry.get("hedge"):
        return Standing(stance="hedged", hedged=True)
    if stance == "denied":
        return Standing(stance="denied")
    if stance == "expected":
        return Standing(stance="expected")
    return None


RULES = (by_cue, hedged_by_adverb)


def stance_of(mention: Figure | Quote | Speech, said: Said, context: Context) -> Standing:
    """The first rule that speaks decides; else the claim is asserted."""
    for rule in RULES:
        standing = rule(mention, said, context)
        if standing is not None:
            return Standing(stance=standing.stance, hedged=standing.hedged, rule=rule_name(rule))
    return Standing()
