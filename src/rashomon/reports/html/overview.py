"""What stands above a report: the event in the words that its accounts share, its days, and how much is in dispute."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.types import Case, Event, Outcome, Reading, Verdict

NAMING = frozenset({"NOUN", "PROPN", "ADJ"})  # what a name or a description is made of
HEADS = frozenset({"NOUN", "PROPN"})
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The event in a line, its days, and the first fact of each outcome with how many there are."""

    words: tuple[str, ...]
    days: str
    published: str
    outcomes: tuple[tuple[Outcome, int, Verdict], ...]


def overview(case: Case, several: Sequence[Verdict]) -> Overview:
    """`several` are the facts told more than once, in the order in which the report shows them."""
    told: dict[Outcome, list[Verdict]] = defaultdict(list)
    for verdict in several:
        told[verdict.outcome].append(verdict)
    dates = sorted(day for reading in case.readings if (day := reading.masthead.published))
    return Overview(
        words=shared_words(case.readings),
        days=_days(case.events),
        published=_from_to(dates[0], dates[-1]) if dates else "",
        outcomes=tuple((outcome, len(facts), facts[0]) for outcome, facts in told.items()),
    )


def shared_words(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The nouns and names that more than half of the titles have, as long together as one title has them.

    Of five titles no one is the event's: what most of them say is nobody's way of saying it.
    """
    kinds = _kinds(readings)
    titles = [
        [match[0] for match in WORD.finditer(reading.masthead.title.value)]
        for reading in readings
        if reading.masthead.title
    ]
    spread = Counter(word for title in titles for word in {word.lower() for word in title})
    common = {
        word for word, number in spread.items() if 2 * number > len(titles) and number > 1 and kinds.get(word) in NAMING
    }
    runs = sorted(
        {run for title in titles for run in _runs(title, common) if any(kinds[word.lower()] in HEADS for word in run)},
        key=lambda run: (-len(run), -sum(spread[word.lower()] for word in run), run),
    )
    told: list[tuple[str, ...]] = []
    for run in runs:
        known = {word.lower() for one in told for word in one}
        if not known & {word.lower() for word in run}:
            told.append(run)
    return tuple(" ".join(run) for run in told)


def _runs(title: Sequence[str], common: set[str]) -> Iterator[tuple[str, ...]]:
    """Each run of common words of a title, and each of its words: "Marrowfield depot fire", "depot"."""
    run: list[str] = []
    for word in [*title, ""]:
        if word.lower() in common:
            run.append(word)
            yield (word,)
            continue
        if len(run) > 1:
            yield tuple(run)
        run = []


def _kinds(readings: Sequence[Reading]) -> dict[str, str]:
    """The part of speech that each word most often has in these accounts."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        for sentence in reading.sentences:
            for word in sentence.words:
                found[word.text.lower()][word.pos] += 1
    return {word: min(kinds, key=lambda kind: (-kinds[kind], kind)) for word, kinds in found.items()}


def _days(events: Sequence[Event]) -> str:
    """The days of the event that most accounts date; nothing where each dates another."""

    def accounts(event: Event) -> int:
        return len({span.account for span in event.spans})

    dated = [event for event in events if event.earliest and event.latest and accounts(event) > 1]
    chosen = max(dated, key=accounts, default=None)
    return _from_to(chosen.earliest, chosen.latest) if chosen else ""


def _from_to(first: date | None, last: date | None) -> str:
    return f"{first}" if first == last else f"{first} – {last}"
