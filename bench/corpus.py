"""Invented news articles by the thousand, from a seed: the corpus of every benchmark.

Nothing in them happened. Sentences have the length and the mix of ordinary agency copy: about one in two holds
a number, a quotation or somebody's word, the others tell.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

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


SYLLABLES = ["ba", "dor", "ke", "lin", "ma", "nor", "pel", "ra", "sel", "tu", "ven", "wi", "zan", "mor", "fel", "gri"]
THINGS = ["ferry", "mill", "bridge", "reservoir", "tramway", "quarry", "warehouse", "market hall", "pier", "silo"]
OUTLETS = ["The Harbour Post", "Northern Wire", "Teshar Courier", "Free Quay", "Valley Gazette", "Evening Lamp"]
LEADS = [
    "A fire at the {thing} of {place} killed {n} people and injured {m}, {body} said.",
    "{n} people died and {m} were hurt when the {thing} near {place} burned, according to {body}.",
    "{body_cap} said on {day} that {n} people had been killed in the fire at the {thing} of {place}.",
]
AFTER = [
    "{person}, who lives beside the {thing}, told reporters that the alarm had not sounded.",
    "The {thing} of {place} was last inspected by {person} in the spring, {body} said.",
    "{person} of {place} said the roof of the {thing} fell within minutes.",
    "Witnesses in {place} spoke of smoke above the {thing} from early morning.",
]


def told(number: int, seed: int = 20311104) -> Iterator[dict[str, str]]:
    """Accounts of many invented events, as rows of a table: 1 to 8 of each, some with passages of one another.

    Every event has a place, a thing and people of its own; its accounts come within a week, from several outlets.
    """
    rng = random.Random(seed)  # noqa: S311 - a corpus, not a secret
    made = 0
    while made < number:
        own = {"place": _name(rng, 3), "thing": rng.choice(THINGS), "person": f"{_name(rng, 2)} {_name(rng, 3)}"}
        day, dead = date(2031, 1, 1) + timedelta(days=rng.randrange(365)), rng.randint(2, 60)
        shared = [_sentence(rng, own["place"], rng.choice(PLACES)) for _ in range(6)]
        for _ in range(min(number - made, 1 + int(rng.expovariate(0.5)) % 8)):
            later = rng.randrange(6)
            own |= {"n": str(dead + later * rng.randint(0, 2)), "m": str(rng.randint(61, 240)), "day": "Tuesday"}
            own |= {"body": (body := rng.choice(BODIES)), "body_cap": body[0].upper() + body[1:]}
            lead = [rng.choice(LEADS).format(**own), *(line.format(**own) for line in rng.sample(AFTER, 3))]
            rest = rng.sample(shared, 3) + [_sentence(rng, own["place"], rng.choice(PLACES)) for _ in range(9)]
            title = f"Fire at {own['thing']} of {own['place']} kills {own['n']}"
            text = "\n\n".join(" ".join(lines) for lines in (lead, rest[:4], rest[4:8], rest[8:]))
            published = (day + timedelta(days=later)).isoformat()
            yield {"id": f"{made:09}", "title": title, "text": text, "date": published, "outlet": rng.choice(OUTLETS)}
            made += 1


def _name(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choices(SYLLABLES, k=syllables)).capitalize()
