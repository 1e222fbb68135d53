"""Quoted words, and the offices of those who speak them, that change between two accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from rashomon.findings.stated import Compared, any_of, finding
from rashomon.lexicons import Lexicon
from rashomon.names import last_name
from rashomon.text import plain, split_words
from rashomon.types import Claim, Finding, Quote, Reading, Span

RUN = 3  # words in a row that make two quotations one utterance, where the speaker is one
ALIKE = 0.5  # of the shorter quotation that is equal, in order
CUT = 3  # words that a fragment must leave out to be one
LONG = 9  # letters of a word that is a fragment by itself; shorter ones are anybody's
PERSON = "person"
HEAD = frozenset({"title", "heading"})
SPELT = 0.75  # of two words' letters that are equal where they are one name


def quotation_drift(compared: Compared) -> Iterator[Finding]:
    """One account quotes “the lock will stay closed”, another “the lock will be closed”, of one speaker.

    find: Mara Quill said: [“The old lock will stay closed until the water falls.”|check=quotation; severity=note] // Mara Quill said: [“The old lock will stay shut until the water falls.”|check=quotation]
    skip: Mara Quill said: “The old lock will stay closed until the water falls.” // Mara Quill said: “We have asked for bread and blankets.”
    """  # noqa: E501
    quotes = [claim for reading in compared.readings for claim in reading.quotes if claim.speaker]
    for at, one in enumerate(quotes):
        for other in quotes[at + 1 :]:
            if one.account != other.account and one.speaker and other.speaker:
                if last_name(one.speaker.name) != last_name(other.speaker.name):
                    continue
                changes = _changes(one, other)
                if changes:
                    yield finding(
                        "quotation", "note", f"one utterance, two wordings: {changes}", [one.span, other.span]
                    )


def quotation_cut(compared: Compared) -> Iterator[Finding]:
    """“I hope to be wrong, but it looks arranged and coordinated” in one account is “arranged” in another.

    Told only where the words left out are those by which the speaker draws back.

    find: Mara Quill said: [“I hope to be wrong, but this fire was orchestrated and coordinated.”|check=quotation; severity=note] // Mara Quill said the fire was [“orchestrated”|check=quotation].
    skip: Mara Quill said: “I hope to be wrong, but this fire was orchestrated and coordinated.” // Orlen Vask said the fire was “orchestrated”.
    """  # noqa: E501
    by_name: dict[str, list[Claim]] = {}
    for reading in compared.readings:
        for claim in reading.quotes:
            if claim.speaker and claim.speaker.kind == PERSON and claim.mention.zone not in HEAD:
                by_name.setdefault(last_name(claim.speaker.name), []).append(claim)
    for quotes in by_name.values():
        for short in quotes:
            words = words_in(short)
            whole = [
                long
                for long in quotes
                if long.account != short.account
                and len(words_in(long)) >= len(words) + CUT
                and holds(words_in(long), words)
            ]
            hedge = _hedge(whole[0], words, compared.lexicon) if len(whole) == 1 else ""
            telling = len(words) >= RUN or any(len(word) >= LONG for word in words)
            if hedge and telling and not _hedge(short, words, compared.lexicon):
                arithmetic = (
                    f"{short.span.text} alone, {len(words)} of the {len(words_in(whole[0]))} words quoted in "
                    f"{whole[0].account.name}; left out with the rest: “{hedge}”"
                )
                yield finding("quotation", "note", arithmetic, [whole[0].span, short.span])


def _hedge(claim: Claim, words: tuple[str, ...], lexicon: Lexicon) -> str:
    """By what words the speaker draws back in the sentence of a quotation that has these words."""
    for sentence in re.split(r"(?<=[.!?])\s", plain(claim.span.text)):
        match = re.search(rf"\b{any_of('drawing_back', lexicon)}\b", sentence, re.IGNORECASE)
        if match and holds(split_words(sentence), words):
            return match[0]
    return ""


def holds(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether words stand in a row among others."""
    return any(words[at : at + len(others)] == others for at in range(len(words) - len(others) + 1))


def other_office(compared: Compared) -> Iterator[Finding]:
    """Director of the harbour's lock committee in one account, director of the town's lock committee in another.

    find: “It is closed,” said Orlen Vask, [the director of the harbour lock committee|check=office; severity=note]. // Orlen Vask, [director of the Teshar lock committee|check=office], said it was closed.
    skip: “It is closed,” said Orlen Vask, the director of the lock committee. // Orlen Vask, director of the Teshar lock committee, said it was closed.
    """  # noqa: E501
    held = [(name, span) for reading in compared.readings for name, span in _offices(reading, compared.lexicon)]
    for at, (name, one) in enumerate(held):
        for other_name, other in held[at + 1 :]:
            if one.account == other.account or last_name(name) != last_name(other_name):
                continue
            left, right = _words_of_office(one, compared.lexicon), _words_of_office(other, compared.lexicon)
            shared, within = {*left[1:]} & {*right[1:]}, {*left} <= {*right} or {*right} <= {*left}
            if left[:1] == right[:1] and shared and not within and not _shortened(one, other):
                arithmetic = f"{name} is “{_line(one)}” and “{_line(other)}”"
                yield finding("office", "note", arithmetic, [one, other])


def _offices(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[str, Span]]:
    """What follows a person's name between commas: "Orlen Vask, director of the lock committee,"."""
    text = plain(reading.account.text)
    of = any_of("office_of", lexicon)
    office = re.compile(rf",\s+(?!\d|{any_of('some_of', lexicon)}\b)((?:\w+\s+)?[\w-]+\s+{of}\s+[^,.;:\n\"]{{3,80}})")
    for actor in reading.actors:
        match = office.match(text, actor.span.end) if actor.kind == PERSON else None
        if match and " " in actor.name:
            yield actor.name, reading.account.span(match.start(1), match.end(1))


def _shortened(one: Span, other: Span) -> bool:
    """Whether one of two offices writes a name by its capitals: "UCS", "Union of Concerned Scientists"."""
    return any(re.search(r"\b[A-Z]{2,}", span.text) for span in (one, other))


def _words_of_office(span: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of an office that tell it from others, the post first."""
    empty = lexicon.by_form("origins.function")
    return tuple(word.removesuffix("s") for word in split_words(span.text) if word not in empty)


def _line(span: Span) -> str:
    return " ".join(span.text.split())


def _changes(one: Claim, other: Claim) -> str:
    """The words that differ inside one utterance, empty where nothing does or it is none."""
    left, right = words_in(one), words_in(other)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    blocks = matcher.get_matching_blocks()
    equal = sum(block.size for block in blocks)
    if max(block.size for block in blocks) < RUN or equal < ALIKE * min(len(left), len(right)):
        return ""
    first, last = blocks[0], blocks[-2]
    inside = [
        f"“{' '.join(left[a:a_end])}” / “{' '.join(right[b:b_end])}”"
        for kind, a, a_end, b, b_end in matcher.get_opcodes()
        if kind != "equal"
        and a >= first.a
        and a_end <= last.a + last.size
        and b >= first.b
        and b_end <= last.b + last.size
        and not _spelling(left[a:a_end], right[b:b_end])
    ]
    return "; ".join(inside)


def _spelling(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two stretches are one word spelt in two ways, as names in translation are."""
    return len(left) == len(right) == 1 and SequenceMatcher(None, left[0], right[0]).ratio() >= SPELT


def words_in(claim: Claim) -> tuple[str, ...]:
    """The words of an utterance, without its marks."""
    mention = claim.mention
    return split_words(mention.content.text if isinstance(mention, Quote) else mention.span.text)


RULES = (quotation_drift, quotation_cut, other_office)
