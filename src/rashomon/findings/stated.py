"""Claim -> Stated: the figures of one account in the order of its text, as the audit reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from rashomon.intervals import Interval, half_last_digit, interval_of
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Account, Claim, Figure, Finding, Reading, Severity, Span, Verdict

LOOSE = Decimal("0.1")  # of a number; what "about", "more than" and numbers in words leave open
PLAINLY = frozenset({"exact", "approximate"})  # manners in which a number is told for itself, not as a bound
NEARLY = Decimal("0.05")  # how far below n "nearly n" may lie before a desk asks


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Several accounts and the verdicts over their facts."""

    readings: tuple[Reading, ...]
    verdicts: tuple[Verdict, ...]
    lexicon: Lexicon

    @property
    def days(self) -> Mapping[Account, date | None]:
        """The day of each account's page, as far as it is known."""
        return {reading.account: reading.masthead.published for reading in self.readings}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A figure with its place among the account's sentences, the values it allows and whom it counts."""

    claim: Claim
    figure: Figure
    interval: Interval
    sentence: int
    population: str

    @property
    def span(self) -> Span:
        """The characters of the figure."""
        return self.figure.span

    @property
    def point(self) -> Decimal:
        """The number of the figure; 0 where it names none."""
        return self.figure.point or Decimal(0)

    @property
    def text(self) -> str:
        """The figure as the account has it, on one line."""
        return " ".join(self.figure.span.text.split())


def stated_in(reading: Reading, lexicon: Lexicon) -> tuple[Stated, ...]:
    """The figures of an account's evidence, in order; each with the number of its sentence."""
    starts = [sentence.span.start for sentence in reading.sentences]
    found, at = [], -1
    for claim in sorted(reading.figures, key=lambda claim: (claim.span.start, claim.span.end)):
        figure = claim.mention
        if not isinstance(figure, Figure):
            continue
        while at + 1 < len(starts) and starts[at + 1] <= figure.span.start:
            at += 1
        interval = tight(figure)
        found.append(
            Stated(claim=claim, figure=figure, interval=interval, sentence=at, population=_counted(figure, lexicon))
        )
    return tuple(found)


def tight(figure: Figure) -> Interval:
    """The values that a figure allows, "nearly" read more strictly than where two accounts are compared."""
    if figure.modifier == "nearly" and figure.point is not None:
        slack = max(half_last_digit(figure.point), NEARLY * abs(figure.point))
        return Interval(low=figure.point - slack, high=figure.point, high_open=True)
    return interval_of(figure)


def _counted(figure: Figure, lexicon: Lexicon) -> str:
    return population_of(figure.counted.text, lexicon) if figure.counted else ""


@cache
def _people(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon.alternatives('populations.people')})\b", re.IGNORECASE)


def population_of(phrase: str, lexicon: Lexicon) -> str:
    """The people that a phrase names ("three young women" -> women), empty for people in general and for things."""
    known = lexicon.by_form("populations.people")
    named = [known[match[0].lower()].get("population") for match in _people(lexicon).finditer(phrase)]
    return named[-1] if named else ""


def any_of(table: str, lexicon: Lexicon) -> str:
    """The forms of one of the audit's word lists as a pattern, in a group of its own."""
    return f"(?:{lexicon.alternatives(f'findings.{table}')})"


def between(one: Stated, other: Stated) -> str:
    """The text between two figures of one account, with plain marks."""
    return plain(one.span.account.text[one.span.end : other.span.start])


def after(stated: Stated, reach: int) -> str:
    """The text that follows a figure, with plain marks."""
    return plain(stated.span.account.text[stated.span.end : stated.span.end + reach])


def before(stated: Stated, reach: int) -> str:
    """The text in front of a figure, with plain marks."""
    return plain(stated.span.account.text[max(0, stated.span.start - reach) : stated.span.start])


def neighbours(all_stated: Sequence[Stated], sentence: int) -> Iterator[Stated]:
    """The figures of one sentence."""
    return (stated for stated in all_stated if stated.sentence == sentence)


def in_a_row(all_stated: Sequence[Stated], dimensions: tuple[str, str, str]) -> Iterator[tuple[Stated, Stated, Stated]]:
    """Every three figures, one behind the other, that are plain numbers of these dimensions."""
    for three in zip(all_stated, all_stated[1:], all_stated[2:], strict=False):
        numbers = all(stated.figure.point is not None for stated in three)
        if numbers and tuple(stated.figure.dimension for stated in three) == dimensions:
            yield three


def noun_of(figure: Figure) -> str:
    """The last word of what a figure counts, in lower case; empty where it counts nothing."""
    return figure.counted.text.lower().split()[-1] if figure.counted else ""


def rounding(stated: Stated) -> Decimal:
    """The share of a figure that its own rounding leaves open, in the unit it is written in."""
    if stated.figure.modifier != "exact":
        return LOOSE
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", re.sub(r",\s(?=\d{3})", ",", stated.text))  # "4, 275" is one number
    if digits is None:
        return LOOSE
    written = Decimal(digits[0].replace(",", ""))
    step = half_last_digit(written) if "." in digits[0] else min(half_last_digit(written), Decimal("0.5"))
    return step / written if written else Decimal(0)


def finding(check: str, severity: Severity, arithmetic: str, spans: Iterable[Span]) -> Finding:
    """A finding with its spans in the order of account and text."""
    ordered = sorted(set(spans), key=lambda span: (span.account.name, span.start, span.end))
    return Finding(check=check, spans=tuple(ordered), arithmetic=arithmetic, severity=severity)


def number(value: Decimal) -> str:
    """A number for a reader: 14,000 and 0.41."""
    whole = value.to_integral_value()
    return f"{int(whole):,}" if value == whole else f"{value.normalize():,f}"


def percent(value: Decimal) -> str:
    """A share for a reader: 41 percent."""
    return f"{number(round(value * 100, 1))} percent"
