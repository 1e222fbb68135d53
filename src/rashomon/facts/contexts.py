"""What stands around a claim, as far as it tells which question the claim answers.

Everything is taken from the account itself: the words near the figure, the names in its sentence, what the
account's lead is about. Names are compared by their consonants, because one town is spelt in many ways
("Kharkiv", "Kharkov").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from rashomon.facts.attributes import Spot, attribute_of
from rashomon.facts.signs import is_more, is_part, named, signs_of
from rashomon.facts.spelling import skeleton
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Claim, Figure, Reading, Sentence, Topic, Word

LEAD = 4  # sentences, the title among them, that say what an account is about
REACH = 14  # words on either side of a figure that are compared
ROOM = 3  # times its lower bound that a vague or bounded number may still mean
CLOSE_TO = Decimal("0.05")  # difference of two numbers that may be one
CLOSE = 5  # words on either side that stand close by
RUN = 4  # words on either side that make a copied passage
GENERAL = frozenset({None, "civilians", "men"})  # words for all the victims, unless an account counts others too
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV"})
SITES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What an account is about: the sites and happenings of its title and first sentences."""

    sites: frozenset[str]
    words: frozenset[str]
    events: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A figure claim, the name of its account, and what is compared of it."""

    claim: Claim
    account: str
    figure: Figure
    topic: Topic
    value: Decimal
    noun: str
    near: frozenset[str]
    close: frozenset[str]
    run: tuple[str, ...]
    sites: frozenset[str]
    lead: Lead
    in_lead: bool
    part: bool
    more: bool
    earlier: bool
    bodies: bool
    grouped: bool
    rest: bool
    sentence: tuple[int, int]
    place: int
    signs: frozenset[str] = frozenset()
    within: Decimal | None = None
    dead_beside: Decimal | None = None
    only_toll: bool = False
    of_the_same: bool = False
    among_others: bool = False
    aside: bool = False
    attribute: str = ""
    bearers: frozenset[str] = frozenset()
    only_one: bool = False

    @property
    def elsewhere(self) -> frozenset[str]:
        """The sites of the figure's sentence, where none of them is one of the account's lead."""
        return frozenset() if self.in_lead or self.sites & self.lead.sites else self.sites


def sites_named(readings: Sequence[Reading]) -> frozenset[str]:
    """The sites that any of the accounts names as such: one who knows a town helps to know it in the others."""
    none: frozenset[str] = frozenset()
    return none.union(*(_sites(sentence, reading, none) for reading in readings for sentence in reading.sentences))


def proper_names(reading: Reading) -> frozenset[str]:
    """The names in an account that are names of sites if any account knows them as such."""
    words = (word for sentence in reading.sentences for word in sentence.words if word.pos == "PROPN")
    return frozenset(skeleton(word.text) for word in words)


def near_value(left: Context, right: Context) -> bool:
    """Whether two numbers may be one: the same, close, or a bound or a vague word that leaves room."""
    if left.value == right.value:
        return True
    low, high = sorted((left, right), key=lambda context: context.value)
    if low.figure.modifier in {"vague", "at_least", "more_than"}:
        return high.value <= ROOM * low.value
    if left.figure.modifier == right.figure.modifier == "exact" and left.figure.unit == right.figure.unit:
        return False
    return abs(left.value - right.value) <= CLOSE_TO * max(abs(left.value), abs(right.value))


def same_size(left: Context, right: Context) -> bool:
    """Whether two numbers are the same, nearly so, or one of them only a vague word that leaves room."""
    if not all(figure.point or figure.low or figure.high for figure in (left.figure, right.figure)):
        return True
    vague = "vague" in {left.figure.modifier, right.figure.modifier}
    low, high = sorted((left.value, right.value))
    return high - low <= CLOSE_TO * high or (vague and near_value(left, right))


def voice(context: Context) -> str:
    """Who states it: the nearest speaker, or the outlet."""
    return context.claim.attribution[0].name if context.claim.attribution else ""


def context_of(
    claim: Claim, figure: Figure, topic: Topic, reading: Reading, at: tuple[int, Lead, Lexicon], known: frozenset[str]
) -> Context:
    """The context of one claim, from its own sentence and the account's lead."""
    place, lead, lexicon = at
    sentence = reading.sentences[place]
    words = sentence.words
    first = next((n for n, word in enumerate(words) if word.end > figure.span.start), len(words))
    last = next((n for n, word in enumerate(words) if word.end >= figure.span.end), len(words))
    before, after = words[max(0, first - REACH) : first], words[last + 1 : last + 1 + REACH]
    text = plain(sentence.span.text).lower()
    at_figure = figure.span.start - sentence.span.start
    spot = Spot(figure=figure, words=words, first=first, last=last, text=text, start=at_figure)
    attribute, bearers = attribute_of(spot, lexicon)
    return Context(
        claim=claim,
        account=claim.account.name,
        figure=figure,
        topic=topic,
        value=value_of(figure),
        noun=_noun(figure, words, lexicon),
        near=_content((*before, *after), lexicon),
        close=_content((*before[-CLOSE:], *after[:CLOSE]), lexicon),
        run=(*(w.text.lower() for w in before[-RUN:]), "#", *(w.text.lower() for w in after[:RUN])),
        sites=_sites(sentence, reading, known),
        lead=lead,
        in_lead=place < LEAD,
        part=is_part(lexicon, text, at_figure, at_figure + len(figure.span.text)),
        more=topic.role == "killed" and is_more(lexicon, text, at_figure, at_figure + len(figure.span.text)),
        earlier=named(lexicon, "topics.earlier", text[max(0, at_figure - 80) : at_figure + 20]),
        rest=named(lexicon, "topics.rest", (figure.counted.text if figure.counted else "").lower()),
        grouped=named(lexicon, "topics.grouped", (figure.counted.text if figure.counted else "").lower()),
        bodies=named(lexicon, "topics.body", f" {(figure.counted.text if figure.counted else '').lower()} "),
        sentence=(sentence.span.start, sentence.span.end),
        place=place,
        signs=signs_of(figure, reading.sentences, place, lexicon) | _parted(topic, lexicon),
        attribute=attribute,
        bearers=bearers,
    )


def _parted(topic: Topic, lexicon: Lexicon) -> frozenset[str]:
    """Whether the word for the people counted is one by which a toll is parted: children, women, soldiers.

    Those who are held are men to one account and suspects to another.
    """
    whoever = topic.role == "captured" and topic.population in lexicon.forms("topics.held_as")
    return frozenset({"partition"} if topic.population in lexicon.forms("topics.partition") and not whoever else ())


def _content(words: Sequence[Word], lexicon: Lexicon) -> frozenset[str]:
    """The words that carry meaning; different words for one kind of happening are one."""
    keys = _happenings(lexicon)
    return frozenset(keys.get(word.text.lower(), lemma(word)) for word in words if word.pos in CONTENT)


@cache
def _happenings(lexicon: Lexicon) -> dict[str, str]:
    names = ("events.happening", "events.war")
    return {
        form.lower(): entry["happening"] for name in names for entry in lexicon.entries(name) for form in entry.forms
    }


def value_of(figure: Figure) -> Decimal:
    """The number by which a figure is known: its point, else a bound."""
    return next((n for n in (figure.point, figure.low, figure.high) if n is not None), Decimal(0))


def lemma(word: Word) -> str:
    """The form under which a word is compared: a name by its consonants, all others by their lemma."""
    return skeleton(word.text) if word.pos == "PROPN" else word.lemma.lower()


def _noun(figure: Figure, words: Sequence[Word], lexicon: Lexicon) -> str:
    if figure.counted is None:
        return ""
    inside = [w for w in words if figure.counted.start <= w.start and w.end <= figure.counted.end]
    nouns = [w for w in inside if w.pos in {"NOUN", "PROPN"}]
    own = nouns[-1].lemma.lower() if nouns else (inside[-1].text.lower() if inside else "")
    named = lexicon.by_form("things.same").get(own)
    return named["key"] if named else own


def _sites(sentence: Sentence, reading: Reading, known: frozenset[str]) -> frozenset[str]:
    """The names of places in a sentence; a country is no site, as all of a story's places may lie in it."""
    places = [place for place in reading.places if sentence.span.holds(place.span)]
    actors = [a.span for a in reading.actors if a.kind in {"body", "person", "outlet"} and sentence.span.holds(a.span)]
    found = set()
    for word in sentence.words:
        if any(span.start <= word.start < span.end for span in actors):
            continue
        at = next((p for p in places if p.span.start <= word.start and word.end <= p.span.end), None)
        named = word.pos == "PROPN" and (at is not None or word.entity in SITES or skeleton(word.text) in known)
        if named and (at is None or at.kind != "country"):
            found.add(skeleton(word.text))
    countries = {skeleton(word) for place in reading.places if place.kind == "country" for word in place.name.split()}
    return frozenset(found - countries)


def lead_of(reading: Reading, known: frozenset[str]) -> Lead:
    """What an account is about."""
    sentences = reading.sentences[:LEAD]
    words = [word for sentence in sentences for word in sentence.words]
    sites = [_sites(sentence, reading, known) for sentence in sentences]
    events = [c.topic.event for c in reading.figures if c.topic and any(s.span.holds(c.span) for s in sentences)]
    return Lead(
        sites=frozenset().union(*sites),
        words=frozenset(lemma(word) for word in words if word.pos in {"NOUN", "VERB", "PROPN"}),
        events=frozenset().union(*events),
    )
