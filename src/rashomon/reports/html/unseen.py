"""What each panel of a report cannot show, counted in the case: a figure without a role is in no fact's question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from rashomon.reports.html.maps import map_of
from rashomon.reports.html.quotations import quotations
from rashomon.reports.html.trees import SHARED
from rashomon.types import UNREAD, Account, Case, Figure, Omission, Span

NAMED = 6  # places named; the rest are counted


def unseen(case: Case) -> dict[str, str]:
    """For each panel, by its name, a sentence with what is not in it; nothing where all is."""
    return {name: _sentence(told(case)) for name, told in PANELS.items()}


def _facts(case: Case) -> list[str]:
    figures = [claim for reading in case.readings for claim in reading.figures]
    held = {claim.id for fact in case.facts for claim in fact.claims}
    roleless = sum(not claim.topic or claim.topic.role == "other" for claim in figures)
    alone = sum(len(fact.claims) == 1 for fact in case.facts)
    undecided = sum(relation.kind == "cannot_compare" for one in case.verdicts for relation in one.relations)
    return [
        _of(roleless, len(figures), "figure/figures", "has/have", "no role, or only “other”"),
        _of(sum(claim.id not in held for claim in figures), len(figures), "figure/figures", "is/are", "in no fact"),
        _count(
            alone, "statement stands alone and is folded at the end", "statements stand alone and are folded at the end"
        ),
        _count(undecided, "pair of statements could not be decided", "pairs of statements could not be decided"),
    ]


def _findings(case: Case) -> list[str]:
    figures = [claim for reading in case.readings for claim in reading.figures]
    questioned = [span for finding in case.findings for span in finding.spans]
    untouched = _outside((claim.span for claim in figures), questioned)
    wordless = sum(_is_vague(claim.mention) for claim in figures)
    return [
        _of(untouched, len(figures), "figure/figures", "is/are", "in no finding, which proves nothing of them"),
        _count(wordless, "figure states no number to reckon with", "figures state no number to reckon with"),
    ]


def _is_vague(figure: object) -> bool:
    return isinstance(figure, Figure) and (figure.low, figure.high, figure.point) == (None, None, None)


def _near(case: Case) -> list[str]:
    size = {claim.id: len(fact.claims) for fact in case.facts for claim in fact.claims}
    more = sum(size.get(pair.left.id, 1) * size.get(pair.right.id, 1) > 1 for pair in case.near_misses)
    return [_of(more, len(case.near_misses), "pair/pairs", "stands/stand", "for others between the same two facts")]


def _quotations(case: Case) -> list[str]:
    quotes = [claim for reading in case.readings for claim in reading.quotes]
    otherwise, alike = quotations(case)
    shown = [side for one in otherwise for side in (one.left, one.right)]
    shown += [span for one in alike for span in one.spans]
    alone = _outside((claim.span for claim in quotes), shown)
    speakerless = sum(claim.speaker is None for claim in quotes)
    return [
        _of(alone, len(quotes), "quotation/quotations", "stands/stand", "in one account only"),
        _of(speakerless, len(quotes), "quotation/quotations", "has/have", "no speaker that is known"),
    ]


def _copies(case: Case) -> list[str]:
    copies = [copy for copy in case.copies if copy.kind != "quote"]
    sharing = {side.account for copy in copies for side in (copy.left, copy.right)}
    apart = len(case.readings) - len(sharing)
    unknown = sum(copy.direction == "unknown" for copy in copies)
    reworded = sum(copy.kind not in SHARED for copy in copies)
    return [
        _of(apart, len(case.readings), "account/accounts", "shares/share", "nothing with another"),
        _of(unknown, len(copies), "copy/copies", "has/have", "no known direction"),
        _count(
            reworded,
            "copy is in other words and is not marked word by word",
            "copies are in other words and are not marked word by word",
        ),
    ]


def _timeline(case: Case) -> list[str]:
    times = [time for reading in case.readings for time in reading.times if time.type in {"DATE", "TIME"}]
    dayless = sum(time.earliest is None and time.latest is None for time in times)
    dated = [time.span for time in times if time.earliest]
    unused = _outside(dated, (span for event in case.events for span in event.spans))
    undated = sum(reading.masthead.published is None for reading in case.readings)
    return [
        _of(dayless, len(times), "time/times", "has/have", "no day that could be told"),
        _of(unused, len(times), "time/times", "dates/date", "none of these events"),
        _of(undated, len(case.readings), "account/accounts", "has/have", "no known day of publication to reckon from"),
    ]


def _places(case: Case) -> list[str]:
    figures = [claim for reading in case.readings for claim in reading.figures]
    placeless = sum(not (claim.topic and claim.topic.place) for claim in figures)
    drawn = map_of(case)
    absent = [spot.name for spot, _ in drawn.absent] if drawn else []
    named = ", ".join(absent[:NAMED]) + (f" and {len(absent) - NAMED} more" if len(absent) > NAMED else "")
    return [
        _of(placeless, len(figures), "figure/figures", "has/have", "no place"),
        f"{len(absent)} {'place is' if len(absent) == 1 else 'places are'} not on the map: {named}" if absent else "",
    ]


def _wording(case: Case) -> list[str]:
    mentions = {actor.span for reading in case.readings for actor in reading.actors}
    shown = {span for wording in case.wordings for span in wording.spans}
    lone = sum(len(accounts) == 1 for accounts in _accounts_of_actors(case).values())
    return [
        _of(len(mentions - shown), len(mentions), "mention of an actor/mentions of actors", "is/are", "in no cell"),
        _count(
            lone, "actor is named by one account only and folded", "actors are named by one account only and folded"
        ),
    ]


def _accounts_of_actors(case: Case) -> Mapping[str, set[Account]]:
    found: dict[str, set[Account]] = {}
    for wording in case.wordings:
        found.setdefault(wording.actor, set()).add(wording.account)
    return found


def _omissions(case: Case) -> list[str]:
    days = {reading.account.name: reading.masthead.published for reading in case.readings}
    pairs = [(omission, name) for omission in case.omissions for name in omission.absent_from]
    early = sum(_was_before(days.get(name), omission, days) for omission, name in pairs)
    undated = sum(days.get(name) is None for _, name in pairs)
    return [
        _of(early, len(pairs), "absence/absences", "is/are", "of an account published before all that report it"),
        _of(undated, len(pairs), "absence/absences", "is/are", "of an account without a known day"),
    ]


def _was_before(day: date | None, omission: Omission, days: Mapping[str, date | None]) -> bool:
    told = [days.get(name) for name in omission.reported_by]
    return day is not None and all(other is not None and day < other for other in told)


def _accounts(case: Case) -> list[str]:
    zones = [zone for reading in case.readings for zone in reading.zones]
    off = sum(zone.span.end - zone.span.start for zone in zones if not zone.is_evidence and zone.kind != "byline")
    whole = sum(len(account.text) for account in case.accounts)
    pictures = sum(one.name == UNREAD for account in case.accounts for one in account.meta)
    return [
        f"{off:,} of {whole:,} characters are comments or furniture of a page, from which nothing is taken"
        if off
        else "",
        _count(
            pictures, "page of a print is a picture and was not read", "pages of prints are pictures and were not read"
        ),
    ]


PANELS: Mapping[str, Callable[[Case], list[str]]] = {
    "facts": _facts, "findings": _findings, "near": _near, "quotations": _quotations, "copies": _copies,
    "timeline": _timeline, "places": _places, "wording": _wording, "omissions": _omissions, "accounts": _accounts,
}  # fmt: skip


def _sentence(parts: Iterable[str]) -> str:
    said = "; ".join(part for part in parts if part)
    return f"{said}." if said else ""


def _count(number: int, one: str, many: str) -> str:
    """As in "3 pairs could not be decided"; nothing for none."""
    return f"{number} {one if number == 1 else many}" if number else ""


def _of(number: int, whole: int, noun: str, verb: str, rest: str) -> str:
    """As in "1 of 40 figures has no place", of "figure/figures", "has/have" and "no place"; nothing for none."""
    if not number:
        return ""
    return f"{number} of {whole} {noun.split('/')[whole != 1]} {verb.split('/')[number != 1]} {rest}"


def _outside(spans: Iterable[Span], others: Iterable[Span]) -> int:
    """How many of the spans share no characters with any of the others."""
    there: dict[Account, list[Span]] = {}
    for other in others:
        there.setdefault(other.account, []).append(other)
    return sum(not any(span.meets(other) for other in there.get(span.account, ())) for span in spans)
