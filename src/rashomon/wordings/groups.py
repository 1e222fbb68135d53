"""Groups under one actor: a party and its members, a state's armed forces, the words for one side."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.names import country_of
from rashomon.text import plain
from rashomon.types import Reading
from rashomon.wordings.called import WORD, Called, Place
from rashomon.wordings.people import only

STEM = 5  # letters that a party and its members share: "Harbourite", "Harbourites"
BETWEEN = 12  # characters between two words for people that "and" tells apart


@cache
def _words(lexicon: Lexicon, name: str) -> frozenset[str]:
    return frozenset(form.lower() for form in lexicon.forms(name))


def counted_off(text: str, lexicon: Lexicon) -> list[str]:
    """The words of a group without how many they are: "4,000 fighters", "some fighters"."""
    words = text.split()
    while len(words) > 1 and (words[0][:1].isdigit() or words[0].lower() in _words(lexicon, "actors.quantity")):
        words = words[1:]
    return words


def parties(called: Sequence[Called], names: Mapping[Place, str], lexicon: Lexicon) -> dict[Place, str]:
    """Harbourites, Harbourite lawmakers, the Harbourite Party: a party with its members and its committee."""
    named: Counter[str] = Counter()
    here: dict[str, Counter[str]] = defaultdict(Counter)
    for one in called:
        name = _party(names.get(one.place, ""), lexicon)
        if name and one.named:
            named[name] += 1
            here[one.account][name] += 1
    stems = {name: name.split()[0].lower() for name in named}
    found: dict[Place, str] = {}
    for one in called:
        if one.pronoun or one.actor.kind == "person":
            continue
        words = counted_off(one.text, lexicon)
        member = _member(words, names.get(one.place, ""), lexicon)
        fitting = sorted(name for name in named if member and _stem_of(member, stems[name]))
        if len(fitting) == 1:
            found[one.place] = fitting[0]
        elif member and member == words[-1] and not fitting:
            found[one.place] = member
        elif words[0].lower() in _words(lexicon, "actors.party") and _of_party(words[1:], lexicon):
            whose = only(here[one.account]) or (only(named) if not here[one.account] else None)
            if whose:
                found[one.place] = whose
    return found


def _party(name: str, lexicon: Lexicon) -> str:
    """A party by its full name, or by the letters that stand for it."""
    short = lexicon.by_form("actors.party_short").get(name.lower())
    if short is not None:
        return short["name"]
    words = name.split()
    return name if len(words) > 1 and words[-1].lower() in _words(lexicon, "actors.party") else ""


def _of_party(words: Sequence[str], lexicon: Lexicon) -> bool:
    return all(word.lower() in _words(lexicon, "actors.party_member") for word in words)


def _member(words: Sequence[str], name: str, lexicon: Lexicon) -> str:
    """The word that tells the party: "Democrats" of "top Democrats", the first of a party's committee."""
    party = _party(name, lexicon)
    if party:
        return party.split()[0]
    told = name.split()
    if len(told) > 1 and any(name.lower().endswith(f" {form}") for form in _words(lexicon, "actors.party_body")):
        return told[0]
    ends = len(words)
    while ends > 1 and words[ends - 1].lower() in _words(lexicon, "actors.party_member"):
        ends -= 1
    if any(word.lower() in _words(lexicon, "actors.apart") for word in words[: ends - 1]):
        return ""
    last = words[ends - 1]
    short = lexicon.by_form("actors.party_short").get(last.lower())
    if short is not None:
        return short["name"].split()[0]
    plural = ends == len(words) and last[-1:] == "s" and last[:1].isupper() and last.lower() in _partisans(lexicon)
    return last if plural or (ends < len(words) and last[:1].isupper()) else ""


@cache
def _partisans(lexicon: Lexicon) -> frozenset[str]:
    """The members of parties that the groups of the lexicon name."""
    return _words(lexicon, "actors.partisan")


def _stem_of(member: str, stem: str) -> bool:
    short = member.lower().removesuffix("s")
    shared = short if len(short) <= len(stem) else stem
    return len(shared) >= STEM and short.startswith(shared) and stem.startswith(shared)


def armies(called: Sequence[Called], lexicon: Lexicon) -> dict[Place, str]:
    """The Iraqi army, government troops, the army: a state's forces, of the one country whose forces are spoken of."""
    of: dict[Place, str] = {}
    bare: list[Called] = []
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for one in called:
        if one.pronoun or one.actor.kind == "person":
            continue
        tail = _forces(counted_off(one.text, lexicon), lexicon)
        if tail is None:
            continue
        country = country_of(" ".join(tail), lexicon) if tail and tail[0][:1].isupper() else None
        if country:
            of[one.place] = country
            told[one.account][country] += 1
            told[""][country] += 1
        elif not any(word[:1].isupper() for word in tail) and _spoken_of(one, tail, lexicon):
            bare.append(one)
    for one in bare:
        country = only(told.get(one.account) or told[""])
        if country:
            of[one.place] = country
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    texts = {one.place: one.text for one in called}
    for place, country in of.items():
        if country_of(texts[place].split()[0], lexicon):
            forms[country][texts[place]] += 1
    best = {country: max(forms[country], key=lambda form: (forms[country][form], form)) for country in forms}
    return {place: best[country] for place, country in of.items() if country in best}


def _spoken_of(one: Called, rest: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether "army" without a country is a country's: with an article, or as the government's."""
    return bool(rest) or one.definite or one.text.lower() == lexicon.forms("actors.forces")[0]


def _forces(words: Sequence[str], lexicon: Lexicon) -> list[str] | None:
    """What stands before the words for armed forces, if nothing but a country and words of a state; else None."""
    for first in range(len(words)):
        if " ".join(words[first:]).lower() in _words(lexicon, "actors.forces"):
            rest = list(words[:first])
            while rest and rest[-1].lower() in _words(lexicon, "actors.forces_of"):
                rest.pop()
            extra = words[len(rest) : first]
            known = not rest or country_of(" ".join(rest), lexicon) is not None
            return [*rest, *(word.lower() for word in extra)] if known else None
    return None


def sides(called: Sequence[Called], readings: Sequence[Reading], lexicon: Lexicon) -> dict[Place, str]:
    """Rebels for one account, terrorists for another: the words for one side, unless a text sets them apart.

    A word that some account joins to another of its kind by "and" keeps its own line, and so does one that stands in
    a sentence with an armed group that has a name.
    """
    found: dict[Place, str] = {}
    forms: dict[Place, str] = {}
    apart: set[tuple[str, str]] = set()
    borders = {reading.account.id: [sentence.span.start for sentence in reading.sentences] for reading in readings}
    texts = {reading.account.id: plain(reading.account.text) for reading in readings}
    before: tuple[Called, str] | None = None
    for one in called:
        form = "" if one.named or one.pronoun or one.actor.kind == "person" else _side(one, lexicon)
        if not form:
            continue
        name = lexicon.by_form("actors.side")[form]["name"]
        if before is not None and before[0].account == one.account:
            between = texts[one.account][before[0].actor.span.end : one.actor.span.start]
            joined = {word.lower() for word in WORD.findall(between)} & _words(lexicon, "speech.joining")
            if joined and len(between) < BETWEEN and before[1] != form:
                apart |= {(name, form), (name, before[1])}
        before = one, form
        starts = borders[one.account]
        at = bisect_right(starts, one.actor.span.start) - 1
        ends = starts[at + 1] if at + 1 < len(starts) else len(texts[one.account])
        sentence = set(WORD.findall(texts[one.account][starts[at] if at >= 0 else 0 : ends]))
        if not sentence & _armed(lexicon):
            found[one.place], forms[one.place] = name, form
    return {place: name for place, name in found.items() if (name, forms[place]) not in apart}


@cache
def _armed(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form.split()[-1] for form in lexicon.forms("actors.armed") if form != "Islamic State")


def _side(one: Called, lexicon: Lexicon) -> str:
    """The listed words that a mention ends in, if nothing before them makes it another side or names one."""
    words = [word.lower() if at == 0 else word for at, word in enumerate(counted_off(one.text, lexicon))]
    known = lexicon.by_form("actors.side")
    for first in range(len(words)):
        form = " ".join(words[first:]).lower()
        if form in known:
            rest = words[:first]
            other = any(word in _words(lexicon, "actors.other_side") or word[:1].isupper() for word in rest)
            return "" if other or (rest and country_of(rest[0].title(), lexicon)) else form
    return ""
