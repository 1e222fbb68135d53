"""Words of somebody that two accounts carry: one utterance quoted twice, one statement cut or translated twice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter

from rashomon.lexicons import Lexicon, load
from rashomon.names import key_of, names_meet
from rashomon.origins.pairs import EXTRACT, LEAST_WORDS, STEM, Pair, Side, Utterance
from rashomon.types import Copy, Figure

RUN = 4  # words in a row that make two quotations one utterance, with `ALIKE`
ALIKE = 0.6  # of the shorter utterance that is equal, in order
MEANING = 0.6  # of the shorter utterance's content words that a translation or a cut keeps
CONTENT = 4  # content words that both must have for that
UNMARKED = 6  # words of a quotation that stand in the other account without marks


def same_utterance(pair: Pair) -> Iterator[Copy]:
    """One account quotes “The road is closed for good”, another the same words: one utterance, quoted twice.

    The second may have another length, a word changed (the reason shows the drift), or have lost its marks.

    find: [“The old lock will stay closed until the water falls,”|kind=quote] said Mara Quill. // Mara Quill told reporters: [“The old lock will stay closed until the water has fallen.”|kind=quote]
    skip: “The old lock will stay closed until the water falls,” said Mara Quill. // “We have asked for bread and blankets,” said Mara Quill.
    """  # noqa: E501
    for one, other in pair.near:
        if one.quoted and other.quoted:
            equal, run = _likeness(pair, one, other)
            if run >= RUN and equal >= ALIKE * min(_size(one), _size(other)):
                reason = f"one utterance in both; {_drift(pair, one, other)}"
                yield Copy(kind="quote", left=one.span, right=other.span, reason=reason)
    yield from _unmarked(pair)


def quoted_fragment(pair: Pair) -> Iterator[Copy]:
    """One account quotes “They have to leave or pay”, another has the speaker's “leave or pay” alone.

    find: Mara Quill said: [“They do not have much time, they have to leave or pay.”|kind=quote] // The shippers must [“leave or pay”|kind=quote], Mara Quill said.
    skip: Mara Quill said: “They do not have much time, they have to leave or pay.” // The shippers must “leave or pay”, Orlen Vask said.
    """  # noqa: E501
    lexicon = load(pair.left.reading.account.language)
    for one, other in pair.near:
        shorter = min(_size(one), _size(other))
        if not (one.quoted and other.quoted and shorter < RUN and _same_source(one, other, lexicon)):
            continue
        if LEAST_WORDS <= _likeness(pair, one, other)[1] == shorter:
            reason = f"one utterance in both, a fragment in one; {_drift(pair, one, other)}"
            yield Copy(kind="quote", left=one.span, right=other.span, reason=reason)


def same_statement(pair: Pair) -> Iterator[Copy]:
    """The office said forty were taken ashore; another has it that the office brought forty to land.

    The same source says the same in both, in other words: a statement cut twice, or translated twice.

    find: The harbour office said [the rescue boats brought forty passengers from the stranded ferry to Teshar|kind=statement]. // [Forty passengers were brought from the ferry stranded off Teshar by rescue boats|kind=statement], the harbour office said.
    skip: The harbour office said the rescue boats brought forty passengers to Teshar. // The harbour office said the lighthouse had been dark since a storm in March.
    """  # noqa: E501
    lexicon = load(pair.left.reading.account.language)
    for one, others in groupby(pair.near, key=itemgetter(0)):
        likest, shared = None, frozenset[str]()
        for _, other in others:
            if _is_stated(one, other) and _same_source(one, other, lexicon) and _same_values(pair, one, other):
                common = _shared(pair, one, other, lexicon)
                if len(common) > len(shared):
                    likest, shared = other, common
        if likest is None or ((one.quoted or likest.quoted) and _likeness(pair, one, likest)[1] >= RUN):
            continue
        reason = f"the same source says the same in both; shared words: {', '.join(sorted(shared))}"
        yield Copy(kind="statement", left=one.span, right=likest.span, reason=reason)


def same_document(pair: Pair) -> Iterator[Copy]:
    """The office said in a statement that trust was back; its statement, another has it, speaks of trust returned.

    Two accounts cite a written statement of one source: with some of its words in both it is one document, in two
    extracts or two translations, and no second source.

    find: [“The restoration of trust and order in Teshar is a victory over the flood,”|kind=statement] the harbour office said in a statement. // In a statement, the harbour office announced [“the return of order to Teshar and the end of the flood”|kind=statement].
    skip: “The restoration of trust and order in Teshar is a victory over the flood,” the harbour office said in a statement. // In a statement, the harbour office announced “a new timetable for the ferry”.
    """  # noqa: E501
    lexicon = load(pair.left.reading.account.language)
    for one, other in pair.near:
        if not (one.written and other.written and _is_stated(one, other) and _kindred_source(one, other, lexicon)):
            continue
        shared = _alike(_content(pair.left, one, lexicon), _content(pair.right, other, lexicon))
        if len(shared) >= EXTRACT and _likeness(pair, one, other)[1] < RUN:
            reason = f"both cite a written statement of one source; shared words: {', '.join(sorted(shared))}"
            yield Copy(kind="statement", left=one.span, right=other.span, reason=reason)


def _kindred_source(one: Utterance, other: Utterance, lexicon: Lexicon) -> bool:
    """Whether two bodies share a word that tells them from others: "the army", "the army's general command"."""
    left, right = (
        frozenset(word for link in each.claim.attribution if link.kind == "body" for word in key_of(link.name, lexicon))
        for each in (one, other)
    )
    return bool(left & right)


def _is_stated(one: Utterance, other: Utterance) -> bool:
    """Whether both stand below the headline, which is nobody's statement but the desk's."""
    return not {one.claim.mention.zone, other.claim.mention.zone} & {"title", "heading"}


def _same_values(pair: Pair, one: Utterance, other: Utterance) -> bool:
    """Whether two utterances have a number in common, or one of them has none: an update is another statement."""
    left, right = _values(pair.left, one), _values(pair.right, other)
    return not left or not right or bool(left & right)


def _values(side: Side, utterance: Utterance) -> frozenset[Decimal]:
    figures = [claim.mention for claim in side.reading.figures if utterance.span.holds(claim.span)]
    return frozenset(figure.point for figure in figures if isinstance(figure, Figure) and figure.point is not None)


def _shared(pair: Pair, one: Utterance, other: Utterance, lexicon: Lexicon) -> frozenset[str]:
    """The words that carry the meaning of both utterances, none where they are too few."""
    left, right = _content(pair.left, one, lexicon), _content(pair.right, other, lexicon)
    shared = _alike(left, right)
    return shared if len(shared) >= max(CONTENT, MEANING * min(len(left), len(right))) else frozenset()


def _likeness(pair: Pair, one: Utterance, other: Utterance) -> tuple[int, int]:
    """How many words of two utterances are equal in order, and the longest run of them."""
    matcher = SequenceMatcher(None, _texts(pair.left, one), _texts(pair.right, other), autojunk=False)
    sizes = [block.size for block in matcher.get_matching_blocks()]
    return sum(sizes), max(sizes)


def _texts(side: Side, utterance: Utterance) -> tuple[str, ...]:
    return side.words.texts[utterance.words[0] : utterance.words[1]]


def _size(utterance: Utterance) -> int:
    return utterance.words[1] - utterance.words[0]


def _drift(pair: Pair, one: Utterance, other: Utterance) -> str:
    """What one account has that the other has not, in the quoted words."""
    left, right = _texts(pair.left, one), _texts(pair.right, other)
    changes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    shown = [
        f"“{' '.join(left[a:a_end])}” / “{' '.join(right[b:b_end])}”"
        for kind, a, a_end, b, b_end in changes
        if kind != "equal"
    ]
    return f"differing in {'; '.join(shown)}" if shown else "word for word"


def _unmarked(pair: Pair) -> Iterator[Copy]:
    """The words of a quotation that stand without marks in the other account."""
    for quoting, plain, flip in ((pair.left, pair.right, False), (pair.right, pair.left, True)):
        for utterance in quoting.utterances:
            start, end = utterance.words
            if not utterance.quoted or end - start < UNMARKED:
                continue
            for passage in pair.passages:
                for a, b, size in passage.blocks:
                    here, there = (b, a) if flip else (a, b)
                    first, last = max(here, start), min(here + size, end)
                    if last - first < max(UNMARKED, ALIKE * (end - start)):
                        continue
                    at = there + first - here
                    if any(plain.words.quoted[at : at + last - first]):
                        continue
                    spans = utterance.span, plain.words.span(at, at + last - first)
                    reason = "one utterance in both; one account prints it without quotation marks"
                    yield Copy(kind="quote", left=spans[flip], right=spans[not flip], reason=reason)


def _same_source(one: Utterance, other: Utterance, lexicon: Lexicon) -> bool:
    return any(
        names_meet(left.name, right.name, lexicon)
        for left in one.claim.attribution
        for right in other.claim.attribution
        if left.kind in {"person", "body"} and right.kind in {"person", "body"}
    )


def _content(side: Side, utterance: Utterance, lexicon: Lexicon) -> frozenset[str]:
    """The words of an utterance that carry its meaning."""
    empty = lexicon.by_form("origins.function")
    return frozenset(word for word in _texts(side, utterance) if word not in empty)


def _alike(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """The words of the left that the right has too, an ending apart."""
    stems = {word[:STEM] for word in right if len(word) >= STEM}
    return frozenset(word for word in left if word in right or (len(word) >= STEM and word[:STEM] in stems))


RULES = (same_utterance, quoted_fragment, same_statement, same_document)
