"""Same-length views of a text, in which every offset stays true.

The parser and the grammars want "don't" with a straight mark and a plain space after "10"; the account has
“don’t” and a no-break space. A view exchanges single characters for single characters, so that a place found
in the view is the same place in the account.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PLAIN = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'", "\u02bc": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"', "\u2033": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ",
        "\u2008": " ", "\t": " ", "\u200b": " ", "\ufeff": " ",
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    }
)  # fmt: skip


def plain(text: str) -> str:
    """The text with typographic marks, odd spaces and other digits exchanged for their ASCII look-alikes.

    Same length, so every offset holds in both.
    """
    return text.translate(_PLAIN)


def alternatives(forms: Iterable[str]) -> str:
    """The forms as one pattern, longest first, so that "close to" is tried before "close"."""
    return "|".join(re.escape(form) for form in sorted(set(forms), key=lambda form: (-len(form), form)))


WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:'[^\W_]+)*")
_MARKS = str.maketrans("", "", "',.")


def bare(word: str) -> str:
    """A word without marks and case: "Syria's" and "5,000" stand elsewhere as "Syrias" and "5000"."""
    return word.lower().translate(_MARKS)


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text as accounts are compared by them."""
    return tuple(bare(match[0]) for match in WORD.finditer(plain(text)))
