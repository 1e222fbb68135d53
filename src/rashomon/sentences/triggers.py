"""Which sentences the parser is asked for: those in which any rule could find something.

A digit, a quotation mark, a name inside the sentence, or a word of any list that the finders use: a number word, a
reporting verb, a hedge, a word of time, a word for people. The rest is never parsed.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.text import alternatives, plain
from rashomon.types import Sentence

_PLAIN_TO_SEE = re.compile(r"""\d|["]|(?<=[\w,;:)] )[^\w\s]{0,2}[A-Z]""")
_NOT_OF_FINDERS = ("zones.", "mastheads.", "sentences.")  # lists that say nothing of what a sentence states


def calls_for_parser(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether anything in a sentence could be found with its words; false means that it is never parsed."""
    text = plain(sentence.span.text)
    return bool(_PLAIN_TO_SEE.search(text) or _listed(lexicon).search(text))


@cache
def _listed(lexicon: Lexicon) -> re.Pattern[str]:
    names = [name for name in lexicon.lists if not name.startswith(_NOT_OF_FINDERS)]
    forms = [form for name in names for form in lexicon.forms(name)]
    return re.compile(rf"(?<!\w)(?:{alternatives(forms)})(?!\w)" if forms else r"(?!)", re.IGNORECASE)
