"""Who is told as killed or hurt: the words of harm and the person that they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.lexicons import Lexicon
from rashomon.mentions.victims.people import Told, listed, people_at, person_at
from rashomon.types import Harm, Sentence, Word

SUBJECT = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmed:
    """A person told as harmed, and the word (`cue`) that tells it."""

    told: Told
    harm: Harm
    cue: int
    sentence: Sentence


def verb_of_harm(sentence: Sentence, lexicon: Lexicon) -> Iterator[Harmed]:
    """“A man was shot and killed”, "the blast killed his wife", “a man wounded in the blast”, "woman shot".

    find: [A man|harm=killed; sex=male] was killed in Teshar.
    find: The blast in Teshar wounded [a woman|harm=injured; sex=female].
    skip: No man was killed in Teshar, but the river killed the trade.
    """
    for at, harm in _harms(sentence, lexicon):
        for patient in _patients(sentence, at, lexicon):
            for told in people_at(sentence, patient, lexicon):
                yield Harmed(told=told, harm=harm, cue=at, sentence=sentence)


def killed_himself(sentence: Sentence, lexicon: Lexicon) -> Iterator[Harmed]:
    """“The gunman then killed himself”: the attacker is among the dead.

    find: [The gunman|harm=killed; attacker=true] then killed himself in Teshar.
    skip: The gunman hid himself in Teshar.
    """
    for at, harm in _harms(sentence, lexicon):
        own = [i for i in _children(sentence.words, at, "dobj") if _low(sentence, i) in listed(lexicon, "self")]
        subject = _subject(sentence.words, at)
        if own and subject is not None:
            for told in people_at(sentence, subject, lexicon):
                yield Harmed(told=replace(told, attacker=True), harm=harm, cue=at, sentence=sentence)


def subject_of_dying(sentence: Sentence, lexicon: Lexicon) -> Iterator[Harmed]:
    """“Ana Bel, 23, died at the scene”, "she succumbed to her wounds".

    find: [Ana Bel, 23|harm=killed; name=Ana Bel; age=23], died at the scene in Teshar.
    skip: The engine died in Teshar.
    """
    for at, word in enumerate(sentence.words):
        if word.text.lower() in listed(lexicon, "dying") and word.pos == "VERB" and not _undone(sentence, at, lexicon):
            subject = _subject(sentence.words, at)
            for told in people_at(sentence, subject, lexicon) if subject is not None else ():
                yield Harmed(told=told, harm="killed", cue=at, sentence=sentence)


def told_as_dead(sentence: Sentence, lexicon: Lexicon) -> Iterator[Harmed]:
    """“A man was found dead”, "the shots left a boy dead", “she was pronounced dead”.

    find: [A man|harm=killed] was found dead in Teshar.
    find: The raid on Teshar left [a boy|harm=killed] dead.
    skip: The radio went dead in Teshar.
    """
    words = sentence.words
    for at, word in enumerate(words):
        if word.text.lower() not in listed(lexicon, "dead") or word.head == at:
            continue
        verb = word.head
        if words[verb].pos not in {"VERB", "AUX"}:
            if word.relation in {"amod", "acl"} and verb < at:
                for told in people_at(sentence, verb, lexicon):
                    yield Harmed(told=told, harm="killed", cue=at, sentence=sentence)
            continue
        if _undone(sentence, verb, lexicon):
            continue
        inner = [i for i in _children(words, at, "nsubj") if i < at]
        objects = inner or [i for i in _children(words, verb, "dobj") if i < at]
        subject = _subject(words, verb)
        patient = objects[0] if objects else subject
        if word.relation in {"acomp", "oprd", "ccomp", "advmod", "xcomp", "dobj", "attr"} and patient is not None:
            for told in people_at(sentence, patient, lexicon):
                if subject == patient or told.at < at:  # "left a boy dead and a girl in hospital"
                    yield Harmed(told=told, harm="killed", cue=at, sentence=sentence)


def suffered_a_wound(sentence: Sentence, lexicon: Lexicon) -> Iterator[Harmed]:
    """“A boy suffered a gunshot wound”: hurt, and no more is told.

    find: [A boy|harm=struck] suffered a gunshot wound in Teshar.
    skip: The bank suffered a loss.
    """
    words = sentence.words
    for at, word in enumerate(words):
        if word.text.lower() not in listed(lexicon, "suffering") or word.pos != "VERB":
            continue
        wounds = [i for i in _children(words, at, "dobj") if _low(sentence, i) in listed(lexicon, "injury")]
        subject = _subject(words, at)
        if wounds and subject is not None and not _undone(sentence, at, lexicon):
            for told in people_at(sentence, subject, lexicon):
                yield Harmed(told=told, harm="struck", cue=wounds[0], sentence=sentence)


def in_a_state(sentence: Sentence, lexicon: Lexicon) -> Iterator[Harmed]:
    """“The boy is in critical condition”, "found a man with gunshot wounds".

    find: [The boy|harm=injured] is in critical condition in Teshar.
    skip: The road is in critical condition.
    """
    words, text = sentence.words, sentence.span.text.lower()
    for form, entry in lexicon.by_form("victims.state").items():
        place = text.find(form)
        if place < 0:
            continue
        start = sentence.span.start + place
        at = next((i for i, word in enumerate(words) if word.start <= start < word.end), None)
        verb = _verb_above(words, at) if at is not None else None
        if verb is None or at is None or _undone(sentence, verb, lexicon):
            continue
        objects = [i for i in _children(words, verb, "dobj") if i < at]
        patient = objects[0] if objects else _subject(words, verb)
        for told in people_at(sentence, patient, lexicon) if patient is not None else ():
            harm: Harm = "struck" if entry["harm"] == "struck" else "injured"
            yield Harmed(told=told, harm=harm, cue=at, sentence=sentence)


def fate_as_a_noun(sentence: Sentence, lexicon: Lexicon) -> Iterator[Harmed]:
    """“The death of Ana Bel”, "Ana Bel's killing", “the body of a man”.

    find: Police look into the death of [Ana Bel|harm=killed; name=Ana Bel] in Teshar.
    skip: Police look into the death of trade in Teshar.
    skip: Police look into the shooting in Ana Bel Park in Teshar.
    """
    words, fates = sentence.words, lexicon.by_form("victims.fate")
    for at, word in enumerate(words):
        entry = fates.get(word.text.lower()) if word.pos in {"NOUN", "PROPN"} else None
        if entry is None or _undone(sentence, at, lexicon):
            continue
        harm: Harm = "killed" if entry["harm"] == "killed" or _fatal(sentence, at, lexicon) else "struck"
        of = at + 1 if at + 1 < len(words) and _low(sentence, at + 1) in listed(lexicon, "of") else None
        held = _children(words, of, "pobj") if of is not None else []
        for patient in [*_children(words, at, "poss"), *held]:
            for told in people_at(sentence, patient, lexicon):
                if not told.pronoun:
                    yield Harmed(told=told, harm=harm, cue=at, sentence=sentence)


def _harms(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, Harm]]:
    """The verbs of harm of a sentence that say what happened, each with how it ended."""
    table = lexicon.by_form("victims.harm")
    for at, word in enumerate(sentence.words):
        entry = table.get(word.text.lower()) if word.tag[:2] in {"VB", "NN", "JJ"} else None
        if entry is None or (word.tag[:2] != "VB" and (entry.get("shape") or not _after_person(sentence, at, lexicon))):
            continue
        if _undone(sentence, at, lexicon) or (entry.get("needs") and not _weapon(sentence, at, lexicon)):
            continue
        harm = entry["harm"]
        if harm != "killed" and _fatal(sentence, at, lexicon):
            harm = "killed"
        yield at, "killed" if harm == "killed" else "injured" if harm == "injured" else "struck"


def _patients(sentence: Sentence, at: int, lexicon: Lexicon) -> Iterator[int]:
    """Whom a verb of harm is about: its object, the subject of its passive, the noun that it describes."""
    words = sentence.words
    word = words[at]
    objects = [i for i in _children(words, at, "dobj") if _low(sentence, i) not in listed(lexicon, "self")]
    own = _children(words, at, "dobj")
    if objects:
        yield from objects
    elif own:
        return
    elif _is_passive(words, at):
        subject = _subject(words, at)
        if subject is not None:
            yield subject
    elif word.tag in {"VBN", "VBD", "NN", "JJ"} or word.relation == "conj":
        joined = [i for i in _children(words, at, "conj") if words[i].pos == "VERB" and _children(words, i, "dobj")]
        if joined and word.relation != "acl":
            yield from (i for verb in joined for i in _children(words, verb, "dobj"))
        elif word.relation == "acl" and word.tag == "VBN":
            yield word.head
        elif _after_person(sentence, at, lexicon) and (sentence.zone.kind in {"title", "heading"} or word.tag == "VBN"):
            yield at - 1


def _is_passive(words: Sequence[Word], at: int) -> bool:
    """Whether a participle is passive by itself or with the verb that it is joined to: “was shot and killed”."""
    for _ in range(4):
        if _children(words, at, "auxpass", "nsubjpass"):
            return True
        if words[at].relation not in {"conj", "xcomp"} or words[at].tag not in {"VBN", "VBD"} or words[at].head == at:
            return False
        if _children(words, at, "nsubj", "dobj"):
            return False
        at = words[at].head
    return False


def _subject(words: Sequence[Word], at: int) -> int | None:
    """The subject of a verb, its own or that of the verb it goes on from; for “who” the noun before it."""
    for _ in range(5):
        own = _children(words, at, *SUBJECT)
        if own:
            if words[own[-1]].tag in {"WP", "WDT"} and words[at].relation == "relcl":
                return words[at].head
            return own[-1]
        if words[at].relation == "relcl":
            return words[at].head
        if words[at].relation == "acl" and words[at].tag in {"VBN", "VBG"}:
            return words[at].head
        if words[at].relation not in {"conj", "xcomp", "advcl"} or words[at].head == at:
            return None
        at = words[at].head
    return None


def _undone(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether it is said not to have happened, or only tried, threatened, supposed."""
    words = sentence.words
    if _children(words, at, "neg") or any(words[i].tag == "MD" for i in _children(words, at, "aux")):
        return True
    if any(words[i].text.lower() in listed(lexicon, "undone") for i in _children(words, at, "amod", "compound")):
        return True
    head = words[at].head
    governs = words[at].relation in {"xcomp", "pcomp", "ccomp", "acl"} and words[head].text.lower()
    return bool(governs and governs in listed(lexicon, "undone") and words[at].tag != "VBN")


def _fatal(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """“Fatally shot”, "shot dead", “shot to death”, "the fatal shooting"."""
    words = sentence.words
    near = range(max(0, at - 2), min(len(words), at + 4))
    fatal = listed(lexicon, "fatally")
    return any(words[i].text.lower() in fatal and (words[i].head in {at, at + 1, at + 2} or i > at) for i in near)


def _weapon(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    return any(word.text.lower() in listed(lexicon, "weapon") for word in sentence.words[at + 1 : at + 8])


def _after_person(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a person stands right before a participle: “woman killed”, "a boy shot"."""
    return at > 0 and person_at(sentence, at - 1, lexicon) is not None and sentence.words[at].tag != "VBG"


def _verb_above(words: Sequence[Word], at: int) -> int | None:
    for _ in range(6):
        if words[at].pos in {"VERB", "AUX"}:
            return at
        if words[at].head == at:
            return None
        at = words[at].head
    return None


def _children(words: Sequence[Word], at: int, *relations: str) -> list[int]:
    return [i for i, word in enumerate(words) if word.head == at and i != at and word.relation in relations]


def _low(sentence: Sentence, at: int) -> str:
    return sentence.words[at].text.lower()


RULES = (
    verb_of_harm,
    killed_himself,
    subject_of_dying,
    told_as_dead,
    suffered_a_wound,
    in_a_state,
    fate_as_a_noun,
)
