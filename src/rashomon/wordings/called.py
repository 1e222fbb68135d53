"""One mention of an actor with what stands around it, as the deciders of the cast look at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.lexicons import Lexicon
from rashomon.text import plain
from rashomon.types import Actor, Reading
from rashomon.wordings.offices import office_before

Place = tuple[str, int, int]
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_HEAD = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_TAIL = re.compile(r"['’]s?$")
_OWNER = re.compile(r"\s*['’]s?\s+$|\s+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """One mention: its place, the words it uses, and the name that its own account has for it.

    `owner` is the mention right before it that has it ("Iraq's leaders", "his government"), `bearer` the name right
    behind a title, `pronoun` whether it is one.
    """

    place: Place
    actor: Actor
    text: str
    office: str = ""
    owner: Actor | None = None
    bearer: Actor | None = None
    pronoun: bool = False

    @property
    def named(self) -> bool:
        return self.actor.rule.endswith(("named_actor", "country_actor")) or ".capitals." in self.actor.rule

    @property
    def account(self) -> str:
        return self.actor.account.id

    @property
    def definite(self) -> bool:
        """Whether an article stands before the words."""
        return self.actor.span.text != self.text


def place_of(actor: Actor) -> Place:
    """Where a mention stands: its account and its characters."""
    return actor.account.id, actor.span.start, actor.span.end


def called_in(readings: Sequence[Reading], lexicon: Lexicon) -> Iterator[Called]:
    """Every mention in the order of the accounts and their texts."""
    for reading in readings:
        text = plain(reading.account.text)
        ordered = sorted(reading.actors, key=lambda actor: (actor.span.start, actor.span.end))
        for before, actor, after in zip((None, *ordered), ordered, (*ordered[1:], None), strict=False):
            person = actor.kind == "person"
            yield Called(
                place=place_of(actor),
                actor=actor,
                text=bare(actor.span.text),
                office=office_before(text, actor, lexicon)[0] if person else "",
                owner=before if before is not None and _owns(before, actor, text, lexicon) else None,
                bearer=after if after is not None and person and _bears(actor, after) else None,
                pronoun=actor.span.text.lower() in lexicon.lowered("actors.pronoun"),
            )


def _owns(before: Actor, actor: Actor, text: str, lexicon: Lexicon) -> bool:
    """Whether the mention before has this one: "Iraq's leaders", "his government"."""
    between = text[before.span.end : actor.span.start]
    if before.span.text.lower() in lexicon.lowered("actors.pronoun"):
        return between == " "
    return bool(_OWNER.fullmatch(between)) and (between != " " or before.span.text[-2:] in {"'s", "s'", "’s", "s’"})


def _bears(title: Actor, name: Actor) -> bool:
    return name.kind == "person" and name.rule.endswith("named_actor") and name.span.start == title.span.end + 1


def bare(text: str) -> str:
    """A mention's words without their article and the mark of the genitive."""
    return re.sub(r"\s+", " ", _TAIL.sub("", _HEAD.sub("", text.strip()))).strip(" ,.")


def counted_off(text: str, lexicon: Lexicon) -> list[str]:
    """The words of a group without how many they are: "4,000 fighters", "some fighters"."""
    words = text.split()
    while len(words) > 1 and (words[0][:1].isdigit() or words[0].lower() in lexicon.lowered("actors.quantity")):
        words = words[1:]
    return words
