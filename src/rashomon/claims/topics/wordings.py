"""What a sentence says of the thing a figure counts or measures, in its own words: "the hit to profits", "retaken"."""

from __future__ import annotations

from functools import cache

from rashomon.claims.topics.reach import path_above
from rashomon.claims.topics.setting import Setting
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Word

LONGEST = 7  # words of a phrase that is told
AHEAD = 10  # words before a figure in which it is told what it is the number of
QUOTED = 6  # words on either side of a figure that are quoted where nothing else tells what it measures
MODIFIES = frozenset({"amod", "nummod", "compound", "nmod", "npadvmod", "quantmod", "poss"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BEFORE_NOUN = frozenset({"amod", "compound", "poss", "nmod", "case"})
AFTER_NOUN = frozenset({"prep"})
OF_NOUN = frozenset({"pobj", "det", "compound", "amod", "prep", "poss", "case", "nmod"})


def noun_above(setting: Setting) -> str:
    """The noun that a measure stands before: "a nearly six-year-long campaign" is of a campaign."""
    for relation, head in path_above(setting):
        if relation not in MODIFIES:
            return ""
        if setting.words[head].pos in {"NOUN", "PROPN"}:
            return phrase_at(setting, head)
    return ""


def bearer(setting: Setting) -> str:
    """What has the attribute that a length measures: "the well" of "a 40-metre-deep well (131 feet)"."""
    words = setting.words
    for relation, head in path_above(setting):
        word = words[head]
        if word.pos in {"AUX", "VERB"} or relation == "acl":
            subject = head if relation == "acl" else subject_under(words, head)
            if subject is None:
                continue
            return phrase_at(setting, subject) if words[subject].pos in {"NOUN", "PROPN"} else ""
        measures = word.text.lower() in setting.lexicon.units | setting.lexicon.lowered("attributes.measure")
        if word.pos in {"NOUN", "PROPN"} and not measures:
            return phrase_at(setting, head) if relation in MODIFIES | {"appos"} else ""
    return ""


def number_before(setting: Setting) -> str:
    """What a figure is the number of, as told before it: "brings the total number of refugees up to [130,000]"."""
    names = setting.lexicon.forms("phrases.number_of")
    places = [n for n, word in enumerate(setting.words) if word.end <= setting.figure.span.start]
    for place in reversed(places[-AHEAD:]):
        of = setting.words[place + 1].text.lower() if place + 1 < len(setting.words) else ""
        if setting.words[place].text.lower() in names and of in setting.lexicon.forms("topics.of"):
            return phrase_at(setting, place)
    return ""


def subject_under(words: tuple[Word, ...], verb: int) -> int | None:
    """The place of a verb's subject."""
    return next((n for n, word in enumerate(words) if word.head == verb and word.relation in SUBJECTS), None)


def name_before(setting: Setting) -> str:
    """The name right before a figure set off by a comma: “Ada Kell, 52”."""
    words = setting.words
    at = next((n for n, word in enumerate(words) if word.end > setting.figure.span.start), 0)
    last = at - 2
    if last < 0 or words[at - 1].text != "," or words[last].pos not in {"PROPN", "NOUN"}:
        return ""
    if words[last].pos == "NOUN":
        return lowered(setting, phrase_at(setting, last))
    first = last
    while first and words[first - 1].pos == "PROPN":
        first -= 1
    return " ".join(plain(setting.figure.span.account.text[words[first].start : words[last].end]).split())


def person_before(setting: Setting) -> str:
    """The person last named before a figure, whom a pronoun then means: "She was |95." """
    people = [
        actor
        for actor in setting.found.actors
        if actor.kind == "person" and actor.span.end <= setting.figure.span.start
    ]
    return max(people, key=lambda actor: actor.span.start).name if people else ""


def of_what(setting: Setting) -> str:
    """The noun phrase behind "of": "four years of warfare in the city"."""
    words, root = setting.words, setting.root
    for place, word in enumerate(words):
        if word.head == root and word.relation == "prep" and word.start >= setting.figure.span.start:
            inside = [n for n, w in enumerate(words) if w.head == place and w.relation == "pobj"]
            named = inside and words[inside[0]].pos in {"NOUN", "PROPN"}
            if named and word.text.lower() in setting.lexicon.forms("topics.of"):
                return phrase_at(setting, inside[0], whole=True)
    return ""


def subject_above(setting: Setting) -> tuple[str, str]:
    """The subject of the verb over a figure, and the verb: "The battle lasted two years"."""
    words = setting.words
    verb = next((head for _, head in path_above(setting) if words[head].pos in {"VERB", "AUX"}), None)
    if verb is None:
        return "", ""
    subject = subject_under(words, verb)
    if subject is None:
        return "", ""
    if words[subject].tag in {"WDT", "WP"} and words[verb].relation == "relcl":
        subject = words[verb].head
    helpers = [
        w.text for w in words if w.head == verb and w.relation in {"auxpass", "aux"} and w.start < words[verb].start
    ]
    if words[subject].pos not in {"NOUN", "PROPN"}:
        return "", ""
    return lowered(setting, phrase_at(setting, subject, whole=True)), " ".join([*helpers, words[verb].text])


def lowered(setting: Setting, told: str) -> str:
    """A phrase without the capital of a sentence's first word, where that word is no name."""
    first, words = told.split(" ", maxsplit=1)[0], setting.words
    plain_word = words[0].pos in {"DET", "PRON", "ADJ", "NUM"} or first.lower() in _people(setting.lexicon)
    opens = words[0].text.endswith(first) and plain_word and first != "I"
    return told[:1].lower() + told[1:] if opens else told


@cache
def _people(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form.lower() for entry in lexicon.entries("populations.people") for form in entry.forms)


def predicate(setting: Setting) -> str:
    """What was done to the things counted: "98 percent of the city had been retaken" is "retaken"."""
    words, root = setting.words, setting.root
    if root is None:
        return ""
    for child, word in enumerate(words):
        if word.head == root and word.relation == "acl" and word.tag in {"VBN", "VBG"} and child > root:
            return word.text.lower()
    for relation, head in path_above(setting):
        word = words[head]
        if word.pos != "VERB":
            if relation not in {"prep", "pobj", "conj", *MODIFIES}:
                return ""
            continue
        if relation == "nsubjpass":
            return " ".join([word.text.lower(), *(w.text for w in words if w.head == head and w.relation == "prt")])
        done = word.tag in {"VBD", "VBN"} and word.text.lower().endswith("ed")
        return word.text.lower() if relation == "dobj" and done else ""
    return ""


def phrase_at(setting: Setting, noun: int, *, whole: bool = False) -> str:
    """A noun with the words that belong to it, the figure left out; with its article where it is `whole`."""
    words = setting.words
    before = BEFORE_NOUN | ({"det"} if whole else frozenset())
    first = noun
    while first > 0 and _belongs(words, first - 1, noun, before) and not _in_figure(setting, words[first - 1]):
        first -= 1
    text = setting.figure.span.account.text
    while first < noun and text[words[first].start - 1 : words[first].start] == "-":
        first += 1
    last = noun
    while last + 1 < len(words) and _behind(words, last + 1, noun) and last + 1 - first < LONGEST:
        if _in_figure(setting, words[last + 1]):
            break
        last += 1
    while last > noun and words[last].pos in {"ADP", "DET", "PUNCT", "ADJ", "CCONJ"}:
        last -= 1
    return " ".join(plain(text[words[first].start : words[last].end]).split())


def _belongs(words: tuple[Word, ...], place: int, noun: int, relations: frozenset[str]) -> bool:
    here = place
    while here != noun and words[here].relation in relations and words[here].head != here:
        here = words[here].head
    return here == noun


def _behind(words: tuple[Word, ...], place: int, noun: int) -> bool:
    here = place
    while here != noun and words[here].relation in OF_NOUN and words[here].head != here:
        here = words[here].head
    return here == noun and words[place].pos != "PUNCT"


def _in_figure(setting: Setting, word: Word) -> bool:
    span = setting.figure.span
    return span.start < word.end and word.start < span.end


def quoted(setting: Setting) -> str:
    """The words around a figure, which stands as an ellipsis: “fell … down a gully”."""
    span = setting.figure.span
    text = span.account.text
    start, end = setting.offset, setting.offset + len(setting.text)
    after = plain(text[span.end : end]).split()[:QUOTED]
    after = after[: next((n + 1 for n, word in enumerate(after) if n > 1 and word[-1] in ".,;:!?"), len(after))]
    before = plain(text[start : span.start]).split()[-(QUOTED // 2 if len(after) > 1 else QUOTED) :]
    words = " ".join([*before, "…", *after])
    return f"“{words.strip(' .,;:')}”".replace('"', "")
