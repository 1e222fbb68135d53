"""Who took it from whom, where the text or the dates show it."""

from __future__ import annotations

from rashomon.lexicons import Lexicon, load
from rashomon.names import names_meet
from rashomon.origins.pairs import Pair
from rashomon.types import Copy, Direction, Reading

Shown = tuple[Direction, str]  # the direction, and what shows it


def direction_of(pair: Pair, copy: Copy) -> Shown:
    """The direction that the first sign of any shows."""
    lexicon = load(pair.left.reading.account.language)
    left, right = pair.left.reading, pair.right.reading
    return (
        _names_the_other(left, right, lexicon)
        or _agency_behind(left, right, lexicon)
        or _somebody_spoke(copy)
        or _dates_order(left, right, copy)
        or ("unknown", "nothing in the texts or their dates shows who had it first")
    )


def _names_the_other(left: Reading, right: Reading, lexicon: Lexicon) -> Shown | None:
    """One account says where it was first published, or credits the other's outlet."""
    sides: tuple[tuple[Reading, Reading, Direction], ...] = ((left, right, "b_to_a"), (right, left, "a_to_b"))
    for one, other, direction in sides:
        first = one.masthead.republished_from
        for stated in (*((first,) if first else ()), *one.masthead.credits):
            if other.masthead.outlet and names_meet(stated.value, other.masthead.outlet.value, lexicon):
                return direction, f"{one.account.name} names {stated.value} as its source"
    return None


def _agency_behind(left: Reading, right: Reading, lexicon: Lexicon) -> Shown | None:
    """An agency is credited by one or both, so that both may have it from there."""
    one, other = agencies_of(left, lexicon), agencies_of(right, lexicon)
    shared = [name for name in one if name in other]
    if shared:
        return "common_source", f"both name {shared[0]}"
    for reading, names in ((left, one), (right, other)):
        if names:
            return "common_source", f"{reading.account.name} names {names[0]}"
    return None


def _somebody_spoke(copy: Copy) -> Shown | None:
    """An utterance or a statement has a speaker, from whom both may have it."""
    return ("common_source", "both give the words of one speaker") if copy.kind in {"quote", "statement"} else None


def _dates_order(left: Reading, right: Reading, copy: Copy) -> Shown | None:
    """One report is dated days before the other and nothing else is known."""
    one, other = left.masthead.published, right.masthead.published
    if copy.kind != "republication" or one is None or other is None or one == other:
        return None
    first, later = (left, right) if one < other else (right, left)
    days = f"{first.account.name} is dated {min(one, other)}, {later.account.name} {max(one, other)}"
    return "a_to_b" if one < other else "b_to_a", f"{days}; neither credits another"


def agencies_of(reading: Reading, lexicon: Lexicon) -> tuple[str, ...]:
    """The agencies that an account credits or has somebody speak to, by their first name in the word list."""
    known = lexicon.by_form("mastheads.agency")
    media = (
        known[name].forms[0] for name in ((claim.medium or "").lower() for claim in reading.claims) if name in known
    )
    return tuple(dict.fromkeys((*credited_in(reading, lexicon), *media)))


def credited_in(reading: Reading, lexicon: Lexicon) -> tuple[str, ...]:
    """The agencies in an account's credit lines."""
    known = lexicon.by_form("mastheads.agency")
    named = (stated.value.lower() for stated in reading.masthead.credits)
    return tuple(dict.fromkeys(known[name].forms[0] for name in named if name in known))
