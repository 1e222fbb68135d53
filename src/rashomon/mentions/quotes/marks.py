"""Quotations between marks: "a clause", "a few words", 'a name', and what lacks one of its marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.mentions.quotes.pairs import Pair, double_pairs, single_pairs
from rashomon.text import alternatives
from rashomon.types import Quote, QuoteKind, Zone

_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_TOKEN = re.compile(r"\w+")
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*\s")
_CUE_LISTS = ("cues.say", "cues.judge", "cues.belief", "cues.intent", "cues.count", "quotes.spoken")
LONGEST_LEAD = 24  # characters beside a mark in which a single word is looked for
LONGEST_AROUND = 300  # characters of its sentence on either side; a longer sentence is none
SHORT = 3  # letters of an article or a preposition, which a name may write small
FEW = 4  # words; a longer run in quotation marks is hardly a name or a word kept at arm's length


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The paragraph of a quotation, and where in it the words for speaking stand."""

    start: int
    end: int
    cues: list[int]
    titles: frozenset[str]


@cache
def _titles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.forms("sentences.title"))


@cache
def _cues(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form.lower() for name in _CUE_LISTS for form in lexicon.forms(name) if " " not in form)


@cache
def _long_cue(lexicon: Lexicon) -> re.Pattern[str]:
    forms = [form for name in _CUE_LISTS for form in lexicon.forms(name) if " " in form]
    return re.compile(rf"\b(?:{alternatives(forms)})\b" if forms else r"(?!)", re.IGNORECASE)


def _cue_places(text: str, start: int, end: int, lexicon: Lexicon) -> list[int]:
    """Where in a paragraph the words for speaking stand, looked for once and not again around every mark."""
    single = _cues(lexicon)
    places = [word.start() for word in _TOKEN.finditer(text, start, end) if word[0].lower() in single]
    return sorted([*places, *(phrase.start() for phrase in _long_cue(lexicon).finditer(text, start, end))])


def between_double_marks(zone: Zone, lexicon: Lexicon) -> Iterator[Quote]:
    """The road is open, he said: between double marks, straight or typographic.

    find: ["The harbour road is open again,"|quote_kind=direct] the mayor said.
    find: The council called the plan [“a slow farce”|quote_kind=partial] on Monday.
    find: The ferry [“Silver Heron”|quote_kind=scare] left at noon.
    skip: The plank was [5' 10" long] and the mayor said nothing.
    """
    yield from _quotes(zone, lexicon, double_pairs, lambda pair: pair.opened and pair.closed)


def without_closing_mark(zone: Zone, lexicon: Lexicon) -> Iterator[Quote]:
    """We have nothing. We wait: an opening mark that nothing closes runs to the end of its paragraph.

    find: ["We have no bread and no lamps. We wait.|quote_kind=direct]¶"They promised us a boat," the baker said.
    find: The mayor said ["the harbour will open on Monday.|quote_kind=partial] Nobody believed him.
    find: The baker said: ["We have no bread. We wait.|quote_kind=direct]¶"They promised us a boat."
    find: ['We have no bread and no lamps. We wait.|quote_kind=direct]¶'They promised us a boat,' the baker said.
    skip: ["We have no bread,"] the baker said.
    """
    for pairs in (double_pairs, single_pairs):
        yield from _quotes(zone, lexicon, pairs, lambda pair: not pair.closed)


def without_opening_mark(zone: Zone, lexicon: Lexicon) -> Iterator[Quote]:
    """We had no choice" he said: a closing mark that nothing opens runs from the start of its sentence.

    find: The baker waited. [We had no choice at all"|quote_kind=direct] he said.
    skip: The baker waited. ["We had no choice at all"] he said.
    """
    yield from _quotes(zone, lexicon, double_pairs, lambda pair: not pair.opened)


def between_single_marks(zone: Zone, lexicon: Lexicon) -> Iterator[Quote]:
    """The 'Night of Lamps' was over: between single marks that are not apostrophes.

    find: The ['Night of Lamps'|quote_kind=scare] was over by dawn.
    find: ['The bridge is gone,'|quote_kind=direct] the ferryman said.
    skip: The [farmers' carts didn't] stop at the bakers' yard.
    """
    yield from _quotes(zone, lexicon, single_pairs, lambda pair: pair.closed)


def _quotes(
    zone: Zone,
    lexicon: Lexicon,
    pairs: Callable[[str, int, int], Iterator[Pair]],
    wanted: Callable[[Pair], bool],
) -> Iterator[Quote]:
    text = zone.span.account.text
    for paragraph in _PARAGRAPH.finditer(text, zone.span.start, zone.span.end):
        cues: list[int] | None = None
        for pair in pairs(text, paragraph.start(), paragraph.end()):
            if wanted(pair) and _WORD.search(text, pair.content_start, pair.content_end):
                if cues is None:
                    cues = _cue_places(text, paragraph.start(), paragraph.end(), lexicon)
                yield Quote(
                    span=zone.span.account.span(pair.start, pair.end),
                    zone=zone.kind,
                    content=zone.span.account.span(pair.content_start, pair.content_end),
                    kind=_kind(
                        zone,
                        pair,
                        Around(start=paragraph.start(), end=paragraph.end(), cues=cues, titles=_titles(lexicon)),
                        lexicon,
                    ),
                )


def _kind(zone: Zone, pair: Pair, around: Around, lexicon: Lexicon) -> QuoteKind:
    """Block in a block; scare without a word for speaking around; direct where it is a clause by its own."""
    if zone.kind == "blockquote":
        return "block"
    text = zone.span.account.text
    content = text[pair.content_start : pair.content_end]
    words = _WORD.findall(content)
    if len(words) <= FEW and not _sentence_of_its_own(text, pair):
        spoken = _spoken(text, pair, around)
        named = all(word[:1].isupper() for word in words if len(word) > SHORT) and len(words) > 1
        if not spoken or (named and not _touched(text, pair, lexicon)):
            return "scare"
        if _named_so(lexicon).search(text[max(around.start, pair.start - LONGEST_LEAD) : pair.start]):
            return "scare"
    begins = words[0][:1].isupper() or content.lstrip()[:1] in "[.…"
    clause = len(words) > FEW // 2 or content.rstrip()[-1:] in ",.!?"
    return "direct" if clause and begins and not named_only(words) else "partial"


@cache
def _named_so(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon.alternatives('quotes.named')})\s+$", re.IGNORECASE)


def _touched(text: str, pair: Pair, lexicon: Lexicon) -> bool:
    """Whether a cue stands right beside the marks."""
    before = text[max(0, pair.start - LONGEST_LEAD) : pair.start].rstrip(" ,:")
    after = text[pair.end : pair.end + LONGEST_LEAD].lstrip(" ,")
    last = _WORD.findall(before)[-1:]
    first = _WORD.findall(after)[:2]
    return any(word.lower() in _cues(lexicon) for word in (*last, *first))


def _sentence_of_its_own(text: str, pair: Pair) -> bool:
    """Whether a quotation is a whole sentence: a capital, a stop inside, a sentence's end or a colon before it."""
    content = text[pair.content_start : pair.content_end].strip()
    before = text[max(0, pair.start - LONGEST_LEAD) : pair.start].rstrip(" ")[-1:]
    return content[-1:] in ".!?" and content[:1].isupper() and before in '\n.!?:"”' and " " in content


def named_only(words: list[str]) -> bool:
    """Whether each word is a name's: "Arab Winter" is no clause."""
    return len(words) <= FEW and all(word[:1].isupper() for word in words)


def _spoken(text: str, pair: Pair, around: Around) -> bool:
    """Whether a word for speaking stands in the rest of its sentence, or in the one after a whole sentence."""
    first = max(around.start, pair.start - LONGEST_AROUND)
    for stop in _SENTENCE.finditer(text, first, pair.start):
        first = stop.end()
    last = min(around.end, pair.end + LONGEST_AROUND)
    for stop in _SENTENCE.finditer(text, pair.end, last):
        words = text[max(0, stop.start() - LONGEST_LEAD) : stop.start() + 1].rsplit(maxsplit=1)
        if words[-1].rstrip(".") not in around.titles:
            last = stop.end()
            break
    return _any_between(around.cues, first, pair.start) or _any_between(around.cues, pair.end, last)


def _any_between(places: list[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


RULES = (between_double_marks, without_closing_mark, without_opening_mark, between_single_marks)
