"""A sentence as the rules for places see it: its capitalised names, and the countries that the account speaks of."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from rashomon.lexicons import Lexicon
from rashomon.lexicons.gazetteer import City, cities_named, gazetteer
from rashomon.text import alternatives, plain
from rashomon.types import Account, Place, Sentence, Span

NAME = (
    r"(?:(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]n|[Aa]d|[Aa]t|[Aa]r|[Aa]s)-|(?:Al|El) )?[A-ZÀ-Þ](?:[\w']|-(?![a-z]))*\w\b(?!-[a-z])"
)
_TOKEN = re.compile(rf"{NAME}|[A-Z]\.(?:[A-Z]\.)*|[A-Z]")
_TAIL = re.compile(r"'s$|s'$")
REACH = 120  # characters beside a name in which words about it may stand
LONGEST = 4  # words of a name in the gazetteer
KNOWN = 150_000  # inhabitants of a city that needs no country beside it
CLEAR = 0.25  # by which the best of several cities of one name must lead
TENFOLD = 1.2  # for ten times the inhabitants
SPOKEN_OF = 0.5  # for a country that the account names
AT_HOME = 2.5  # for the only country that the account names
OWN_NAME = 0.7  # for the name that the city goes by, against one of its others


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A capitalised word with its offsets in the account."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence: its plain view, its offset, its names in runs; how often the account names each country.

    `persons` holds the surnames of those whom the account names in full, `introduced` the names that it calls a
    town or a district somewhere, with that kind; `kinds` are names with a word beside them for what they are.
    """

    sentence: Sentence
    text: str
    offset: int
    runs: tuple[tuple[Name, ...], ...]
    countries: Counter[str]
    persons: frozenset[str] = frozenset()
    introduced: Mapping[str, str] = field(default_factory=dict)
    kinds: tuple[tuple[re.Match[str], ...], ...] = ()

    @property
    def account(self) -> Account:
        """The account of the sentence."""
        return self.sentence.span.account

    def span(self, start: int, end: int) -> Span:
        """Characters of the account."""
        return self.account.span(start, end)

    def before(self, start: int) -> str:
        """The sentence up to an offset, no more of it than a name's surroundings."""
        return self.text[max(0, start - self.offset - REACH) : start - self.offset]

    def after(self, end: int) -> str:
        """The sentence from an offset on, no more of it than a name's surroundings."""
        return self.text[end - self.offset : end - self.offset + REACH]

    def entity(self, start: int) -> str:
        """What the parser takes the name at an offset for."""
        return next((word.entity for word in self.sentence.words if word.start <= start < word.end), "")


def as_scenes(sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Scene, ...]:
    """The sentences of one account that hold a name."""
    texts = [plain(sentence.span.text) for sentence in sentences]
    countries = Counter(code for text in texts for code in _codes(text, lexicon))
    persons = frozenset(name for sentence in sentences for name in _surnames(sentence))
    return tuple(
        Scene(
            sentence=sentence,
            text=text,
            offset=sentence.span.start,
            runs=tuple(_runs(text, sentence.span.start)),
            countries=countries,
            persons=persons,
        )
        for sentence, text in zip(sentences, texts, strict=True)
        if any(map(str.isupper, text))
    )


def _surnames(sentence: Sentence) -> Iterator[str]:
    """The last words of names that the parser takes for persons', where they have two words or more."""
    for word, following in pairwise([*sentence.words, None]):
        at = word.start if word else 0
        if word and word.entity == "PERSON" and (following is None or following.entity != "PERSON"):
            before = [other for other in sentence.words if other.end == at - 1]
            if before and before[0].entity == "PERSON":
                yield word.text


def _codes(text: str, lexicon: Lexicon) -> Iterator[str]:
    names, codes = _country_names(lexicon)
    return (codes[match[0].lower()] for match in names.finditer(text))


@cache
def _country_names(lexicon: Lexicon) -> tuple[re.Pattern[str], Mapping[str, str]]:
    known = {name: country.code for name, country in gazetteer(lexicon.language).countries.items()}
    listed = {form.lower() for form in lexicon.forms("places.common")}
    codes = {name: code for name, code in known.items() if name not in listed}
    spelled = [country.name for country in gazetteer(lexicon.language).codes.values()]
    spelled += [*lexicon.forms("places.country")]
    codes |= {form: entry["code"] for form, entry in lexicon.by_form("places.demonym").items()}
    forms = [name for name in spelled if name.lower() in codes] + [*lexicon.forms("places.demonym")]
    return re.compile(rf"(?<!\w)(?:{alternatives(forms)})(?!\w)"), codes


def _runs(text: str, offset: int) -> Iterator[tuple[Name, ...]]:
    """Names that stand side by side: "New South Wales" is one run of three, "Teshar and Marrowfield" two of one."""
    run: list[Name] = []
    for match in _TOKEN.finditer(text):
        if match.start() and (text[match.start() - 1].isalnum() or text[match.start() - 1] == "-"):
            continue
        bare = _TAIL.sub("", match[0])
        name = Name(text=bare, start=offset + match.start(), end=offset + match.start() + len(bare))
        if run and text[run[-1].end - offset : match.start()] != " ":
            yield tuple(run)
            run = []
        run.append(name)
    if run:
        yield tuple(run)


def best_city(name: str, scene: Scene, lexicon: Lexicon) -> tuple[City | None, int]:
    """The one city that a name stands for in this account, and how many there are; None where it may be several.

    What counts is its population, whether the account speaks of its country, and whether this is its own name.
    """
    found = cities_named(name, lexicon.language)
    spoken = max(1, sum(scene.countries.values()))
    ranked = sorted(
        ((_weight(city, scene.countries[city.country] / spoken), -number) for number, city in enumerate(found)),
        reverse=True,
    )
    if not ranked:
        return None, 0
    best = found[-ranked[0][1]]
    if not scene.countries[best.country] and not (best.own and best.population >= KNOWN):
        return None, len(found)
    is_clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= CLEAR
    return (best if is_clear else None), len(found)


def _weight(city: City, share: float) -> float:
    home = SPOKEN_OF + AT_HOME * share if share else 0.0
    return TENFOLD * math.log10(city.population) + home + (OWN_NAME if city.own else 0.0)


def city_place(scene: Scene, span: Span, city: City | None, candidates: int, kind: str = "city") -> Place:
    """A place with what the gazetteer knows of it."""
    return Place(
        span=span,
        zone=scene.sentence.zone.kind,
        name=span.text,
        kind=kind,
        gazetteer_id=city.id if city else None,
        latitude=city.latitude if city else None,
        longitude=city.longitude if city else None,
        country=city.country if city else None,
        candidates=candidates,
    )


@cache
def listed(lexicon: Lexicon, name: str) -> frozenset[str]:
    """The forms of a list of places.toml."""
    return frozenset(lexicon.forms(f"places.{name}"))
