"""Which quotations are one utterance: broken by its cue, or carried on after it without a new speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.lexicons import Lexicon
from rashomon.types import Quote

LONGEST_GAP = 140  # characters; a cue with its speaker, title and place is shorter
LONGEST_SENTENCE = 320  # characters; a cue with all that is told of its speaker up to the stop
LONGEST_ASIDE = 640  # characters of the captions and boxes that may stand inside a quotation of several paragraphs
NEAR = 4  # words after a quotation, among which its cue stands: "said Ana Bel", "the old ferryman said"
_STOP = re.compile(r"[.!?](?=\s)")
_WORD = re.compile(r"\w+")


def _cues(text: str, lexicon: Lexicon) -> int:
    """How many words of saying a stretch of text holds."""
    say = lexicon.lowered("cues.say")
    return sum(word[0].lower() in say for word in _WORD.finditer(text))


def number(quotes: Sequence[Quote], lexicon: Lexicon) -> tuple[Quote, ...]:
    """The quotations with the number of their utterance, in the order of the text; scare quotes have none."""
    numbered: list[Quote] = []
    last: Quote | None = None
    count = 0
    for quote in quotes:
        if quote.kind == "scare":
            numbered.append(quote)
            continue
        if last is None or not _goes_on(last, quote, lexicon):
            count += 1
        last = replace(quote, utterance=count)
        numbered.append(last)
    return tuple(numbered)


def _goes_on(left: Quote, right: Quote, lexicon: Lexicon) -> bool:
    """Whether the right quotation is more of the left one: broken by a cue, carried on after it, or next to it."""
    text = left.account.text
    gap = text[left.span.end : right.span.start]
    if left.kind not in {"direct", "block"} or right.kind == "block" or len(gap) > LONGEST_ASIDE:
        return False
    if left.content.end == left.span.end and gap.endswith("\n"):
        return True  # a quotation is left open where the next paragraph of it follows, after a caption or two
    if len(gap) > LONGEST_SENTENCE:
        return False
    own = _has_cue_of_its_own(right, lexicon)
    if not gap.strip():
        return left.content.end == left.span.end or not (own and _introduced(left, lexicon))
    if gap.rstrip().endswith(":"):
        return False
    stops = len(_STOP.findall(gap + " "))
    broken = stops == 0 and "\n" not in gap and len(gap) <= LONGEST_GAP and _cues(gap, lexicon) == 1
    carried = gap.rstrip().endswith(".") and stops == 1 and _begins_with_cue(gap, lexicon)
    return broken or (carried and not own)


def _begins_with_cue(gap: str, lexicon: Lexicon) -> bool:
    """Whether the words after a quotation are its cue and speaker, and no new sentence or clause with a second cue."""
    if len(gap) <= LONGEST_GAP and _cues(gap, lexicon) == 1:
        return True
    opening = [word[0].lower() for word in _WORD.finditer(gap)][:NEAR]
    return "\n" not in gap and any(word in lexicon.lowered("cues.say") for word in opening)


def _introduced(quote: Quote, lexicon: Lexicon) -> bool:
    """Whether the paragraph of a quotation names its speaker before it."""
    text = quote.account.text
    before = text[max(0, quote.span.start - LONGEST_GAP) : quote.span.start]
    return _cues(before.rpartition("\n")[2], lexicon) > 0


def _has_cue_of_its_own(quote: Quote, lexicon: Lexicon) -> bool:
    """Whether the words after a quotation, up to the end of its sentence, name a speaker again."""
    text = quote.account.text
    if (
        text[max(quote.span.start, quote.span.end - LONGEST_GAP) : quote.span.end]
        .rstrip("\"”’'")
        .endswith((".", "!", "?"))
    ):
        return False
    after = text[quote.span.end : quote.span.end + LONGEST_GAP].split("\n")[0]
    stop = _STOP.search(after)
    return _cues(after[: stop.end()] if stop else after, lexicon) > 0
