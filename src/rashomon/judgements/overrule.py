"""A case with the decisions of persons applied, in the order in which they were made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from rashomon.judgements.acts import Act, Value, act_of, value_of
from rashomon.judgements.standing import standing
from rashomon.types import (
    Account,
    Case,
    Claim,
    Fact,
    Figure,
    Judgement,
    Link,
    Outcome,
    Reading,
    Role,
    Topic,
    Verdict,
)

Judge = Callable[[Fact, tuple[Reading, ...]], Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A case as persons left it, and the decisions that no longer find what they were made on."""

    case: Case
    orphans: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Now:
    """The case between two decisions; `became` says under which id a fact goes on."""

    readings: tuple[Reading, ...]
    verdicts: Mapping[str, Verdict]
    became: Mapping[str, str]
    judge: Judge


def overrule(case: Case, judge: Judge) -> Decided:
    """The case with every decision that stands. `judge` says how the statements of a changed fact stand."""
    now = _Now(readings=case.readings, verdicts={one.fact.id: one for one in case.verdicts}, became={}, judge=judge)
    findings = {finding.id for finding in case.findings}
    accounts = {account.id for account in case.accounts}
    gone: set[str] = set()
    orphans: list[Judgement] = []
    for line in standing(case.judgements).applied:
        act = act_of(line.outcome)
        if act is None or (act.verb == "grade" and line.on in accounts):
            continue
        if act.verb == "dismiss" and line.on in findings:
            gone.add(line.on)
            continue
        after = DO[act.verb](now, line, act) if act.verb in DO else None
        if after is None:
            orphans.append(line)
        now = after or now
    kept = tuple(finding for finding in case.findings if finding.id not in gone)
    changed = replace(case, readings=now.readings, verdicts=tuple(now.verdicts.values()), findings=kept)
    return Decided(case=changed, orphans=tuple(orphans))


def _accept(now: _Now, line: Judgement, act: Act) -> _Now | None:
    one = _fact(now, line.on)
    if one is None:
        return None
    if act.new and act.new != one.outcome:  # what was accepted was another person's word, since taken back
        return _verdict(now, line, act)
    return _put(now, one, replace(one, reason=_signed("accepted by", line, one.reason)))


def _verdict(now: _Now, line: Judgement, act: Act) -> _Now | None:
    one = _fact(now, line.on)
    outcome: Outcome | None = next((each for each in get_args(Outcome) if each == act.new), None)
    if one is None or outcome is None:
        return None
    return _put(now, one, replace(one, outcome=outcome, reason=_signed("decided by", line), rule=line.id))


def _value(now: _Now, line: Judgement, act: Act) -> _Now | None:
    claim, value = _claim(now, line.on), value_of(act.new)
    if claim is None or value is None or not isinstance(claim.mention, Figure):
        return None
    figure = _valued(claim.mention, value, line)
    return _exchange(now, claim, replace(claim, mention=figure, decided_by=(*claim.decided_by, line.id)))


def _dismiss(now: _Now, line: Judgement, act: Act) -> _Now | None:
    claim = _claim(now, line.on)
    if claim is not None:
        return _exchange(now, claim, None)
    one = _fact(now, line.on)
    if one is None:
        return None
    return replace(now, verdicts={id_: each for id_, each in now.verdicts.items() if each is not one})


def _split(now: _Now, line: Judgement, act: Act) -> _Now | None:
    one, wanted = _fact(now, line.on), set(act.new.split())
    if one is None:
        return None
    out = tuple(claim for claim in one.fact.claims if claim.id in wanted)
    rest = tuple(claim for claim in one.fact.claims if claim.id not in wanted)
    if not out or not rest or len(out) < len(wanted):
        return None
    now = _with_claims(now, one, rest, line)
    return _new(now, replace(one.fact, claims=out, reason=_signed("set apart by", line), rule=line.id))


def _merge(now: _Now, line: Judgement, act: Act) -> _Now | None:
    one, other = _fact(now, line.on), _fact(now, act.new)
    if one is None or other is None or one is other or one.fact.dimension != other.fact.dimension:
        return None
    rest = {id_: each for id_, each in now.verdicts.items() if each is not other}
    merged = _with_claims(replace(now, verdicts=rest), one, (*one.fact.claims, *other.fact.claims), line)
    return replace(merged, became={**merged.became, other.fact.id: merged.became[one.fact.id]})


def _add(now: _Now, line: Judgement, act: Act) -> _Now | None:
    """A figure that a person saw and the program did not: "add 120-122 26 fact-…" or "add 120-122 26 killed"."""
    reading = next((one for one in now.readings if one.account.id == line.on), None)
    place, written, where = (*act.new.split(" "), "", "")[:3]
    value, beside = value_of(written), _fact(now, where)
    role: Role | None = beside.fact.role if beside else next((one for one in get_args(Role) if one == where), None)
    if reading is None or value is None or role is None:
        return None
    figure = _figure(reading, place, value, line)
    if figure is None or any(claim.id == figure.id for claim in reading.claims):
        return None
    topic = beside.fact.claims[0].topic if beside else Topic(role=role, measure=f"people {role}")
    own = Link(name=reading.outlet, kind="outlet")
    sentence = next((one.span for one in reading.sentences if one.span.holds(figure.span)), None)
    claim = Claim(mention=figure, attribution=(own,), topic=topic, sentence=sentence, decided_by=(line.id,))
    whole = replace(reading, claims=tuple(sorted((*reading.claims, claim), key=lambda one: one.span.start)))
    now = replace(now, readings=tuple(whole if one is reading else one for one in now.readings))
    if beside:
        return _with_claims(now, beside, (*beside.fact.claims, claim), line)
    question = f"{figure.span.text} · added by {line.by}"
    return _new(now, Fact(question=question, role=role, dimension="count", claims=(claim,), rule=line.id))


DO: Mapping[str, Callable[[_Now, Judgement, Act], _Now | None]] = {
    "accept": _accept, "verdict": _verdict, "value": _value, "dismiss": _dismiss, "split": _split, "merge": _merge,
    "add": _add,
}  # fmt: skip


def _figure(reading: Reading, place: str, value: Value, line: Judgement) -> Figure | None:
    start, _, end = place.partition("-")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(reading.account.text)):
        return None
    span = reading.account.span(int(start), int(end))
    zone = next((one for one in reading.zones if one.span.meets(span)), None)
    if zone is None:
        return None
    empty = Figure(span=span, zone=zone.kind, low=None, high=None, modifier="exact")
    return _valued(empty, value, line)


def _valued(figure: Figure, value: Value, line: Judgement) -> Figure:
    point = value.low if value.high in {None, value.low} else None
    modifier = figure.modifier if figure.modifier == "approximate" and point else "exact"
    return replace(
        figure,
        low=value.low,
        high=value.high,
        low_open=False,
        high_open=False,
        point=point,
        modifier="at_least" if value.high is None else "range" if point is None else modifier,
        rule=line.id,
    )


def _fact(now: _Now, wanted: str) -> Verdict | None:
    for _ in range(len(now.became) + 1):
        if wanted in now.verdicts:
            return now.verdicts[wanted]
        wanted = now.became.get(wanted, "")
    return None


def _claim(now: _Now, wanted: str) -> Claim | None:
    return next((claim for reading in now.readings for claim in reading.claims if claim.id == wanted), None)


def _put(now: _Now, old: Verdict, new: Verdict) -> _Now:
    verdicts = {new.fact.id if each is old else id_: new if each is old else each for id_, each in now.verdicts.items()}
    became = {**now.became, old.fact.id: new.fact.id} if old.fact.id != new.fact.id else now.became
    return replace(now, verdicts=verdicts, became=became)


def _new(now: _Now, fact: Fact) -> _Now:
    return replace(now, verdicts={**now.verdicts, fact.id: now.judge(fact, now.readings)})


def _with_claims(now: _Now, one: Verdict, claims: Sequence[Claim], line: Judgement) -> _Now:
    place: dict[Account, int] = {reading.account: at for at, reading in enumerate(now.readings)}
    ordered = tuple(sorted(claims, key=lambda claim: (place[claim.account], claim.span.start)))
    fact = replace(one.fact, claims=ordered, reason=_signed("put together by", line), rule=line.id)
    return _put(now, one, now.judge(fact, now.readings))


def _exchange(now: _Now, old: Claim, new: Claim | None) -> _Now:
    """The case with one claim changed, or without it, and the facts that held it judged again."""

    def changed(claims: Sequence[Claim]) -> tuple[Claim, ...]:
        return tuple(one for claim in claims if (one := new if claim.id == old.id else claim) is not None)

    readings = tuple(
        replace(reading, claims=changed(reading.claims)) if reading.account == old.account else reading
        for reading in now.readings
    )
    now = replace(now, readings=readings)
    for one in [each for each in now.verdicts.values() if any(claim.id == old.id for claim in each.fact.claims)]:
        claims = changed(one.fact.claims)
        if claims:
            now = _put(now, one, now.judge(replace(one.fact, claims=claims), readings))
        else:
            now = replace(now, verdicts={id_: each for id_, each in now.verdicts.items() if each is not one})
    return now


def _signed(what: str, line: Judgement, before: str = "") -> str:
    said = f"{what} {line.by} on {line.at[:10]}" + (f": {line.note}" if line.note else "")
    return f"{before} · {said}" if before else said[0].upper() + said[1:]
