"""Text that two accounts have in common: a whole report, or a sentence and more."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.origins.pairs import Pair, said_words
from rashomon.origins.runs import Passage
from rashomon.types import Copy, Span

HALF = 0.5  # of the shorter account's words
ENOUGH = 14  # equal words outside quotations that are no names: a sentence of a report
ENOUGH_IN_ONE = 12  # the same, where they stand in one long run
ONE_RUN = 8  # words without a break; fewer come of writing about the same thing
LONG_RUN = 13  # words without a break that nobody writes twice
DENSE = 0.5  # of the shorter side of a passage that must be equal


def republication(pair: Pair) -> Iterator[Copy]:
    """Half of the shorter report or more stands in the other, word for word or lightly edited.

    find: {2031-05-02 The Harbour Post} [A ferry with forty people on board ran onto a sandbank near the old lighthouse before dawn. Rescue boats took everyone ashore within two hours and nobody was hurt, the harbour office said|kind=republication]. // {2031-05-02 Teshar Daily} [A ferry with forty people on board ran onto a sandbank near the old lighthouse before dawn. Rescue boats took everybody ashore within two hours and nobody was hurt, the harbour office said]. More will follow.
    skip: A ferry ran onto a sandbank near the old lighthouse before dawn on Monday. // Rescue boats took forty people ashore from a ferry that had met a sandbank.
    """  # noqa: E501
    copied = [passage for passage in pair.passages if is_copied(pair, passage)]
    if not copied or any(not _sized(pair, side) for side in (0, 1)):
        return
    shorter = min(len(pair.left.words.texts), len(pair.right.words.texts))
    matched = sum(passage.matched for passage in pair.passages if passage.longest >= ONE_RUN)
    if matched < HALF * shorter:
        return
    left, right = _ends(pair, copied)
    yield Copy(
        kind="republication",
        left=left,
        right=right,
        reason=f"{matched} of the {shorter} words of the shorter text stand in the other in the same order, "
        f"{max(passage.longest for passage in copied)} of them in a row",
    )


def passage(pair: Pair) -> Iterator[Copy]:
    """A sentence or more stands in both, nearly word for word and outside a quotation.

    find: Rain fell all week. [The harbour office opened the old lock for the first time in nine years to let the water out of the lower town|kind=passage]. Schools stayed shut. Farmers moved their cattle to the hills and waited for news from the valley. Shops ran out of bread by noon on the second day. // People were angry, said the mayor of Port Edran, who had asked for help on Monday already. [The harbour office opened the old lock for the first time in nine years to let the water out of the upper town]. It is not known when trains will run again, and no bus has come.
    skip: "We opened the old lock for the first time in nine years to let the water out of the lower town," said the harbour master. Schools stayed shut. Farmers moved their cattle. // The harbour master spoke at noon. "We opened the old lock for the first time in nine years to let the water out of the lower town," he said.
    """  # noqa: E501
    for each in pair.passages:
        if is_copied(pair, each):
            yield Copy(
                kind="passage",
                left=pair.left.words.span(*each.left),
                right=pair.right.words.span(*each.right),
                reason=f"{each.matched} words the same in the same order, {each.longest} of them in a row",
            )


def is_copied(pair: Pair, each: Passage) -> bool:
    """Whether a passage has more in common than two reports of one event, or of one quotation, may have."""
    said = said_words(pair, each)
    shorter = min(each.left[1] - each.left[0], each.right[1] - each.right[0])
    if each.matched < DENSE * shorter:
        return False
    return (said >= ENOUGH and each.longest >= ONE_RUN) or (said >= ENOUGH_IN_ONE and each.longest >= LONG_RUN)


def _sized(pair: Pair, side: int) -> bool:
    """Whether an account is long enough to be called a report; a headline alone is not."""
    return len((pair.left, pair.right)[side].words.texts) >= 2 * ONE_RUN


def _ends(pair: Pair, copied: list[Passage]) -> tuple[Span, Span]:
    """From the first copied passage to the last, in each account."""
    left = pair.left.words.span(min(p.left[0] for p in copied), max(p.left[1] for p in copied))
    right = pair.right.words.span(min(p.right[0] for p in copied), max(p.right[1] for p in copied))
    return left, right


RULES = (republication, passage)
