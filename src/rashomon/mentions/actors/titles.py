"""The title before a name as a mention of its own: "Harbour Minister" of "Harbour Minister Ana Bel"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.lexicons import Lexicon
from rashomon.mentions.actors.candidates import Candidate
from rashomon.mentions.actors.names import words_of
from rashomon.names import country_of
from rashomon.types import Sentence, Word, rule_name

LONGEST = 6  # words of a title


def title_of_name(here: Sequence[Candidate], sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """Iraqi President Ana Bel: what stands before a name is one more name for its bearer, loaded or not.

    find: On Monday [Iraqi President|kind=person; actor=Ana Bel] Ana Bel spoke to the crews.
    find: On Monday [Iraqi dictator|kind=person; actor=Ana Bel] Ana Bel spoke to the crews.
    skip: On Monday [Mrs.] Ana Bel spoke to the crews.
    """
    words = sentence.words
    offices = words_of(lexicon, "titles.role") | words_of(lexicon, "actors.person")
    places = {word.start: at for at, word in enumerate(words)}
    for candidate in here:
        last = places.get(candidate.span.start, 0) - 1
        if candidate.kind != "person" or not candidate.named or last < 0 or words[last].text.lower() not in offices:
            continue
        first = last
        while first > 0 and last - first < LONGEST and _of_title(words[first - 1], offices, lexicon):
            first -= 1
        span = sentence.span.account.span(words[first].start, words[last].end)
        if not any(other.span.meets(span) for other in here):
            yield Candidate(
                span=span,
                sentence=sentence,
                kind="person",
                named=False,
                head=words[last].text.lower(),
                rule=rule_name(title_of_name),
            )


def _of_title(word: Word, offices: frozenset[str], lexicon: Lexicon) -> bool:
    lowered = word.text.lower()
    if lowered in offices or lowered in words_of(lexicon, "actors.of_title"):
        return True
    return word.text[:1].isupper() and word.pos in {"PROPN", "ADJ"} and country_of(word.text, lexicon) is not None


RULES = (title_of_name,)
