"""A page of a print -> its strokes: characters that follow one another on one line, with their box."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import pi
from typing import Any

import pypdfium2.raw as pdfium

MOST = 500_000  # characters of one page; a printed page has some thousands
GAP = 1.5  # heights of a letter; more room than that between two letters is a gutter, not a space
SHIFT = 0.5  # heights of a letter; a letter further up or down is on another line
SPACE = 0.15  # heights of a letter; where no space was written, room like that is one
HYPHEN = "\x02"  # what the library calls a hyphen at which a line was broken
LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
CLOSING = ",.;:!?)]}"  # the library sees a space before these where there is none
UPRIGHT = 0.2  # radians; text further aslant is a stamp across the page or a note along its edge

Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """Characters in one go: their text, their box, the height of their letters, and where each of them begins."""

    text: str
    box: Box
    size: float
    lefts: tuple[float, ...] = field(compare=False)

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Letter:
    text: str
    box: Box
    size: float
    base: float  # the height of the line on which it stands


def strokes_of(page: Any) -> tuple[tuple[Stroke, ...], int]:
    """The strokes of a page in the order in which they were written, and by how many quarters most of it is turned.

    The boxes are those that they would have if it were not; `upright` takes a box back to the page.
    """
    text = pdfium.FPDFText_LoadPage(page)
    try:
        count = pdfium.FPDFText_CountChars(text)
        if count > MOST:
            raise ValueError(f"more than {MOST} characters on one page")
        turned = _turned(text, count)
        return tuple(_joined(_letters(text, count, turned))), turned
    finally:
        pdfium.FPDFText_ClosePage(text)


def upright(box: Box, turned: int) -> Box:
    """The box as it is once the page is turned back so many quarters."""
    left, bottom, right, top = box
    return (box, (bottom, -right, top, -left), (-right, -top, -left, -bottom), (-top, left, -bottom, right))[turned % 4]


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of these."""
    left, bottom, right, top = zip(*boxes, strict=True)
    return (min(left), min(bottom), max(right), max(top))


def _turned(text: Any, count: int) -> int:
    """The quarters by which most letters are turned to the left."""
    often = Counter(
        round(-pdfium.FPDFText_GetCharAngle(text, place) / (pi / 2)) % 4  # which counts to the right
        for place in range(count)
        if pdfium.FPDFText_GetUnicode(text, place) > 32
    )
    return often.most_common(1)[0][0] if often else 0


def _letters(text: Any, count: int, turned: int) -> Iterator[_Letter | None]:
    """The letters; None where a line ends, a space without a box where room was left."""
    sides = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = map(ctypes.byref, sides)
    wide, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for place in range(count):
        code = pdfium.FPDFText_GetUnicode(text, place)
        character = chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else "\ufffd"
        if character in "\r\n":
            yield None
            continue
        if not pdfium.FPDFText_GetCharBox(text, place, left, right, bottom, top):
            continue
        if pdfium.FPDFText_GetLooseCharBox(text, place, wide):  # along its line with the room that its font gives it
            if turned % 2:
                sides[2].value, sides[3].value = wide.bottom, wide.top
            else:
                sides[0].value, sides[1].value = wide.left, wide.right
        aslant = (pdfium.FPDFText_GetCharAngle(text, place) + turned * pi / 2) % (2 * pi)
        if UPRIGHT < aslant < 2 * pi - UPRIGHT and not character.isspace():
            continue
        box = upright((sides[0].value, sides[2].value, sides[1].value, sides[3].value), turned)
        pdfium.FPDFText_GetCharOrigin(text, place, ctypes.byref(x), ctypes.byref(y))
        base = upright((x.value, y.value, x.value, y.value), turned)[1]
        size = pdfium.FPDFText_GetFontSize(text, place)
        yield _Letter(text=LIGATURES.get(character, character), box=box, size=size, base=base)


def _joined(letters: Iterator[_Letter | None]) -> Iterator[Stroke]:
    held: list[_Letter] = []
    wide = False  # a space since the last letter
    for letter in letters:
        if letter is None or (letter.text.strip() and held and _apart(held[-1], letter)):
            yield from _stroke(held)
            held, wide = [], False
        if letter is None:
            continue
        if letter.text == HYPHEN or letter.text.strip():
            if held and _room(held[-1], letter) != wide and (not wide or letter.text in CLOSING):
                wide = not wide
            held.append(replace(letter, text=" " * (wide and bool(held)) + letter.text))
            wide = False
        else:
            wide = True
    yield from _stroke(held)


def _height(letter: _Letter) -> float:
    return max(letter.size if letter.size > 1 else 0, letter.box[3] - letter.box[1], 1.0)


def _apart(before: _Letter, letter: _Letter) -> bool:
    height = max(_height(before), _height(letter))
    across = letter.box[0] - before.box[2]
    return abs(letter.base - before.base) > SHIFT * height or across > GAP * height or across < -2 * height


def _room(before: _Letter, letter: _Letter) -> bool:
    return letter.box[0] - before.box[2] > SPACE * max(_height(before), _height(letter))


def _stroke(letters: list[_Letter]) -> Iterator[Stroke]:
    written = "".join(letter.text for letter in letters)
    text = written.strip(" \t\u00a0")
    if not text:
        return
    first = len(written) - len(written.lstrip(" \t\u00a0"))
    yield Stroke(
        text=text,
        box=around([letter.box for letter in letters]),
        size=sorted(_height(letter) for letter in letters)[len(letters) // 2],
        lefts=tuple(_lefts(letters))[first : first + len(text)],
    )


def _lefts(letters: Sequence[_Letter]) -> Iterator[float]:
    """Where each character begins: a space where the letter before it ends, those of a ligature side by side."""
    end = letters[0].box[0]
    for letter in letters:
        left, right = letter.box[0], letter.box[2]
        drawn = letter.text.removeprefix(" ") if len(letter.text) > 1 else letter.text
        if len(drawn) < len(letter.text):
            yield end
        yield from (left + (right - left) * place / len(drawn) for place in range(len(drawn)))
        end = right
