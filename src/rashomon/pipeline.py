"""The whole job on one screen: read one account, compare several, add to a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.claims import Found, find_claims
from rashomon.editions import edition
from rashomon.facts import join_claims
from rashomon.findings import audit
from rashomon.judgements import Decided, overrule
from rashomon.lexicons import load
from rashomon.mastheads import find_masthead
from rashomon.mentions import (
    find_actors,
    find_figures,
    find_places,
    find_quotes,
    find_speeches,
    find_times,
    find_victims,
)
from rashomon.origins import Sources, find_copies, tally
from rashomon.sentences import parse_sentences, split_sentences
from rashomon.timelines import find_events
from rashomon.types import Account, Case, Fact, Reading, Verdict
from rashomon.verdicts import judge
from rashomon.wordings import find_omissions, find_wordings
from rashomon.zones import find_zones

VERSION = "2"  # of what is read from an account; a stored reading of another version is read anew


def read(account: Account) -> Reading:
    """Everything in one account by itself: zones, masthead, sentences, mentions, claims."""
    lexicon = load(account.language)
    zones = find_zones(account, lexicon)
    masthead = find_masthead(account, zones, lexicon)
    sentences = parse_sentences(split_sentences(zones, lexicon), account.language)
    found = Found(
        masthead=masthead,
        zones=zones,
        sentences=sentences,
        figures=find_figures(sentences, lexicon),
        quotes=find_quotes(zones, lexicon),
        speeches=find_speeches(sentences, lexicon),
        times=find_times(sentences, lexicon, masthead.published),
        places=find_places(sentences, lexicon),
        actors=find_actors(sentences, lexicon),
    )
    return Reading(
        account=account,
        masthead=masthead,
        zones=zones,
        sentences=sentences,
        claims=find_claims(found, lexicon),
        times=tuple(found.times),
        places=tuple(found.places),
        actors=tuple(found.actors),
        victims=find_victims(sentences, lexicon),
    )


def compare(readings: Iterable[Reading]) -> Case:
    """What several accounts say of the same facts, and how it stands. The order given changes nothing."""
    return _compared(readings, Case(readings=()))


def _compared(readings: Iterable[Reading], before: Case) -> Case:
    """The case of the readings; those of the case before are among them, and these rules compared them."""
    ordered = tuple(sorted(readings, key=lambda reading: (reading.account.name, reading.account.digest)))
    known = frozenset(before.accounts)
    copies = find_copies(ordered, known, before.copies)
    joined = join_claims(ordered, known, before.asked)
    sources = Sources(ordered, copies)
    held = {verdict.fact.claims[0].id: verdict for verdict in before.verdicts}

    def stands(fact: Fact) -> Verdict:
        """How it stood, where the fact is what it was: a verdict depends on nothing but the accounts of its claims."""
        old = held.get(fact.claims[0].id)
        return old if old is not None and old.fact == fact else judge(fact, tally(fact.claims, sources))

    verdicts = tuple(map(stands, joined.facts))
    return Case(
        readings=ordered,
        copies=copies,
        verdicts=verdicts,
        near_misses=joined.near_misses,
        findings=audit(ordered, verdicts, known, before.findings),
        events=find_events(ordered),
        wordings=find_wordings(ordered, load("en")),
        omissions=find_omissions(verdicts),
        edition=edition(),
        asked=joined.asked,
    )


def add(case: Case, readings: Iterable[Reading]) -> Case:
    """The case that comparing all of its readings and the new ones at once would give.

    What these rules found in accounts that are read no otherwise now, or between two of them, is not looked for again.
    """
    held = {reading.account: reading for reading in case.readings}
    whole = held | {reading.account: reading for reading in readings}
    same = all(whole[account] is reading or whole[account] == reading for account, reading in held.items())
    return _compared(whole.values(), case if same and case.edition == edition() else Case(readings=()))


def decided(case: Case) -> Decided:
    """The case with the decisions of its log applied, and those that no longer find what they were made on."""
    if not case.judgements:
        return Decided(case=case, orphans=())

    def again(fact: Fact, readings: tuple[Reading, ...]) -> Verdict:
        return judge(fact, tally(fact.claims, Sources(readings, case.copies)))

    made = overrule(case, again)
    gone = {finding.id for finding in case.findings} - {finding.id for finding in made.case.findings}
    found = audit(made.case.readings, made.case.verdicts)
    whole = replace(
        made.case,
        findings=tuple(finding for finding in found if finding.id not in gone),
        omissions=find_omissions(made.case.verdicts),
        edition="",
        asked=(),
    )
    return replace(made, case=whole)
