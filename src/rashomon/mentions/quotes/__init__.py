"""Zone -> Quote: words between marks, whole or broken, and blocks of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.lexicons import Lexicon
from rashomon.mentions.quotes import blocks, marks
from rashomon.mentions.quotes.utterances import number
from rashomon.types import Quote, Zone, rule_name

RULES = (*blocks.RULES, *marks.RULES)


def find_quotes(zones: Sequence[Zone], lexicon: Lexicon) -> tuple[Quote, ...]:
    """The quotations of every zone that is evidence; of two that meet, the one that starts first."""
    found = [
        replace(quote, rule=rule_name(rule))
        for zone in zones
        if zone.is_evidence
        for rule in RULES
        for quote in rule(zone, lexicon)
    ]
    kept: list[Quote] = []
    for quote in sorted(found, key=lambda quote: (quote.span.start, -quote.span.end, quote.rule)):
        if not kept or not kept[-1].span.meets(quote.span):
            kept.append(quote)
    return number(kept, lexicon)
