"""Speech whose words stand in marks, read off what touches the marks: "…" said X; X replied, "…"; X wrote: ¶ "…"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.lexicons import Lexicon
from rashomon.mentions.speeches.media import medium, told
from rashomon.mentions.speeches.nouns import phrase_after, phrase_before
from rashomon.mentions.speeches.trees import children, entry_of, phrase, span_of, speaker_of
from rashomon.types import Sentence, Speech, Word

LISTS = ("cues.say", "cues.judge", "cues.belief", "speech.uttered")
MARKS = {'"', "''", "``", "'"}
STOPS = {",", ".", "!", "?"}
FEW = 4  # quoted words that may stand before a noun as an adjective does
REACH = 12  # words between a mark and its cue
APPOSITION = 24  # words between a speaker's name and the cue after "…, head of the office,"


def mark_before_cue(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """… by noon" the ferryman said: a closing mark, then the speaker and the cue in either order.

    find: ["The boats are gone. They left by noon"] the ferryman of Teshar told the crowd.
    skip: The ferry ["Silver Heron"] left at noon.
    skip: It was a ["serious"] breach of Edran rules, the guild added.
    """
    words = sentence.words
    for i, word in enumerate(words[:-1]):
        if word.text not in MARKS or word.tag == "POS" or not _closes(sentence, word):
            continue
        first = _opening(sentence, i)
        found = None if _describes(words, first, i) else _after_mark(words, i + 1, lexicon)
        if found is not None:
            yield _speech(sentence, found[0], found[1], (first, max(first, i - 1)), lexicon)


def _describes(words: Sequence[Word], first: int, mark: int) -> bool:
    """Whether a few quoted words only describe the noun behind them: a "serious" breach of the harbour rules."""
    behind = words[mark + 1]
    return mark - first <= FEW and behind.pos in {"ADJ", "NOUN"} and words[mark - 1].text not in STOPS


def cue_before_mark(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The ferryman replied, "They left": the speaker and the cue, then an opening mark.

    find: Asked where they were, the ferryman replied, ["They left by noon."]
    skip: The ferry ["Silver Heron"] left at noon.
    """
    words = sentence.words
    for i in range(2, len(words) - 1):
        if words[i].text not in MARKS or not _opens(sentence, words[i]):
            continue
        at = _cue_back(words, i - 1, lexicon)
        source = _source(words, at, lexicon) if at is not None else None
        if at is not None and source is not None:
            last = _closing(sentence, i)
            yield _speech(sentence, at, source, (i + 1, max(i + 1, last)), lexicon)


def introduced_by_colon(sentences: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Speech]:
    """The ferryman wrote: (next line) "They left." — a line that ends in a colon introduces the next.

    find: The storm had passed and the ferryman wrote:¶["They left by noon and took the lamps."]
    skip: There were two boats:¶[The first left by noon.]
    """
    for left, right in pairwise(sentences):
        marked = right.zone.kind == "blockquote" or (right.words and right.words[0].text in MARKS)
        if not left.words or left.words[-1].text != ":" or not marked or left.zone.kind == "blockquote":
            continue
        at = _cue_back(left.words, len(left.words) - 1, lexicon)
        source = _source(left.words, at, lexicon) if at is not None else None
        if at is not None and source is not None and right.span.end - right.span.start > len("..") + 2:
            first = right.span.start + (right.words[0].text in MARKS if right.words else 0)
            content = right.span.account.span(first, right.span.end)
            yield Speech(
                span=content,
                zone=right.zone.kind,
                source=span_of(left, *source),
                cue=span_of(left, at, at),
                medium=medium(left, at, lexicon),
                pieces=(content,),
                quoted=True,
            )


def _text(sentence: Sentence, at: int) -> str:
    text = sentence.span.account.text
    return text[at] if 0 <= at < len(text) else " "


def _opens(sentence: Sentence, mark: Word) -> bool:
    return not _text(sentence, mark.end).isspace() and not _text(sentence, mark.start - 1).isalnum()


def _closes(sentence: Sentence, mark: Word) -> bool:
    return not _text(sentence, mark.start - 1).isspace() and not _text(sentence, mark.end).isalnum()


def _opening(sentence: Sentence, at: int) -> int:
    """The word after the mark that opens what this one closes; the first word where it stands in a sentence before."""
    for i in range(at - 1, -1, -1):
        if sentence.words[i].text == sentence.words[at].text:
            return i + 1
    return 0


def _closing(sentence: Sentence, at: int) -> int:
    for i in range(at + 1, len(sentence.words)):
        if sentence.words[i].text == sentence.words[at].text and _closes(sentence, sentence.words[i]):
            return i - 1
    return len(sentence.words) - 1


def _is_cue(words: Sequence[Word], at: int, lexicon: Lexicon, tags: set[str]) -> bool:
    return words[at].tag in tags and any(entry_of(words[at], lexicon, name) for name in LISTS)


def _after_mark(words: Sequence[Word], start: int, lexicon: Lexicon) -> tuple[int, tuple[int, int]] | None:
    """The cue and the speaker after a closing mark: "said X", "X said", "X, head of the office, told Y"."""
    finite = {"VBD", "VBZ", "VBN", "VBP"}
    if start < len(words) and words[start].text == ",":
        start += 1
    if start >= len(words):
        return None
    if _is_cue(words, start, lexicon, finite):
        source = phrase_after(words, start + 1, lexicon)
        return (start, source) if source is not None else None
    source = phrase_after(words, start, lexicon)
    if source is None:
        return None
    limit = start + APPOSITION if source[1] + 1 < len(words) and words[source[1] + 1].text == "," else source[1] + 5
    for at in range(source[1] + 1, min(len(words), limit)):
        if words[at].text in MARKS:
            return None
        if _is_cue(words, at, lexicon, finite) and words[at].relation not in {"relcl", "acl"}:
            return at, _nearer(words, source, at, lexicon)
        if words[at].tag in {"VBD", "VBZ", "MD"} and words[at].relation != "relcl" and words[at].pos != "AUX":
            return None
    return None


def _nearer(words: Sequence[Word], source: tuple[int, int], at: int, lexicon: Lexicon) -> tuple[int, int]:
    """The speaker nearest the cue: "… near" the old pier, Ana Bel said, and not the pier."""
    if words[source[1] + 1].text != ",":
        return source
    entry = entry_of(words[at], lexicon, "cues.say")
    after = phrase_after(words, at + 1, lexicon)
    if words[at - 1].text == "," and after is not None and not (entry and entry.get("addressee")):
        return after if words[after[1]].pos == "PROPN" else source
    before = phrase_before(words, at, lexicon) if words[at - 1].text != "," else None
    return before if before is not None and before[0] == source[1] + 2 else source


def _cue_back(words: Sequence[Word], start: int, lexicon: Lexicon) -> int | None:
    """The nearest cue to the left with no other finite verb between."""
    for at in range(start, max(-1, start - REACH), -1):
        if words[at].text in MARKS:
            return None
        if words[at].pos in {"VERB", "AUX"} and _is_cue(words, at, lexicon, {"VBD", "VBZ", "VBP", "VBN", "VBG", "VB"}):
            return at
        if words[at].tag in {"VBD", "VBZ", "VBP", "MD"} and words[at].pos == "VERB":
            return None
    return None


def _source(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    if words[at].relation == "pcomp":  # "quoted [the mayor] as saying"
        verb = words[words[at].head].head
        quoted = children(words, verb, "dobj")
        if quoted and words[verb].text.lower() in lexicon.lowered("speech.quoted"):
            return phrase(words, quoted[0])
    subject = speaker_of(words, at, lexicon)
    if subject is not None and words[subject].pos in {"NOUN", "PROPN", "PRON"}:
        return phrase(words, subject)
    return phrase_before(words, at, lexicon)


def _speech(sentence: Sentence, at: int, source: tuple[int, int], content: tuple[int, int], lexicon: Lexicon) -> Speech:
    return replace(told(sentence, at, source, content, lexicon), quoted=True)


RULES = (mark_before_cue, cue_before_mark, introduced_by_colon)
