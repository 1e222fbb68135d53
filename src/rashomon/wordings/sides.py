"""The words for one side that has no name: "rebels" in one account, "terrorists" in the next."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rashomon.lexicons import Lexicon
from rashomon.names import country_of
from rashomon.text import plain
from rashomon.types import Reading
from rashomon.wordings.called import WORD, Called, Place, counted_off

BETWEEN = 12  # characters between two words for people that "and" tells apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """A mention by one of the words for a side."""

    called: Called
    form: str
    side: str


def sides(called: Sequence[Called], readings: Sequence[Reading], lexicon: Lexicon) -> dict[Place, str]:
    """Rebels for one account, terrorists for another: the words for one side, unless a text sets them apart.

    Of two words that an account joins by "and" ("rebels and terrorists") the one it uses less stands by itself there,
    and so does one in a sentence with an armed group that has a name. A side of one word keeps that word.
    """
    worded = [
        Worded(called=one, form=form, side=lexicon.by_form("actors.side")[form]["name"])
        for one in called
        if not one.named and one.actor.kind != "person" and (form := _form(one, lexicon))
    ]
    texts = {reading.account.id: plain(reading.account.text) for reading in readings}
    named = _near_a_name([one.called for one in worded], readings, lexicon)
    apart = _set_apart(worded, texts, lexicon)
    kept = [one for one in worded if one.called.place not in named and (one.called.account, one.form) not in apart]
    forms: dict[str, set[str]] = defaultdict(set)
    for one in kept:
        forms[one.side].add(one.form)
    return {one.called.place: one.side if len(forms[one.side]) > 1 else min(forms[one.side]) for one in kept}


def _form(one: Called, lexicon: Lexicon) -> str:
    """The listed words that a mention ends in, if nothing before them makes it another side or names one."""
    words, known = counted_off(one.text, lexicon), lexicon.by_form("actors.side")
    for first in range(len(words)):
        form = " ".join(words[first:]).lower()
        if form in known:
            rest = words[:first]
            if known[form].get("wherefrom"):
                rest = [word for word in rest if not word[:1].isupper()]
            other = any(word.lower() in lexicon.lowered("actors.other_side") for word in rest)
            name = any(word[:1].isupper() for word in rest[1:]) or any(_of_country(word, lexicon) for word in rest[:1])
            return "" if other or name else form
    return ""


def _of_country(word: str, lexicon: Lexicon) -> bool:
    return word[:1].isupper() and country_of(word, lexicon) is not None


def _set_apart(worded: Sequence[Worded], texts: Mapping[str, str], lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """By account, the less used of two words for one side that "and" joins."""
    counted = Counter((one.called.account, one.form) for one in worded)
    joining = lexicon.lowered("speech.joining")
    found = set()
    for one, other in pairwise(worded):
        account = one.called.account
        if account != other.called.account or one.side != other.side or one.form == other.form:
            continue
        between = texts[account][one.called.actor.span.end : other.called.actor.span.start]
        if len(between) < BETWEEN and joining & {word.lower() for word in WORD.findall(between)}:
            found.add(min((account, one.form), (account, other.form), key=lambda key: (counted[key], key)))
    return frozenset(found)


@cache
def _armed(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon.alternatives('actors.armed')})\b")


def _near_a_name(called: Sequence[Called], readings: Sequence[Reading], lexicon: Lexicon) -> frozenset[Place]:
    """The mentions in a sentence with an armed group that has a name: they may be its own people."""
    sentences = {reading.account.id: [one.span for one in reading.sentences] for reading in readings}
    starts = {account: [span.start for span in spans] for account, spans in sentences.items()}
    found = set()
    for one in called:
        at = bisect_right(starts[one.account], one.actor.span.start) - 1
        if at >= 0 and _armed(lexicon).search(sentences[one.account][at].text):
            found.add(one.place)
    return frozenset(found)
