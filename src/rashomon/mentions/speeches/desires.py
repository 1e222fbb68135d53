"""What somebody means, wants, fears or promises to do: told of their mind, and not as their word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.lexicons import Lexicon
from rashomon.mentions.speeches.media import told
from rashomon.mentions.speeches.trees import children, cues, phrase, subtree, teller_of
from rashomon.types import Sentence, Speech


def intention(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The guild vowed to stay: what somebody means or promises to do.

    find: The guild plans [to stay in the square].
    skip: The guild stayed in the square.
    """
    words = sentence.words
    for at, _ in cues(sentence, lexicon, ("cues.intent",)):
        heads = [head for head in children(words, at, "xcomp") if head > at and children(words, head, "aux")]
        subject = teller_of(words, at, lexicon)
        if not heads or subject is None or children(words, at, "nsubjpass", "auxpass"):
            continue
        first, last = subtree(words, heads[0])
        found = told(sentence, at, phrase(words, subject), (max(first, at + 1), last), lexicon)
        yield replace(found, sense="held")


RULES = (intention,)
