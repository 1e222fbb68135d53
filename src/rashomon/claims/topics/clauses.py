"""What a sentence does with a figure, put as the end of a question: "points Nela Orm scored", "people who fled"."""

from __future__ import annotations

from rashomon.claims.topics.reach import path_above
from rashomon.claims.topics.setting import Setting
from rashomon.claims.topics.wordings import MODIFIES, SUBJECTS, lowered, phrase_at, subject_under
from rashomon.text import plain
from rashomon.types import Word

THROUGH = frozenset({"conj", "appos", *MODIFIES})  # relations that lead to the noun or verb that holds the figure too
OBJECT = frozenset({"dobj", "dative", "attr", "oprd", "npadvmod", "advmod", "acomp"})
HELPS = frozenset({"aux", "auxpass", "neg"})
BETWEEN = 8  # words between a verb and the preposition of a figure that are told
SHORT = 5  # words of a subject, and words behind a verb, that are told with it
LONGEST = 10  # words of a clause that a reader takes in as one phrase
BRACKETS = frozenset("()[]")
FINITE = frozenset({"VBD", "VBZ", "VBP"})
STOPS = frozenset({"PUNCT", "SCONJ", "CCONJ"})
CLAUSE = frozenset({"PRON", "VERB", "AUX", "ADP", "ADV"})
PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
GOES_ON = frozenset({"NOUN", "PROPN", "PART", "ADJ"})
LOOSE = frozenset({"ADP", "DET", "CCONJ", "PART", "PRON", "AUX", "SCONJ"})  # what no phrase may end with


def held_by(setting: Setting) -> tuple[str, int, int | None]:
    """How the figure's noun hangs on the verb or noun above it: the relation, that word, the preposition between."""
    words, preposition, last = setting.words, None, ""
    for relation, head in path_above(setting):
        if relation == "prep" and preposition is not None:
            return "prep", head, preposition
        if relation == "pobj" and preposition is None:
            preposition = head
            continue
        last = relation
        noun = relation in THROUGH and words[head].pos in {"NOUN", "PROPN", "NUM", "SYM"}
        if preposition is None and (noun or words[head].pos == "ADV"):
            continue
        return relation, head, preposition
    return last, -1, preposition


def clause_with(setting: Setting, *, bare: str = "") -> str:
    """The clause in which the figure is what is done, had or gone to: "Nela Orm scored", "he was sentenced to".

    A preposition of the list `bare` is left out: "he lived there" of "he lived there for two years".
    """
    relation, verb, preposition = held_by(setting)
    words = setting.words
    if verb < 0 or words[verb].pos != "VERB" or relation not in OBJECT | {"prep"} or not _is_finite(words, verb):
        return ""
    subject = _subject_of(setting, verb)
    if not subject or subject.count(" ") >= SHORT:
        return ""
    told = f"{subject} {_verb(setting, verb, particle=preposition is None)}"
    if preposition is not None:
        between = words[verb + 1 : preposition]
        if len(between) <= BETWEEN and all(word.pos not in STOPS | {"NUM", "SYM"} for word in between):
            told = f"{told} {_told(setting, verb + 1, preposition)}".strip()
        if not bare or words[preposition].text.lower() not in setting.lexicon.forms(bare):
            told += f" {words[preposition].text.lower()}"
    return told if told.count(" ") < LONGEST else ""


def clause_of_subject(setting: Setting) -> str:
    """The clause in which the figure's noun acts: "lost access to the internet" of "thousands lost access to it"."""
    relation, verb, preposition = held_by(setting)
    words = setting.words
    if verb < 0 or preposition is not None or relation not in SUBJECTS or words[verb].pos not in {"VERB", "AUX"}:
        return ""
    apart = setting.root is not None and any(word.text in BRACKETS for word in words[setting.root : verb])
    if apart or not _is_finite(words, verb) or any(word.head == verb and word.relation == "ccomp" for word in words):
        return ""
    last = verb + 1
    while last < min(verb + 1 + SHORT, len(words)) and words[last].pos not in STOPS:
        if words[last].pos in {"VERB", "AUX"} and words[last].relation not in {"xcomp", "aux", "auxpass"}:
            break
        last += 1
    rest = _told(setting, verb + 1, last)
    if not rest and words[verb].pos == "AUX":
        return ""
    return f"{_verb(setting, verb, particle=False)} {rest}".strip()


def tail_of(setting: Setting) -> str:
    """What belongs to the noun counted and stands behind it: "of ammunition", "on board the ferry"."""
    words, root, counted = setting.words, setting.root, setting.figure.counted
    if root is None or counted is None:
        return ""
    first = next((n for n, word in enumerate(words) if word.start >= counted.end), len(words))
    if first >= len(words) or words[first].relation != "prep" or words[first].head != root:
        return ""
    last = first
    while last < min(first + SHORT + 1, len(words)) and _is_under(words, last, root):
        if words[last].pos in STOPS | {"VERB", "AUX"} or (last > first and words[last].pos == "ADP"):
            break
        last += 1
    return _told(setting, first, last)


def owner_of(setting: Setting) -> str:
    """What has the things counted: "a tribe with 35 members" has members."""
    relation, noun, preposition = held_by(setting)
    words = setting.words
    if noun < 0 or preposition is None or relation != "prep" or words[noun].pos != "NOUN":
        return ""
    has = words[preposition].text.lower() in setting.lexicon.forms("phrases.having")
    return phrase_at(setting, noun) if has else ""


def noun_with(setting: Setting) -> str:
    """The noun that "of" ties the figure to: "a reward of up to $3,000" is of a reward."""
    relation, noun, preposition = held_by(setting)
    words = setting.words
    if noun < 0 or preposition is None or relation != "prep" or words[noun].pos not in {"NOUN", "PROPN"}:
        return ""
    lexicon = setting.lexicon
    tied = words[preposition].text.lower() in lexicon.forms("phrases.tied")
    if words[noun].text.lower() in lexicon.forms("numbers.denominator"):
        return ""
    return phrase_at(setting, noun) if tied else ""


def subject_told(setting: Setting) -> str:
    """The subject of the verb that the figure hangs on, if it is a noun: "the well" of "the well is 40 metres deep"."""
    _, verb, _ = held_by(setting)
    words = setting.words
    if verb < 0:
        return ""
    for _ in range(3):
        if words[verb].pos in {"VERB", "AUX"} and subject_under(words, verb) is not None:
            break
        verb = words[verb].head
    subject = subject_under(words, verb)
    return phrase_at(setting, subject) if subject is not None and words[subject].pos in {"NOUN", "PROPN"} else ""


def behind(setting: Setting, skip: int = 0, *, clause: bool = False) -> str:
    """The noun phrase behind a figure, after so many words ("from |San Jorin"), or the `clause` that it opens."""
    words = setting.words
    first = next((n for n, word in enumerate(words) if word.start >= setting.figure.span.end), len(words)) + skip
    last, most = first, first + (BETWEEN if clause else SHORT + 1)
    while last < min(most, len(words)) and words[last].pos in PHRASE | (CLAUSE if clause else frozenset()):
        last += 1
        ended = last >= len(words) or words[last].pos not in GOES_ON | (CLAUSE if clause else frozenset())
        if words[last - 1].pos in {"NOUN", "PROPN"} and ended:
            break
    return _told(setting, first, last)


def preposition_over(setting: Setting) -> str:
    """The preposition that ties a figure to its verb, in lower case; empty where none does."""
    _, _, preposition = held_by(setting)
    return "" if preposition is None else setting.words[preposition].text.lower()


def word_behind(setting: Setting, skip: int = 0) -> str:
    """A word behind a figure, in lower case."""
    after = [word for word in setting.words if word.start >= setting.figure.span.end]
    return after[skip].text.lower() if skip < len(after) else ""


def word_before(setting: Setting) -> str:
    """The word right before a figure, in lower case."""
    before = [word for word in setting.words if word.end <= setting.figure.span.start]
    return before[-1].text.lower() if before else ""


def _subject_of(setting: Setting, verb: int) -> str:
    """Who or what does it, in the words of the account; nothing where the verb only says what is wanted or planned."""
    words, here = setting.words, verb
    subject = subject_under(words, here)
    while subject is None and words[here].relation == "conj" and words[here].head != here:
        here = words[here].head
        subject = subject_under(words, here)
    if subject is not None and words[subject].tag in {"WDT", "WP"}:
        subject = words[here].head if words[here].relation == "relcl" else None
    if subject is None:
        return ""
    word = words[subject]
    if word.text.lower() in setting.lexicon.forms("phrases.it"):
        return ""
    if word.pos in {"PRON", "DET"}:
        return lowered(setting, word.text.strip("\"'"))
    if word.pos not in {"NOUN", "PROPN"}:
        return ""
    return lowered(setting, phrase_at(setting, subject, whole=True))


def _verb(setting: Setting, verb: int, *, particle: bool) -> str:
    """A verb with its helpers between its subject and it, and its particle behind where that is not told anyhow."""
    words = setting.words
    subject = subject_under(words, verb)
    first = 0 if subject is None or subject > verb else subject
    told = [w.text for w in words[first:verb] if w.relation in HELPS and words[w.head] is words[verb]]
    told.append(words[verb].text)
    if particle:
        told += [w.text for w in words[verb + 1 :] if w.relation == "prt" and words[w.head] is words[verb]]
    return " ".join(told)


def _is_finite(words: tuple[Word, ...], verb: int) -> bool:
    """Whether a verb tells what happened: "left", "had left" and "was left", not "leaving" or "to leave"."""
    return words[verb].tag in FINITE or any(
        word.relation in HELPS and words[word.head] is words[verb] and word.tag in {*FINITE, "MD"} for word in words
    )


def _is_under(words: tuple[Word, ...], place: int, root: int) -> bool:
    here = place
    while here != root and words[here].head != here:
        here = words[here].head
    return here == root


def _told(setting: Setting, first: int, last: int) -> str:
    """The characters of the words, without what no phrase may end with."""
    words = setting.words
    while last > first and words[last - 1].pos in LOOSE | {"PUNCT"}:
        last -= 1
    if last <= first:
        return ""
    text = plain(setting.figure.span.account.text[words[first].start : words[last - 1].end])
    return " ".join(text.replace(" - ", "-").split())
