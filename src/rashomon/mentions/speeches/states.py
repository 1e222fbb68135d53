"""What somebody is sure, afraid, glad or willing of: a state of mind told by an adjective."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.lexicons import Entry, Lexicon
from rashomon.mentions.speeches.media import told
from rashomon.mentions.speeches.trees import children, governed, phrase, subtree, teller_of, trimmed
from rashomon.types import Sentence, Speech, Word

COPULAR = {"acomp", "oprd", "attr"}  # what a word is to "is", "seems", "was made"
REACH = 4  # words from "made" to "clear"


def state_of_mind(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The mayor is sure that the pier holds: what follows an adjective of the mind, which vouches for no figure.

    find: The crews are sure [that the old pier will hold].
    find: The crews were angry about [the new tax on boats].
    skip: The crews were angry and the pier held.
    """
    words = sentence.words
    table = lexicon.by_form("matters.state")
    for at, word in enumerate(words):
        entry = table.get(word.text.lower())
        if entry is None or word.pos not in {"ADJ", "VERB"} or word.tag == "VBD":
            continue
        subject, content = _bearer(words, at, lexicon), _content(words, at, entry)
        if subject is None or content is None:
            continue
        if content[1] > content[0] and words[subject].text.lower() not in lexicon.lowered("matters.nobody"):
            yield replace(told(sentence, at, phrase(words, subject), content, lexicon), sense="held")


def made_clear(sentence: Sentence, lexicon: Lexicon) -> Iterator[Speech]:
    """The mayor made clear that the pier would close: said, though by no verb of saying.

    find: The mayor has made it clear [that the old pier will close|source=mayor].
    skip: The water was clear and the mayor made no speech.
    """
    words = sentence.words
    clear = lexicon.lowered("matters.clear")
    for at, word in enumerate(words):
        if word.pos != "ADJ" or word.text.lower() not in clear:
            continue
        verb = at
        while words[verb].head != verb and words[verb].text.lower() not in lexicon.lowered("matters.making"):
            verb = words[verb].head
        subject = teller_of(words, verb, lexicon) if at - REACH <= verb < at else None
        heads = [i for top in (at, verb) for i in children(words, top, "ccomp", "csubj", "advcl") if i > at]
        if subject is None or not heads:
            continue
        first, last = subtree(words, heads[0])
        yield told(sentence, verb, phrase(words, subject), trimmed(words, max(first, at + 1), last), lexicon)


def _bearer(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """The subject of "is sure", or of "was worried" where the parser takes it for a passive."""
    if words[at].relation in COPULAR:
        found = teller_of(words, words[at].head, lexicon) if words[words[at].head].pos == "AUX" else None
        return found if found is not None and words[found].pos in {"NOUN", "PROPN", "PRON", "NUM", "DET"} else None
    passive = children(words, at, "nsubjpass")
    return passive[0] if passive and words[passive[0]].text.lower() not in lexicon.lowered("speech.own") else None


def _content(words: Sequence[Word], at: int, entry: Entry) -> tuple[int, int] | None:
    """The clause, the infinitive or the noun after the preposition that the adjective takes."""
    hung = [at] if words[at].relation not in COPULAR else [at, words[at].head]
    for head in (i for verb in hung for i in children(words, verb, "ccomp", "xcomp") if i > at):
        first, last = subtree(words, head)
        if first > at and (words[first].tag != "TO" or entry.get("to")) and words[first].tag != "VBG":
            return trimmed(words, first, last)
    for verb in hung:
        found = governed(words, verb, entry, after=at)
        if found is not None:
            return trimmed(words, *subtree(words, found[1]))
    return None


RULES = (made_clear, state_of_mind)
