"""The pages: each is made from the case of this moment, on the server."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, get_args
from urllib.parse import unquote

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, Template
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from rashomon.desk import page as report_page
from rashomon.judgements import GRADES, act_of
from rashomon.reports.html.marks import Marks, Place, anchor, blocks, linked_spans
from rashomon.reports.html.originals import LEADING, spot
from rashomon.reports.html.views import fact_view, finding_view
from rashomon.reports.phrases import findings_in_order
from rashomon.reports.records import as_lines
from rashomon.reports.tables import as_table
from rashomon.types import Account, Outcome, Reading, Role, Span, Verdict
from rashomon.web.guard import REPORT_POLICY, Door
from rashomon.web.search import search
from rashomon.web.state import Now, grade_of, has_judged, now, opinions, queue

NEAR = 8  # near misses shown beside a fact
MERGEABLE = 60  # facts offered to be put together with one


@cache
def template(name: str) -> Template:
    """A template of the application, or one that it shares with the report."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader("rashomon.web", "templates"), PackageLoader("rashomon.reports", "html")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return made.get_template(f"{name}.html.j2")


def current(request: Request) -> Now:
    """The case of this moment."""
    return now(request.app.state.path)


def person(request: Request) -> str:
    """Who decides in this browser; empty until somebody has said so."""
    door: Door = request.app.state.door
    return unquote(request.cookies.get(f"{door.cookie}-person", ""))[:80]


def is_blind(request: Request) -> bool:
    """Whether the machine's verdict, and other persons', stay hidden until this person has decided."""
    door: Door = request.app.state.door
    return request.cookies.get(f"{door.cookie}-blind") == "1"


def shown(request: Request, name: str, at: Now, **values: Any) -> HTMLResponse:
    """A page with what every page has."""
    who = person(request)
    judged = {one.fact.id for one in at.case.verdicts if has_judged(at, one, who)} if who else set()
    text = template(name).render(
        at=at,
        who=who,
        blind=is_blind(request),
        judged=judged,
        key=request.app.state.door.key,
        here=request.url.path,
        title=request.app.state.path.name,
        numbers=at.numbers,
        act_of=act_of,
        link=lambda span: link(span, at),
        original=lambda span: original_link(span, at),
        **{"problem": "", **values},
    )
    return HTMLResponse(text, values.get("status", 200))


def missing(request: Request, at: Now, wanted: str) -> HTMLResponse:
    """The page of what is not in the case, with what was decided on it."""
    return shown(request, "missing", at, wanted=wanted, lines=opinions(at, wanted), status=404)


def link(span: Span, at: Now) -> str:
    """The deep link to characters of an account."""
    return f"/account/{span.account.id}?at={span.start}-{span.end}#{anchor(span, at.numbers)}"


async def index(request: Request) -> Response:
    """The queue; whoever has not said who they are is asked first."""
    at = current(request)
    return shown(request, "queue", at, queue=queue(at))


async def fact(request: Request) -> Response:
    """One fact with its evidence and what may be done with it."""
    return fact_page(request, request.path_params["id"])


def fact_page(request: Request, wanted: str, problem: str = "", note: str = "") -> Response:
    """The page of a fact; with what was wrong about a decision, and the note that was written for it."""
    at = current(request)
    waiting = queue(at)
    place = next((place for place, one in enumerate(waiting) if one.fact.id == wanted), None)
    if place is None:
        status = 422 if problem else 404
        return shown(request, "missing", at, wanted=wanted, lines=opinions(at, wanted), problem=problem, status=status)
    one, who = waiting[place], person(request)
    claims = {claim.id for claim in one.fact.claims}
    return shown(
        request,
        "fact",
        at,
        queue=waiting,
        view=fact_view(one, at.case, at.numbers),
        hidden=is_blind(request) and not (who and has_judged(at, one, who)),
        before=waiting[place - 1].fact.id if place else "",
        after=waiting[place + 1].fact.id if place + 1 < len(waiting) else "",
        place=place + 1,
        others=_mergeable(one, waiting),
        near=[pair for pair in at.case.near_misses if {pair.left.id, pair.right.id} & claims][:NEAR],
        lines=[line for on in (one.fact.id, *sorted(claims)) for line in opinions(at, on)],
        apart=[lines for lines in at.standing.disagreements if lines[0].on in {one.fact.id, *claims}],
        outcomes=get_args(Outcome),
        problem=problem,
        note=note,
        status=422 if problem else 200,
    )


def _mergeable(one: Verdict, waiting: list[Verdict]) -> list[Verdict]:
    alike = [other for other in waiting if other is not one and other.fact.dimension == one.fact.dimension]
    return sorted(alike, key=lambda other: other.fact.role != one.fact.role)[:MERGEABLE]


async def claim(request: Request) -> Response:
    """The deep link of a figure, a quotation, a statement: its place in its account."""
    at, wanted = current(request), request.path_params["id"]
    for reading in at.case.readings:
        for one in reading.claims:
            if one.id == wanted:
                return RedirectResponse(link(one.span, at), 303)
    return missing(request, at, wanted)


async def account(request: Request) -> Response:
    """One account in full, where a figure that was missed can be added."""
    return account_page(request, request.path_params["id"])


def account_page(request: Request, wanted: str, problem: str = "") -> Response:
    """The page of an account; with what was wrong about a decision."""
    at = current(request)
    reading = next((one for one in at.case.readings if one.account.id == wanted), None)
    if reading is None:
        return missing(request, at, wanted)
    place = place_in(reading.account, request.query_params.get("at", ""))
    marks = marks_with(place, linked_spans(at.case).get(reading.account, {}))
    number = at.numbers[reading.account]
    return shown(
        request,
        "account",
        at,
        reading=reading,
        number=number,
        zones=list(zip(reading.zones, blocks(reading, number, marks, _to_original(reading, at, marks)), strict=True)),
        facts=queue(at),
        roles=get_args(Role),
        inside=_inside(reading, at),
        problem=problem,
        status=422 if problem else 200,
    )


def place_in(account: Account, written: str) -> Place | None:
    """The place that an address names, as in "120-124"; None where it is none of this account."""
    start, _, end = written.partition("-")
    if not (start.isdecimal() and end.isdecimal() and len(written) < 20):
        return None
    return (int(start), int(end)) if int(start) < int(end) <= len(account.text) else None


def marks_with(place: Place | None, marks: Marks) -> Marks:
    """The marks of an account, and among them the place that somebody came for."""
    return {**marks, place: f"{marks.get(place, '')} here".strip()} if place else marks


def _to_original(reading: Reading, at: Now, marks: Marks) -> Callable[[Place], str]:
    """Where a figure leads, and what somebody came for: to the same characters of the original."""

    def to(place: Place) -> str:
        is_asked = LEADING.intersection(marks[place].split())
        return original_link(reading.account.span(*place), at) if is_asked else ""

    return to


def original_link(span: Span, at: Now) -> str:
    """The deep link to the same characters in the original."""
    place = (span.start, span.end)
    return f"/original/{span.account.id}?at={span.start}-{span.end}#{spot(place, at.numbers[span.account])}"


def _inside(reading: Reading, at: Now) -> list[Verdict]:
    return [one for one in queue(at) if any(claim.account == reading.account for claim in one.fact.claims)]


async def findings(request: Request) -> Response:
    """The findings, each in its sentences."""
    at = current(request)
    told = [finding_view(one, at.case) for one in findings_in_order(at.case.findings)]
    return shown(request, "findings", at, findings=told)


async def sources(request: Request) -> Response:
    """The accounts, each with the letter that a person gave its source."""
    at = current(request)
    graded = [(reading, at.numbers[reading.account], grade_of(at, reading.account)) for reading in at.case.readings]
    return shown(request, "sources", at, graded=graded, grades=GRADES)


async def log(request: Request) -> Response:
    """Every decision, the latest first, and what persons disagree on."""
    at = current(request)
    names = {one.fact.id: one.fact.question for one in (*at.machine.verdicts, *at.case.verdicts)}
    names |= {one.id: one.arithmetic for one in at.machine.findings}
    names |= {one.id: one.name for one in at.machine.accounts}
    names |= {one.id: one.span.text for reading in at.case.readings for one in reading.claims}
    names |= {one.id: f"the decision {one.outcome}" for one in at.log}
    return shown(request, "log", at, names=names, lines=at.log[::-1])


async def found(request: Request) -> Response:
    """The lines of the accounts that hold some words; without the page around them where a page asks."""
    at, wanted = current(request), request.query_params.get("q", "")[:200]
    hits = search(at.index, at.case.accounts, wanted)
    name = "hits" if request.headers.get("hx-request") else "search"
    return shown(request, name, at, hits=hits, wanted=wanted)


async def pulse(request: Request) -> Response:
    """Whether others have decided since a page was made."""
    at, seen = current(request), request.query_params.get("seen", "")
    news = at.log[int(seen) :] if seen.isdecimal() and len(seen) < 10 else ()
    return shown(request, "pulse", at, news=news)


async def report(request: Request) -> Response:
    """The report with the decisions applied."""
    return HTMLResponse(report_page(current(request).case), headers={"Content-Security-Policy": REPORT_POLICY})


async def export(request: Request) -> Response:
    """All records, or the table of figures, with the decisions applied."""
    case = current(request).case
    is_table = request.path_params["form"] == "csv"
    lines = as_table(case) if is_table else as_lines(case)
    name = file_name(f"{request.app.state.path.stem}.{request.path_params['form']}")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    kind = "text/csv; charset=utf-8" if is_table else "application/x-ndjson"
    return Response("".join(f"{line}\n" for line in lines), media_type=kind, headers=headers)


def file_name(name: str) -> str:
    """A name that any system takes for a file: "https://a.example/b" is "https___a.example_b"."""
    plain = name.encode("ascii", "replace").decode()
    return "".join(letter if letter.isalnum() or letter in "._-" else "_" for letter in plain)[-120:]
