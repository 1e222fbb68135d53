"""On whose word a figure or a reported speech stands: the quotation or the speech around it, else the outlet."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from rashomon.claims.links import joint_parts, links_of, medium_link
from rashomon.claims.said import Context, Said
from rashomon.claims.shelves import before, meeting
from rashomon.claims.turns import SPOKEN, turn_at
from rashomon.lexicons import Lexicon
from rashomon.types import Figure, Link, Mention, Quote, Span, Speech, rule_name

CITING = "prepositions.citing"  # the rule of "the paper wrote, citing the office": the office is nearer than the paper
LEAST = 2  # sources that share out the numbers of a sentence


def inside_quotation(mention: Figure | Speech, context: Context) -> Said | None:
    """We counted six, she said: what stands in a quotation is on its speaker's word.

    find: "We counted [six] boats at the pier," harbour chief Ana Bel said.
    skip: We counted [six] boats at the pier.
    """
    for quote in meeting(context.quotations, mention.span.start, mention.span.end):
        said = context.quotes[quote]
        if quote.kind != "scare" and quote.content.holds(mention.span) and said.links:
            return replace(said, links=(*_quoted_in_turn(mention, quote, context), *said.links))
    return None


def _quoted_in_turn(mention: Figure | Speech, quote: Quote, context: Context) -> tuple[Link, ...]:
    """Those whose words the speaker reports inside the quotation."""
    own = [mention] if isinstance(mention, Speech) else []
    inner = [
        speech
        for speech in meeting(context.speeches, mention.span.start, mention.span.end)
        if speech.source is not None
        and quote.content.holds(speech.source)
        and any(piece.holds(mention.span) for piece in speech.pieces)
        and speech.span != mention.span
    ]
    nested = [*own, *sorted(inner, key=lambda speech: speech.span.end - speech.span.start)]
    first = context.lexicon.lowered("speech.own")
    return tuple(
        link
        for speech in nested
        if speech.source is not None and speech.source.text.lower() not in first
        for link in links_of(speech.source, speech.cue, context)[:1]
    )


def inside_speech(mention: Figure | Speech, context: Context) -> Said | None:
    """The office said six boats sank: what stands in a speech is on its source's word, the inner one first.

    find: The harbour office said [six] boats sank.
    find: The toll rose to [six] according to the harbour office.
    skip: The toll rose to [six] on Monday.
    """
    first = context.lexicon.lowered("speech.own")
    around = [
        speech
        for speech in meeting(context.speeches, mention.span.start, mention.span.end)
        if speech is not mention
        and speech.source is not None
        and speech.source.text.lower() not in first
        and any(piece.holds(mention.span) for piece in speech.pieces)
        and not speech.source.meets(mention.span)
        and (isinstance(mention, Figure) or speech.span != mention.span)
    ]
    own = mention if isinstance(mention, Speech) and mention.source is not None else None
    ordered = sorted(
        around,
        key=lambda speech: (not speech.rule.endswith(CITING), speech.span.end - speech.span.start, speech.span.start),
    )
    speeches = [own, *ordered] if own is not None else ordered
    if not speeches:
        return None
    links: list[Link] = []
    for speech in speeches:
        links += links_of(speech.source, speech.cue, context) if speech.source else ()
        told = medium_link(speech, context)
        links += [told] if told else []
    medium = next((speech.medium.text for speech in speeches if speech.medium), None)
    through = tuple(dict.fromkeys(speech.rule for speech in ordered))
    return Said(links=tuple(links), cue=speeches[0].cue, medium=medium, through=through)


def each_to_its_own(mention: Figure | Speech, context: Context) -> Said | None:
    """The office and the guild put it at 30 and 40, respectively: each number is on the word of its own source.

    find: The Harbour Office and the Bakers Guild put the toll at 30 and [40], respectively.
    skip: The Harbour Office and the Bakers Guild put the toll at [30] and 40.
    """
    if not isinstance(mention, Figure):
        return None
    ordering = _ordered(context.lexicon)
    for speech in meeting(context.speeches, mention.span.start, mention.span.end):
        sentence = next((one.span for one in meeting(context.sentences, speech.span.start, speech.span.end)), None)
        if speech.source is None or sentence is None or not any(piece.holds(mention.span) for piece in speech.pieces):
            continue
        found = ordering.search(mention.account.text, mention.span.end, sentence.end)
        parts = joint_parts(speech.source, context)
        if found is None or len(parts) < LEAST:
            continue
        told = [one for one in context.found.figures if sentence.holds(one.span) and one.span.end <= found.start()]
        told = [one for one in told if speech.source.end <= one.span.start or one.span.end <= speech.source.start]
        if len(told) == len(parts) and mention in told:
            return Said(links=links_of(parts[told.index(mention)].span, speech.cue, context), cue=speech.cue)
    return None


@cache
def _ordered(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon.alternatives('findings.respectively')})\b", re.IGNORECASE)


def further_to_speech(mention: Figure | Speech, context: Context) -> Said | None:
    """The office said six died. And two were missing: a sentence that goes on with "and" is on the same word.

    find: The Harbour Office said six boats sank. And [two] were missing at noon.
    skip: The Harbour Office said six boats sank. Crews found [two] at noon.
    """
    here = next(iter(meeting(context.sentences, mention.span.start, mention.span.end)), None)
    if here is None or not isinstance(mention, Figure) or not _further(context.lexicon).match(here.span.text):
        return None
    lines = [one for one in before(context.sentences, here.span.start) if one.span.end <= here.span.start]
    if not lines or "\n" in mention.account.text[lines[0].span.end : here.span.start]:
        return None
    last = lines[0].span
    told = _tellers(last, context)
    if _tellers(here.span, context):
        return None  # the sentence has a speaker of its own
    return Said(links=links_of(told[0].source, told[0].cue, context)) if told and told[0].source else None


def _tellers(sentence: Span, context: Context) -> list[Speech]:
    """The speeches whose verb of saying stands in a sentence."""
    say = context.lexicon.by_form("cues.say")
    return [
        speech
        for speech in meeting(context.speeches, sentence.start, sentence.end)
        if speech.source and speech.cue and sentence.holds(speech.cue) and speech.cue.text.lower() in say
    ]


@cache
def _further(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.alternatives('speech.further')})\b")


def in_turn(mention: Figure | Speech, context: Context) -> Said | None:
    """BEL: Six boats sank. In a transcript the nearest speaker is whoever has the word.

    find: Port news¶¶ANA BEL, HOST: Tom Orr has more.¶TOM ORR, BYLINE: Good day.¶BEL: What now?¶ORR: [Six] boats sank.
    find: Port news¶¶The baker Ana Bel spoke to us.¶Q: How many boats?¶A: There were [six] of them.
    skip: Port news¶¶NOTE: Ana Bel is away.¶NOTE: [Six] boats sank.
    """
    turn = turn_at(context.turns, mention.span.start)
    if turn is None or turn.name is None or mention.zone not in SPOKEN:
        return None
    return Said(links=(Link(name=turn.name, kind="person", span=turn.label),))


def within_turn(said: Said, mention: Mention, context: Context) -> Said:
    """Whom somebody quotes in a transcript, and behind them whoever has the word."""
    turn = turn_at(context.turns, mention.span.start) if said.links else None
    if turn is None or turn.name is None or mention.zone not in SPOKEN or turn.name in {x.name for x in said.links}:
        return said
    return replace(said, links=(*said.links, Link(name=turn.name, kind="person", span=turn.label)))


def own_voice(mention: Figure | Speech, context: Context) -> Said:
    """Six boats sank: where nobody is named, the account says it itself.

    find: [Six] boats sank at the pier.
    skip: [Six] boats sank at the pier, the harbour office said.
    """
    return Said(links=())


RULES = (inside_quotation, each_to_its_own, inside_speech, further_to_speech, in_turn, own_voice)


def attribute(mention: Figure | Speech, context: Context) -> Said:
    """The first rule that speaks decides; the last always does."""
    for rule in RULES:
        said = rule(mention, context)
        if said is not None:
            return within_turn(replace(said, rule=rule_name(rule)), mention, context)
    raise AssertionError("the last rule always decides")
