"""On whose word a figure or a reported speech stands: the quotation or the speech around it, else the outlet."""

from __future__ import annotations

from dataclasses import replace

from rashomon.claims.links import links_of, medium_link
from rashomon.claims.said import Context, Said
from rashomon.types import Figure, Link, Speech, rule_name


def inside_quotation(mention: Figure | Speech, context: Context) -> Said | None:
    """ "We counted six," she said: what stands in a quotation is on its speaker's word.

    find: "We counted [six] boats at the pier," harbour chief Ana Bel said.
    skip: We counted [six] boats at the pier.
    """
    for quote, said in context.quotes.items():
        if quote.kind != "scare" and quote.content.holds(mention.span) and said.links:
            inner = _inner(mention, context)
            return replace(said, links=(*inner, *said.links))
    return None


def _inner(mention: Figure | Speech, context: Context) -> tuple[Link, ...]:
    """Those whom the speaker quotes in turn."""
    return ()


def inside_speech(mention: Figure | Speech, context: Context) -> Said | None:
    """The office said six boats sank: what stands in a speech is on its source's word, the inner one first.

    find: The harbour office said [six] boats sank.
    find: The toll rose to [six] according to the harbour office.
    skip: The toll rose to [six] on Monday.
    """
    around = [
        speech
        for speech in context.found.speeches
        if speech is not mention
        and speech.source is not None
        and any(piece.holds(mention.span) for piece in speech.pieces)
        and not speech.source.meets(mention.span)
        and (isinstance(mention, Figure) or speech.span != mention.span)
    ]
    own = mention if isinstance(mention, Speech) and mention.source is not None else None
    ordered = sorted(around, key=lambda speech: (speech.span.end - speech.span.start, speech.span.start))
    speeches = [own, *ordered] if own is not None else ordered
    if not speeches:
        return None
    links: list[Link] = []
    for speech in speeches:
        links += links_of(speech.source, speech.cue, context) if speech.source else ()
        told = medium_link(speech, context)
        links += [told] if told else []
    medium = next((speech.medium.text for speech in speeches if speech.medium), None)
    return Said(links=tuple(links), cue=speeches[0].cue, medium=medium)


def own_voice(mention: Figure | Speech, context: Context) -> Said:
    """Six boats sank: where nobody is named, the account says it itself.

    find: [Six] boats sank at the pier.
    skip: [Six] boats sank at the pier, the harbour office said.
    """
    return Said(links=())


RULES = (inside_quotation, inside_speech, own_voice)


def attribute(mention: Figure | Speech, context: Context) -> Said:
    """The first rule that speaks decides; the last always does."""
    for rule in RULES:
        said = rule(mention, context)
        if said is not None:
            return replace(said, rule=rule_name(rule))
    raise AssertionError("the last rule always decides")
