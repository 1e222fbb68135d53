"""A share and the rest of it, said of two different things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rashomon.findings.deeds import verb_above
from rashomon.findings.stated import any_of, finding, percent, stated_in
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Finding, Reading

WHOLE = (Decimal("0.97"), Decimal("1.03"))  # that two shares make together
TELLING = frozenset({"VERB", "AUX"})  # "were fighters" is told by the auxiliary
OPENING = 40  # characters of a sentence in which it is told to say the same in other words


def rest_said_of_another_thing(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """“A third were fighters. In other words, two thirds chose the mayor”: who is not counted has not chosen.

    find: [About 1/3|check=share_of_total; severity=note] of the town's people were fighters or their kin. In other words, [over two thirds|check=share_of_total] of the town chose the mayor.
    skip: About 1/3 of the town's people were fighters or their kin. In May, over two thirds of the town chose the mayor.
    """  # noqa: E501
    shares = [one for one in stated_in(reading, lexicon) if one.figure.dimension == "share" and one.point]
    for one, other in pairwise(shares):
        together = one.point + other.point
        if other.sentence != one.sentence + 1 or not WHOLE[0] <= together <= WHOLE[1]:
            continue
        first, second = reading.sentences[one.sentence], reading.sentences[other.sentence]
        opening = plain(second.span.text)[:OPENING]
        if not re.match(any_of("in_other_words", lexicon), opening, re.IGNORECASE):
            continue
        verbs = [verb_above(side.words, share.span, TELLING) for side, share in ((first, one), (second, other))]
        if verbs[0] and verbs[1] and verbs[0].lemma != verbs[1].lemma:
            arithmetic = (
                f"{one.text} and {other.text} make a whole of {percent(together)}; the one is told by "
                f"“{verbs[0].text}”, the rest of it by “{verbs[1].text}”"
            )
            yield finding("share_of_total", "note", arithmetic, [one.span, other.span])


RULES = (rest_said_of_another_thing,)
