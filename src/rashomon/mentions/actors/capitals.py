"""A capital that stands for its government: "Baghdad shut the port", "talks between Baghdad and Lima"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.lexicons.gazetteer import capitals
from rashomon.mentions.actors.candidates import Candidate
from rashomon.types import Sentence, Word

OBJECTS = {"dobj", "ccomp", "xcomp"}  # what a verb has that is done by somebody: "shut the port", "agreed to wait"
Test = Callable[[Sequence[Word], int, Lexicon], bool]


def capital_that_speaks(sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """Baghdad denied it: the capital that says, thinks or means something is its country.

    find: At noon [Baghdad|kind=body; actor=Iraq] denied that the port was shut.
    skip: The boats left [Baghdad] at noon.
    """
    yield from _where(_speaks, sentence, lexicon)


def capital_that_acts(sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """Baghdad shut the port: a capital that does something to somebody is its country; one that suffers is a town.

    find: In spring [Baghdad|kind=body; actor=Iraq] imposed a toll on the boats.
    skip: In spring [Baghdad] saw the worst flood of the century.
    """
    yield from _where(_acts, sentence, lexicon)


def capital_dealt_with(sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """Talks with Baghdad, sanctions on Baghdad: whom one deals with or presses is the country.

    find: The harbour town signed a treaty with [Baghdad|kind=body; actor=Iraq] at noon.
    find: The council called for sanctions on [Baghdad|kind=body; actor=Iraq] at noon.
    find: The council urged [Baghdad|kind=body; actor=Iraq] to open the port.
    skip: The rain on [Baghdad] stopped at noon.
    skip: They sailed from [Baghdad] at noon.
    """
    yield from _where(_dealt_with, sentence, lexicon)


def capital_that_owns(sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """Baghdad's policy: what only a government has makes the capital its country; a town has streets.

    find: The council praised [Baghdad|kind=body; actor=Iraq]'s decision to open the port.
    skip: They swept [Baghdad]'s streets at noon.
    """
    yield from _where(_owns, sentence, lexicon)


def _where(test: Test, sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    words = sentence.words
    for at, word in enumerate(words):
        if word.text not in seats(lexicon) or (at > 0 and words[at - 1].pos == "PROPN") or _goes_on(words, at):
            continue
        if any(test(words, one, lexicon) for one in _joined(words, at)):
            yield Candidate(
                span=sentence.span.account.span(word.start, word.end),
                sentence=sentence,
                kind="body",
                named=True,
                head=word.text,
            )


def names_seat(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether any capital stands in a sentence; in most none does, and no rule for them is asked."""
    return not seats(lexicon).keys().isdisjoint([word.text for word in sentence.words])


@cache
def seats(lexicon: Lexicon) -> dict[str, str]:
    """Each capital and whom it stands for: its country, but "Brussels" for the union that meets there."""
    found = {name: country.name for name, country in capitals(lexicon.language).items()}
    for entry in lexicon.entries("actors.capital"):
        found |= dict.fromkeys(entry.forms, entry["name"])
    return found


def _goes_on(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].pos == "PROPN" and words[at].relation == "compound"


def _joined(words: Sequence[Word], at: int) -> list[int]:
    """The word itself and, in "Baghdad, Lima and Quito", the first of the list."""
    found = [at]
    while words[found[-1]].relation == "conj" and words[found[-1]].head < found[-1]:
        found.append(words[found[-1]].head)
    return found[-1:] if len(found) > 1 and words[found[-1]].pos == "PROPN" else found[:1]


def _speaks(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    verb = words[words[at].head].text.lower()
    lists = ("cues.say", "cues.judge", "cues.belief", "cues.intent")
    return words[at].relation == "nsubj" and any(verb in lexicon.by_form(name) for name in lists)


def _acts(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    verb = words[at].head
    if words[at].relation != "nsubj" or words[verb].pos != "VERB":
        return False
    if words[verb].lemma.lower() in lexicon.lowered("actors.undergo"):
        return False
    return any(word.head == verb and word.relation in OBJECTS for word in words)


def _dealt_with(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    word, head = words[at], words[words[at].head]
    if word.relation == "dobj":
        return head.lemma.lower() in lexicon.lowered("actors.press")
    if word.relation != "pobj":
        return False
    if head.text.lower() in lexicon.lowered("actors.dealing") or head.relation == "agent":
        return True
    above = words[head.head].text.lower()
    return head.text.lower() in lexicon.lowered("actors.upon") and above in lexicon.lowered("actors.pressure")


def _owns(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    return words[at].relation == "poss" and words[words[at].head].lemma.lower() in lexicon.lowered("actors.policy")


RULES = (capital_that_speaks, capital_that_acts, capital_dealt_with, capital_that_owns)
