"""Zone -> Masthead: outlet, author, credited agency, title and day of publication, each with its characters."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicons import Lexicon
from rashomon.types import Account, Masthead, Zone


def find_masthead(account: Account, zones: Sequence[Zone], lexicon: Lexicon) -> Masthead:
    """What the account says of itself; what a sidecar states outranks what the text lets one infer."""
    return Masthead()
