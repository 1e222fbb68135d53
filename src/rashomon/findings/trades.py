"""People of one trade counted twice in one account: the medics, and the head of the clinic with her colleagues."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.findings.casualties import said
from rashomon.findings.stated import Stated, after, any_of, before, finding, number, stated_in
from rashomon.lexicons import Lexicon
from rashomon.types import Finding, Reading


def leader_and_colleagues(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Two medics died, and the head of the clinic with several colleagues: that is four medics at least.

    find: At least 30 people were killed, including [two|check=sum_of_parts; severity=doubt] medics. Neighbours said the head of the clinic and [several|check=sum_of_parts] colleagues were killed.
    skip: At least 30 people were killed, including nine medics. Neighbours said the head of the clinic and several colleagues were killed.
    """  # noqa: E501
    everything = [stated for stated in stated_in(reading, lexicon) if stated.figure.dimension == "count"]
    for stated in everything:
        if stated.population != "colleagues" or not said("dead", lexicon).search(after(stated, 60)):
            continue
        trade = _trade(stated, lexicon)
        near = [o for o in everything if o.population == trade and 0 <= stated.sentence - o.sentence <= 3]
        for other in near[-1:]:
            least = stated.interval.low + 1
            if least > other.interval.high:
                yield finding(
                    "sum_of_parts",
                    "doubt",
                    f"1 + {stated.text} (at least {number(stated.interval.low)}) = at least {number(least)}; "
                    f"stated {other.text}",
                    [other.span, stated.span],
                )


def _trade(stated: Stated, lexicon: Lexicon) -> str:
    """The trade of the one who is named before "and several colleagues"."""
    clause = before(stated, 70).rsplit(".", 1)[-1].lower()
    if not re.search(rf"\w\s+{any_of('joint', lexicon)}\s+$", clause):
        return ""
    known = lexicon.by_form("findings.trade")
    return next((known[form]["population"] for form in known if re.search(rf"\b{re.escape(form)}", clause)), "")


RULES = (leader_and_colleagues,)
