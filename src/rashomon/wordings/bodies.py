"""One name for each body of a case: acronyms by their initials, parts by the only whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.names import initials
from rashomon.wordings.called import WORD, Called
from rashomon.wordings.people import only


def body_names(called: Sequence[Called], lexicon: Lexicon) -> dict[str, str]:
    """Each form of a body's name under its fullest form, capitals or not."""
    counted = Counter(one.text for one in called)
    usual: dict[str, str] = {}
    for text in sorted(counted, key=lambda text: (-counted[text], text)):
        usual.setdefault(_plain(text), text)
    short = {_plain(form): entry["name"] for entry in lexicon.entries("actors.acronym") for form in entry.forms}
    by_initials: dict[str, set[str]] = defaultdict(set)
    by_word: dict[str, set[str]] = defaultdict(set)
    words = {text: frozenset(word.lower() for word in WORD.findall(text)) for text in counted}
    for text in usual.values():
        if len(words[text]) > 1:
            by_initials[initials(text)].add(text)
            for word in words[text]:
                by_word[word].add(text)
    names: dict[str, str] = {}
    for text in sorted(counted):
        letters = text.replace(".", "")
        wholes = by_initials.get(letters.lower(), set()) if letters.isupper() else set()
        if letters.lower() in short:
            names[text] = short[letters.lower()]
        elif len(words[text]) <= 1 or (letters.isupper() and letters.isalpha()):
            names[text] = only(Counter({one: counted[one] for one in sorted(wholes)})) or usual[_plain(text)]
        else:
            rarest = min(words[text], key=lambda word: (len(by_word[word]), word))
            longer = {other for other in by_word[rarest] if words[text] < words[other]}
            tops = [one for one in longer if not any(words[one] < words[two] for two in longer)]
            names[text] = tops[0] if len(tops) == 1 else usual[_plain(text)]
    return names


def _plain(text: str) -> str:
    return text.replace(".", "").lower()
