"""Zone -> Masthead: outlet, author, credited agency, title and day of publication, each with its characters.

What a sidecar states beside the account always outranks what the text says; what the text lets one infer comes last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from rashomon.lexicons import Lexicon
from rashomon.mastheads import authors, days, outlets, pages, republications
from rashomon.mastheads import credits as credited
from rashomon.mastheads.head import Dated, Head, as_head
from rashomon.types import Account, Masthead, PublishedFrom, Stated, Zone, rule_name

Finder = Callable[[Head], Iterator[Stated]]


def find_masthead(account: Account, zones: Sequence[Zone], lexicon: Lexicon) -> Masthead:
    """What the account says of itself; what a sidecar states outranks what the text lets one infer."""
    head = as_head(account, zones, lexicon)
    day, published_from, rule = _published(head)
    return Masthead(
        outlet=_given(account.outlet) or _first((*pages.OUTLET, *outlets.RULES), head),
        author=_given(account.author) or _first((*pages.AUTHOR, *authors.RULES), head),
        title=_given(account.title) or _title(zones) or _first(pages.TITLE, head),
        published=day.day if day else account.published,
        published_from=published_from,
        published_span=day.span if day else None,
        published_rule=rule,
        credits=tuple(_distinct(credited.RULES, head)),
        republished_from=_first(republications.RULES, head),
    )


def _given(value: str | None) -> Stated | None:
    return Stated(value=value) if value else None


def _title(zones: Sequence[Zone]) -> Stated | None:
    for zone in zones:
        if zone.kind == "title":
            text = zone.span.text
            start = zone.span.start + len(text) - len(text.lstrip())
            span = zone.span.account.span(start, zone.span.start + len(text.rstrip()))
            return Stated(value=span.text, span=span, rule=zone.rule)
    return None


def _first(rules: Iterable[Finder], head: Head) -> Stated | None:
    """What the first rule that speaks says."""
    for rule in rules:
        for stated in rule(head):
            return Stated(value=stated.value, span=stated.span, rule=rule_name(rule))
    return None


def _distinct(rules: Iterable[Finder], head: Head) -> Iterator[Stated]:
    """Every value once, in the order of the text."""
    found = [
        Stated(value=stated.value, span=stated.span, rule=rule_name(rule)) for rule in rules for stated in rule(head)
    ]
    seen: set[str] = set()
    for stated in sorted(found, key=lambda one: (one.span.start if one.span else 0, one.value)):
        if stated.value not in seen:
            seen.add(stated.value)
            yield stated


def _published(head: Head) -> tuple[Dated | None, PublishedFrom, str]:
    """The day, how it is known and by which rule; nothing where two days stand against each other."""
    if head.account.published:
        return None, "sidecar", ""
    for rule in (*pages.DAY, *days.RULES):
        found = list(rule(head))
        possible: list[date] = list(dict.fromkeys(dated.day for dated in found))
        if len(possible) == 1:
            return found[0], "inferred" if rule in days.INFERRED else "stated", rule_name(rule)
        if possible:
            return None, "unknown", ""
    return None, "unknown", ""


__all__ = ["find_masthead"]
