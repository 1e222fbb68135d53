"""Where a sentence ends: not after "Gen.", not inside "3.5", but after a closing mark that follows a stop.

A line end ends a sentence too, unless the text goes on in small letters or the whole zone is set in short lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Sentence, Zone

_CLOSERS = r"""["')\]*_]*"""
_STOP = re.compile(rf"""(?P<mark>[.!?…]+)(?P<close>{_CLOSERS})(?=\s)|(?<=[a-z]{{3}})[.!?]{_CLOSERS}(?=[A-Z][a-z]+ )""")
_OPENS = re.compile(r"""\s+[^\w\s]{0,4}\s?(?:[A-ZÀ-Þ0-9]|al-[A-Z]|el-[A-Z])""")
_LINE = re.compile(r"[ \t]*\n\s*")
_STOPPED = re.compile(rf"""[.!?…:;]{_CLOSERS}\s*$""")
_GOES_ON = re.compile(r"[a-z,;)]")
_LAST_WORD = re.compile(r"""(?:^|[\s("'\[/-])((?:[A-Za-z]\.)*[\w-]+)$""")
_SPACED = re.compile(r"(?:^|\s)([A-Za-z]\. [A-Za-z])$")  # "3 p. m.", as tokenisers leave it
_INITIAL = re.compile(r"(?:^|[\s(\"'.])[A-Z]$")
_NUMBERED = re.compile(r"(?:^|\n)\s*\d{1,2}$")
WRAPPED_LINES = 5  # a zone of fewer lines is not taken to be set in short lines
WRAPPED_WIDTH = 100  # characters; longer lines are paragraphs
WRAPPED_SHARE = 0.5  # of lines that break off without a stop


def split_sentences(zones: Iterable[Zone], lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of every zone that is evidence, in the order of the text."""
    return tuple(sentence for zone in zones if zone.is_evidence for sentence in _sentences(zone, lexicon))


def _sentences(zone: Zone, lexicon: Lexicon) -> Iterator[Sentence]:
    text, start = plain(zone.span.text), 0
    for end in [*_ends(text, lexicon), len(text)]:
        piece = text[start:end]
        if any(map(str.isalnum, piece)):
            left = zone.span.start + start + len(piece) - len(piece.lstrip())
            right = zone.span.start + start + len(piece.rstrip())
            yield Sentence(span=zone.span.account.span(left, right), zone=zone)
        start = end


def _ends(text: str, lexicon: Lexicon) -> list[int]:
    """Every place in a zone's plain view where a sentence ends."""
    stops = [match.end() for match in _STOP.finditer(text) if _is_end(match, text, lexicon)]
    wrapped = _is_wrapped(text)
    lines = [match.start() for match in _LINE.finditer(text) if match.start() and _line_ends(match, text, wrapped)]
    return sorted({*stops, *lines})


def _is_end(stop: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    """Whether a stop ends its sentence, by what stands before and behind it."""
    mark = stop["mark"]
    if mark is None:
        return True
    following = _OPENS.match(text, stop.end())
    if not following or text.startswith("\n", stop.end()):
        return False
    if mark != ".":
        return not (stop["close"] and mark[0] in "!?" and _own_clause(lexicon).match(text, stop.end()))
    return bool(stop["close"].strip(")]*_")) or not _goes_on(stop, text, lexicon)


def _goes_on(stop: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    """Whether a full stop belongs to an abbreviation, an initial or a number, after which the sentence goes on."""
    before = text[max(0, stop.start() - 40) : stop.start()]
    word = _LAST_WORD.search(before)
    spaced = _SPACED.search(before)
    name = spaced[1].replace(" ", "") if spaced else (word[1] if word else "")
    if name in _listed(lexicon, "title") or _NUMBERED.search(before):
        return True
    may_end = name in _listed(lexicon, "abbreviation") or _INITIAL.search(before)
    return bool(may_end) and not _opener(lexicon).match(text, stop.end())


def _line_ends(line: re.Match[str], text: str, wrapped: bool) -> bool:
    """Whether a line end ends a sentence: yes, unless the next line goes on with the same one."""
    if line.end() >= len(text) or _STOPPED.search(text, max(0, line.start() - 8), line.start()):
        return True
    if _GOES_ON.match(text, line.end()):
        return False
    return not wrapped or line[0].count("\n") > 1


def _is_wrapped(text: str) -> bool:
    """Whether lines are cut at a width, as in old archives, and not at paragraphs."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < WRAPPED_LINES or max(map(len, lines)) > WRAPPED_WIDTH:
        return False
    broken = sum(not _STOPPED.search(line) for line in lines[:-1])
    return broken >= WRAPPED_SHARE * (len(lines) - 1)


@cache
def _listed(lexicon: Lexicon, name: str) -> frozenset[str]:
    return frozenset(lexicon.forms(f"sentences.{name}"))


@cache
def _opener(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s+[^\w\s]{{0,3}}(?:{lexicon.alternatives('sentences.opener')})\b")


@cache
def _own_clause(lexicon: Lexicon) -> re.Pattern[str]:
    cues = lexicon.alternatives("sentences.quote_cue")
    return re.compile(rf" (?:[A-Z][\w'.-]* ){{1,4}}(?:{cues})\b|\s+[a-z]")
