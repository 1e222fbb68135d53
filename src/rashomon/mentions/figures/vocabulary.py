"""The word lists of figures, made ready for lookup once per language."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from rashomon.lexicons import Lexicon
from rashomon.mentions.figures.tokens import Phrases, Token, cut, phrases


class Vocabulary(NamedTuple):
    """Tables of the number grammar: single words by form, phrases by their first or last token."""

    cardinal: dict[str, Decimal]
    multiplier: dict[str, Decimal]
    suffix: dict[str, Decimal]
    denominator: dict[str, Decimal]
    plural: dict[str, tuple[Decimal, Decimal]]
    vague: Phrases
    whole: Phrases
    before: Phrases
    after: Phrases
    correction: Phrases
    unit: Phrases
    unit_last: Phrases
    short: Phrases
    weight: Phrases
    percent: Phrases
    money: Phrases
    cent: Phrases
    sign: Phrases
    sign_first: Phrases
    idiom: Phrases
    feet: frozenset[str]
    ages_between: Phrases
    clock: Phrases
    share_in: Phrases
    magnitude: dict[str, str]
    rate: Phrases
    most: Phrases
    nearly_all: Phrases
    anaphora: Phrases
    words: dict[str, frozenset[str]]
    starters: frozenset[str]

    def may_start(self, token: Token) -> bool:
        """Whether a number can start with a token at all: most cannot, and need no second look."""
        return token.kind == "digits" or token.low in self.starters

    def is_word(self, low: str, kind: str) -> bool:
        """Whether a token is one of the small words that the grammar turns on ("figures.<kind>")."""
        return low in self.words[kind]

    def is_any(self, low: str, *kinds: str) -> bool:
        """Whether a token is one of the small words of any of these kinds."""
        return any(low in self.words[kind] for kind in kinds)


def _values(lexicon: Lexicon, name: str) -> dict[str, Decimal]:
    return {form: Decimal(entry["value"]) for form, entry in lexicon.by_form(name).items()}


def _starters(lexicon: Lexicon) -> frozenset[str]:
    """Every word or mark that a number can start with, digits apart; what starts with another needs no second look."""
    kinds = ("cardinal", "multiplier", "plural", "vague", "phrase", "denominator")
    names = (f"numbers.{kind}" for kind in kinds)
    forms = (form for name in (*names, "figures.article") for form in lexicon.forms(name))
    return frozenset({cut(form.lower())[0] for form in forms} | {"."})  # ".5"


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The tables of a language."""
    plurals = lexicon.by_form("numbers.plural").items()
    return Vocabulary(
        cardinal=_values(lexicon, "numbers.cardinal"),
        multiplier=_values(lexicon, "numbers.multiplier"),
        suffix=_values(lexicon, "numbers.suffix"),
        denominator=_values(lexicon, "numbers.denominator"),
        plural={form: (Decimal(entry["low"]), Decimal(entry["high"])) for form, entry in plurals},
        vague=phrases(lexicon.entries("numbers.vague")),
        whole=phrases(lexicon.entries("numbers.phrase")),
        before=phrases(lexicon.entries("modifiers.before"), last=True),
        after=phrases(lexicon.entries("modifiers.after")),
        correction=phrases(lexicon.entries("modifiers.correction")),
        unit=phrases(lexicon.entries("units.word"), tied=True),
        unit_last=phrases(lexicon.entries("units.word"), last=True, tied=True),
        weight=phrases(lexicon.entries("units.weight")),
        short=phrases(lexicon.entries("units.short"), cased=True),
        percent=phrases(lexicon.entries("units.percent")),
        money=phrases(lexicon.entries("units.money")),
        cent=phrases(lexicon.entries("units.cent")),
        sign=phrases(lexicon.entries("units.sign"), last=True, cased=True),
        sign_first=phrases(lexicon.entries("units.sign"), cased=True),
        feet=frozenset(form for form, entry in lexicon.by_form("units.word").items() if entry["unit"] == "foot"),
        idiom=phrases(lexicon.entries("figures.idiom")),
        ages_between=phrases(lexicon.entries("figures.ages_between"), last=True),
        rate=phrases(lexicon.entries("units.rate")),
        share_in=phrases(lexicon.entries("figures.share_in")),
        magnitude={form: entry["unit"] for form, entry in lexicon.by_form("figures.magnitude").items()},
        clock=phrases(lexicon.entries("figures.clock")),
        nearly_all=phrases(lexicon.entries("figures.nearly_all")),
        most=phrases(lexicon.entries("figures.most")),
        anaphora=phrases(lexicon.entries("figures.anaphora")),
        words={
            name.removeprefix("figures."): frozenset(form.lower() for form in lexicon.forms(name))
            for name in lexicon.lists
            if name.startswith("figures.")
        },
        starters=_starters(lexicon),
    )
