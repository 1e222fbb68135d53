"""What an account was read from, as the report and the review show it: inert, with the same characters marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.reports.html.flow import OFF, flowing
from rashomon.reports.html.marks import Marks, Place, Spots, Write, anchors, marked
from rashomon.reports.html.sheets import sheets
from rashomon.types import Account, Case, Original, Reading, Sheet, Span

ROOM = 700_000  # bytes of markup, of all originals of one report together
LEADING = frozenset({"figure", "questioned", "here"})  # kinds of marks that lead from the account to its original
CLAIMED = LEADING | {"quote", "speech"}
FORMS: Mapping[str, str] = {
    "plain": "text file", "decoded": "text file", "html": "saved page", "warc": "page in a web archive",
    "mhtml": "page saved by a browser with its pictures", "eml": "letter", "json": "object of a JSON file",
    "csv": "row of a table", "pdf": "print (PDF)",
}  # fmt: skip
NOTHING = Markup()


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """An original laid out: what is known of it, and its page, its sheets or its lines."""

    reading: Reading
    number: int
    form: str
    known: tuple[tuple[str, str], ...]
    unplaced: str
    page: Markup = NOTHING
    sheets: tuple[tuple[Sheet, Markup], ...] = ()
    lines: tuple[Markup, ...] = ()
    placed: frozenset[Place] = frozenset()
    has_off: bool = False

    @property
    def size(self) -> int:
        """Bytes that it adds to a report, its head left out."""
        parts = (self.page, *(drawing for _, drawing in self.sheets), *self.lines)
        return sum(len(part.encode()) for part in parts)

    @property
    def is_text(self) -> bool:
        """Whether the account's text is all that there is to be laid out."""
        return not self.page and not self.sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """Marks as an original has them, named for its account."""

    number: int
    marks: Marks
    placed: set[Place]

    def __call__(self, place: Place, *, first: bool, inside: Sequence[Markup]) -> tuple[Markup, Markup]:  # noqa: ARG002
        name = Markup(' id="{}"').format(spot(place, self.number)) if first else Markup()
        self.placed.add(place)
        return Markup('<mark{} class="{}">').format(name, self.marks[place]), Markup("</mark>")


def spot(place: Place, number: int) -> str:
    """The name of the place of some characters in the original of an account."""
    return f"o{number}-{place[0]}-{place[1]}"


def laid(original: Original, reading: Reading, number: int, marks: Marks) -> Laid:
    """The original of the account with this number, each of the marks at its characters.

    Where it could not be laid out its text is shown, as it stands in the case, with the reason.
    """
    account = reading.account
    placed: set[Place] = set()
    spots, tags = Spots(marks), _Named(number=number, marks=marks, placed=placed)
    starts = [zone.span.start for zone in reading.zones]

    def run(start: int, end: int, write: Write | None = None) -> Markup:
        return marked(account.span(start, end), spots, tags, write)

    def kind(start: int) -> str:
        at = bisect_right(starts, start) - 1
        return "" if at >= 0 and reading.zones[at].is_evidence else OFF

    page = flowing(original, run, kind) if original.shown else Markup()
    drawn = tuple(sheets(original, number, marks, placed))
    lines = () if page or drawn else tuple(run(*line) if line[0] < line[1] else Markup() for line in _lines(account))
    return Laid(
        reading=reading,
        number=number,
        form=FORMS.get(account.parser, account.parser),
        known=tuple(_known(original)),
        unplaced=original.unplaced,
        page=page,
        sheets=drawn,
        lines=lines,
        placed=frozenset(placed),
        has_off=_has_off(original, reading),
    )


def _has_off(original: Original, reading: Reading) -> bool:
    """Whether anything is grey: on a print the lines that are not in the text, elsewhere what is no evidence."""
    if original.sheets:
        return any(line.start is None for sheet in original.sheets for line in sheet.lines)
    return any(not zone.is_evidence for zone in reading.zones)


@dataclass(frozen=True, slots=True, kw_only=True)
class Originals:
    """The originals of a case by the numbers of their accounts, those that a report has room for, and their marks."""

    laid: Mapping[int, Laid]
    roomy: frozenset[int]
    marks: Mapping[int, Marks]
    numbers: Mapping[Account, int]

    def place(self, span: Span) -> str:
        """The name of the place of some characters in their original; nothing where it is not on the page."""
        return self._spot((span.start, span.end), self.numbers[span.account])

    def leading(self, number: int) -> Callable[[Place], str]:
        """Where the figures in the text of an account lead: to themselves in its original."""

        def to(place: Place) -> str:
            kinds = self.marks.get(number, {}).get(place, "").split()
            name = self._spot(place, number) if LEADING.intersection(kinds) else ""
            return f"#{name}" if name else ""

        return to

    def _spot(self, place: Place, number: int) -> str:
        return spot(place, number) if number in self.roomy and place in self.laid[number].placed else ""


def originals_of(case: Case, originals: Mapping[Account, Original], marks: Mapping[Account, Marks]) -> Originals:
    """The originals laid out, with all that is claimed or questioned marked among `marks`."""
    numbers = anchors(case)
    wanted = {numbers[account]: claimed(places) for account, places in marks.items()}
    made = {
        number: laid(originals[reading.account], reading, number, wanted.get(number, {}))
        for number, reading in enumerate(case.readings, 1)
        if reading.account in originals
    }
    roomy = _with_room(one for one in made.values() if not one.is_text or one.unplaced)
    return Originals(laid=made, roomy=roomy, marks=wanted, numbers=numbers)


def claimed(marks: Marks) -> Marks:
    """The marks of what is claimed or questioned, for which somebody may ask for the original."""
    return {place: kinds for place, kinds in marks.items() if CLAIMED.intersection(kinds.split())}


def _with_room(originals: Iterable[Laid]) -> frozenset[int]:
    """The numbers of those that a report has room for, the smallest first, so that as many as can be are in it."""
    left, found = ROOM, set()
    for one in sorted(originals, key=lambda one: (one.size, one.number)):
        left -= one.size
        if left >= 0:
            found.add(one.number)
    return frozenset(found)


def _lines(account: Account) -> Iterator[Place]:
    at = 0
    for line in account.text.removesuffix("\n").split("\n"):
        yield at, at + len(line.rstrip("\r"))
        at += len(line) + 1


def _known(original: Original) -> Iterator[tuple[str, str]]:
    """What is known of an original, each with its name; what is not is left out."""
    account = original.account
    stated = {one.name: one.value for one in account.meta}
    where = account.provenance
    yield "File", where.file if where else account.name
    if account.url:
        yield "Address", account.url
    if where:
        if where.offset is not None:
            yield "Record at", f"byte {where.offset}"
        if where.line is not None:
            yield "Row at", f"line {where.line}"
        if where.captured:
            yield "Archived", where.captured
    yield "SHA-256", account.digest
    yield "Bytes", f"{original.length:,}"
    if account.parser != "pdf":
        yield "Encoding", stated.get("encoding", "utf-8")
        yield "Repaired", stated.get("mended", "nothing")
    if account.parsed_by:
        yield "Read by", f"{account.parser} {account.parsed_by}"
