"""A number of people against those who live in the place that it is said of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rashomon.findings.stated import Stated, finding, number, stated_in
from rashomon.lexicons import Lexicon
from rashomon.lexicons.gazetteer import city_population, country_named
from rashomon.types import Finding, Place, Reading

LIVING = frozenset({"killed", "injured", "missing", "captured", "displaced", "evacuated", "returned"})
GROWN = Decimal(2)  # times as many as a table of today has may have lived in a city
SMALLEST = 10_000  # inhabitants; of smaller places the table says too little


def more_than_live_there(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Ninety million people fled Marseille, which has not a million.

    find: [90 million|check=magnitude; severity=doubt] people were evacuated from [Marseille|check=magnitude], France.
    skip: 90,000 people were evacuated from Marseille in France. The party captured Marseille by 9 million votes.
    """
    for stated in stated_in(reading, lexicon):
        topic = stated.claim.topic
        place = topic.place if topic and topic.role in LIVING and stated.figure.dimension == "count" else None
        sentence = stated.claim.sentence
        if place is None or sentence is None or not sentence.holds(place.span) or not _people(stated, lexicon):
            continue
        living = _inhabitants(place, reading.account.language)
        if living and stated.interval.low > living:
            arithmetic = f"{stated.text}; {place.name} has far fewer inhabitants, {number(living)} at the very most"
            yield finding("magnitude", "doubt", arithmetic, [stated.span, place.span])


def _people(stated: Stated, lexicon: Lexicon) -> bool:
    """Whether what a figure counts ends in a word for people."""
    words = stated.figure.counted.text.lower().split() if stated.figure.counted else []
    return stated.population != "" or (bool(words) and words[-1] in lexicon.by_form("populations.people"))


def _inhabitants(place: Place, language: str) -> Decimal | None:
    """How many may have lived in a place at most, or None where the table does not know it for certain."""
    country = country_named(place.name, language)
    if country:
        return Decimal(country.population)
    known = city_population(place.name, place.country, language) if place.gazetteer_id and place.country else None
    return GROWN * known if known and known >= SMALLEST else None


RULES = (more_than_live_there,)
