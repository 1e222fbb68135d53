"""What its neighbours tell of a figure: that it is a part, one of a list, an aside, or another count of the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rashomon.facts.attributes import AGE, ANYBODY
from rashomon.facts.contexts import GENERAL, Context, context_of, lead_of, near_value, voice
from rashomon.facts.signs import within_of
from rashomon.lexicons import Lexicon, load
from rashomon.types import Figure, Reading

CASUALTIES = frozenset({"killed", "injured", "missing"})
BESIDE = 20  # characters between two figures of one list


def contexts_of(reading: Reading, known: frozenset[str] = frozenset()) -> tuple[Context, ...]:
    """The context of every figure claim in the evidence of one account; `known` are sites from all accounts."""
    lexicon = load(reading.account.language)
    lead = lead_of(reading, known)
    starts = [sentence.span.start for sentence in reading.sentences]
    made = []
    for claim in reading.figures:
        figure, topic = claim.mention, claim.topic
        if isinstance(figure, Figure) and topic is not None:
            place = bisect_right(starts, figure.span.start) - 1
            if place >= 0 and reading.sentences[place].span.holds(figure.span):
                made.append(context_of(claim, figure, topic, reading, (place, lead, lexicon), known))
    made = [_as_the_one_before(context, made) for context in made]
    told = [_alone(_beside_others(context, made, lexicon), made) for context in made]
    return tuple(replace(context, aside=_is_aside(context, told)) for context in told)


def _as_the_one_before(context: Context, others: Sequence[Context]) -> Context:
    """“Some 900 people (others put the figure at 2,000)”: the second number is of what the first one counts."""
    if "rival" not in context.signs or context.noun:
        return context
    before = [o for o in others if o.sentence == context.sentence and o.figure.span.start < context.figure.span.start]
    same = [o for o in before if o.figure.dimension == context.figure.dimension]
    if not same:
        return context
    topic = replace(context.topic, role=same[-1].topic.role, population=same[-1].topic.population)
    return replace(context, topic=topic)


def _alone(context: Context, others: Sequence[Context]) -> Context:
    """The context with whether it is the account's only count of such things, or tells of the only age in it."""
    ages = {o.value for o in others if o.attribute == AGE}
    counts = {o.value for o in others if o.noun == context.noun and o.figure.dimension == "count"}
    bearers = context.bearers | {ANYBODY} if context.attribute == AGE and len(ages) == 1 else context.bearers
    return replace(context, only_one=len(counts) == 1, bearers=bearers)


def _is_aside(context: Context, others: Sequence[Context]) -> bool:
    """Whether the account's lead gives a number for the same people, and this one is another, of something else."""
    lead = [
        other
        for other in others
        if other.in_lead
        and other.topic.role == context.topic.role
        and context.topic.population in {other.topic.population, "civilians"}
        and other.topic.stock_or_flow == context.topic.stock_or_flow
        and not other.part
    ]
    if context.in_lead or context.earlier or not lead or any(near_value(context, other) for other in lead):
        return False
    voices = {voice(other) for other in lead}
    return voice(context) in voices or not context.topic.event & context.lead.events


def _beside_others(context: Context, others: Sequence[Context], lexicon: Lexicon) -> Context:
    """The context with what its neighbours tell: that it is a part of another, or counted among others."""
    alike = [o for o in others if o.topic.role == context.topic.role and o is not context]
    before = [o for o in alike if o.sentence == context.sentence and o.figure.span.start < context.figure.span.start]
    wholes = [o for o in alike if o.sentence == context.sentence and o.value > context.value]
    own = context.topic.population
    listed = own in GENERAL and _is_listed(context, others, lexicon)
    same = listed or (context.part and (own is None or any(o.topic.population == own for o in (*before[-1:], *wholes))))
    same = same or ("scene" in context.signs and own in GENERAL and any(o.value > context.value for o in alike))
    among = context.topic.population is not None and any(
        o.topic.population is None and abs(o.place - context.place) <= 1 and o.value > context.value and not o.earlier
        for o in alike
    )
    rest = context.rest and any(abs(o.place - context.place) == 0 for o in before)
    figures = [o.figure for o in others if o.sentence == context.sentence]
    within = within_of(context.figure, figures, lexicon)
    dead = [o.value for o in others if o.sentence == context.sentence and o.topic.role == "killed" and not o.part]
    return replace(
        context,
        of_the_same=same,
        only_toll=all(o.value == context.value or o.figure.modifier == "vague" for o in alike),
        among_others=among,
        more=context.more or rest,
        within=within,
        dead_beside=dead[0] if len(dead) == 1 and context.topic.role == "injured" else None,
    )


def _is_listed(context: Context, others: Sequence[Context], lexicon: Lexicon) -> bool:
    """“Ten tourists, two locals killed”: one of a list of those killed, by a word that means a part of them."""
    if context.topic.role not in CASUALTIES:
        return False
    if context.noun in lexicon.forms("topics.everyone") or not context.noun:
        return False
    own = context.figure.span
    return any(
        min(abs(own.start - o.figure.span.end), abs(o.figure.span.start - own.end)) <= BESIDE
        for o in others
        if o.sentence == context.sentence
        and o.noun not in {"", context.noun}
        and o.topic.population
        and o.topic.role in {context.topic.role, "items", "other"}
        and o.figure.dimension == "count"
    )
