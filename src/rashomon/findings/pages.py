"""The day of a page against what it tells: a Saturday's page that knows what was said on Sunday."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rashomon.findings.dates import day_name
from rashomon.findings.deeds import sentence_of
from rashomon.findings.stated import Compared, finding
from rashomon.lexicons import Lexicon
from rashomon.types import Finding, Reading, Time, Verdict

AHEAD = 2  # days by which a page may be older than what it tells without another explanation


def page_before_its_day(compared: Compared) -> Iterator[Finding]:
    """A page dated Saturday tells what happened on Sunday; the others, dated Sunday, tell the same of that day.

    Either the page was changed after its date, or the days differ.

    find: {2031-05-03 The Harbour Post} The lock burst in Teshar. 12 people drowned, the mayor said on [Sunday|check=date_vs_weekday; severity=doubt]. // {2031-05-04 Teshar Daily} On [Sunday|check=date_vs_weekday] the lock burst in Teshar and 12 people drowned, the mayor said.
    skip: {2031-05-04 The Harbour Post} The lock burst in Teshar. 12 people had drowned, the mayor said on Sunday. // {2031-05-04 Teshar Daily} On Sunday the lock burst in Teshar. 12 people had drowned, the mayor said.
    """  # noqa: E501
    lexicon = compared.lexicon
    for reading in compared.readings:
        published = reading.masthead.published
        for other in compared.readings:
            later = other.masthead.published
            if published is None or later is None or not timedelta(0) < later - published <= timedelta(AHEAD):
                continue
            one, two = _past(reading, later, lexicon), _past(other, later, lexicon)
            if one and two and _share_a_fact(reading, other, compared.verdicts):
                page = reading.masthead.published_span
                yield finding(
                    "date_vs_weekday",
                    "doubt",
                    f"{published} was a {day_name(published, lexicon)}, yet the page tells of {one.span.text}; "
                    f"{other.account.name}, dated {later}, tells of that day: the page was changed after its date, "
                    "or the days differ",
                    [*([page] if page else []), one.span, two.span],
                )
                break


def _past(reading: Reading, day: date, lexicon: Lexicon) -> Time | None:
    """The first mention of a weekday's bare name, that of the given day, in a sentence that tells of the past."""
    known = lexicon.by_form("mastheads.weekday")
    for time in reading.times:
        name = time.span.text.lower().removeprefix("on ")
        if name not in known or int(known[name]["value"]) != day.weekday() or time.zone != "body":
            continue
        sentence = sentence_of(reading, time.span)
        if sentence and any(w.tag == "VBD" for w in sentence.words) and not any(w.tag == "MD" for w in sentence.words):
            return time
    return None


def _share_a_fact(one: Reading, other: Reading, verdicts: Sequence[Verdict]) -> bool:
    return any({one.account, other.account} <= {claim.account for claim in verdict.fact.claims} for verdict in verdicts)


RULES = (page_before_its_day,)
