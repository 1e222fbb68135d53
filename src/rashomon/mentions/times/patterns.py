"""The words of time as pieces of patterns, and what each of them stands for, made once per language."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rashomon.lexicons import Entry, Lexicon
from rashomon.text import alternatives, plain


class Words(NamedTuple):
    """`piece` holds an alternation for every list, `means` its entries by form in lower case."""

    piece: dict[str, str]
    means: dict[str, dict[str, Entry]]
    numbers: dict[str, int]

    def entry(self, name: str, form: str | None) -> Entry | None:
        """The entry of a form as the text has it: any case, any spacing."""
        return None if form is None else self.means[name].get(" ".join(form.lower().split()))

    def value(self, name: str, form: str | None, field: str = "value") -> str:
        entry = self.entry(name, form)
        return entry.get(field) if entry else ""

    def number(self, text: str) -> int | None:
        """The whole number that digits or words say: "12", "twenty-five", "a"; None for a vague one."""
        low = " ".join(text.lower().replace("-", " ").split())
        if low.replace(",", "").isdigit():
            digits = low.replace(",", "")
            return int(digits) if len(digits) <= 6 else None
        if low in self.means["one_word"]:
            return 1
        if low in self.means["couple"] or low in self.means["couple_exact"]:
            return 2
        parts = [self.numbers.get(part) for part in low.split()]
        total = 0
        for part in parts:
            if part is None:
                return None
            total = max(total, 1) * part if part in (100, 1000) else total + part
        return total or None


@cache
def words_of(lexicon: Lexicon) -> Words:
    """The pieces of a language."""
    lists = {name.removeprefix("times."): name for name in lexicon.lists if name.startswith("times.")}
    piece = {short: _piece(lexicon.forms(name)) for short, name in lists.items()}
    means = {short: dict(lexicon.by_form(name)) for short, name in lists.items()}
    means["couple_exact"] = {form.rsplit(" ", 1)[0]: entry for form, entry in means["couple"].items()}
    names = ("numbers.cardinal", "numbers.multiplier")
    known = [(form, int(entry["value"])) for name in names for form, entry in lexicon.by_form(name).items()]
    numbers = {form: value for form, value in known if value <= 1000}
    spoken = alternatives(numbers)
    piece["spoken"] = rf"(?:{spoken})(?:[\s-]+(?:{spoken})){{0,3}}"
    piece["digits"] = r"\d{1,4}(?:,\d{3})*(?:\.\d+)?(?:\s+\d/\d)?"
    piece["number"] = rf"(?:{piece['digits']}|{piece['spoken']}|{piece['couple']}|{piece['one_word']})"
    piece["year"] = r"(?:1[5-9]|20)\d\d"
    piece["month"] = rf"(?-i:{piece['month']})"
    piece["weekday"] = rf"(?-i:{piece['weekday']})"
    piece["day"] = rf"(?:3[01]|[12]\d|0?[1-9])(?:{piece['ordinal']})?(?!\d)"
    return Words(piece, means, numbers)


def _piece(forms: tuple[str, ...]) -> str:
    """The forms as one group; a space in a form stands for any white space."""
    return "(?:" + alternatives(plain(form) for form in forms).replace(r"\ ", r"\s+") + ")"


def compiled(pattern: str, words: Words) -> re.Pattern[str]:
    """A pattern in which <name> stands for the piece of that name; it begins and ends between words."""
    filled = re.sub(r"(?<!P)<(\w+)>", lambda match: words.piece[match[1]], pattern)
    return re.compile(rf"(?<![\w$£€.,-])(?<!\w')(?:{filled})(?![\w])", re.IGNORECASE)
