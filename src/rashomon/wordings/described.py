"""Descriptions that stand for nobody with a name: one line for each, and for each owner."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.wordings.called import Called, Place, counted_off
from rashomon.wordings.states import Known


def described(called: Sequence[Called], told: Known, lexicon: Lexicon) -> dict[Place, str]:
    """Bel's lawyers, his lawyers, then the lawyers: those of one are not those of another.

    Without an owner a description goes by its own words, "4,000 residents" and "Residents" by "residents".
    """
    usual = _usual(called, lexicon)
    found: dict[Place, str] = {}
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    free: list[Called] = []
    for one in called:
        owner = told.owner(one)
        if owner is not None and owner[:1].isupper():
            mark = lexicon.forms("wordings.genitive")[int(owner.endswith("s"))]
            found[one.place] = f"{owner}{mark} {usual[_words(one, lexicon)]}"
            owners[one.account, _words(one, lexicon)].add(found[one.place])
        else:
            free.append(one)
    for one in free:
        owned = owners[one.account, _words(one, lexicon)] if one.definite else set()
        found[one.place] = min(owned) if len(owned) == 1 else usual[_words(one, lexicon)]
    return found


def _words(one: Called, lexicon: Lexicon) -> str:
    return " ".join(counted_off(one.text, lexicon)).lower()


def _usual(called: Sequence[Called], lexicon: Lexicon) -> dict[str, str]:
    """The usual spelling of each description, small letters before capitals."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for one in called:
        counted[_words(one, lexicon)][" ".join(counted_off(one.text, lexicon))] += 1
    return {
        words: max(forms, key=lambda form: (form[:1].islower(), forms[form], form)) for words, forms in counted.items()
    }
