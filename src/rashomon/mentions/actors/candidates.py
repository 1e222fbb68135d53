"""A mention before it is known for whom it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.types import ActorKind, Sentence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A name or a description at its characters: `named` tells which, `body` whom a person speaks for."""

    span: Span
    sentence: Sentence
    kind: ActorKind
    named: bool
    head: str
    body: str | None = None
    office: str = ""
    definite: bool = True
    rule: str = ""

    def meets(self, other: Candidate) -> bool:
        return self.span.meets(other.span)

    def by(self, rule: str) -> Candidate:
        return replace(self, rule=rule)
