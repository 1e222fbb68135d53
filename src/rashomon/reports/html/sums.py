"""The arithmetic of a finding set out as one writes a sum: operand under operand, a rule, the result, what is stated.

A finding tells its arithmetic in one line, "15 + 11 = 26; stated total 24; the parts pass the whole". Each number that
an account has opens to its characters; a finding that is no sum stays a sentence, with its numbers opened all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.reports.html.passages import Pieces
from rashomon.text import plain
from rashomon.types import Finding, Span

SIGNS = {"+": "+", "-": "−", "×": "×", "/": "÷"}
OPERATOR = re.compile(r" ([+×/-]) ")
NUMBER = re.compile(r"\d(?:[\d,.]*\d)?%?")
AFTER = re.compile(r"; |, (?=\D)")  # what follows a result: another statement, or what it is not


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a sum: its sign, the number with what stands before it, what stands after, and where it is said."""

    sign: str
    number: str
    words: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Operands, a result where there is one, what the accounts state instead, and what remains to be said."""

    operands: tuple[Line, ...]
    result: Line | None
    stated: tuple[Line, ...]
    remarks: tuple[Pieces, ...]


def as_sum(finding: Finding) -> Sum | None:
    """The arithmetic of a finding as a sum, or nothing where it is none."""
    head, *rest = finding.arithmetic.split("; ")
    terms, _, result = head.partition(" = ")
    parts = OPERATOR.split(terms)
    if len(parts) < 3 or not all(part.strip() for part in parts):
        return None
    result, *remark = AFTER.split(result, maxsplit=1)
    operands, spans = _operands(parts[::2], finding.spans)
    signs = ["", *(SIGNS[sign] for sign in parts[1::2])]
    stated: list[Line] = []
    remarks: list[Pieces] = []
    for words in [words for part in [*remark, *rest] for words in part.split(": ")]:
        line = _stated(words, [span for span in spans if span not in {one.span for one in stated}])
        if line:
            stated.append(line)
        else:
            remarks.append(linked(words, spans))
    return Sum(
        operands=tuple(_line(sign, words, span) for sign, (words, span) in zip(signs, operands, strict=True)),
        result=_line("=", result, None) if result else None,
        stated=tuple(stated),
        remarks=tuple(remarks),
    )


def sentence(finding: Finding) -> Sum:
    """What is no sum: nothing but a remark."""
    return Sum(operands=(), result=None, stated=(), remarks=(linked(finding.arithmetic, finding.spans),))


def _operands(terms: Sequence[str], spans: Sequence[Span]) -> tuple[list[tuple[str, Span | None]], list[Span]]:
    """Each term with its characters, and the spans that are left: what is stated beside the sum."""
    left = list(spans)
    found: list[Span | None] = []
    for term in terms:
        span = next((one for one in left if _same(one.text, term)), None)
        if span:
            left.remove(span)
        found.append(span)
    for span in left[1:]:  # "a similar number of" is 8,500 by what stands before it: one number, one place without one
        if found.count(None) == 1 and not NUMBER.search(span.text):
            found[found.index(None)] = span
            left.remove(span)
            break
    return list(zip(terms, found, strict=True)), left


def _same(text: str, term: str) -> bool:
    """Whether these characters are the term: the same words, or the same one number."""
    one, other = _folded(text), _folded(term)
    if one == other or re.search(rf"(?<!\w){re.escape(one)}(?![\w,.]?\w)", other):
        return True
    numbers, wanted = NUMBER.findall(one), NUMBER.findall(other)
    return len(numbers) == 1 == len(wanted) and numbers == wanted


def _folded(text: str) -> str:
    return " ".join(plain(text).lower().split())


def _line(sign: str, words: str, span: Span | None) -> Line:
    """The number to the right edge of its column, its unit to the left of the next."""
    match = NUMBER.search(words)
    end = match.end() if match else len(words)
    return Line(sign=sign, number=words[:end].strip(), words=words[end:].strip(), span=span)


def _stated(words: str, spans: Sequence[Span]) -> Line | None:
    """As in "stated total 24": a figure of an account at the end of a few words."""
    folded = _folded(words).strip("”’\"'")
    for span in spans:
        text = _folded(span.text)
        if re.search(rf"(?<![\w,.]){re.escape(text)}$", folded):
            before = words[: len(words.rstrip("”’\"'")) - len(text)].rstrip(" “‘\"'")
            return Line(sign="", number=" ".join(span.text.split()), words=before, span=span)
    return None


def linked(words: str, spans: Sequence[Span]) -> Pieces:
    """A sentence in pieces, each with the span whose characters it repeats; the longer before the shorter."""
    pieces: list[tuple[str, Span | None]] = [(words, None)]
    for span in sorted(spans, key=lambda one: -len(one.text)):
        text = " ".join(span.text.split())
        for place, (piece, known) in enumerate(pieces):
            match = None if known else re.search(rf"(?<!\w){re.escape(text)}(?!\w)", piece)
            if match:
                before, after = piece[: match.start()], piece[match.end() :]
                parts = ((before, None), (match[0], span), (after, None))
                pieces[place : place + 1] = [part for part in parts if part[0]]
                break
    return tuple(pieces)
