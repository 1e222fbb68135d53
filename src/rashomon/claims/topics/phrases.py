"""A short neutral phrase for what a figure measures: "children killed · strike · Teshar"."""

from __future__ import annotations

from rashomon.claims.topics.populations import Counted
from rashomon.claims.topics.setting import Setting
from rashomon.types import Place, Role

TOLD = {"injured": "wounded", "present": "present", "participants": "taking part", "captured": "captured"}


def measure_of(setting: Setting, role: Role, counted: Counted, place: Place | None, event: frozenset[str]) -> str:
    """The phrase, of the role, the people or things counted, the happening and the place."""
    noun = setting.figure.counted.text if setting.figure.counted else ""
    if role in {"share", "duration", "distance", "area", "money"}:
        about = f"{role} of {noun}" if noun else role
    elif role in {"items", "forces", "other"}:
        about = " ".join(noun.split()) or role
    else:
        about = f"{counted.population or 'people'} {TOLD.get(role, role)}"
    return " · ".join([about, *sorted(event)[:2], *([place.name] if place else [])])
