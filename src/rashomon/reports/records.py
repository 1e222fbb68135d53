"""The record export: one flat record for everything that was found, in one order, for other programs to read.

Field names, their order and the order of the lines are fixed, so one input always gives the same bytes. See
docs/records.md for every field.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from rashomon.reports.origins import origin_of, provenance_of
from rashomon.types import (
    Account,
    Actor,
    Case,
    Claim,
    Copy,
    Event,
    Figure,
    Finding,
    Judgement,
    Link,
    Masthead,
    Omission,
    Place,
    Quote,
    Reading,
    Relation,
    Span,
    Speech,
    Stated,
    Time,
    Verdict,
    Victim,
    Wording,
    Zone,
)

Record = dict[str, Any]
KINDS = (
    "account", "zone", "figure", "quote", "claim", "time", "place", "actor", "victim", "copy", "fact", "near_miss",
    "finding", "event", "wording", "omission", "judgement",
)  # fmt: skip
MENTIONS = frozenset({"figure", "quote", "claim", "time", "place", "actor"})  # each with its place in the original


def as_lines(case: Case) -> Iterator[str]:
    """The records of a case as JSON Lines, each without its line end."""
    for record in as_records(case):
        yield json.dumps(record, ensure_ascii=False, separators=(", ", ": "))


def as_records(case: Case) -> list[Record]:
    """All records of a case: sorted by kind, account, start, then by all of their content."""
    names = names_in(case)
    made = [record for reading in case.readings for record in reading_records(reading, names)]
    made += [_copy(copy) for copy in case.copies]
    made += [_fact(verdict) for verdict in case.verdicts]
    made += [_near_miss(relation) for relation in case.near_misses]
    made += [_finding(finding) for finding in case.findings]
    made += [_event(event) for event in case.events]
    made += [_wording(wording) for wording in case.wordings]
    made += [_omission(omission) for omission in case.omissions]
    judged = [_judgement(judgement) for judgement in case.judgements]  # the log keeps its own order
    return sorted(made, key=_place) + judged


def fact_records(verdicts: Iterable[Verdict]) -> list[Record]:
    """The records of facts, in the order given."""
    return [_fact(verdict) for verdict in verdicts]


def finding_records(findings: Iterable[Finding]) -> list[Record]:
    """The records of findings, in the order given."""
    return [_finding(finding) for finding in findings]


def names_in(case: Case) -> Mapping[Span, str]:
    """The case's one name for each actor, by the characters of every mention; a pronoun's is its actor's."""
    names = {span: wording.actor for wording in case.wordings for span in wording.spans}
    for reading in case.readings:
        meant: dict[str, Counter[str]] = defaultdict(Counter)
        for actor in reading.actors:
            if actor.span in names:
                meant[actor.name][names[actor.span]] += 1
        for actor in reading.actors:
            if actor.span not in names and meant[actor.name]:
                names[actor.span] = meant[actor.name].most_common(1)[0][0]
    return names


def reading_records(reading: Reading, names: Mapping[Span, str] | None = None) -> Iterator[Record]:
    """The records of one account by itself; its actors by their names in the case, where one is given."""
    for record in _of_reading(reading, names or {}):
        if record["record"] in MENTIONS:
            record["origin"] = origin_of(reading.account.span(record["start"], record["end"]))
        yield record


def _of_reading(reading: Reading, names: Mapping[Span, str]) -> Iterator[Record]:
    yield _account(reading.account, reading.masthead)
    yield from map(zone_record, reading.zones)
    for claim in reading.claims:
        if isinstance(claim.mention, Figure):
            yield _figure(claim, claim.mention)
        elif isinstance(claim.mention, Quote):
            yield _quote(claim, claim.mention)
        else:
            yield _claim(claim, claim.mention)
    yield from map(_time, reading.times)
    yield from map(_place_record, reading.places)
    for actor in reading.actors:
        yield _actor(actor, names.get(actor.span, actor.name))
    yield from map(_victim, reading.victims)


def _place(record: Record) -> tuple[Any, ...]:
    at = record.get("left") if record["record"] == "copy" else record
    at = at if isinstance(at, dict) else {}
    content = json.dumps(record, ensure_ascii=False, sort_keys=True)
    return (KINDS.index(record["record"]), at.get("account") or "", at.get("start") or 0, at.get("end") or 0, content)


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _at(span: Span) -> Record:
    return {"account": span.account.name, "start": span.start, "end": span.end, "text": span.text}


def _range(span: Span | None) -> Record | None:
    return None if span is None else {"text": span.text, "start": span.start, "end": span.end}


def _offsets(span: Span | None) -> Record:
    return {"start": span.start if span else None, "end": span.end if span else None}


def _stated(stated: Stated | None) -> Record | None:
    return None if stated is None else {"value": stated.value, **_offsets(stated.span), "rule": stated.rule}


def _account(account: Account, masthead: Masthead) -> Record:
    published = masthead.published_span
    said = {meta.name: meta.value for meta in account.meta if meta.name in {"encoding", "mended"}}
    return {
        "record": "account",
        "id": account.id,
        "account": account.name,
        "sha256": account.digest,
        "outlet": masthead.outlet.value if masthead.outlet else None,
        "author": masthead.author.value if masthead.author else None,
        "title": masthead.title.value if masthead.title else None,
        "published": _day(masthead.published),
        "published_from": masthead.published_from,
        "language": account.language,
        "characters": len(account.text),
        "source": account.url or account.source.replace("\\", "/").rsplit("/", 1)[-1],
        "parser": account.parser,
        "parsed_by": account.parsed_by or None,
        "encoding": said.get("encoding"),
        "mended": said.get("mended"),
        "origin": provenance_of(account),
        "evidence": {
            "outlet": _stated(masthead.outlet),
            "author": _stated(masthead.author),
            "title": _stated(masthead.title),
            "published": _stated(
                Stated(value=_day(masthead.published) or "", span=published, rule=masthead.published_rule)
                if masthead.published
                else None
            ),
            "credits": [_stated(credit) for credit in masthead.credits],
            "republished_from": _stated(masthead.republished_from),
        },
        "text": account.text,
    }


def zone_record(zone: Zone) -> Record:
    """A zone by itself, for whoever needs nothing else of an account."""
    span = zone.span
    return {
        "record": "zone",
        "account": span.account.name,
        "start": span.start,
        "end": span.end,
        "zone": zone.kind,
        "rule": zone.rule,
    }


def _links(links: Iterable[Link]) -> list[Record]:
    return [{"name": link.name, "kind": link.kind, **_offsets(link.span), "cue": _range(link.cue)} for link in links]


def _figure(claim: Claim, figure: Figure) -> Record:
    topic = claim.topic
    return {
        "record": "figure",
        "id": figure.id,
        **_at(figure.span),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "low_open": figure.low_open,
        "high_open": figure.high_open,
        "point": _number(figure.point),
        "modifier": figure.modifier,
        "dimension": figure.dimension,
        "unit": figure.unit,
        "counted": _range(figure.counted),
        "measure": topic.measure if topic else None,
        "role": topic.role if topic else None,
        "population": topic.population if topic else None,
        "stock_or_flow": topic.stock_or_flow if topic else None,
        "place": topic.place.name if topic and topic.place else None,
        "window": {"earliest": _day(topic.window.earliest), "latest": _day(topic.window.latest)} if topic else None,
        "as_of": _day(topic.as_of) if topic else None,
        "stance": claim.stance,
        "hedged": claim.hedged,
        "attribution": _links(claim.attribution),
        "zone": figure.zone,
        "rule": figure.rule,
        "decided_by": list(claim.decided_by),
    }


def _quote(claim: Claim, quote: Quote) -> Record:
    return {
        "record": "quote",
        "id": quote.id,
        **_at(quote.span),
        "content_start": quote.content.start,
        "content_end": quote.content.end,
        "quote_kind": quote.kind,
        "utterance": quote.utterance,
        "speaker": _speaker(claim.speaker),
        "cue": _range(claim.cue),
        "medium": claim.medium,
        "attribution": _links(claim.attribution),
        "zone": quote.zone,
        "rule": quote.rule,
        "decided_by": list(claim.decided_by),
    }


def _speaker(link: Link | None) -> Record | None:
    return None if link is None else {"name": link.name, **_offsets(link.span)}


def _claim(claim: Claim, speech: Speech) -> Record:
    return {
        "record": "claim",
        "id": speech.id,
        **_at(speech.span),
        "source": _speaker(claim.speaker),
        "cue": _range(speech.cue),
        "stance": claim.stance,
        "attribution": _links(claim.attribution),
        "zone": speech.zone,
        "rule": speech.rule,
        "decided_by": list(claim.decided_by),
    }


def _time(time: Time) -> Record:
    return {
        "record": "time",
        "id": time.id,
        **_at(time.span),
        "type": time.type,
        "value": time.value,
        "earliest": _day(time.earliest),
        "latest": _day(time.latest),
        "anchor": time.anchor,
        "rule": time.rule,
    }


def _place_record(place: Place) -> Record:
    return {
        "record": "place",
        "id": place.id,
        **_at(place.span),
        "name": place.name,
        "gazetteer_id": place.gazetteer_id,
        "latitude": _number(place.latitude),
        "longitude": _number(place.longitude),
        "country": place.country,
        "kind": place.kind,
        "candidates": place.candidates,
        "rule": place.rule,
    }


def _actor(actor: Actor, name: str) -> Record:
    return {
        "record": "actor",
        "id": actor.id,
        **_at(actor.span),
        "actor": name,
        "kind": actor.kind,
        "rule": actor.rule,
    }


def _victim(victim: Victim) -> Record:
    return {
        "record": "victim",
        "id": victim.id,
        **_at(victim.span),
        "person": victim.person,
        "harm": victim.harm,
        "cue": _range(victim.cue),
        "name": victim.name,
        "age": victim.age,
        "sex": victim.sex,
        "attacker": victim.attacker,
        "zone": victim.zone,
        "rule": victim.rule,
    }


def _copy(copy: Copy) -> Record:
    return {
        "record": "copy",
        "kind": copy.kind,
        "left": _at(copy.left),
        "right": _at(copy.right),
        "direction": copy.direction,
        "reason": copy.reason,
        "rule": copy.rule,
    }


def _fact(verdict: Verdict) -> Record:
    fact, tally = verdict.fact, verdict.tally
    return {
        "record": "fact",
        "id": fact.id,
        "question": fact.question,
        "role": fact.role,
        "dimension": fact.dimension,
        "figures": sorted(claim.id for claim in fact.claims),
        "verdict": verdict.outcome,
        "self_conflict": verdict.self_conflict,
        "low": _number(verdict.low),
        "high": _number(verdict.high),
        "outlets": tally.outlets,
        "texts": tally.texts,
        "origins": len(tally.origins),
        "origin_list": [
            {
                "name": origin.name,
                "figures": sorted(claim.id for claim in origin.claims),
                "independence": origin.independence,
                "reason": origin.reason,
                "rule": origin.rule,
            }
            for origin in tally.origins
        ],
        "relations": [_relation(relation) for relation in verdict.relations],
        "reason": verdict.reason,
        "joined_because": fact.reason,
        "rule": verdict.rule,
        "joined_by": fact.rule,
    }


def _relation(relation: Relation) -> Record:
    return {
        "left": relation.left.id,
        "right": relation.right.id,
        "relation": relation.kind,
        "reason": relation.reason,
        "rule": relation.rule,
    }


def _near_miss(relation: Relation) -> Record:
    return {"record": "near_miss", **_relation(relation)}


def _finding(finding: Finding) -> Record:
    return {
        "record": "finding",
        "id": finding.id,
        "check": finding.check,
        "spans": [_at(span) for span in finding.spans],
        "arithmetic": finding.arithmetic,
        "severity": finding.severity,
        "rule": finding.rule,
    }


def _event(event: Event) -> Record:
    return {
        "record": "event",
        "id": event.id,
        "earliest": _day(event.earliest),
        "latest": _day(event.latest),
        "precision": event.precision,
        "summary": event.summary,
        "spans": [_at(span) for span in event.spans],
        "accounts": sorted({span.account.name for span in event.spans}),
        "disagreement": event.disagreement,
        "rule": event.rule,
    }


def _wording(wording: Wording) -> Record:
    return {
        "record": "wording",
        "actor": wording.actor,
        "account": wording.account.name,
        "voice": wording.voice,
        "name": wording.name,
        "count": len(wording.spans),
        "spans": [_at(span) for span in wording.spans],
        "distancing": wording.distancing,
        "rule": wording.rule,
    }


def _omission(omission: Omission) -> Record:
    return {
        "record": "omission",
        "about": omission.about,
        "reported_by": list(omission.reported_by),
        "absent_from": list(omission.absent_from),
    }


def _judgement(judgement: Judgement) -> Record:
    return {
        "record": "judgement",
        "id": judgement.id,
        "on": judgement.on,
        "outcome": judgement.outcome,
        "by": judgement.by,
        "at": judgement.at,
        "note": judgement.note,
        "previous": judgement.previous,
        "hash": judgement.hash,
    }
