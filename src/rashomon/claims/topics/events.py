"""The happening that a figure belongs to: the words for it in its own sentence, else in the account's lead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from rashomon.claims.found import Found
from rashomon.claims.topics.setting import REACH, Setting, pattern
from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Sentence, Word

LEAD = 3  # sentences, the title included, that say what an account is about


@lru_cache(maxsize=64)
def happenings(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The keys of the happenings that a text has words for."""
    keys = _keys(lexicon)
    lower = text.lower()
    names = ("events.happening", "events.war")
    return frozenset(keys[match[0]] for name in names for match in pattern(lexicon, name).finditer(lower))


def lead_of(found: Found, lexicon: Lexicon) -> frozenset[str]:
    """The happenings of an account's title and first sentences, its war left out."""
    text = " ".join(plain(sentence.span.text[:REACH]) for sentence in found.sentences[:LEAD])
    return happenings(text, lexicon) - _wars(lexicon)


def event_of(setting: Setting) -> frozenset[str]:
    """The happenings of the figure's own sentence, else those of the lead."""
    own = happenings(setting.text, setting.lexicon)
    return own or lead_of(setting.found, setting.lexicon)


def happening_told(setting: Setting) -> str:
    """The happening that did harm and is named nearest to the figure, else first in the lead, as readers call it."""
    own = _harm_in(setting.sentence, setting.lexicon) if setting.sentence else []
    if own:
        return min(own, key=lambda found: (max(found[0] - setting.end, setting.start - found[0], 0), found[0]))[1]
    lead = (found for sentence in setting.found.sentences[:LEAD] for found in _harm_in(sentence, setting.lexicon))
    return next((told for _, told in lead), "")


def _harm_in(sentence: Sentence, lexicon: Lexicon) -> list[tuple[int, str]]:
    """Where a sentence names happenings that did harm; no verb ("a ship strikes a pier"), and no general strike."""
    verbs, titled = _verbs(sentence.words, lexicon), _verbs_of_headline(sentence.words)
    found, text = [], plain(sentence.span.text[:REACH]).lower()
    for name in ("events.happening", "events.war"):
        entries = lexicon.by_form(name)
        for match in pattern(lexicon, name).finditer(text):
            entry, start = entries[match[0]], sentence.span.start + match.start()
            acts = start in verbs or (bool(entry.get("noun_only")) and start in titled)
            if entry["harm"] == "yes" and not acts:
                found.append((start, entry["told"]))
    return sorted(found)


def _verbs(words: Sequence[Word], lexicon: Lexicon) -> set[int]:
    """Where verbs stand, and what a word before it makes peaceful: "general strike"."""
    peaceful = lexicon.forms("events.peaceful")
    quiet = {word.start for before, word in pairwise(words) if before.text.lower() in peaceful}
    return quiet | {word.start for word in words if word.tag in {"VB", "VBZ", "VBP"}}


def _verbs_of_headline(words: Sequence[Word]) -> set[int]:
    """Where verbs stand that the parser takes for plurals before a noun: "Ship Strikes Pier"."""
    return {
        word.start
        for word, after in pairwise(words)
        if (word.tag in {"NNS", "NNPS"} or word.relation == "compound") and after.pos in {"NOUN", "PROPN", "DET"}
    }


def is_of_a_war(setting: Setting) -> bool:
    """Whether the word for a happening that does harm and stands nearest to the figure means a whole war."""
    nearest: tuple[int, int] | None = None
    for rank, name in enumerate(("events.war", "events.happening")):
        entries = setting.lexicon.by_form(name)
        for match in pattern(setting.lexicon, name).finditer(setting.text):
            if entries[match[0]]["harm"] == "yes":
                start, end = setting.offset + match.start(), setting.offset + match.end()
                away = max(start - setting.end, setting.start - end, 0)
                nearest = min(nearest or (away, rank), (away, rank))
    return nearest is not None and nearest[1] == 0


def is_armed(setting: Setting) -> bool:
    """Whether the figure's sentence or the lead tells of fighting."""
    armed = {
        entry["happening"]
        for name in ("events.happening", "events.war")
        for entry in setting.lexicon.entries(name)
        if entry["armed"] == "yes"
    }
    own = happenings(setting.text, setting.lexicon)
    text = " ".join(plain(sentence.span.text) for sentence in setting.found.sentences[:LEAD])
    return bool((own | happenings(text, setting.lexicon)) & armed)


@cache
def _keys(lexicon: Lexicon) -> dict[str, str]:
    names = ("events.happening", "events.war")
    return {
        form.lower(): entry["happening"] for name in names for entry in lexicon.entries(name) for form in entry.forms
    }


@cache
def _wars(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(entry["happening"] for entry in lexicon.entries("events.war"))
