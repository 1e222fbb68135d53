"""What stands around one figure: its sentence, the tree above its noun, the cues of a role beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rashomon.claims.found import Found
from rashomon.claims.topics.populations import counted_by
from rashomon.lexicons import Entry, Lexicon
from rashomon.text import alternatives, plain
from rashomon.types import Account, Figure, Role, Sentence, Word

AROUND = 60  # characters around a word in which its meaning is told
HOSPITAL = 50  # characters behind a verb in which the hospital is named
REACH = 1_000  # characters to either side of a figure; a longer sentence is a list, and each figure would read it all
AWAY: frozenset[Role] = frozenset({"evacuated", "displaced", "returned"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word or phrase that gives the people counted with it a role, at its characters in the account."""

    start: int
    end: int
    role: Role
    takes: str
    of_people: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A figure with all that its deciders look at. `root` is the word by which figure and noun hang in the tree."""

    figure: Figure
    found: Found
    lexicon: Lexicon
    sentence: Sentence | None
    text: str
    offset: int
    root: int | None
    cues: tuple[Cue, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        return self.sentence.words if self.sentence else ()

    @property
    def start(self) -> int:
        """Where the figure or its noun begins."""
        counted = self.figure.counted
        return min(self.figure.span.start, counted.start) if counted else self.figure.span.start

    @property
    def end(self) -> int:
        """Where the figure or its noun ends."""
        counted = self.figure.counted
        return max(self.figure.span.end, counted.end) if counted else self.figure.span.end


def setting_of(figure: Figure, found: Found, lexicon: Lexicon) -> Setting:
    """The setting of one figure of an account."""
    sentence = sentence_of(figure, found)
    span = sentence.span if sentence else figure.span
    text = plain(span.text).lower()
    words = sentence.words if sentence else ()
    return Setting(
        figure=figure,
        found=found,
        lexicon=lexicon,
        sentence=sentence,
        text=text,
        offset=span.start,
        root=_root(figure, words),
        cues=_cues_of(figure, text, span.start, lexicon),
    )


def _cues_of(figure: Figure, text: str, offset: int, lexicon: Lexicon) -> tuple[Cue, ...]:
    """The cues of a sentence that can bear on a figure: no evacuation where the account tells of none."""
    cues = _cues(text, offset, lexicon)
    if counted_by(figure, lexicon).kind not in {"person", "fighter"}:
        cues = tuple(cue for cue in cues if not cue.of_people)
    cues = tuple(_in_hospital(cue, text, offset, lexicon) for cue in cues)
    if any(cue.role == "other" and cue.takes == "object" for cue in cues) and not tells_of_death(
        figure.account, lexicon
    ):
        cues = tuple(_survived(cue) for cue in cues)
    moving = _listed(lexicon, "roles.mover")
    movers = [cue for cue in cues if cue.role in AWAY and text[cue.start - offset : cue.end - offset] in moving]
    if movers:
        cues = tuple(_moved(cue, figure, lexicon) if cue in movers else cue for cue in cues)
    noun = plain(figure.counted.text).lower().rsplit(None, 1)[-1] if figure.counted else ""
    if noun in _listed(lexicon, "roles.runaway"):
        cues = tuple(cue for cue in cues if cue.role not in AWAY)
    return cues


def _moved(cue: Cue, figure: Figure, lexicon: Lexicon) -> Cue:
    """“Left” and “took” as they stand where the account tells of an evacuation; a plane's people are aboard it."""
    account = figure.account
    word = plain(account.text[cue.start : cue.end]).lower()
    if word in _listed(lexicon, "roles.bearing"):
        around = plain(account.text[max(0, cue.start - AROUND) : cue.end + AROUND]).lower()
        crashed = pattern(lexicon, "roles.crashed").search(around)
        if crashed or not tells_of_rescue(account, lexicon, "roles.evacuation"):
            return replace(cue, role="present")
    if counted_by(figure, lexicon).kind == "unknown" or not tells_of_rescue(account, lexicon, "roles.rescue"):
        return replace(cue, takes="none")
    return cue


def _survived(cue: Cue) -> Cue:
    """“Five teenagers were shot”, in an account that tells of nobody's death: they are hurt."""
    return replace(cue, role="injured") if cue.role == "other" and cue.takes == "object" else cue


def _in_hospital(cue: Cue, text: str, offset: int, lexicon: Lexicon) -> Cue:
    """“Taken to Teshar hospital”: whoever is brought there is hurt."""
    if cue.takes != "object" or text[cue.start - offset : cue.end - offset] not in _listed(lexicon, "roles.brought"):
        return cue
    after = text[cue.end - offset : cue.end - offset + HOSPITAL]
    place = pattern(lexicon, "roles.hospital").search(after)
    if place is None or not pattern(lexicon, "figures.to").search(after[: place.start()]):
        return cue
    return replace(cue, role="injured")


@lru_cache(maxsize=64)
def tells_of_rescue(account: Account, lexicon: Lexicon, name: str) -> bool:
    """Whether an account speaks of people brought out of danger, so that "left" and "took" may tell of it."""
    return pattern(lexicon, name).search(plain(account.text).lower()) is not None


@lru_cache(maxsize=64)
def tells_of_death(account: Account, lexicon: Lexicon) -> bool:
    """Whether an account speaks of anybody's death, one that was only attempted apart."""
    text = plain(account.text).lower()
    attempted = pattern(lexicon, "roles.attempted")
    return any(
        not attempted.search(text, max(0, match.start() - AROUND // 2), match.start())
        for match in pattern(lexicon, "roles.death").finditer(text)
    )


def sentence_of(figure: Figure, found: Found) -> Sentence | None:
    """The sentence that holds a figure, or what stands within reach of the figure in a very long one."""
    place = bisect_right(found.sentences, figure.span.start, key=lambda sentence: sentence.span.start)
    sentence = found.sentences[place - 1] if place else None
    if sentence is None or figure.span.start >= sentence.span.end:
        return None
    if sentence.span.end - sentence.span.start <= 2 * REACH:
        return sentence
    start, end = max(sentence.span.start, figure.span.start - REACH), min(sentence.span.end, figure.span.end + REACH)
    return Sentence(span=figure.account.span(start, end), zone=sentence.zone)


def _root(figure: Figure, words: tuple[Word, ...]) -> int | None:
    spans = [figure.counted, figure.span] if figure.counted else [figure.span]
    inside = [n for n, word in enumerate(words) if any(s.start < word.end and word.start < s.end for s in spans)]
    outward = [n for n in inside if words[n].head not in inside or words[n].head == n]
    counted = figure.counted
    if counted:
        own = [n for n in outward if counted.start < words[n].end and words[n].start < counted.end]
        outward = own or outward
    return outward[-1] if outward else (inside[-1] if inside else None)


@cache
def pattern(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    """Any form of a word list as a whole word, in lower case."""
    return re.compile(rf"(?<![\w-])(?:{alternatives(form.lower() for form in lexicon.forms(name))})(?![\w]|-\w)")


@cache
def _listed(lexicon: Lexicon, name: str) -> frozenset[str]:
    return frozenset(form.lower() for form in lexicon.forms(name))


@cache
def _forms(lexicon: Lexicon, name: str) -> dict[str, Entry]:
    return dict(lexicon.by_form(name))


@lru_cache(maxsize=256)
def _cues(text: str, offset: int, lexicon: Lexicon) -> tuple[Cue, ...]:
    made = []
    for name in ("roles.verb", "roles.noun"):
        entries = _forms(lexicon, name)
        for match in pattern(lexicon, name).finditer(text):
            entry = entries[match[0]]
            role: Role = entry["role"]  # type: ignore[assignment]
            takes = entry.get("takes", "noun")
            start, end, of_people = offset + match.start(), offset + match.end(), entry.get("whom") == "people"
            made.append(Cue(start=start, end=end, role=role, takes=takes, of_people=of_people))
    return tuple(sorted(made, key=lambda cue: (cue.start, -cue.end, cue.takes)))


def has(setting: Setting, name: str, start: int | None = None, end: int | None = None) -> bool:
    """Whether a word of the list stands in the sentence, or between two places of the account in it."""
    left = 0 if start is None else max(0, start - setting.offset)
    right = len(setting.text) if end is None else max(0, end - setting.offset)
    return pattern(setting.lexicon, name).search(setting.text[left:right]) is not None
