"""Whether two names are one source: "the Observatory" and "Teshar Observatory for Rivers", "UN" and "United Nations".

Within an account the actors have been told apart already; between accounts, names meet by their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rashomon.lexicons import Lexicon
from rashomon.lexicons.gazetteer import country_named, gazetteer

KEPT = 1 << 16  # names remembered with their words
_WORD = re.compile(r"[^\W_]+")


@cache
def _empty(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.forms("origins.title"))


@lru_cache(maxsize=KEPT)
def key_of(name: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of a name that tell it from others, in lower case without titles."""
    words = _WORD.findall(name.replace("'s", "").replace("’s", "").lower())
    kept = frozenset(word for word in words if word not in _empty(lexicon))
    return kept or frozenset(words)


@lru_cache(maxsize=KEPT)
def initials(name: str) -> str:
    """The capitals of a name of several words, as a body's short name has them."""
    words = _WORD.findall(name)
    return "".join(word[0] for word in words if word[0].isupper()).lower() if len(words) > 1 else ""


def names_meet(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether one name is the other cut short: all its words are in the other, or it is its initials."""
    one, other = key_of(left, lexicon), key_of(right, lexicon)
    if not one or not other:
        return False
    if one <= other or other <= one:
        return True
    return bool({initials(left)} & other) or bool({initials(right)} & one)


def last_name(name: str) -> str:
    """The last word of a person's name, in small letters."""
    return name.lower().split()[-1]


def one_person(left: str, right: str) -> bool:
    """Whether two names may be one person's: "Ana Bel" and "Bel", not "Ana Bel" and "Cal Bel"."""
    short, long = sorted((left.lower().split(), right.lower().split()), key=len)
    return short[0] in long if len(short) == 1 else (short[0], short[-1]) == (long[0], long[-1])


def first_meeting(name: str, others: Iterable[str], lexicon: Lexicon) -> str | None:
    """The one name among others that a name meets, or None where none does or more than one."""
    found = [other for other in others if names_meet(name, other, lexicon)]
    return found[0] if len(found) == 1 else None


def country_of(text: str, lexicon: Lexicon) -> str | None:
    """The country that a name, an adjective or a people stands for: "Iraq's", "Iraqi", "the Iraqis"."""
    word = re.sub(r"^[Tt]he |['’]s?$", "", text.strip())
    named = country_named(word, lexicon.language)
    if named is not None:
        return named.name
    demonyms = lexicon.by_form("places.demonym")
    entry = demonyms.get(word.lower()) or demonyms.get(word.lower().removesuffix("s"))
    found = gazetteer(lexicon.language).codes.get(entry["code"]) if entry is not None else None
    return found.name if found is not None else None
