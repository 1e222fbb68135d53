"""A rate against its time and its total; a household against its size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from rashomon.findings.stated import Stated, after, any_of, before, between, finding, in_a_row, number, stated_in
from rashomon.lexicons import Lexicon
from rashomon.types import Finding, Reading

FEWEST, FULLEST = Decimal(1), Decimal(15)  # people to a household
NEAR = 40  # characters between a number of things and the price of each
LOOSE = Decimal("0.3")  # of the product by which a total may miss it: rates and times are rounded, both


def rate_over_time(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """A hundred and twenty people a day for 30 days, 9,000 in all: the rate makes 3,600.

    find: The ferry carried [120|check=rate; severity=doubt] people a day for [30 days|check=rate], [9,000|check=rate] people in all.
    skip: The ferry carried 120 people a day for 30 days, 3,600 people in all. It has carried 90,000 people in all.
    """  # noqa: E501
    everything = stated_in(reading, lexicon)
    for rate in everything:
        per = _per(lexicon).match(after(rate, 40)) if rate.figure.dimension == "count" else None
        if per is None:
            continue
        near = [other for other in everything if other.sentence == rate.sentence and other is not rate]
        times = [other for other in near if other.figure.dimension == "duration" and other.figure.point]
        totals = [other for other in near if _total(other, rate, lexicon)]
        if len(times) != 1 or len(totals) != 1:
            continue
        time, total = times[0], totals[0]
        days = Decimal(lexicon.by_form("findings.per_time")[per[1].lower()]["days"])
        low, high = (rate.interval.low * time.interval.low / days, rate.interval.high * time.interval.high / days)
        if total.interval.high < low * (1 - LOOSE) or total.interval.low > high * (1 + LOOSE):
            product = (rate.figure.point or rate.interval.low) * (time.figure.point or time.interval.low) / days
            arithmetic = (
                f"{rate.text} {per[1]} × {time.text} = {number(product.quantize(Decimal(1)))}; stated {total.text}"
            )
            yield finding("rate", "doubt", arithmetic, [rate.span, time.span, total.span])


@cache
def _per(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:\s+[\w'-]+){{0,3}}?\s+({lexicon.alternatives('findings.per_time')})\b", re.IGNORECASE)


def _total(stated: Stated, rate: Stated, lexicon: Lexicon) -> bool:
    """Whether a figure is given as the sum: "a total of 900", "900 people in all"."""
    if stated.figure.dimension != "count" or stated.span.start < rate.span.end:
        return False
    return _summed(stated, lexicon)


def _summed(stated: Stated, lexicon: Lexicon) -> bool:
    """Whether words of summing up stand right before or behind a figure."""
    words = any_of("summing_up", lexicon)
    behind = re.match(rf"(?:\s+[\w'-]+){{0,2}},?\s+{words}\b", after(stated, 40), re.IGNORECASE)
    return behind is not None or re.search(rf"\b{words}\s+$", before(stated, 30), re.IGNORECASE) is not None


def people_each(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Forty families, 4,000 people: a hundred to a family.

    find: [Some 40|check=magnitude; severity=doubt] families ([4,000|check=magnitude] people) left Teshar.
    find: [Some 4,000|check=magnitude; severity=doubt] people from [40|check=magnitude] families left Teshar.
    skip: Some 40 families (190 people) left Teshar, and 4,000 people watched them.
    """
    for homes, people in _households(stated_in(reading, lexicon), lexicon):
        if not homes.figure.point or not people.figure.point:
            continue
        each = people.figure.point / homes.figure.point
        if not FEWEST <= each <= FULLEST:
            shared = number(each.quantize(Decimal("0.1")))
            arithmetic = f"{people.text} people / {homes.text} households = {shared} to a household"
            yield finding("magnitude", "doubt", arithmetic, [homes.span, people.span])


def size_of_household(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Forty families of five, 900 people: forty times five is 200.

    find: [Forty|check=magnitude; severity=doubt] families of [five|check=magnitude], [900|check=magnitude] people in all, left Teshar.
    skip: Forty families of five, some 190 people in all, left Teshar.
    """  # noqa: E501
    everything = [stated for stated in stated_in(reading, lexicon) if stated.figure.dimension == "count"]
    for homes, size, people in in_a_row(everything, ("count", "count", "count")):
        if homes.sentence != people.sentence or not _ends(people, "persons", lexicon):
            continue
        of = re.fullmatch(
            rf"\s+{any_of('household', lexicon)}\s+{any_of('of', lexicon)}\s+", between(homes, size), re.IGNORECASE
        )
        if not of or not re.fullmatch(rf"\s*(?:,|\(|{any_of('or', lexicon)})\s*(?:\w+\s+)?", between(size, people)):
            continue
        yield from _missed("magnitude", homes, size, people)


def price_times_number(reading: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Four hundred boats at $1,000 each, $4 million in all: 400 times 1,000 is 400,000.

    find: The yard sold [400|check=rate; severity=doubt] boats at [$1,000|check=rate] each, for [$4 million|check=rate] in all.
    skip: The yard sold 400 boats at $1,000 each, for $400,000 in all. It lost $4 million in all.
    """  # noqa: E501
    for items, price, total in in_a_row(stated_in(reading, lexicon), ("count", "money", "money")):
        apiece = re.match(rf"\s+{any_of('apiece', lexicon)}\b", between(price, total), re.IGNORECASE)
        close = len(between(items, price)) <= NEAR and price.figure.unit == total.figure.unit
        if apiece and close and items.sentence == total.sentence and _summed(total, lexicon):
            yield from _missed("rate", items, price, total)


def _missed(check: str, items: Stated, each: Stated, total: Stated) -> Iterator[Finding]:
    """A number of things times what each of them has, where a total misses it by more than both are rounded."""
    product = items.point * each.point
    if abs(product - total.point) > LOOSE * product:
        arithmetic = f"{items.text} × {each.text} = {number(product)}; stated {total.text}"
        yield finding(check, "doubt", arithmetic, [items.span, each.span, total.span])


def _households(everything: Sequence[Stated], lexicon: Lexicon) -> Iterator[tuple[Stated, Stated]]:
    """Households and the people in them, where the words between them say that they are the same."""
    counts = [stated for stated in everything if stated.figure.dimension == "count"]
    for one, other in pairwise(counts):
        if _ends(one, "household", lexicon) and _ends(other, "persons", lexicon):
            tie = rf"\s+(?:\w+\s+)?{any_of('household', lexicon)}\s*(?:,|\(|-)\s*(?:{any_of('or', lexicon)}\s+)?"
            if re.fullmatch(tie, between(one, other)):
                yield one, other
        elif _ends(one, "persons", lexicon) and _ends(other, "household", lexicon):
            tie = rf"\s+(?:\w+\s+)?{any_of('persons', lexicon)}\s+{any_of('member_of', lexicon)}\s+"
            if re.fullmatch(tie, between(one, other)):
                yield other, one


def _ends(stated: Stated, table: str, lexicon: Lexicon) -> bool:
    """Whether what a figure counts ends in a word of a list."""
    counted = stated.figure.counted.text if stated.figure.counted else ""
    return re.search(rf"\b{any_of(table, lexicon)}$", counted, re.IGNORECASE) is not None


RULES = (rate_over_time, people_each, size_of_household, price_times_number)
