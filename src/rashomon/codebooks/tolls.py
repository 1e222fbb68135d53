"""Case -> Toll: how many an event killed and injured, by what its accounts come to.

The best number is the one that most texts come to; a text that is a copy of another has no voice of its own. Where two
numbers have as many, the killed are those of the later account, since a toll grows and the injured die.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from rashomon.codebooks.people import put_together
from rashomon.codebooks.told import Count, Told, told_by
from rashomon.types import Account, Case, Role, Toll

SILENT = Decimal("0.7")  # of the accounts, above which a death that the rest tells of is taken to be another event's
TELL = Decimal("0.4")  # of the accounts that agree on the killed; as many must tell of injured


def tolls(case: Case) -> tuple[Toll, Toll]:
    """The killed and the injured of an event; 0 where no account tells of any."""
    told = _own_texts(case, sorted((told_by(reading) for reading in case.readings), key=_when))
    dead, why_dead = _killed([_numbers(one) for one in told])
    hurt, why_hurt = _injured([_numbers(one) for one in told], dead)
    return (
        _toll("killed", dead, why_dead, [(one.reading.account, one.killed) for one in told]),
        _toll("injured", hurt, why_hurt, [(one.reading.account, one.injured) for one in told]),
    )


def _when(told: Told) -> tuple[date, str, str]:
    account = told.reading.account
    return told.reading.masthead.published or date.min, account.name, account.digest


def _own_texts(case: Case, told: Sequence[Told]) -> list[Told]:
    """The accounts, earliest first, without whole copies of an earlier one that come to the same (a page may grow)."""
    copied = {
        frozenset((copy.left.account, copy.right.account)) for copy in case.copies if copy.kind == "republication"
    }
    kept: list[Told] = []
    for one in told:
        if not any(_pair(one, other) in copied and _numbers(one) == _numbers(other) for other in kept):
            kept.append(one)
    return kept


def _pair(one: Told, other: Told) -> frozenset[Account]:
    return frozenset((one.reading.account, other.reading.account))


def _numbers(told: Told) -> tuple[int, int]:
    return told.killed.number, told.injured.number


def _killed(told: Sequence[tuple[int, int]]) -> tuple[int, str]:
    """The number of killed by what each account, earliest first, comes to."""
    numbers = [dead for dead, _ in told]
    some = [number for number in numbers if number]
    if not some:
        return 0, "no account tells of any"
    if numbers[-1] and not any(numbers[:-1]):
        return numbers[-1], "only the latest account tells of them"
    if len(numbers) - len(some) > SILENT * len(numbers):
        return 0, f"{len(some)} of {len(numbers)} accounts alone tell of any"
    best = _most(some, later=True)
    return best, f"{some.count(best)} of {len(numbers)} accounts come to it"


def _injured(told: Sequence[tuple[int, int]], dead: int) -> tuple[int, str]:
    """The number of injured; who has died by the best number of killed is no longer among them."""
    speaking = [(killed, injured) for killed, injured in told if killed or injured]
    if not speaking:
        return 0, "no account tells of any"
    agreeing = [injured for killed, injured in speaking if killed == dead]
    if not agreeing:
        both = _most([killed + injured for killed, injured in speaking], later=False)
        return max(both - dead, 0), f"{both} killed and injured, less the {dead} killed"
    some = [injured for injured in agreeing if injured]
    if some and len(some) >= TELL * len(agreeing):
        best = _most(some, later=False)
        return best, f"{some.count(best)} of the {len(agreeing)} accounts with {dead} killed come to it"
    return 0, f"{len(agreeing) - len(some)} of the {len(agreeing)} accounts with {dead} killed tell of none"


def _most(numbers: Sequence[int], *, later: bool) -> int:
    """The number that stands most often; of as many, the one that stands last, or else the largest."""
    often = Counter(numbers)
    top = max(often.values())
    most = [number for number in numbers if often[number] == top]
    return most[-1] if later else max(most)


def _toll(role: Role, best: int, reason: str, counts: Iterable[tuple[Account, Count]]) -> Toll:
    given = tuple(counts)
    some = [count.number for _, count in given if count.number]
    return Toll(
        role=role,
        low=min((*some, best)),
        best=best,
        high=max((*some, best)),
        counts=tuple((account, count.number) for account, count in given),
        used=tuple(claim for _, count in given for claim in count.claims),
        victims=put_together([person for _, count in given for person in count.victims]),
        reason=reason,
    )
