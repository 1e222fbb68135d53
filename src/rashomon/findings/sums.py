"""Parts against their whole: men, women and children against all who left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from rashomon.findings.deeds import sentence_of
from rashomon.findings.stated import (
    Stated,
    after,
    any_of,
    before,
    between,
    finding,
    neighbours,
    number,
    population_of,
    stated_in,
)
from rashomon.intervals import Interval
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Finding, Reading, Severity, Span

LISTED = 30  # characters between two parts of one list
FINITE = frozenset({"VBD", "VBZ", "VBP"})  # tags of verbs that open a clause
LIKE = Decimal("0.05")  # how far "a similar number" may lie from the number before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a whole: whom it counts, the values it allows, its characters and its words in a sum."""

    population: str
    interval: Interval
    span: Span
    words: str
    exact: bool


def parts_of_whole(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """40 people left, 30 of them men, 5 women and 20 children: the parts do not make the whole.

    Only parts that the sentence itself ties to a whole beside them are added. Parts that pass the whole are an
    error; parts that leave nobody out (men, women, children) and fall short of it are a doubt.

    find: A total of [400|check=sum_of_parts; severity=doubt] people left Teshar: [150|check=sum_of_parts] men, [90] women and [80] children.
    find: The office led [400|check=sum_of_parts; severity=doubt] people out. Of them [150|check=sum_of_parts] are men, but there are also [90] children and [a similar number of] women.
    find: Of the [50|check=sum_of_parts; severity=error] people on board, [30|check=sum_of_parts] were men and [25|check=sum_of_parts] were women.
    skip: Of the 50 people on board, 20 were men and 25 were children.
    skip: A total of 400 people left Teshar, including 150 men and 90 children.
    skip: Ten people were in the house - four keepers, two boys, and four women.
    skip: A shot sent four people, including two teens, to hospital, another left one man dead and three women hurt.
    """  # noqa: E501
    everything = stated_in(reading, lexicon)
    for sentence in sorted({stated.sentence for stated in everything}):
        here = [stated for stated in neighbours(everything, sentence) if stated.figure.dimension == "count"]
        parts = _unbroken(_parts(here, lexicon), reading, lexicon)
        if (
            len(parts) > 1
            and parts[0].population == "civilians"
            and _whole_of(here, parts[1:], everything, sentence, lexicon)
        ):
            parts = parts[1:]
        if len(parts) < 2 or len({part.population for part in parts}) < len(parts):
            continue
        whole = _whole_of(here, parts, everything, sentence, lexicon)
        if whole is not None:
            yield from _added(whole, parts, lexicon)


def _parts(here: Sequence[Stated], lexicon: Lexicon) -> list[Part]:
    """The figures of a sentence that count a sort of people, and "a similar number of women" beside them."""
    parts = []
    for stated in here:
        population = stated.population or _said_of(stated, lexicon)
        if population:
            point = stated.figure.point
            digits = any(character.isdigit() for character in stated.text)
            words = (
                stated.text
                if digits or point is None
                else f"{'about ' * (stated.figure.modifier == 'approximate')}{number(point)}"
            )
            parts.append(
                Part(
                    population=population,
                    interval=stated.interval,
                    span=stated.span,
                    words=words,
                    exact=stated.figure.modifier == "exact",
                )
            )
    return _with_similar(_in_one_list(parts), lexicon)


def _in_one_list(parts: list[Part]) -> list[Part]:
    """The parts up to the first that stands too far off to be of the same list."""
    far = (n for n in range(1, len(parts)) if parts[n].span.start - parts[n - 1].span.end > LISTED)
    return parts[: next(far, None)]


def _unbroken(parts: list[Part], reading: Reading, lexicon: Lexicon) -> list[Part]:
    """The parts up to the first verb between two of them, "to be" apart: after it another list begins."""
    for at, (one, other) in enumerate(pairwise(parts), 1):
        sentence = sentence_of(reading, one.span)
        words = sentence.words if sentence else ()
        inner = [word for word in words if one.span.end <= word.start and word.end <= other.span.start]
        verbs = [word for word in inner if word.tag in FINITE and word.pos != "AUX"]
        if any(word.text.lower() not in lexicon.by_form("findings.copula") for word in verbs):
            return parts[:at]
    return parts


@cache
def _similar(lexicon: Lexicon) -> re.Pattern[str]:
    people = lexicon.alternatives("populations.people")
    return re.compile(rf"\b{any_of('same_number', lexicon)}\s+({people})\b", re.IGNORECASE)


def _with_similar(parts: list[Part], lexicon: Lexicon) -> list[Part]:
    """The parts with one more where the text after the last says "a similar number of" others."""
    if not parts:
        return parts
    last = parts[-1]
    start = last.span.end
    account = last.span.account
    match = _similar(lexicon).search(plain(account.text[start : start + 80]))
    if match is None or last.interval.low != last.interval.high:
        return parts
    value, slack = last.interval.low, LIKE * last.interval.low
    return [
        *parts,
        Part(
            population=population_of(match[1], lexicon),
            interval=Interval(low=value - slack, high=value + slack),
            span=account.span(start + match.start(), start + match.end(0) - len(match[1]) - 1),
            words=f"about {number(value)}",
            exact=False,
        ),
    ]


@cache
def _copula(lexicon: Lexicon) -> re.Pattern[str]:
    people = lexicon.alternatives("populations.people")
    copula, determiner = any_of("copula", lexicon), any_of("determiner", lexicon)
    return re.compile(rf",?\s+{copula}\s+(?:{determiner}\s+)?({people})\b", re.IGNORECASE)


def _said_of(stated: Stated, lexicon: Lexicon) -> str:
    """The people that a bare figure is said to be: "14, are men"."""
    match = _copula(lexicon).match(after(stated, 40)) if stated.figure.counted is None else None
    return population_of(match[1], lexicon) if match else ""


@cache
def _tied(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:\b{any_of('including', lexicon)}\b|:|\(|--| - )", re.IGNORECASE)


@cache
def _named(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('including', lexicon)}\b", re.IGNORECASE)


@cache
def _among(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('among', lexicon)}\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)


def _whole_of(
    here: Sequence[Stated], parts: Sequence[Part], everything: Sequence[Stated], sentence: int, lexicon: Lexicon
) -> Stated | None:
    """The figure that the parts are said to be parts of: before them in the sentence, in the one before, or after."""
    taken = {part.span for part in parts}
    first, last = parts[0].span.start, parts[-1].span.end
    for stated in here:
        if stated.span in taken:
            continue
        account = stated.span.account
        others = [other for other in here if stated.span.end <= other.span.start < first]
        gap = plain(account.text[stated.span.end : first]) if stated.span.end <= first and not others else ""
        if (
            gap
            and not _is_item(stated, here, lexicon)
            and (_tied(lexicon).search(gap) or _beside(stated, first) or _of_these(stated, gap, lexicon))
        ):
            return stated
        if stated.span.start >= last and _among(lexicon).search(before(stated, 30)):
            return stated
    earlier = [stated for stated in neighbours(everything, sentence - 1) if stated.figure.dimension == "count"]
    opening = plain(parts[0].span.account.text[_opening(here[0], everything) : first])
    same_zone = bool(earlier) and earlier[-1].figure.zone == here[0].figure.zone
    if same_zone and _named(lexicon).search(opening) and not earlier[-1].population:
        return earlier[-1]
    return None


def _is_item(stated: Stated, here: Sequence[Stated], lexicon: Lexicon) -> bool:
    """Whether a figure is itself an item of a list that another figure opens: "ten people - four keepers, …"."""
    return any(other.span.end <= stated.span.start and _tied(lexicon).search(between(other, stated)) for other in here)


def _beside(whole: Stated, first: int) -> bool:
    """Whether only the noun counted and a comma stand between a whole and its first part: "20 people, 12 men"."""
    counted = whole.figure.counted
    if counted is None or whole.population or counted.end >= first:
        return False
    return re.fullmatch(r"\s*,\s*", plain(whole.span.account.text[counted.end : first])) is not None


def _of_these(whole: Stated, gap: str, lexicon: Lexicon) -> bool:
    """Whether a whole opens its sentence as what the parts are of: "Of the 50 pupils, 30 were boys"."""
    lead = re.search(
        rf"(?:^|[.!?]\s+|\n){any_of('of', lexicon)}\s+{any_of('determiner', lexicon)}\s+$",
        before(whole, 30),
        re.IGNORECASE,
    )
    return lead is not None and re.fullmatch(r"\s+(?:[\w'-]+\s*){1,5},\s+(?:\w+\s+)?", gap) is not None


def _opening(first: Stated, everything: Sequence[Stated]) -> int:
    """Where to look for what ties a sentence to the one before: from the end of the last figure before it."""
    ends = [stated.span.end for stated in everything if stated.sentence < first.sentence]
    return max(ends, default=0)


def _added(whole: Stated, parts: Sequence[Part], lexicon: Lexicon) -> Iterator[Finding]:
    low = sum((part.interval.low for part in parts), Decimal(0))
    high = sum((part.interval.high for part in parts), Decimal(0))
    severity: Severity
    if low > whole.interval.high:
        severity, verdict = "error", "the parts pass the whole"
    elif _complete(parts, lexicon) and high < whole.interval.low:
        severity, verdict = "doubt", f"{number(whole.interval.low - high)} are missing at least"
    elif low <= whole.interval.high and whole.interval.low <= high and whole.interval.is_point and low == high:
        severity, verdict = "note", "it adds up"
    else:
        return
    about = "" if low == high else "about "
    middle = (low + high) / 2 if high.is_finite() else low
    added = " + ".join(part.words for part in parts)
    arithmetic = f"{added} = {about}{number(middle)}; stated total {whole.text}; {verdict}"
    yield finding("sum_of_parts", severity, arithmetic, [whole.span, *(part.span for part in parts)])


def _complete(parts: Sequence[Part], lexicon: Lexicon) -> bool:
    """Whether the parts leave nobody out."""
    named = {part.population for part in parts}
    return any(named == set(entry["parts"].split()) for entry in lexicon.entries("findings.partition"))


RULES = (parts_of_whole,)
