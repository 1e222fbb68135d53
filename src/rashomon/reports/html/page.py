"""The page of a case, from its template and its style; nothing in it is fetched, nothing in it runs."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from rashomon.reports.html.drift import side_by_side
from rashomon.reports.html.marks import anchor, anchors, blocks, linked_spans
from rashomon.reports.html.strips import shown
from rashomon.reports.html.views import fact_view, grid, places
from rashomon.reports.phrases import DISPUTED, ORDER, findings_in_order, in_order
from rashomon.types import Case, Span, Verdict

FEW = 12  # of a kind that are shown before the rest is folded
AROUND = 60  # characters of the text on either side of what a finding questions
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
    made.filters["number"] = lambda value: shown(float(value))
    return made.get_template("page.html.j2")


@cache
def _style() -> tuple[Markup, str]:
    """The style, and the digest by which alone a browser may use it."""
    style = files(__package__).joinpath("style.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return Markup(style), f"sha256-{digest}"  # noqa: S704 - our own file


def as_html(case: Case) -> str:
    """The whole page."""
    numbers = anchors(case)
    marks = linked_spans(case)
    style, digest = _style()
    several, alone = _parted(in_order(case.verdicts))
    named = grid(case, numbers)
    return _template().render(
        case=case,
        style=style,
        digest=digest,
        numbers=numbers,
        by_name={account.name: number for account, number in numbers.items()},
        outcomes=_outcomes(case),
        disputed=sum(verdict.outcome in DISPUTED for verdict in several),
        facts=[fact_view(verdict, case, numbers) for verdict in several],
        alone=[fact_view(verdict, case, numbers) for verdict in alone],
        near_misses=case.near_misses[:NEAR_MISSES],
        findings=findings_in_order(case.findings),
        copies=[(copy, *side_by_side(copy.left.text, copy.right.text)) for copy in case.copies],
        grids=[{actor: row for actor, row in named.items() if (len(row) > 1) is shared} for shared in (True, False)],
        questions={verdict.fact.id: verdict.fact.question for verdict in case.verdicts}
        | {event.id: event.summary for event in case.events},
        texts=[
            (
                reading,
                numbers[reading.account],
                places(reading),
                list(blocks(reading, numbers[reading.account], marks.get(reading.account, {}))),
            )
            for reading in case.readings
        ],
        at=lambda span: anchor(span, numbers),
        around=_around,
        FEW=FEW,
        undecided=[
            relation for verdict in case.verdicts for relation in verdict.relations if relation.kind == "cannot_compare"
        ],
    )


def _around(span: Span) -> tuple[str, str]:
    """The words on both sides of a span, as far as its paragraph goes."""
    text = span.account.text
    before = text[: span.start].rpartition("\n")[2].lstrip()
    after = text[span.end :].partition("\n")[0].rstrip()
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    return before, after


def _parted(verdicts: Sequence[Verdict]) -> tuple[list[Verdict], list[Verdict]]:
    """Facts with more than one statement, and those that stand alone."""
    several = [verdict for verdict in verdicts if len(verdict.fact.claims) > 1]
    return several, [verdict for verdict in verdicts if len(verdict.fact.claims) == 1]


def _outcomes(case: Case) -> list[tuple[str, int]]:
    counted = Counter(verdict.outcome for verdict in case.verdicts)
    return [(outcome, counted[outcome]) for outcome in ORDER if counted[outcome]]
