"""Whom a source stands for that is no name: "it", "the group", "the man", "the statement"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rashomon.claims.said import Context
from rashomon.claims.shelves import before, meeting
from rashomon.lexicons import Entry, Lexicon
from rashomon.types import Actor, Span, Speech

REACH = 3  # sentences back in which the speaker before must have spoken
MADE = 32  # characters behind a document in which it is said who made it
ARTICLE = 5  # characters of an article before a name
FAR = 12  # sentences back in which a statement or a speaker called by the same noun must have been introduced
DESCRIBED = "described_actor"
NAMED = "named_actor"


def speaker_before(source: Span, context: Context) -> Speech | None:
    """The speech before whose source is meant by "it", "they", "the group", "the man", if it is of that kind."""
    stands = stands_for(source, context)
    if stands is None:
        return None
    for speech in _told_before(source, REACH, context):
        spoken = speech.meant or speech.source
        if spoken is not None and _of_kind(spoken, stands, context):
            return None if stands.get("noun") and _another(source, spoken, context) else speech
    return None


def goes_on(source: Span, cue: Span | None, context: Context) -> Speech | None:
    """The speech of a person that is added to: "We wait," said Ana Bel. "We hope," added the harbour chief."""
    here = [actor for actor in meeting(context.actors, source.start, source.end) if source.holds(actor.span)]
    unnamed = source.text.islower() and all(one.kind == "person" and one.rule.endswith(DESCRIBED) for one in here)
    definite = source.text.partition(" ")[0].lower() in context.lexicon.forms("actors.definite")
    adds = cue is not None and cue.text.lower() in context.lexicon.forms("speech.goes_on")
    if not (unnamed and definite and adds) or any(one.name not in one.span.text for one in here):
        return None
    told = next(iter(_told_before(source, REACH, context)), None)
    spoken = (told.meant or told.source) if told is not None else None
    before = meeting(context.actors, spoken.start, spoken.end) if spoken is not None else ()
    return told if any(one.kind == "person" for one in before) else None


def _told_before(source: Span, reach: int, context: Context) -> list[Speech]:
    """The speeches of the last few sentences that nobody reports in turn, the last one first."""
    sentences = before(context.sentences, source.start + 1)
    first = sentences[reach - 1].span.start if len(sentences) >= reach else 0
    speeches = [
        speech
        for speech in meeting(context.speeches, first, source.end)
        if speech.source is not None and first <= speech.source.start and speech.source.end <= source.start
    ]
    outer = [
        speech
        for speech in speeches
        if not any(piece.holds(speech.source) for other in speeches for piece in other.pieces if speech.source)
    ]
    return sorted(outer, key=lambda speech: -speech.source.start if speech.source else 0)


def stands_for(source: Span, context: Context) -> Entry | None:
    """The pronoun that a source is, or the description without a name ("the group")."""
    pronoun = context.lexicon.by_form("actors.pronoun").get(source.text.lower())
    return pronoun or context.lexicon.by_form("actors.generic").get(_noun(source, context.lexicon))


def _noun(source: Span, lexicon: Lexicon) -> str:
    """The noun of a source that is nothing but "the" and a noun."""
    first, _, rest = source.text.lower().partition(" ")
    return rest if first in lexicon.forms("actors.definite") else ""


def _of_kind(source: Span, stands: Entry, context: Context) -> bool:
    """Whether a source may be meant by a pronoun: a person by "he", a body by "it", several or a body by "they"."""
    if stands_for(source, context) is not None:
        return False
    inside = [actor for actor in meeting(context.actors, source.start, source.end) if source.holds(actor.span)]
    if not inside:
        return not stands.get("personal")
    return (_kind(inside) == "person") == bool(stands.get("personal"))


def _kind(inside: Sequence[Actor]) -> str:
    return "person" if any(actor.kind == "person" for actor in inside) else inside[0].kind


def _another(source: Span, spoken: Span, context: Context) -> bool:
    """Whether "the man" is not the speaker before: one brought up since ("A man was held."), or that one has a name."""
    noun = _noun(source, context.lexicon)
    if any(actor.rule.endswith(NAMED) for actor in meeting(context.actors, spoken.start, spoken.end)):
        return True
    return any(
        actor.span.text.lower().endswith(noun) and actor.rule.endswith(DESCRIBED)
        for actor in meeting(context.actors, spoken.end, source.start)
    )


def called_before(source: Span, context: Context) -> Span | None:
    """The statement, the official: whoever spoke by a statement before, or was called by the noun and more words."""
    noun = _noun(source, context.lexicon)
    if not noun or " " in noun:
        return None
    if any(source.holds(a.span) and a.name.lower() != noun for a in meeting(context.actors, source.start, source.end)):
        return None
    document = is_document(source, context.lexicon)
    word = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
    for speech in _told_before(source, FAR, context):
        spoken = speech.meant or speech.source
        if spoken is None or _noun(spoken, context.lexicon) == noun:
            continue
        text = spoken.text
        if word.search(text) and len(text.split()) > 1:
            return spoken
        if document and speech.cue is not None and word.search(_rest(speech, context)):
            return spoken
    return None


def is_document(source: Span, lexicon: Lexicon) -> bool:
    """Whether a source is a document without a name: "the statement"."""
    return _noun(source, lexicon) in lexicon.forms("speech.document")


def _rest(speech: Speech, context: Context) -> str:
    """The words of a sentence that stand behind a cue and outside what is told: "said Ana Bel in a statement"."""
    if speech.cue is None:
        return ""
    here = next((one.span for one in meeting(context.sentences, speech.cue.start, speech.cue.end)), speech.cue)
    end = min([here.end, *(piece.start for piece in speech.pieces if piece.start >= speech.cue.end)])
    return here.account.text[speech.cue.end : end]


def author_of(source: Span, context: Context) -> Span | None:
    """A statement from a clerk, a report issued by the guild: whoever made the document, as is said right there."""
    account = source.account
    found = _document(context.lexicon).match(account.text, source.start, source.end + MADE)
    if found is None:
        return None
    if found.end() < source.end:
        return account.span(found.end(), source.end)
    makers = meeting(context.actors, found.end(), found.end() + ARTICLE)
    return makers[0].span if found.end() > source.end and makers else None


@cache
def _document(lexicon: Lexicon) -> re.Pattern[str]:
    nouns, made = lexicon.alternatives("speech.document"), lexicon.alternatives("speech.made_by")
    return re.compile(rf"(?:[\w'’-]+ ){{0,3}}(?:{nouns})(?: [\w'’-]+)? (?:{made}) ", re.IGNORECASE)
