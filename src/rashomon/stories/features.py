"""Account -> Weights: the words, names, figures and pairs of words of an account, rare ones weighing more."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Account

OPENING = 1000  # characters of an account that say what it is about
READ = 4000  # characters that are looked at; after the opening comes background, shared by many events
BACKGROUND = 0.3  # times that a word counts after the opening
TITLE = 2.0  # times that a word of the first line counts
LONGEST = 250  # characters of a first line that is a title
NAME = 2.0  # times that a word counts which is written with a capital inside a sentence
FEW = 3  # accounts, among which what one alone says still counts half
STEM = 7  # letters by which "protester" and "protesters" meet

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_ANY = re.compile(r"\w+")

Weights = Mapping[str, float]


def fingerprint(account: Account) -> str:
    """The digest of an account's words alone: white space, marks and case apart, copies have the same."""
    words = " ".join(_ANY.findall(account.text.lower()))
    return hashlib.sha256(words.encode()).hexdigest()


def weights_of(accounts: Sequence[Account], lexicon: Lexicon) -> list[Weights]:
    """The features of each account with their weights, of length one together; those of one account only left out.

    Among many accounts what one alone says tells nothing of its story. Of a few it is most of what tells them apart
    (two accounts of a mill and a ferry share "fire"), so there it takes its part of the length.
    """
    empty = frozenset(lexicon.forms("origins.function"))
    counts = [_counts(account, empty) for account in accounts]
    spread = Counter(feature for each in counts for feature in each)
    total = len(accounts)
    alone = FEW / (FEW + total)
    found: list[Weights] = []
    for each in counts:
        weights = {
            feature: (1 + math.log(count) if count > 1 else count) * (math.log((1 + total) / (1 + spread[feature])) + 1)
            for feature, count in sorted(each.items())
        }
        squares = (weight * weight * (1 if spread[of] > 1 else alone) for of, weight in weights.items())
        length = math.sqrt(sum(squares)) or 1.0
        found.append({feature: weight / length for feature, weight in weights.items() if spread[feature] > 1})
    return found


def _counts(account: Account, empty: frozenset[str]) -> dict[str, float]:
    """How often each word, and each two words side by side, stand in an account; title and names count more."""
    text = plain(_text(account))
    counts: dict[str, float] = {}
    line = text.find("\n")
    title = line if line <= LONGEST else 0
    last = ""
    for match in _WORD.finditer(text):
        word = match[0]
        stem = word.lower()[:STEM]
        if word.lower() in empty or (len(word) < 3 and not word.isdigit()):
            last = ""
            continue
        name = word[0].isupper() and match.start() > 2 and text[match.start() - 2].isalpha()
        place = BACKGROUND if match.start() > OPENING else 1.0
        times = TITLE if match.start() < title else NAME if name else 1.0
        counts[stem] = counts.get(stem, 0.0) + times * place
        if last:
            pair = f"{last} {stem}"
            counts[pair] = counts.get(pair, 0.0) + place
        last = stem
    return counts


def _text(account: Account) -> str:
    """What is read of an account, under its title where only a sidecar states it."""
    title = account.title or ""
    return (account.text if title in account.text else f"{title}\n{account.text}")[:READ]
