"""A piece of what was given: the smallest part of it that can be read as an account by itself."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.types import Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Bytes, the parser that makes a text of them, and the names they may have, the shortest first."""

    content: bytes
    parser: str
    names: tuple[str, ...]
    source: str
    place: str = ""
    provenance: Provenance | None = None
