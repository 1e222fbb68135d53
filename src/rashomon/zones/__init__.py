"""Account -> Zone: which characters are title, byline, body, caption, readers' comments, page furniture."""

from __future__ import annotations

from rashomon.lexicons import Lexicon
from rashomon.types import Account, Zone


def find_zones(account: Account, lexicon: Lexicon) -> tuple[Zone, ...]:
    """The zones of an account, in order, without overlap, covering all its text but white space."""
    text = account.text
    if not text.strip():
        return ()
    first = len(text) - len(text.lstrip())
    end = text.find("\n", first)
    if end < 0:
        return (Zone(span=account.span(0, len(text)), kind="body"),)
    return (Zone(span=account.span(0, end), kind="title"), Zone(span=account.span(end, len(text)), kind="body"))
