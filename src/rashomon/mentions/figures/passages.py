"""One sentence as the finders of figures see it: its tokens, its amounts, and the word lists."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from rashomon.mentions.figures.amounts import Amount, amounts_of
from rashomon.mentions.figures.corrections import corrected
from rashomon.mentions.figures.counting import counted_by
from rashomon.mentions.figures.shared import with_shared_units
from rashomon.mentions.figures.tokens import Scan, scan_of
from rashomon.mentions.figures.vocabulary import Vocabulary
from rashomon.types import Figure, Modifier, Sentence, Span

Bounds = tuple[Decimal | None, Decimal | None]


class Passage(NamedTuple):
    """A scanned sentence with every amount in it."""

    scan: Scan
    amounts: tuple[Amount, ...]
    words: Vocabulary

    def span(self, first: int, end: int) -> Span:
        """The characters from one token up to another."""
        base = self.scan.sentence.span.start
        tokens = self.scan.tokens
        last = tokens[end - 1]  # the "'s" of "the 16-year-old's" stays outside
        return self.scan.sentence.span.account.span(
            base + tokens[first].start, base + last.end - 2 * last.low.endswith("'s")
        )

    def stated(self, manner: Modifier) -> tuple[Amount, ...]:
        """The amounts stated in one manner, vague ones apart."""
        return tuple(amount for amount in self.amounts if amount.manner == manner and amount.number.form != "vague")

    def figure(self, amount: Amount, bounds: Bounds, point: Decimal | None) -> Figure:
        """The figure that an amount states, within the bounds that a rule reads in it."""
        vague = amount.number.form == "vague"
        return Figure(
            span=self.span(amount.first, amount.end),
            zone=self.scan.sentence.zone.kind,
            low=amount.value(bounds[0]),
            high=amount.value(bounds[1]),
            low_open=amount.manner == "more_than" and not vague,
            high_open=amount.manner in {"less_than", "nearly"} and not vague,
            point=amount.value(point),
            modifier="vague" if vague else amount.manner,
            dimension=amount.measure.dimension,
            unit=amount.measure.unit,
            counted=counted_by(self.scan, amount, self.words),
        )


def passage_of(sentence: Sentence, words: Vocabulary) -> Passage:
    """The sentence, scanned once for all finders."""
    scan = scan_of(sentence)
    amounts = with_shared_units(scan, amounts_of(scan, words), words)
    return Passage(scan, corrected(scan, amounts, words), words)
