"""What could not be read, and what was passed over: in words for the person who gave it."""

from __future__ import annotations

from dataclasses import dataclass


class Unreadable(Exception):
    """A file that is no account: which one, where in it, and why, each in words for the person who gave it."""

    def __init__(self, source: str, reason: str, place: str = "") -> None:
        super().__init__(_line(f"{source}{', ' + place if place else ''}: {reason}"))
        self.source = source
        self.place = place
        self.reason = reason


class Endless(Unreadable):
    """A file that unpacks to more than any file may: nothing more of it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is worth knowing of a file that was read: how much of it was passed over, and why that is no fault."""

    source: str
    words: str

    def __str__(self) -> str:
        return _line(f"{self.source}: {self.words}")


def _line(words: str) -> str:
    """What a file says of itself may hold line ends and controls; what is said of it may not."""
    return "".join(character if character.isprintable() else " " for character in words)
