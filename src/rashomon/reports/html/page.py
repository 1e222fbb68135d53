"""The page of a case, from its template and its style; nothing in it is fetched, nothing in it runs."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from rashomon.reports.html.drift import drift
from rashomon.reports.html.maps import map_of
from rashomon.reports.html.marks import anchor, anchors, blocks, linked_spans
from rashomon.reports.html.originals import originals_of
from rashomon.reports.html.overview import overview
from rashomon.reports.html.quotations import quotations
from rashomon.reports.html.strips import shown
from rashomon.reports.html.trees import SHARED, case_tree, whole_texts
from rashomon.reports.html.unseen import unseen
from rashomon.reports.html.views import counted, fact_view, finding_view, grid
from rashomon.reports.phrases import DISPUTED, ORDER, findings_in_order, in_order
from rashomon.types import Account, Case, Direction, Original, Outcome, Relation, Row, Verdict

FEW = 12  # of a kind that are shown before the rest is folded
ARROWS: Mapping[Direction, tuple[str, str]] = {  # from the account that had it first, as a sign and in words
    "a_to_b": ("→", "the second has it from the first"),
    "b_to_a": ("→", "the second has it from the first"),
    "common_source": ("⇉", "both have it from a third"),
    "unknown": ("↔", "who had it first is not known"),
}
LABELS: Mapping[Outcome, str] = {  # of how many facts each is said
    "conflict": "in conflict", "undecided": "undecided", "superseded": "superseded", "compatible": "compatible",
    "agree": "agreed", "single": "by one account",
}  # fmt: skip
NEAR_MISSES = 200  # shown; a large case has thousands, all of them in the export


@cache
def _template() -> Template:
    made = Environment(
        loader=PackageLoader("rashomon.reports", "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"ARROWS": ARROWS, "LABELS": LABELS}
    made.filters["number"] = lambda value: shown(float(value))
    return made.get_template("page.html.j2")


@cache
def style_of_page() -> tuple[Markup, str]:
    """The style, and the digest by which alone a browser may use it."""
    style = files(__package__).joinpath("style.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return Markup(style), f"sha256-{digest}"  # noqa: S704 - our own file


def as_html(
    case: Case, books: Mapping[str, Sequence[Row]] | None = None, originals: Mapping[Account, Original] | None = None
) -> str:
    """The whole page. `books` are the rows of each codebook by its title; one of them at a time is shown.

    `originals` are what the accounts were read from; as many of them as there is room for are on the page.
    """
    numbers = anchors(case)
    style, digest = style_of_page()
    return _template().render(
        case=case,
        style=style,
        digest=digest,
        numbers=numbers,
        names_of={reading.account: reading.outlet for reading in case.readings},
        by_name={account.name: number for account, number in numbers.items()},
        at=lambda span: anchor(span, numbers),
        inner=lambda span: f"#{anchor(span, numbers)}",
        FEW=FEW,
        books=[
            (number, title, {row.fact.id: row for row in rows})
            for number, (title, rows) in enumerate((books or {}).items(), 1)
        ],
        **_facts(case, numbers),
        **_panels(case, numbers, originals or {}),
    )


def _facts(case: Case, numbers: Mapping[Account, int]) -> dict[str, Any]:
    """What the top and the facts show."""
    several, alone = _parted(in_order(case.verdicts))
    top = overview(case, several)
    return {
        "top": top,
        "outlets": len({reading.outlet for reading in case.readings}),
        "tree": case_tree(several, case),
        "whole_texts": len(whole_texts(case)),
        "shown_outcomes": sorted(top.outcomes, key=lambda one: ORDER[one[0]]),
        "disputed": sum(verdict.outcome in DISPUTED for verdict in several),
        "facts": [fact_view(verdict, case, numbers) for verdict in several],
        "alone": [fact_view(verdict, case, numbers) for verdict in alone],
        "missed_by": _missed_by(case),
        "near_misses": case.near_misses[:NEAR_MISSES],
        "undecided": [
            relation for verdict in case.verdicts for relation in verdict.relations if relation.kind == "cannot_compare"
        ],
    }


def _panels(case: Case, numbers: Mapping[Account, int], originals: Mapping[Account, Original]) -> dict[str, Any]:
    """What the sections below the facts show."""
    marks = linked_spans(case)
    named = grid(case, numbers)
    drawn = originals_of(case, originals, marks)
    return {
        "unseen": unseen(case),
        "originals": drawn.laid,
        "roomy": drawn.roomy,
        "in_original": drawn.place,
        "findings": [finding_view(finding, case) for finding in findings_in_order(case.findings)],
        "map": map_of(case),
        "decided_on": _decided_on(case, numbers) if case.judgements else {},
        "copies": [
            (copy, drift(copy.left.text, copy.right.text) if copy.kind in SHARED else None)
            for copy in case.copies
            if copy.kind != "quote"
        ],
        "quoted": quotations(case),
        "grids": [{actor: row for actor, row in named.items() if (len(row) > 1) is shared} for shared in (True, False)],
        "questions": {verdict.fact.id: verdict.fact.question for verdict in case.verdicts}
        | {event.id: event.summary for event in case.events},
        "texts": [
            (
                reading,
                number,
                counted(reading),
                list(blocks(reading, number, marks.get(reading.account, {}), drawn.leading(number))),
            )
            for number, reading in enumerate(case.readings, 1)
        ],
    }


def _decided_on(case: Case, numbers: Mapping[Account, int]) -> Mapping[str, tuple[str, str]]:
    """What a decision on an account, a figure, a finding or a decision is about, and where it stands on the page."""
    found = {account.id: (account.name, f"a{number}") for account, number in numbers.items()}
    found |= {line.id: (line.outcome, line.id) for line in case.judgements}
    found |= {finding.id: (finding.arithmetic, finding.id) for finding in case.findings}
    claims = (claim for reading in case.readings for claim in reading.claims)
    return found | {claim.id: (claim.span.text, anchor(claim.span, numbers)) for claim in claims}


def _missed_by(case: Case) -> Mapping[str, list[Relation]]:
    """The first near misses of each fact told more than once: what looks like it and answers another question."""
    facts = {claim.id: fact.id for fact in case.facts if len(fact.claims) > 1 for claim in fact.claims}
    found: dict[str, list[Relation]] = {fact.id: [] for fact in case.facts}
    for pair in case.near_misses:
        for fact in dict.fromkeys(facts.get(claim.id, "") for claim in (pair.left, pair.right)):
            if fact and len(found[fact]) < FEW:
                found[fact].append(pair)
    return found


def _parted(verdicts: Sequence[Verdict]) -> tuple[list[Verdict], list[Verdict]]:
    """Facts with more than one statement, and those that stand alone."""
    several = [verdict for verdict in verdicts if len(verdict.fact.claims) > 1]
    return several, [verdict for verdict in verdicts if len(verdict.fact.claims) == 1]
