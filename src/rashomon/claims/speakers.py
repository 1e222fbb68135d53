"""Who speaks a quotation: the source of the speech around it, the words beside it, the speaker before."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.claims.links import links_of, medium_link
from rashomon.claims.said import Context, Said
from rashomon.claims.shelves import before, meeting
from rashomon.types import Link, Quote, Sentence, Span, Speech, rule_name

_SIGNATURE = re.compile(r"\s+[—–-]{1,2}\s+(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3})")
NEAR = 3  # characters between a quotation and the words that name its speaker: a comma, a mark, a space


def speech_around(quote: Quote, context: Context) -> Said | None:
    """We wait, said Ana Bel: the quotation is the content of a speech, or a part of it.

    find: ["We wait for the boats,"] said harbour chief Ana Bel.
    find: The bishop called it ["a long night of lamps and bells"].
    skip: The ferry ["Silver Heron"] left at noon.
    """
    for shelf in (context.speeches, context.named):
        fitting = [
            speech
            for speech in meeting(shelf, quote.span.start, quote.span.end)
            if speech.source is not None
            and not quote.span.meets(speech.source)
            and not (speech.cue is not None and quote.span.meets(speech.cue))
            and any(_covers(piece, quote) for piece in speech.pieces)
        ]
        if fitting:
            best = min(fitting, key=lambda speech: (_distance(speech, quote), speech.span.end - speech.span.start))
            return _said(best, context)
    return None


def _covers(piece: Span, quote: Quote) -> bool:
    """Whether a content holds the quotation, or the end or the beginning of one that runs over sentences."""
    if piece.holds(quote.content):
        return True
    return piece.meets(quote.content) and (piece.start <= quote.content.start or piece.end >= quote.content.end)


def _distance(speech: Speech, quote: Quote) -> int:
    cue = speech.cue or speech.source
    if cue is None:
        return len(quote.account.text)
    return max(quote.span.start - cue.end, cue.start - quote.span.end, 0)


def _said(speech: Speech, context: Context) -> Said | None:
    if speech.source is None:
        return None
    told = medium_link(speech, context)
    links = (*links_of(speech.source, speech.cue, context), *((told,) if told else ()))
    return Said(
        links=links, cue=speech.cue, medium=speech.medium.text if speech.medium else None, through=(speech.rule,)
    )


def same_utterance(quote: Quote, context: Context) -> Said | None:
    """We wait, she said. We hope: the second part has the speaker of the first.

    find: "We wait for the boats," said harbour chief Ana Bel. ["We hope they come."]
    skip: ["We wait for the boats,"] said harbour chief Ana Bel.
    """
    return context.utterances.get(quote.utterance) if quote.utterance is not None else None


def subject_before(quote: Quote, context: Context) -> Said | None:
    """The office "has counted six boats": the quotation goes on from its speaker without a cue.

    find: The Harbour Office ["has counted the boats and the oars"] over the past year.
    skip: The harbour was ["a long way from here and there"].
    """
    for actor in meeting(context.actors, quote.span.start - NEAR, quote.span.start):
        gap = quote.account.text[actor.span.end : quote.span.start]
        if actor.span.end <= quote.span.start and not gap.strip() and len(gap) <= NEAR and quote.kind == "partial":
            return Said(links=links_of(actor.span, None, context))
    return None


def subject_behind(quote: Quote, context: Context) -> Said | None:
    """The pier is shut," Bel, who had run there from the mole, called: the verb is far from the quotation.

    find: ["This is bad, just stupid,"] Bel, who had spun off on day 10 and ended up facing the boats amid the spray, exclaimed.
    skip: ["This is bad, just stupid,"] Bel, who had spun off on day 10 and ended up facing the boats amid the spray, slept.
    """  # noqa: E501
    cues = context.lexicon.by_form("cues.say")
    for sentence in meeting(context.sentences, quote.span.end, quote.span.end + NEAR):
        for word in sentence.words:
            if not 0 <= word.start - quote.span.end < NEAR or word.relation != "nsubj":
                continue
            verb = sentence.words[word.head]
            actors = meeting(context.actors, word.start, word.end)
            if actors and verb.start > word.end and verb.text.lower() in cues:
                cue = quote.account.span(verb.start, verb.end)
                return Said(links=links_of(actors[0].span, cue, context), cue=cue)
    return None


def subject_before_colon(quote: Quote, context: Context) -> Said | None:
    """Bel put it plainly: "We wait." — a quotation after a colon is on the word of whom its sentence is about.

    find: Harbour chief Ana Bel put it in plain words: ["We wait behind the mole until dawn."]
    skip: There was a sign at the pier: ["We wait behind the mole until dawn."]
    """
    text = quote.account.text
    lead = text[max(0, quote.span.start - NEAR) : quote.span.start].rstrip()
    if quote.kind not in {"direct", "partial"} or not lead.endswith(":"):
        return None
    lines = [one for one in before(context.sentences, quote.span.start) if one.span.start < quote.span.start]
    if not lines or "\n" in text[lines[0].span.start : quote.span.start].rstrip():
        return None
    label = text[lines[0].span.start : quote.span.start].rstrip(" :")
    sentence = lines[0]
    told = [word for word in sentence.words if word.end <= quote.span.start]
    named = [one for one in meeting(context.actors, sentence.span.start, quote.span.start) if one.span.text == label]
    if named:
        return Said(links=links_of(named[0].span, None, context))
    for word in reversed(told):
        if word.relation == "nsubj" and sentence.words[word.head].end <= quote.span.start and word.pos != "DET":
            here = quote.account.span(word.start, word.end)
            actors = meeting(context.actors, here.start, here.end)
            return Said(links=links_of(actors[0].span, None, context)) if actors else None
    return None


def subject_of_sentence(quote: Quote, context: Context) -> Said | None:
    """Bel put it down to "a long night": a few quoted words are on the word of whom their sentence is about.

    find: Captain Ana Bel thanked the crews for ["a long night of work and salt"].
    skip: The night was ["a long one of work and salt"].
    """
    near = meeting(context.sentences, quote.span.start, quote.span.end)
    sentence = next((one for one in near if one.span.holds(quote.span)), None)
    if quote.kind != "partial" or sentence is None:
        return None
    for word in sentence.words:
        verb = sentence.words[word.head]
        if word.relation == "nsubj" and verb.relation == "ROOT" and verb.pos == "VERB" and word.end <= quote.span.start:
            at = quote.account.span(word.start, word.end)
            actors = meeting(context.actors, at.start, at.end)
            return Said(links=links_of(actors[0].span, None, context)) if actors else None
    return None


def block_introduced(quote: Quote, context: Context) -> Said | None:
    """The minister informed the house: (block) — the source of the last sentence before a block.

    find: Port¶¶Ana Bel called the works¶[......a danger to all the crews.]¶It met.
    skip: Port¶¶The captain said ["the pier is shut"] and left.
    """
    if quote.kind != "block":
        return None
    lines = [
        sentence
        for sentence in before(context.sentences, quote.span.start)
        if sentence.span.end <= quote.span.start and sentence.zone.kind != "blockquote"
    ]
    if not lines:
        return None
    cues = {form.lower() for name in ("cues.say", "cues.judge") for form in context.lexicon.forms(name)}
    last = lines[0]
    told = _told_in(last.span, context)
    if told:
        return _said(told[-1], context)
    for at, word in enumerate(last.words):
        if word.text.lower() in cues:
            source = _before_cue(last, at, context)
            if source is not None:
                return Said(links=links_of(source, None, context), cue=quote.account.span(word.start, word.end))
    return None


def _before_cue(sentence: Sentence, at: int, context: Context) -> Span | None:
    word = sentence.words[at]
    here = meeting(context.actors, sentence.span.start, word.start)
    actors = [actor for actor in here if sentence.span.holds(actor.span) and actor.span.end <= word.start]
    return actors[-1].span if actors else None


def signed_block(quote: Quote, context: Context) -> Said | None:
    """A post, then a dash and a name: a block is on the word of whoever signs it.

    find: Port¶¶A pier burned.¶[The pier is on fire!|speaker=Mara Quill] — Mara Quill (@mquill) May 4, 2031
    skip: Port¶¶It carries extracts¶["The pier is shut,"] it said.¶It added that crews left.¶They met.
    """
    if quote.kind != "block":
        return None
    text = quote.account.text
    signed = _SIGNATURE.match(text, quote.span.end)
    if signed is None:
        return None
    source = quote.account.span(signed.start("name"), signed.end("name"))
    joined = signed["name"].replace(" ", "").lower()
    same = [a for a in context.found.actors if a.name.replace(" ", "").lower() == joined]
    if same:
        return Said(
            links=(Link(name=same[0].name, kind="person" if same[0].kind == "person" else "body", span=source),)
        )
    return Said(links=(Link(name=signed["name"], kind="person", span=source),))


def speaker_goes_on(quote: Quote, context: Context) -> Said | None:
    """She said all were safe. "They wait." — a quotation without a cue goes on from the speaker before it.

    find: Harbour chief Ana Bel said all boats were safe. ["They wait behind the mole until dawn."]
    skip: All boats were safe. ["They wait behind the mole until dawn."]
    """
    if quote.kind not in {"direct", "block"}:
        return None
    lines = [one for one in before(context.sentences, quote.span.start) if one.span.end <= quote.span.start + 1]
    if not lines or quote.account.text[lines[0].span.end : quote.span.start].strip():
        return None
    last = lines[0].span
    earlier = [one for one in meeting(context.quotations, last.start, last.end) if one.kind != "scare" and one != quote]
    if earlier and earlier[-1] in context.quotes and context.quotes[earlier[-1]].links:
        said = context.quotes[earlier[-1]]
        return Said(links=said.links, medium=said.medium)
    told = [speech for speech in meeting(context.speeches, last.start - NEAR, last.end) if speech.cue]
    direct = [one.span for one in earlier if one.kind == "direct"]
    told = [
        speech
        for speech in told
        if speech.cue is not None and last.holds(speech.cue) and not any(one.holds(speech.cue) for one in direct)
    ]
    return _said(told[0], context) if told else None


def _told_in(sentence: Span, context: Context) -> list[Speech]:
    """The speeches whose source stands in a sentence."""
    near = meeting(context.speeches, sentence.start, sentence.end + NEAR)
    return [speech for speech in near if speech.source is not None and sentence.holds(speech.source)]


RULES = (
    signed_block,
    speech_around,
    same_utterance,
    subject_before,
    subject_behind,
    subject_before_colon,
    block_introduced,
    speaker_goes_on,
    subject_of_sentence,
)


def speaker_of(quote: Quote, context: Context) -> Said:
    """The first rule that speaks decides; a quotation of which none speaks has no speaker."""
    if quote.kind != "scare":
        for rule in RULES:
            said: Said | None = rule(quote, context)
            if said is not None:
                return replace(said, rule=rule_name(rule))
    return Said(links=())
