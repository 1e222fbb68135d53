"""Which sentences the parser is asked for: those in which any rule could find something.

A digit, a quotation mark, a name inside the sentence, or a word of any list that the finders use: a number word, a
reporting verb, a hedge, a word of time, a word for people. The rest is never parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from rashomon.lexicons import Lexicon
from rashomon.text import alternatives, plain
from rashomon.types import Sentence

_PLAIN_TO_SEE = re.compile(r"""\d|["]|(?<=[\w,;:)] )[^\w\s]{0,2}[A-Z]""")
_WORD = re.compile(r"\w+")
_NOT_OF_FINDERS = ("zones.", "mastheads.", "sentences.")  # lists that say nothing of what a sentence states


def calls_for_parser(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether anything in a sentence could be found with its words; false means that it is never parsed."""
    text = plain(sentence.span.text)
    if _PLAIN_TO_SEE.search(text) or not _words(lexicon).isdisjoint(_WORD.findall(text.lower())):
        return True
    return bool(_phrases(lexicon).search(text))


def _listed(lexicon: Lexicon) -> Iterator[str]:
    return chain(*(lexicon.forms(name) for name in lexicon.lists if not name.startswith(_NOT_OF_FINDERS)))


@cache
def _words(lexicon: Lexicon) -> frozenset[str]:
    """The forms that are one word."""
    return frozenset(form.lower() for form in _listed(lexicon) if _WORD.fullmatch(form))


@cache
def _phrases(lexicon: Lexicon) -> re.Pattern[str]:
    """The other forms: "at least", "no-fly zone"."""
    forms = [form for form in _listed(lexicon) if not _WORD.fullmatch(form)]
    return re.compile(rf"(?<!\w)(?:{alternatives(forms)})(?!\w)" if forms else r"(?!)", re.IGNORECASE)
