"""One name for each person of a case: spellings, short names, middle initials, surnames alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.wordings.called import WORD, Called

MORE = 3  # times as often as any other bearer of a name must the one be named whom a surname alone means
SPELT = 6  # consonants that two spellings must share
_VOWELS = re.compile(r"[^bcdfghjklmnpqrstvwxz]")
_SMALL_HALF = re.compile(r"(?<=[a-z])-(?=[a-z])")  # "Or-an" and "Or An"; "Bel-Orr" stays one
_TWICE = re.compile(r"(.)\1+")


def person_names(called: Sequence[Called], lexicon: Lexicon) -> tuple[dict[str, str], frozenset[str]]:
    """Each form of a person's name under the fullest form of the one person whom it may mean; and what stays open."""
    counted = Counter(one.text for one in called)
    offices: dict[str, set[str]] = defaultdict(set)
    for one in called:
        if one.office:
            offices[one.text].add(one.office)
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    firsts: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, str] = {}
    held: dict[str, set[str]] = {}
    for forms in _persons(called, lexicon):
        longest = max(forms, key=lambda form: (len(parts(form, lexicon)[0]), len(form), forms[form], form))
        usual = max(forms, key=lambda form: (forms[form], len(form), form))
        best = usual if forms[longest] * MORE < forms[usual] else longest
        names |= dict.fromkeys(forms, best)
        for surname in {parts(form, lexicon)[0][-1] for form in forms}:
            bearers[surname][best] += sum(forms.values())
        for first in {parts(form, lexicon)[0][0] for form in forms}:
            firsts[first][best] += sum(forms.values())
        held[best] = {office for form in forms for office in offices[form]}
    for text in (*counted, *(best.split()[-1] for best in sorted(held))):
        if text not in names:
            word = parts(text, lexicon)[0][-1]
            ranked = bearers.get(word) or firsts.get(word, Counter())
            names[text] = only(ranked) or _in_office(ranked, offices[text], held) or text
    return names, frozenset(text for text in counted if len(bearers.get(parts(text, lexicon)[0][-1], ())) > 1)


@cache
def parts(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], str]:
    """A person's names in lower case without initials, titles and particles, and the "Jr" at their end."""
    words = [_unparticled(word.lower(), lexicon) for word in WORD.findall(_SMALL_HALF.sub(" ", text))]
    later = next((word for word in words if word in _folded(lexicon, "actors.part")), "")
    left_out = _folded(lexicon, "actors.part") | _folded(lexicon, "titles.honorific")
    kept = [word for word in words if word not in left_out and len(word) > 1]
    if len(kept) > 1:
        kept = [kept[0], *(word for word in kept[1:] if word not in _folded(lexicon, "actors.particle"))]
    return tuple(kept or words), later


@cache
def _folded(lexicon: Lexicon, name: str) -> frozenset[str]:
    return frozenset(form.lower().rstrip(".") for form in lexicon.forms(name))


def _unparticled(word: str, lexicon: Lexicon) -> str:
    """The surname of "al-Bel": the particle is written or left out."""
    first, mark, rest = word.partition("-")
    return rest if mark and rest and first in _folded(lexicon, "actors.particle") else word


def _persons(called: Sequence[Called], lexicon: Lexicon) -> list[Counter[str]]:
    """The full names of a case, those of one person together."""
    full: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    users: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for one in called:
        names, later = parts(one.text, lexicon)
        if len(names) > 1:
            full[_first(names[0], lexicon), names[-1], later][one.text] += 1
            users[_first(names[0], lexicon), names[-1], later].add(one.account)
    joined: list[tuple[tuple[str, str, str], ...]] = []
    for key in sorted(full):
        fitting = [
            group
            for group in joined
            if any(_spelt_alike(key, other) or _later_left_out(key, other, full) for other in group)
            and not any(users[key] & users[other] and not _spelt_alike(key, other) for other in group)
        ]
        if len(fitting) == 1:
            joined[joined.index(fitting[0])] = (*fitting[0], key)
        else:
            joined.append((key,))
    return [_sum(full[key] for key in group) for group in joined]


def _sum(counters: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in counters:
        total.update(one)
    return total


@cache
def _short(lexicon: Lexicon) -> Mapping[str, str]:
    return {
        form.lower(): entry.forms[0].lower() for entry in lexicon.entries("actors.nickname") for form in entry.forms
    }


def _first(name: str, lexicon: Lexicon) -> str:
    """A first name under the form that all of its short forms share: "Mike" and "Michael"."""
    return _short(lexicon).get(name, name)


def _skeleton(text: str) -> str:
    return _TWICE.sub(r"\1", _VOWELS.sub("", text))


def _spelt_alike(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Sergei and Sergey, Abdul Rahman and Abdulrahman: two spellings of one name, the consonants all the same."""
    if one[2] != other[2] or one[0][0] != other[0][0] or one[1][-1] != other[1][-1]:
        return False
    if one[0][-1] != other[0][-1] and not {one[0][-1], other[0][-1]} <= {"i", "y"}:
        return False  # "Martin" and "Martina" are two
    left, right = _skeleton("".join(one[:2])), _skeleton("".join(other[:2]))
    return left == right and len(left) >= SPELT


def _later_left_out(
    one: tuple[str, str, str], other: tuple[str, str, str], full: Mapping[tuple[str, str, str], Counter[str]]
) -> bool:
    """Ana Bel III and Ana Bel: the same, unless the shorter name is another's who is spoken of far more."""
    if one[:2] != other[:2] or bool(one[2]) == bool(other[2]):
        return False
    longer, shorter = (one, other) if one[2] else (other, one)
    return full[shorter].total() < MORE * MORE * full[longer].total()


def _in_office(bearers: Counter[str], offices: set[str], held: Mapping[str, set[str]]) -> str | None:
    """The one bearer of a surname who holds the office that the surname is named with elsewhere."""
    fitting = [name for name in bearers if held[name] & offices]
    return fitting[0] if len(fitting) == 1 else None


def only(bearers: Counter[str]) -> str | None:
    """The one bearer of a name, or the one who is named far more often than any other."""
    ranked = bearers.most_common(2)
    if not ranked:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= MORE * ranked[1][1] else None
