"""Mention -> Claim: on whose word, in what stance, and what is measured."""

from __future__ import annotations

from dataclasses import replace

from rashomon.claims.attributions import attribute, within_turn
from rashomon.claims.found import Found
from rashomon.claims.links import chain
from rashomon.claims.said import Context, Said, context_of
from rashomon.claims.shelves import Shelf, meeting, shelve
from rashomon.claims.speakers import speaker_of
from rashomon.claims.stances import stance_of
from rashomon.claims.topics import find_topic
from rashomon.lexicons import Lexicon
from rashomon.types import Claim, Figure, Quote, Span, Speech

__all__ = ["Found", "find_claims"]


MOST = 0.6  # of the characters of a speech; a quotation that is as much of it tells the same


def find_claims(found: Found, lexicon: Lexicon) -> tuple[Claim, ...]:
    """A claim for every figure, quotation and reported speech, in the order of the text."""
    context = context_of(found, lexicon)
    for quote in found.quotes:
        said = context.quotes[quote] = within_turn(speaker_of(quote, context), quote, context)
        if quote.utterance is not None and said.links:
            context.utterances[quote.utterance] = said
    told = [speech for speech in found.speeches if _counts(speech, context)]
    around = shelve(told)
    claims = [_claim(_in_part(quote, around), said, context) for quote, said in context.quotes.items()]
    claims += [_claim(figure, attribute(figure, context), context) for figure in found.figures]
    claims += [_claim(speech, attribute(speech, context), context) for speech in told]
    return tuple(sorted(claims, key=lambda claim: (claim.span.start, claim.span.end, type(claim.mention).__name__)))


def _in_part(quote: Quote, told: Shelf[Speech]) -> Quote:
    """The quotation as partial where it is some of the words of a wider report: she said it was late and "We wait"."""
    if quote.kind == "direct" and any(
        piece.holds(quote.span) and piece != quote.span
        for speech in meeting(told, quote.span.start, quote.span.end)
        for piece in speech.pieces
    ):
        return replace(quote, kind="partial")
    return quote


def _counts(speech: Speech, context: Context) -> bool:
    """Whether a speech says more than a quotation already on record, and is no mere opinion inside one."""
    quotes = [
        quote for quote in meeting(context.quotations, speech.span.start, speech.span.end) if quote.kind != "scare"
    ]
    if _part_of_another(speech, context) or (speech.quoted and any(quote.span.meets(speech.span) for quote in quotes)):
        return False
    if any(quote.kind != "partial" and _fills(quote, speech) for quote in quotes):
        return False
    holding = [quote for quote in quotes if quote.span.holds(speech.pieces[0])]
    if not holding:
        return True
    if speech.source is None or not any(quote.span.meets(speech.source) for quote in holding):
        return False
    own = context.lexicon.lowered("speech.own")
    say = context.lexicon.by_form("cues.say")
    return speech.cue is not None and speech.cue.text.lower() in say and speech.source.text.lower() not in own


def _part_of_another(speech: Speech, context: Context) -> bool:
    """Whether a speech is told inside another: "aides say the mayor hopes to win" is the aides' one claim."""
    told = speech.cue or speech.source
    return told is not None and any(
        other.source is not None and _tells(other, told) and not _tells(speech, other.cue or other.source)
        for shelf in (context.speeches, context.named, context.held)
        for other in meeting(shelf, told.start, told.end)
        if other is not speech
    )


def _tells(speech: Speech, told: Span) -> bool:
    return any(piece.holds(told) for piece in speech.pieces)


def _fills(quote: Quote, speech: Speech) -> bool:
    """Whether a quotation is most of a speech whose source stands outside it."""
    if speech.source is None or quote.span.meets(speech.source):
        return False
    said = sum(piece.end - piece.start for piece in speech.pieces)
    common = sum(max(0, min(piece.end, quote.span.end) - max(piece.start, quote.span.start)) for piece in speech.pieces)
    return common > said * MOST


def _claim(mention: Figure | Quote | Speech, said: Said, context: Context) -> Claim:
    stance = stance_of(mention, said, context)
    topic, topic_rules = (
        find_topic(mention, context.found, context.lexicon) if isinstance(mention, Figure) else (None, ())
    )
    return Claim(
        mention=mention,
        attribution=chain(said.links, mention.zone, context),
        stance=stance.stance,
        hedged=stance.hedged,
        topic=topic,
        cue=said.cue,
        medium=said.medium,
        sentence=_sentence(mention.span, context),
        decided_by=tuple(rule for rule in (said.rule, *said.through, stance.rule, *topic_rules) if rule),
    )


def _sentence(span: Span, context: Context) -> Span | None:
    return next((sentence.span for sentence in meeting(context.sentences, span.start, span.end)), None)
