"""The rules that fill the columns of a codebook, by the names that the data files use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from rashomon.codebooks.inputs import Case
from rashomon.types import Topic

CIVILIANS = frozenset({"civilians", "children", "women", "elderly", "medics", "journalists", "rescuers"})


def lowest(case: Case) -> str:
    """The lowest number of the inputs."""
    return _told(min(one.low for one in case.inputs))


def highest(case: Case) -> str:
    """The highest number of the inputs."""
    return _told(max(one.high for one in case.inputs))


def best_supported(case: Case) -> str:
    """The number behind which most origins stand, the lower one where two have as many."""
    return _told(_best(case))


def best_of_civilians(case: Case) -> str:
    """The best number where the fact counts civilians, else none."""
    return _told(_best(case)) if _population(case) in CIVILIANS else "0"


def best_of_others(case: Case) -> str:
    """The best number where the fact does not say that its dead were civilians."""
    return "0" if _population(case) in CIVILIANS else _told(_best(case))


def nothing(case: Case) -> str:
    """Zero: what the column asks is only set by a person."""
    return "0"


def accounts(case: Case) -> str:
    """How many accounts state it."""
    return str(len({one.claim.account for one in case.inputs}))


def outlets(case: Case) -> str:
    """The last link of every attribution: who published it."""
    names = {one.claim.attribution[-1].name for one in case.inputs if one.claim.attribution}
    return "; ".join(sorted(names))


def speakers(case: Case) -> str:
    """The nearest speakers, where one is named."""
    return "; ".join(sorted({one.claim.speaker.name for one in case.inputs if one.claim.speaker}))


def two_origins(case: Case) -> str:
    """Whether two origins or more stand behind it."""
    return "yes" if len(case.verdict.tally.origins) > 1 else "no"


def independence(case: Case) -> str:
    """How many outlets, texts and origins there are."""
    return str(case.verdict.tally)


def grade(case: Case) -> str:
    """The grade that the number of origins would allow, for a person to set."""
    grades = case.book.tables["grades"]
    return grades["more"] if len(case.verdict.tally.origins) > 1 else grades["one"]


def first_day(case: Case) -> str:
    """The first day of the event."""
    days = [topic.window.earliest for topic in _topics(case) if topic.window.earliest]
    return str(min(days)) if days else ""


def last_day(case: Case) -> str:
    """The last day of the event."""
    days = [topic.window.latest for topic in _topics(case) if topic.window.latest]
    return str(max(days)) if days else ""


def date_precision(case: Case) -> str:
    """The book's code for the length of the shortest stated window."""
    lengths = [_days(topic.window.earliest, topic.window.latest) for topic in _topics(case)]
    known = [length for length in lengths if length]
    if not known:
        return ""
    return next((code for most, code in case.book.days if min(known) <= most), case.book.beyond)


def place(case: Case) -> str:
    """The place that most claims name."""
    names = Counter(topic.place.name for topic in _topics(case) if topic.place)
    return min(names, key=lambda name: (-names[name], name)) if names else ""


def place_precision(case: Case) -> str:
    """The book's code for the kind of that place."""
    name, codes = place(case), case.book.tables.get("places", {})
    kinds = [topic.place.kind for topic in _topics(case) if topic.place and topic.place.name == name]
    return codes.get(kinds[0], "") if kinds else ""


def clarity(case: Case) -> str:
    """1 for one happening, 2 for a number counted up over many."""
    return "2" if any(topic.stock_or_flow == "cumulative" for topic in _topics(case)) else "1"


def dispute(case: Case) -> str:
    """What the statements are and how they stand, where they differ."""
    return "" if case.verdict.outcome in {"single", "agree"} else f"{case.verdict.outcome}: {case.verdict.reason}"


def role(case: Case) -> str:
    """What happened to the people counted."""
    return case.verdict.fact.role


def unit(case: Case) -> str:
    """Persons or households."""
    units = case.book.tables["units"]
    counted = {one.figure.unit for one in case.inputs}
    return units["household"] if units["household"] in counted else units["person"]


def stock_or_flow(case: Case) -> str:
    """Present at a moment, or happened in a window."""
    return next((topic.stock_or_flow for topic in _topics(case) if topic.stock_or_flow), "")


def quantifier(case: Case) -> str:
    """The manner of speaking that most inputs share."""
    manners = Counter(one.figure.modifier for one in case.inputs)
    return min(manners, key=lambda manner: (-manners[manner], manner))


def recommendation(case: Case) -> str:
    """A number on two origins or more may be recommended; one origin's serves to check others."""
    return "recommended" if len(case.verdict.tally.origins) > 1 else "triangulation"


def calculation(case: Case) -> str:
    """The arithmetic: each number with its account."""
    parts = (f"{_told(one.low)} ({one.claim.account.name})" for one in case.inputs)
    return "; ".join(parts)


def excerpt(case: Case) -> str:
    """The sentence of the first input."""
    first = case.inputs[0].claim
    return " ".join((first.sentence or first.span).text.split())


COLUMNS: Mapping[str, Callable[[Case], str]] = {
    rule.__name__: rule
    for rule in (
        lowest, highest, best_supported, best_of_civilians, best_of_others, nothing, accounts, outlets, speakers,
        two_origins, independence, grade, first_day, last_day, date_precision, place, place_precision, clarity,
        dispute, role, unit, stock_or_flow, quantifier, recommendation, calculation, excerpt,
    )
}  # fmt: skip


def _best(case: Case) -> Decimal:
    behind: dict[Decimal, set[str]] = {}
    for one in case.inputs:
        names = [origin.name for origin in case.verdict.tally.origins if one.claim in origin.claims]
        number = one.figure.point if one.figure.point is not None else one.low
        behind.setdefault(number, set()).update(names or [one.claim.account.name])
    return min(behind, key=lambda number: (-len(behind[number]), number))


def _topics(case: Case) -> list[Topic]:
    return [one.claim.topic for one in case.inputs if one.claim.topic]


def _population(case: Case) -> str | None:
    populations = {topic.population for topic in _topics(case)}
    return populations.pop() if len(populations) == 1 else None


def _days(first: date | None, last: date | None) -> int | None:
    return (last - first).days + 1 if first and last else None


def _told(number: Decimal) -> str:
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"
