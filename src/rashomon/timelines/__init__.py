"""Reading -> Event: what is said to have happened when, and where accounts differ on the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Literal

from rashomon.timelines import declared, happenings, joined
from rashomon.timelines.declared import Telling, is_site, told_together
from rashomon.timelines.happenings import Happening, dated_happening
from rashomon.types import Event, Reading, rule_name

Decider = Callable[[Happening, Happening], bool | None]
Precision = Literal["day", "days", "week", "month"]
RULES = (*happenings.RULES, *joined.RULES, *declared.RULES)


def find_events(readings: Sequence[Reading]) -> tuple[Event, ...]:
    """The dated events of all accounts, earliest first; one event that several accounts date stands once."""
    told = [happening for reading in readings for happening in dated_happening(reading)]
    group = list(range(len(told)))
    rules: dict[int, Decider] = {}
    for rule in joined.RULES:
        for right in range(len(told)):
            for left in range(right):
                if group[left] != group[right] and rule(told[left], told[right]):
                    merged, gone = sorted((group[left], group[right]))
                    group = [merged if number == gone else number for number in group]
                    rules[merged] = rule
    events = [
        _event(
            [happening for happening, number in zip(told, group, strict=True) if number == chosen], rules.get(chosen)
        )
        for chosen in sorted(set(group))
    ]
    events += _declarations(readings)
    return tuple(sorted(events, key=lambda event: (event.earliest or event.latest or date.max, event.id)))


def _declarations(readings: Sequence[Reading]) -> list[Event]:
    """What several accounts tell as declared, each with when: no day fits all where one still waits for it."""
    told = [one for reading in readings for one in declared.declared(reading)]
    return [_declaration(group) for group in told_together(told)]


def _declaration(told: Sequence[Telling]) -> Event:
    earliest = max((one.earliest for one in told if one.earliest), default=None)
    latest = min((one.latest for one in told if one.latest), default=None)
    disagreement = None
    if not all(one.done for one in told) or (earliest and latest and latest < earliest):
        order = sorted(told, key=lambda one: (one.done, one.latest or one.earliest or date.max, one.reading.outlet))
        disagreement = "; ".join(f"{one.reading.outlet}: {one.told}" for one in order)
    if earliest and latest and latest < earliest:
        earliest, latest = latest, earliest
    places = Counter(name for one in told for name in {place.name for place in one.reading.places if is_site(place)})
    common = min(places, key=lambda name: (-places[name], name), default="")
    return Event(
        earliest=earliest,
        latest=latest,
        precision=_precision((latest - earliest).days) if earliest and latest else "unknown",
        summary=f"{told[0].key} · {common}",
        spans=tuple(sorted((one.span for one in told), key=lambda span: (span.account.name, span.start))),
        disagreement=disagreement,
        rule=rule_name(declared.declared),
    )


def _event(told: Sequence[Happening], rule: Decider | None) -> Event:
    """The event of one or more tellings; where no day fits all of them, the disagreement in words."""
    earliest, latest = max(one.earliest for one in told), min(one.latest for one in told)
    disagreement = None
    if latest < earliest:
        earliest, latest = min(one.earliest for one in told), max(one.latest for one in told)
        disagreement = "; ".join(sorted({f"{one.reading.outlet}: {_days(one)}" for one in told}))
    shortest = min(told, key=lambda one: (len(one.span.text), one.span.account.name, one.span.start))
    spans = {(one.span.account.name, one.span.start): one.span for one in told}
    return Event(
        earliest=earliest,
        latest=latest,
        precision=_precision((latest - earliest).days),
        summary=" ".join(shortest.span.text.split()),
        spans=tuple(spans[place] for place in sorted(spans)),
        disagreement=disagreement,
        rule=rule_name(rule or dated_happening),
    )


def _days(one: Happening) -> str:
    if one.latest - one.earliest < timedelta(days=1):
        return one.earliest.isoformat()
    return f"{one.earliest.isoformat()} to {one.latest.isoformat()}"


def _precision(days: int) -> Precision:
    if days == 0:
        return "day"
    if days < 4:
        return "days"
    return "week" if days < 7 else "month"


__all__ = ["find_events"]
