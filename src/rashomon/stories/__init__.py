"""Account -> groups of accounts about one event, so that many files become cases."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.lexicons import load
from rashomon.stories.changes import changed
from rashomon.stories.features import fingerprint, weights_of
from rashomon.stories.linkage import linked
from rashomon.stories.neighbours import likeness
from rashomon.types import Account

Story = tuple[Account, ...]

__all__ = ["Story", "changed", "group"]


def group(accounts: Iterable[Account]) -> tuple[Story, ...]:
    """The accounts by the event that they are about, each story and all stories in the order of their names.

    Accounts with the same words are one text and always one story; the others are told apart by their words,
    names and figures, rare ones counting more, and by the days between them. The order given changes nothing.
    """
    ordered = sorted(set(accounts), key=lambda account: (account.name, account.digest))
    texts: dict[str, list[Account]] = {}
    for account in ordered:
        texts.setdefault(fingerprint(account), []).append(account)
    copies = list(texts.values())
    firsts = [same[0] for same in copies]
    weights = weights_of(firsts, load("en"))
    days = [account.published.toordinal() if account.published else None for account in firsts]
    stories = linked(len(firsts), likeness(weights, days))
    whole = [sorted((each for at in story for each in copies[at]), key=_name) for story in stories]
    return tuple(tuple(story) for story in sorted(whole, key=lambda story: _name(story[0])))


def _name(account: Account) -> tuple[str, str]:
    return account.name, account.digest
