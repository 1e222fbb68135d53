"""One utterance given to two speakers, and what one denies while another states it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from math import ceil

from rashomon.findings.stated import Compared, finding
from rashomon.findings.voices import words_in
from rashomon.lexicons import Lexicon
from rashomon.names import last_name, names_meet
from rashomon.text import split_words
from rashomon.types import Claim, Finding, Speech

LONG = 7  # words of a quotation that two people seldom say alike
SAME = 0.85  # of their words that are equal, in order
PERSON = "person"
SPEAKERS = frozenset({PERSON, "body"})
BESIDE = 40  # characters between a quotation and the name of its speaker
AROUND = 300  # characters about a quotation in which others are named
SHARED = 4  # words that a denial and a statement share at least, small words apart
MOST = 0.6  # of the shorter one's words


def two_speakers(compared: Compared) -> Iterator[Finding]:
    """“The lock will not open this year”: the mayor's words in one account, the harbour master's in another.

    Only of persons named beside their words, and not where either account names the other's speaker near them too.

    find: [“The old lock will not open again this year,”|check=speaker; severity=note] said Mara Quill. // [“The old lock will not open again this year,”|check=speaker] said Orlen Vask.
    skip: “The old lock will not open again this year,” said Mara Quill. // “The old lock will not open again this year,” said Quill.
    skip: “The old lock will not open again this year,” said Mara Quill. // “The old lock will not open again this year,” the mayor said.
    """  # noqa: E501
    quotes = [
        claim
        for reading in compared.readings
        for claim in reading.quotes
        if len(words_in(claim)) >= LONG and _is_named_beside(claim)
    ]
    for left, right in _with_like_words([words_in(claim) for claim in quotes]):
        one, other = quotes[left], quotes[right]
        if one.account == other.account or not (one.speaker and other.speaker) or _told_of_both(one, other):
            continue
        matcher = SequenceMatcher(None, words_in(one), words_in(other), autojunk=False)
        if matcher.quick_ratio() >= SAME and matcher.ratio() >= SAME:
            arithmetic = f"the same words are {one.speaker.name}'s and {other.speaker.name}'s"
            yield finding("speaker", "note", arithmetic, [one.span, other.span])


def _with_like_words(said: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Every two utterances that may have `SAME` of their words in common, by their places.

    Of such two each has few words that the other lacks, so that both have one of their rarest words.
    """
    often = Counter(word for words in said for word in words)
    holders: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, words in enumerate(said):
        seen: Counter[str] = Counter()
        rarest = []
        for word in sorted(words, key=lambda word: (often[word], word)):
            seen[word] += 1
            rarest.append((word, seen[word]))
        least = ceil(len(words) * SAME / (2 - SAME))  # of its words that are equal, if the other is as short as may be
        for token in rarest[: len(words) - least + 1]:
            holders[token].append(place)
    return sorted({pair for places in holders.values() for pair in combinations(places, 2)})


def _is_named_beside(claim: Claim) -> bool:
    """Whether the speaker is a person named right beside the words, by a verb of telling."""
    speaker, quote = claim.speaker, claim.mention
    if speaker is None or speaker.kind != PERSON or speaker.span is None or claim.cue is None:
        return False
    named = last_name(speaker.name) == last_name(speaker.span.text) and speaker.span.text.split()[-1][:1].isupper()
    gap = max(speaker.span.start - quote.span.end, quote.span.start - speaker.span.end)
    return named and gap <= BESIDE


def _told_of_both(one: Claim, other: Claim) -> bool:
    """Whether either account names both speakers about the words."""
    for here, there in ((one, other), (other, one)):
        if here.speaker is None or there.speaker is None:
            return True
        around = here.account.text[max(0, here.span.start - AROUND) : here.span.end + AROUND].lower()
        if last_name(there.speaker.name) in around:
            return True
    return False


def _one_voice(one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    """Whether any of those named behind one utterance is named behind the other."""
    ours, theirs = ([link.name for link in claim.attribution if link.kind in SPEAKERS] for claim in (one, other))
    return any(
        names_meet(name, known, lexicon) or last_name(name) == last_name(known) for name in ours for known in theirs
    )


def stated_and_denied(compared: Compared) -> Iterator[Finding]:
    """A monitor says that jets struck the mill; the ministry denies that its jets struck it.

    find: The monitor said [that army jets had struck the mill in Teshar|check=denial; severity=note]. // The ministry denied [that army jets had struck the mill in Teshar|check=denial].
    skip: The monitor said that army jets had struck the mill in Teshar. // The ministry denied that the road was shut.
    """  # noqa: E501
    speeches = [claim for reading in compared.readings for claim in reading.speeches if claim.speaker]
    denied = [
        claim for claim in speeches if claim.stance == "denied" and claim.cue and _is_statement(claim, compared.lexicon)
    ]
    stated = [claim for claim in speeches if claim.stance in {"asserted", "hedged"}]
    for no in denied:
        words = _told(no, compared.lexicon)
        for yes in stated:
            theirs = _told(yes, compared.lexicon)
            shared, fewer = words & theirs, min(len(words), len(theirs))
            if len(shared) < SHARED or len(shared) < MOST * fewer or _one_voice(no, yes, compared.lexicon):
                continue
            arithmetic = f"{_name(yes)} says so, {_name(no)} denies it: {', '.join(sorted(shared))}"
            yield finding("denial", "note", arithmetic, [yes.span, no.span])
            break


def _is_statement(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether what is denied is a statement ("that …"), no motion, request or visa."""
    return split_words(claim.span.text)[:1] in {(word,) for word in lexicon.forms("findings.that")}


def _name(claim: Claim) -> str:
    return claim.speaker.name if claim.speaker else ""


def _told(claim: Claim, lexicon: Lexicon) -> frozenset[str]:
    """The words of a reported content that carry meaning."""
    empty = lexicon.by_form("origins.function")
    speech = claim.mention
    pieces = speech.pieces if isinstance(speech, Speech) and speech.pieces else (claim.span,)
    return frozenset(word for piece in pieces for word in split_words(piece.text) if word not in empty)


RULES = (two_speakers, stated_and_denied)
