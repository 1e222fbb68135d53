"""Invented news articles by the thousand, from a seed: the corpus of every benchmark.

Nothing in them happened. Sentences have the length and the mix of ordinary agency copy: about one in two holds
a number, a quotation or somebody's word, the others tell.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

PLACES = ["Marrowfield", "Teshar", "Port Edran", "Ollenby", "Vastrel", "Karrow Bridge", "Sint Maren", "Dulwater"]
PEOPLE = ["Ana Verrill", "Tomas Ockley", "Mirela Dasch", "Joss Tamberlane", "Ruth Alvanter", "Idris Calloway"]
BODIES = ["the interior ministry", "the Teshar Relief Committee", "the coast guard", "the regional health office"]
TELLING = [
    "The road between {place} and {other} was closed for most of the morning while crews cleared the debris.",
    "Shops in the old quarter of {place} stayed shut and few people were seen outside their homes.",
    "The council of {other} is expected to meet again once the inspection of the harbour wall is over.",
    "Heavy rain had fallen on the valley since the weekend and the river ran close to the top of its banks.",
    "Residents carried furniture out of the lower streets as the water rose towards the market square.",
    "Engineers have long warned that the bridge at {place} was built for a lighter kind of traffic.",
    "Schools in the district opened as usual, although buses from {other} arrived late or not at all.",
]
COUNTING = [
    "At least {n} people were killed and {m} injured when the embankment near {place} gave way, {body} said.",
    "{body_cap} said that more than {big} residents had left {place} since the first warning was given.",
    "Around {big} households in {other} were without power, according to {body}.",
    '"We counted {n} boats where there should have been {m}," said {person}, a harbour official in {place}.',
    '{person} told reporters: "Nobody slept here, and nobody knows when the pumps will come."',
    "The repairs are expected to cost between {n} million and {m} million crowns, {person} said on Tuesday.",
    "Nearly {m} percent of the pumps in {place} had failed by the evening, {body} reported.",
    "Of the {big} people who reached {other}, {n} were treated in hospital, {person} added.",
]


def article(rng: random.Random, sentences: int = 24, places: Sequence[str] = PLACES) -> str:
    """One invented article of about 450 words: a title, a blank line, paragraphs of two to four sentences."""
    place, other = rng.sample(places, 2)
    title = f"{rng.randint(2, 90)} killed as embankment near {place} gives way"
    paragraphs, left = [], sentences
    while left > 0:
        size = min(left, rng.randint(2, 4))
        paragraphs.append(" ".join(_sentence(rng, place, other) for _ in range(size)))
        left -= size
    return title + "\n\n" + "\n\n".join(paragraphs) + "\n"


def _sentence(rng: random.Random, place: str, other: str) -> str:
    body = rng.choice(BODIES)
    return rng.choice(COUNTING if rng.random() < 0.5 else TELLING).format(
        place=place,
        other=other,
        body=body,
        body_cap=body[0].upper() + body[1:],
        person=rng.choice(PEOPLE),
        n=rng.randint(3, 60),
        m=rng.randint(61, 240),
        big=f"{rng.randint(2, 90) * 500:,}",
    )


def articles(number: int, seed: int = 20311104) -> Iterator[str]:
    """The same articles for the same number and seed, on every machine."""
    rng = random.Random(seed)  # noqa: S311 - a corpus, not a secret
    for _ in range(number):
        yield article(rng)
