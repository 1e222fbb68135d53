"""What several accounts tell as declared: done in one, still to come in another, and on which day in each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from rashomon.lexicons import Lexicon, load
from rashomon.text import plain
from rashomon.timelines.happenings import NOT_SITES, site_words
from rashomon.types import Place, Reading, Sentence, Span, Time

REACH = 60  # characters between an act and what it declares
CLAUSE = 70  # characters before the act and after the thing in which something says that it is to come
ZONES = frozenset({"title", "heading", "body", "caption"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One account's word on a declaration: done or to come, and between which days it puts it."""

    reading: Reading
    span: Span
    key: str
    done: bool
    earliest: date | None
    latest: date | None
    time: Span | None = None

    @property
    def told(self) -> str:
        """The days in words: "still to come on 2031-05-06", "on 2031-05-07", "by 2031-05-07", "done, no day stated"."""
        if not self.done:
            return f"still to come on {self.earliest}" if self.earliest else "still to come"
        if self.latest is None:
            return "done, no day stated"
        return f"on {self.latest}" if self.earliest else f"done by {self.latest}"


def declared(reading: Reading) -> Iterator[Telling]:
    """As in "The army has declared victory", "victory will be announced soon", and of one account the surest.

    An account that tells of a thing both as done and as to come tells it as done; a declaration that was refused,
    demanded or only proposed is none.

    find: {2031-05-05 The Harbour Post} [The army is about to declare victory in Aden.|] // {2031-05-07 Teshar Mail} [The army today declared victory in Aden.|earliest=2031-05-07]
    skip: {2031-05-05 The Harbour Post} The club is about to celebrate its victory in Aden. // {2031-05-07 Teshar Mail} The club celebrated its victory in Aden.
    """  # noqa: E501
    lexicon = load(reading.account.language)
    best: dict[str, Telling] = {}
    for sentence in reading.sentences:
        if sentence.zone.kind not in ZONES:
            continue
        for one in _tellings(sentence, reading, lexicon):
            if one.key not in best or _surer(one, best[one.key]):
                best[one.key] = one
    yield from best.values()


def _surer(one: Telling, other: Telling) -> bool:
    """Done before to come; a day of its own before the day of publication; else the first told."""
    return (one.done, one.time is not None) > (other.done, other.time is not None)


def _tellings(sentence: Sentence, reading: Reading, lexicon: Lexicon) -> Iterator[Telling]:
    text = plain(sentence.span.text)
    for match in _pattern(lexicon, "thing").finditer(text):
        entry = lexicon.by_form("declarations.thing")[match[0].lower()]
        act = _act(text, match, lexicon, plainly=bool(entry.get("plain")))
        if act is None:
            continue
        start, end = min(act[0], match.start()), max(act[1], match.end())
        around = text[max(0, start - CLAUSE) : end + CLAUSE]
        if _pattern(lexicon, "refused").search(around):
            continue
        done = _pattern(lexicon, "to_come").search(around) is None
        earliest, latest, time = _days(sentence, reading, lexicon, start, done=done)
        yield Telling(
            reading=reading,
            span=sentence.span,
            key=entry["key"],
            done=done,
            earliest=earliest,
            latest=latest,
            time=time,
        )


def _act(text: str, thing: re.Match[str], lexicon: Lexicon, *, plainly: bool) -> tuple[int, int] | None:
    """The word that declares the thing, within one clause of it; nothing more where the thing declares by itself."""
    if plainly:
        return thing.span()
    spans = [match.span() for match in _pattern(lexicon, "act").finditer(text)]
    near = [
        span
        for span in spans
        if max(span[0] - thing.end(), thing.start() - span[1]) <= REACH
        and not re.search(r"[.;:]", text[min(span[1], thing.end()) : max(span[0], thing.start())])
    ]
    return min(near, key=lambda span: abs(span[0] - thing.start()), default=None)


def _days(
    sentence: Sentence, reading: Reading, lexicon: Lexicon, at: int, *, done: bool
) -> tuple[date | None, date | None, Span | None]:
    """The days between which an account puts a declaration; what tells of it as to come was written before it."""
    published = reading.masthead.published
    if not done:
        return published, None, None
    text = plain(sentence.span.text)
    time = next((time for time in reading.times if sentence.span.holds(time.span) and _is_day(time)), None)
    if time is not None:
        stands = time.span.start - sentence.span.start
        happened_before = stands < at and _pattern(lexicon, "after").search(text[stands:at])
        return None if happened_before else time.earliest, time.latest, time.span
    if published is not None and _pattern(lexicon, "today").search(text):
        return published, published, None
    return None, published, None


def _is_day(time: Time) -> bool:
    return time.type in {"DATE", "TIME"} and time.earliest is not None and time.earliest == time.latest


@cache
def _pattern(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    """Any form of one of the lists of declarations.toml, as a whole word."""
    forms = lexicon.alternatives(f"declarations.{name}")
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)


def told_together(tellings: Sequence[Telling]) -> list[tuple[Telling, ...]]:
    """The tellings of one thing by two accounts or more that name a place in common, one of them as done."""
    by_key: dict[str, list[Telling]] = defaultdict(list)
    for one in tellings:
        by_key[one.key].append(one)
    groups = []
    for _, told in sorted(by_key.items()):
        places = [frozenset(_sites(one.reading)) for one in told]
        common = [one for one, own in zip(told, places, strict=True) if any(own & p for p in places if p is not own)]
        if len(common) > 1 and any(one.done for one in common):
            groups.append(tuple(common))
    return groups


def _sites(reading: Reading) -> Iterator[str]:
    return (word for place in reading.places if is_site(place) for word in site_words(place))


def is_site(place: Place) -> bool:
    """Whether a place tells one story from another; every story of a war has the country."""
    return place.kind not in NOT_SITES


RULES = (declared,)
