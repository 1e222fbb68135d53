"""Which claims of a fact a codebook uses, and why it leaves the others out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rashomon.codebooks.profiles import Book
from rashomon.types import Claim, Figure, Verdict

UNREAL = frozenset({"denied", "expected", "hypothetical"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A claim that a codebook uses, with the lowest and highest number it reads from it."""

    claim: Claim
    figure: Figure
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the columns of one row are filled from."""

    verdict: Verdict
    book: Book
    inputs: tuple[Input, ...]


def no_report(claim: Claim, verdict: Verdict) -> str | None:
    """Nobody reports a number that is denied, expected or supposed."""
    return f"{claim.stance}, not reported" if claim.stance in UNREAL else None


def earlier_count(claim: Claim, verdict: Verdict) -> str | None:
    """A count that the same account or source has replaced by a later one."""
    for relation in verdict.relations:
        if relation.kind in {"supersedes", "corrects"} and claim == min(relation.left, relation.right, key=_order):
            return f"an earlier count: {relation.reason}"
    return None


def no_number(claim: Claim, verdict: Verdict) -> str | None:
    """A comparison without a number ("a smaller number")."""
    return "states no number" if value_of(claim) is None else None


LEAVE_OUT: Mapping[str, Callable[[Claim, Verdict], str | None]] = {
    "no_report": no_report,
    "earlier_count": earlier_count,
    "no_number": no_number,
}


def inputs_of(verdict: Verdict, book: Book) -> tuple[tuple[Input, ...], tuple[tuple[Claim, str], ...]]:
    """The claims that a book uses of a fact, and those it drops, each with the reason."""
    used: list[Input] = []
    dropped: list[tuple[Claim, str]] = []
    for claim in verdict.fact.claims:
        figure = claim.mention
        if not isinstance(figure, Figure):
            continue
        reasons = (LEAVE_OUT[name](claim, verdict) for name in book.leave_out)
        reason = next((reason for reason in reasons if reason), None)
        if reason:
            dropped.append((claim, reason))
        else:
            used.append(Input(claim=claim, figure=figure, low=_low(figure, book), high=_high(figure, book)))
    return tuple(used), tuple(dropped)


def value_of(claim: Claim) -> Decimal | None:
    """The number that a claim states, or its nearest bound; None for a comparison without a number."""
    figure = claim.mention
    numbers = (figure.point, figure.low, figure.high) if isinstance(figure, Figure) else ()
    return next((number for number in numbers if number is not None), None)


def _order(claim: Claim) -> Decimal:
    value = value_of(claim)
    return Decimal(-1) if value is None else value


def _low(figure: Figure, book: Book) -> Decimal:
    if figure.modifier == "vague" and figure.low is not None:
        fits = [value for start, value in book.vague if start <= figure.low]
        return fits[-1] if fits else figure.low
    return next((n for n in (figure.low, figure.point, figure.high) if n is not None), Decimal(0))


def _high(figure: Figure, book: Book) -> Decimal:
    if figure.modifier == "vague":
        return _low(figure, book)
    return next((n for n in (figure.high, figure.point, figure.low) if n is not None), Decimal(0))
