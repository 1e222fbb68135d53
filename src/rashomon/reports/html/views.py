"""A case cut as its page shows it: every value with the place it links to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.reports.html.marks import anchor
from rashomon.reports.html.passages import Passage, passages
from rashomon.reports.html.strips import COLOURS, Scale, scale, strip
from rashomon.reports.html.sums import Sum, as_sum, sentence
from rashomon.reports.html.times import times
from rashomon.reports.html.trees import Branch, fact_tree
from rashomon.reports.phrases import Statement, statement
from rashomon.types import Account, Case, Claim, Figure, Finding, Reading, Relation, Verdict, Wording

Numbers = Mapping[Account, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """One speaker of a chain, and where the account names it."""

    name: str
    kind: str
    at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One statement on a fact."""

    claim: Claim
    said: Statement
    at: str
    account: int
    crumbs: tuple[Crumb, ...]
    strip: Markup
    origin: int
    echo: bool
    repeated: bool
    published: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A fact with its statements on one scale."""

    verdict: Verdict
    rows: tuple[Row, ...]
    scale: Scale | None
    pairs: tuple[Relation, ...]
    times: Markup
    tree: tuple[Branch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding with its arithmetic set out, and the sentences it is about."""

    finding: Finding
    sum: Sum
    passages: tuple[Passage, ...]
    across: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one account calls one actor."""

    name: str
    voice: str
    count: int
    distancing: bool
    at: str


def fact_view(verdict: Verdict, case: Case, numbers: Numbers) -> FactView:
    """The statements of a fact, those of one origin together, the first of each origin in front."""
    places = {claim: place for place, origin in enumerate(verdict.tally.origins) for claim in origin.claims}
    on = scale(verdict.fact.claims)
    days = {reading.account: reading.masthead.published for reading in case.readings}
    ordered = sorted(verdict.fact.claims, key=lambda claim: (places.get(claim, len(places)), numbers[claim.account]))
    rows: list[Row] = []
    origins: set[int] = set()
    values: set[tuple[object, ...]] = set()
    for claim in ordered:
        origin = places.get(claim, 0)
        value = (origin, *bounds(claim))
        echo, repeated = value in values, origin in origins
        values.add(value)
        origins.add(origin)
        day = days[claim.account]
        row = Row(
            claim=claim,
            said=statement(claim),
            at=anchor(claim.span, numbers),
            account=numbers[claim.account],
            crumbs=crumbs(claim, numbers),
            strip=strip(claim, on, origin, echo) if on else Markup(),
            origin=origin % COLOURS,
            echo=echo,
            repeated=repeated,
            published=day.isoformat() if day else "",
        )
        rows.append(row)
    return FactView(
        verdict=verdict,
        rows=tuple(rows),
        scale=on,
        pairs=_telling(verdict.relations),
        times=times(verdict, days),
        tree=fact_tree(verdict, case),
    )


def finding_view(finding: Finding, case: Case) -> FindingView:
    """A finding as the page shows it."""
    return FindingView(
        finding=finding,
        sum=as_sum(finding) or sentence(finding),
        passages=tuple(passages(finding.spans, case.readings)),
        across=len({span.account for span in finding.spans}) > 1,
    )


def bounds(claim: Claim) -> tuple[object, ...]:
    """What a statement says as a value: two of one origin that say the same are an echo."""
    figure = claim.mention
    return (figure.low, figure.high, figure.point) if isinstance(figure, Figure) else ()


def crumbs(claim: Claim, numbers: Numbers) -> tuple[Crumb, ...]:
    """The chain from the nearest speaker to the outlet, each link where the text names it, else its account."""
    own = f"a{numbers[claim.account]}"
    return tuple(
        Crumb(name=link.name, kind=link.kind, at=anchor(link.span, numbers) if link.span else own)
        for link in claim.attribution
    )


def _telling(relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Pairs of different accounts first; what repeats is not told again."""
    return tuple(sorted(relations, key=lambda one: (one.kind in {"echo", "same"}, one.kind)))


def grid(case: Case, numbers: Numbers) -> dict[str, dict[int, list[Cell]]]:
    """The names of each actor by account; the actors that most accounts name first."""
    made: dict[str, dict[int, list[Cell]]] = defaultdict(lambda: defaultdict(list))
    for wording in case.wordings:
        made[wording.actor][numbers[wording.account]].append(_cell(wording, numbers))
    spread = Counter({actor: len(row) for actor, row in made.items()})
    return {actor: made[actor] for actor in sorted(made, key=lambda actor: (-spread[actor], actor))}


def _cell(wording: Wording, numbers: Numbers) -> Cell:
    return Cell(
        name=wording.name,
        voice=wording.voice,
        count=len(wording.spans),
        distancing=wording.distancing,
        at=anchor(wording.spans[0], numbers),
    )


def counted(reading: Reading) -> str:
    """How much was found in an account."""
    counts = (
        (len(reading.figures), "figure"),
        (len(reading.quotes), "quotation"),
        (len(reading.speeches), "statement"),
    )
    return ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in counts)
