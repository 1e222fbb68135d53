"""The title before a name as a mention of its own: "Harbour Minister" of "Harbour Minister Ana Bel"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.lexicons import Lexicon
from rashomon.mentions.actors.candidates import Candidate
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
    offices = lexicon.lowered("titles.role") | lexicon.lowered("actors.person")
    places = {word.start: at for at, word in enumerate(words)}
    for candidate in here:
        last = places.get(candidate.span.start, 0) - 1
        if candidate.kind != "person" or not candidate.named or last < 0 or words[last].text.lower() not in offices:
            continue
        first = last
        while first > 0 and last - first < LONGEST and (more := _of_title(words, first, offices, lexicon)):
            first -= more
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


def _of_title(words: Sequence[Word], first: int, offices: frozenset[str], lexicon: Lexicon) -> int:
    """How many words right before are of the title: an office, what stands beside one, a country."""
    word = words[first - 1]
    if word.text.lower() in offices or word.text.lower() in lexicon.lowered("actors.of_title"):
        return 1
    for more in (2, 1):
        country = " ".join(one.text for one in words[max(0, first - more) : first])
        if word.text[:1].isupper() and word.pos in {"PROPN", "ADJ"} and country_of(country, lexicon) is not None:
            return min(more, first)
    return 0


RULES = (title_of_name,)
