"""A share and the rest of it, said of two different things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rashomon.findings.stated import any_of, finding, percent, stated_in
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Finding, Reading, Sentence, Span, Word

WHOLE = (Decimal("0.97"), Decimal("1.03"))  # that two shares make together
OPENING = 40  # characters of a sentence in which it is told to say the same in other words


def rest_said_of_another_thing(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """“A third were fighters. In other words, two thirds chose the mayor”: who is not counted has not chosen.

    find: [About 1/3|check=share_of_total; severity=note] of the town's people were fighters or their kin. In other words, [over two thirds|check=share_of_total] of the town chose the mayor.
    skip: About 1/3 of the town's people were fighters or their kin. In May, over two thirds of the town chose the mayor.
    """  # noqa: E501
    shares = [one for one in stated_in(reading, lexicon) if one.figure.dimension == "share" and one.figure.point]
    for one, other in pairwise(shares):
        if other.sentence != one.sentence + 1 or one.figure.point is None or other.figure.point is None:
            continue
        together = one.figure.point + other.figure.point
        first, second = reading.sentences[one.sentence], reading.sentences[other.sentence]
        opening = plain(second.span.text)[:OPENING]
        if not (
            WHOLE[0] <= together <= WHOLE[1] and re.match(any_of("in_other_words", lexicon), opening, re.IGNORECASE)
        ):
            continue
        verbs = _verb(first, one.span), _verb(second, other.span)
        if verbs[0] and verbs[1] and verbs[0].lemma != verbs[1].lemma:
            arithmetic = (
                f"{one.text} and {other.text} make a whole of {percent(together)}; the one is told by "
                f"“{verbs[0].text}”, the rest of it by “{verbs[1].text}”"
            )
            yield finding("share_of_total", "note", arithmetic, [one.span, other.span])


def _verb(sentence: Sentence, span: Span) -> Word | None:
    """The nearest verb above the last word of some characters, an auxiliary where it stands for one."""
    words = sentence.words
    at = max((n for n, word in enumerate(words) if span.start <= word.start < span.end), default=None)
    seen: set[int] = set()
    while at is not None and at not in seen:
        seen.add(at)
        if words[at].pos in {"VERB", "AUX"}:
            return words[at]
        at = words[at].head
    return None


RULES = (rest_said_of_another_thing,)
