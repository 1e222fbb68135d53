"""Account -> Weights: the words, names and figures of an account's opening, rare ones weighing more."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Account

OPENING = 1000  # characters of an account that say what it is about; the rest is background, shared by many events
TITLE = 2.0  # times that a word of the first line counts
NAME = 2.0  # times that a word counts which is written with a capital inside a sentence
STEM = 7  # letters by which "protester" and "protesters" meet

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_ANY = re.compile(r"\w+")

Weights = Mapping[str, float]


def fingerprint(account: Account) -> str:
    """The digest of an account's words alone: white space, marks and case apart, copies have the same."""
    words = " ".join(_ANY.findall(account.text.lower()))
    return hashlib.sha256(words.encode()).hexdigest()


def weights_of(accounts: Sequence[Account], lexicon: Lexicon) -> list[Weights]:
    """The features of each account with their weights, of length one together; those of one account only left out."""
    empty = frozenset(lexicon.forms("origins.function"))
    counts = [_counts(account, empty) for account in accounts]
    spread = Counter(feature for each in counts for feature in each)
    total = len(accounts)
    found: list[Weights] = []
    for each in counts:
        weights = {
            feature: (1 + math.log(count)) * (math.log((1 + total) / (1 + spread[feature])) + 1)
            for feature, count in sorted(each.items())
            if spread[feature] > 1
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        found.append({feature: weight / length for feature, weight in weights.items()})
    return found


def _counts(account: Account, empty: frozenset[str]) -> dict[str, float]:
    """How often each feature stands in the opening; the first line and names count more."""
    text = plain(account.text[:OPENING])
    counts: dict[str, float] = {}
    title = text.find("\n")
    for match in _WORD.finditer(text):
        word = match[0]
        lower = word.lower()
        if lower in empty or (len(lower) < 3 and not lower.isdigit()):
            continue
        inside = match.start() > 2 and text[match.start() - 2].isalpha()
        times = (TITLE if match.start() < title else 1.0) * (NAME if word[0].isupper() and inside else 1.0)
        counts[lower[:STEM]] = counts.get(lower[:STEM], 0.0) + times
    return counts
