"""Actors by name: "Ana Bel", "the Teshar Council for Wells", "Reuters"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.mentions.actors.candidates import Candidate
from rashomon.types import ActorKind, Sentence, Word

PLACES = {"GPE", "LOC", "FAC"}
ATTRIBUTES = {"amod", "compound", "nmod"}  # "Central American" before a noun is that noun's
NOMINAL = {"NOUN", "ADJ", "PROPN"}
FINITE = {"VBZ", "VBD", "MD"}
LONGEST = 9  # words of one name
REACH = 6  # words of what an office is for


@cache
def titles_of(lexicon: Lexicon) -> frozenset[str]:
    """What may stand before a person's name: "Dr.", "Minister"."""
    return lexicon.lowered("titles.honorific") | lexicon.lowered("titles.role")


def named_actor(sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """Harbour chief Ana Bel told Reuters: a run of capitalised words that is a person, a body or an outlet.

    find: [Ana Bel|kind=person] spoke to [Reuters|kind=outlet] at noon.
    find: The [Teshar Council for Wells|kind=body] met at noon.
    skip: It rained in [Port Edran] on [Monday].
    """
    words = sentence.words
    at = 0
    while at < len(words):
        last = _run(words, at, lexicon)
        if last is None:
            at += 1
            continue
        if _tied(words, last):
            at = last + 1
            continue
        first = _after_titles(words, at, last, lexicon)
        kind = _kind(words[first : last + 1], words, first, lexicon)
        if kind is not None and first <= last:
            yield Candidate(
                span=sentence.span.account.span(words[first].start, words[last].end),
                sentence=sentence,
                kind=kind,
                named=True,
                head=words[last].text,
                office=" ".join(word.text.lower() for word in words[max(0, at - 3) : first] if word.pos != "DET"),
                body=_body(words, at, first, last, lexicon) if kind == "person" else None,
            )
        at = last + 1


def _capital(word: Word) -> bool:
    if word.tag in FINITE:
        return False  # "Harbour Guard Declares Victory": the name ends before the headline's verb
    return (
        word.text[:1].isupper() and word.pos in {"PROPN", "NOUN", "ADJ", "X", "VERB", "ADV", "ADP"}
    ) or word.pos == "PROPN"


def _run(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """The last word of the run of name words that begins here."""
    start = words[at]
    if start.pos != "PROPN" and not (start.text[:1].isupper() and start.entity and start.pos in {"ADJ", "NOUN"}):
        return None
    nowho, joint = lexicon.lowered("actors.nowho"), lexicon.lowered("actors.joint")
    if start.text.lower() in nowho or not start.text[:1].isalpha():
        return None
    last = at
    i = at + 1
    while i < len(words) and i - at < LONGEST:
        word = words[i]
        month = word.text.lower() in nowho and not (word.entity == words[i - 1].entity == "PERSON")
        if _capital(word) and not month and word.text[:1].isalpha() and word.text[:1].isupper():
            last = i
        elif _particle(words, i, joint) or (_of_the(words, i) and _body_before(words, at, i, lexicon)):
            i += 1
        elif _second_half(words, at, i, lexicon):
            last = i + 1
            i += 1
        elif (
            word.text == "-"
            and word.start == words[i - 1].end
            and i + 1 < len(words)
            and words[i + 1].text[:1].isupper()
        ):
            pass
        elif (
            not (word.text.lower() in joint and i + 1 < len(words) and words[i + 1].text[:1].isupper())
            or (word.pos == "CCONJ" and not _same_entity(words, i))
            or (word.text.lower() in lexicon.lowered("actors.tie") and not _body_before(words, at, i, lexicon))
        ):
            break
        i += 1
    return last


def _tied(words: Sequence[Word], last: int) -> bool:
    """Whether the name is only the first half of an adjective: "Teshar-based", "UN-brokered"."""
    return (
        last + 2 < len(words)
        and words[last + 1].text == "-"
        and words[last + 1].start == words[last].end
        and words[last + 2].text[:1].islower()
    )


def _second_half(words: Sequence[Word], at: int, i: int, lexicon: Lexicon) -> bool:
    """Whether a hyphen and small letters go on a person's name: "Bel Or-an", not "Ana Bel-era"."""
    if words[i].text != "-" or i - at <= 1 or i + 1 >= len(words) or words[i - 1].entity != "PERSON":
        return False
    half = words[i + 1]
    close = words[i].start == words[i - 1].end and half.start == words[i].end
    return close and half.text.isalpha() and half.text.islower() and half.text not in lexicon.lowered("actors.suffix")


def _of_the(words: Sequence[Word], i: int) -> bool:
    """Whether "of the" goes on to a further capital: "Committee of the Red Cross"."""
    return i + 2 < len(words) and words[i].tag == "IN" and words[i + 1].tag == "DT" and words[i + 2].text[:1].isupper()


def _particle(words: Sequence[Word], i: int, joint: frozenset[str]) -> bool:
    """Whether a particle is tied to the name after it: "Amin al-Bel"."""
    if words[i].text.lower() not in joint or i + 2 >= len(words):
        return False
    return words[i + 1].text == "-" and words[i + 1].start == words[i].end and words[i + 2].text[:1].isupper()


def _same_entity(words: Sequence[Word], i: int) -> bool:
    return bool(words[i].entity) and words[i].entity == words[i - 1].entity == words[i + 1].entity == "ORG"


def _body_before(words: Sequence[Word], at: int, i: int, lexicon: Lexicon) -> bool:
    body = lexicon.lowered("actors.body")
    return words[i].entity in {"ORG", "FAC"} or any(word.text.lower() in body for word in words[at:i])


def _after_titles(words: Sequence[Word], at: int, last: int, lexicon: Lexicon) -> int:
    """Where the name itself begins, after "Foreign Minister" or "Lt. Gen.", if anything is left of it."""
    titles = titles_of(lexicon)
    for i in range(last, at - 1, -1):
        if words[i].text.lower() in titles and i < last and words[i + 1].pos == "PROPN":
            return i + 1
    while at < last and words[at].text.islower() and words[at].text not in lexicon.lowered("actors.joint"):
        at += 1  # "neighbor Ana Bel", where the parser takes the first word for a part of the name
    if at > 1 and at < last:
        office = " ".join(word.text.lower() for word in words[at - 2 : at + 1])
        if office in titles or (words[at].entity in PLACES and words[at + 1].entity == "PERSON"):
            return at + 1
    return at


def _kind(run: Sequence[Word], words: Sequence[Word], first: int, lexicon: Lexicon) -> ActorKind | None:
    """What a name stands for: by the lists, then by its title, then by what the parser takes it for."""
    titles = titles_of(lexicon)
    if " ".join(word.text.lower() for word in run) in titles or _is_office(run, lexicon):
        return None  # "Foreign Minister" is nobody's name
    if run[-1].entity == "ORG" and _beside_person(run[-1], words, lexicon):
        return "person"
    listed = _listed(run, lexicon)
    if listed is not None:
        return listed
    if len(run) == 1 and run[0].text.lower() in lexicon.lowered("places.demonym"):
        return None
    last, entity = run[-1], run[-1].entity
    if entity == "PERSON" or (first > 0 and words[first - 1].text.lower() in titles):
        return "person"
    people = entity == "NORP" and last.relation not in ATTRIBUTES and (len(run) > 1 or run[0].text.isupper())
    if entity == "ORG" or people:
        return "body"
    if entity in PLACES:
        return "body" if first == 0 and len(run) == 1 and _says(last, words, lexicon) else None
    speaks = len(run) == 1 and entity not in {"NORP", "DATE"} and _says(last, words, lexicon)
    subject = len(run) > 1 and entity == "" and last.pos == "PROPN" and last.relation == "nsubj"
    return "person" if speaks or subject else None


def _is_office(run: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a run of capitals is the office of a body or a country: "Edran Police Chief", "German Chancellor"."""
    if len(run) == 1 or run[-1].entity == "PERSON" or run[-1].text.lower() not in lexicon.lowered("titles.role"):
        return False
    held = lexicon.lowered("actors.body") | lexicon.lowered("places.demonym") | lexicon.lowered("places.country")
    lowered = [word.text.lower() for word in run]
    return any(word in held for word in lowered[:-1]) and not set(lowered) & lexicon.lowered("actors.tie")


def _beside_person(word: Word, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a name stands beside a word for a person: "a baker, Ana Bel," where the parser sees a body."""
    if word.relation != "appos":
        return False
    beside = words[word.head].text.lower()
    return any(beside in lexicon.lowered(name) for name in ("titles.role", "actors.person"))


def _listed(run: Sequence[Word], lexicon: Lexicon) -> ActorKind | None:
    """What the lists say of a name: an acronym, an outlet, a body by one of its words."""
    lowered = [word.text.lower() for word in run]
    text = " ".join(lowered)
    if text in lexicon.lowered("actors.acronym"):
        return "body"
    outlet = len(run) > 1 and any(word in lexicon.lowered("actors.outlet_word") for word in lowered)
    if outlet or text in lexicon.lowered("actors.outlet"):
        return "outlet"
    return "body" if any(word in lexicon.lowered("actors.body") for word in lowered) else None


def _says(word: Word, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a name is the subject of a verb of saying."""
    return word.relation == "nsubj" and words[word.head].text.lower() in lexicon.by_form("cues.say")


def _body(words: Sequence[Word], at: int, first: int, last: int, lexicon: Lexicon) -> str | None:
    """Whom a named person speaks for: "Observatory head Ana Bel", "Ana Bel, head of the Teshar Observatory"."""
    roles = lexicon.lowered("titles.role")
    before = _before_role(words, at, first, roles, lexicon)
    if before:
        return before
    i = last + 1
    while i < len(words) and (words[i].text == "," or words[i].pos == "DET"):
        i += 1
    for j in range(i, min(i + 5, len(words) - 2)):
        if words[j].text.lower() in roles and words[j + 1].text.lower() in lexicon.lowered("actors.hangs"):
            return _held_at(words, j + 2, lexicon)
        if words[j].pos in {"VERB", "AUX", "PUNCT", "ADP"}:
            break
    return None


def _before_role(words: Sequence[Word], at: int, first: int, roles: frozenset[str], lexicon: Lexicon) -> str | None:
    i = first - 1
    while i >= 0 and (words[i].text.lower() in roles or words[i].text == ","):
        i -= 1
    if i == first - 1 or i < 0:
        return _head_of(words, first, roles, lexicon)
    while i >= 0 and " ".join(word.text.lower() for word in words[i:first]) in roles:
        i -= 1  # "defence minister" is an office and no body called "defence"
    end = i
    while i >= 0 and words[i].pos in {"PROPN", "NOUN", "ADJ"} and words[i].text.lower() not in roles:
        i -= 1
    text = " ".join(word.text for word in words[i + 1 : end + 1])
    if end > i and _is_body(words[i + 1 : end + 1], lexicon):
        return text
    return _head_of(words, first, roles, lexicon)


def _is_body(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether words before an office name a body: "the esteemed president" and "the Iraqi minister" have none."""
    bodies = lexicon.lowered("actors.body") | lexicon.lowered("actors.outlet_word")
    known = lexicon.lowered("actors.acronym") | lexicon.lowered("actors.outlet")
    nations = lexicon.lowered("places.demonym") | lexicon.lowered("places.country")
    if words[-1].text.lower() in nations - lexicon.lowered("actors.acronym"):
        return False
    texts = [word.text.lower() for word in words]
    return any(
        text in bodies or text in known or word.entity == "ORG" or (word.text.isupper() and len(word.text) > 1)
        for text, word in zip(texts, words, strict=True)
    )


def _head_of(words: Sequence[Word], first: int, roles: frozenset[str], lexicon: Lexicon) -> str | None:
    """Head of the Teshar Observatory Ana Bel: the body between the role and the name that follows it."""
    for j in range(max(0, first - 12), first - 2):
        if words[j].text.lower() in roles and words[j + 1].text.lower() in lexicon.lowered("actors.tie"):
            between = words[j + 2 : first]
            if between and not any(word.pos in {"VERB", "AUX", "PUNCT"} for word in between):
                return " ".join(word.text for word in between if word.pos != "DET")
    return None


def _held_at(words: Sequence[Word], i: int, lexicon: Lexicon) -> str | None:
    """The body in which an office is held; over what it is for: "head of [tax at] the Teshar Bank"."""
    name = name_at(words, i, lexicon)
    if name is None or not name.islower() or name.split()[-1] in lexicon.lowered("actors.body"):
        return name
    for at in range(i + 1, min(i + REACH, len(words) - 1)):
        if words[at].pos == "ADP":
            beyond = name_at(words, at + 1, lexicon)
            return beyond if beyond and words[at].text.lower() in lexicon.lowered("actors.within") else name
    return name


def name_at(words: Sequence[Word], i: int, lexicon: Lexicon) -> str | None:
    """The name, or the noun phrase, that begins at a word or after its article: "Edran's harbour office"."""
    while i < len(words) and words[i].pos == "DET":
        i += 1
    last = _run(words, i, lexicon) if i < len(words) else None
    end = last + 1 if last is not None else i
    if last is not None and end + 1 < len(words) and words[end].tag == "POS" and words[end + 1].pos in NOMINAL:
        end += 1
    while end < len(words) and words[end].pos in NOMINAL:
        end += 1
    return re.sub(r" (?=['’])", "", " ".join(word.text for word in words[i:end])) or None


RULES = (named_actor,)
