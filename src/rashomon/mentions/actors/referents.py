"""One name for all mentions of one actor: "Ana Bel" and "Bel", "the Teshar Observatory" and "the monitor"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.lexicons import Lexicon
from rashomon.mentions.actors.candidates import Candidate
from rashomon.types import ActorKind

ASKED = 1 << 12  # names that are remembered; every name of an account is asked for again and again


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A candidate and the name of the actor it stands for."""

    candidate: Candidate
    name: str
    kind: ActorKind
    affiliation: str | None


def name_all(candidates: Sequence[Candidate], lexicon: Lexicon) -> tuple[Named, ...]:
    """Each candidate under its actor's name: the longest form of a name; a description only where one fits."""
    short = {form.lower(): entry["name"] for entry in lexicon.entries("actors.acronym") for form in entry.forms}
    full = _full_names([candidate for candidate in candidates if candidate.named], short, lexicon)
    bodies = _affiliations(candidates, full, lexicon)
    named = []
    names = sorted({name for (_, kind), name in full.items() if kind in {"body", "outlet"}})
    before = {candidate.span.start: candidate for candidate in candidates if candidate.named}
    for candidate in candidates:
        text = _clean(candidate.span.text)
        bearer = before.get(candidate.span.end + 1)
        if candidate.named:
            name = full[text, candidate.kind]
        elif candidate.kind == "person" and bearer is not None and bearer.kind == "person":
            name = full[_clean(bearer.span.text), "person"]
        else:
            name = _described(candidate, candidates, full, lexicon, bodies, names) or text
        named.append(Named(candidate=candidate, name=name, kind=candidate.kind, affiliation=bodies.get(name)))
    return tuple(named)


def _clean(text: str) -> str:
    """The words alone: without an article, or how many they are ("the 220 evacuees")."""
    return re.sub(r"\s+", " ", re.sub(r"^(?:(?:[Tt]he|[Aa]n?)\s+)?(?:\d[\d,.]*\s+)?", "", text)).strip(" ,.'’")


@lru_cache(maxsize=ASKED)
def tokens(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a name that tell it from others, in lower case."""
    return tuple(word for word in re.findall(r"\w+", name.lower()) if word not in lexicon.lowered("actors.small"))


def _full_names(
    candidates: Sequence[Candidate], short: dict[str, str], lexicon: Lexicon
) -> dict[tuple[str, ActorKind], str]:
    """The longest name of which each name is the end (persons) or a part, if it is the only one."""
    counted = Counter((_clean(candidate.span.text), candidate.kind) for candidate in candidates)
    full: dict[tuple[str, ActorKind], str] = {}
    for text, kind in counted:
        if text.lower() in short:
            full[text, kind] = short[text.lower()]
            continue
        longer = [
            other
            for other, of in counted
            if of == kind
            and len(tokens(other, lexicon)) > len(tokens(text, lexicon))
            and _part(text, other, kind, lexicon)
        ]
        tops = [
            one
            for one in longer
            if not any(one != two and _part(one, two, kind, lexicon) and len(one) < len(two) for two in longer)
        ]
        full[text, kind] = tops[0] if len(tops) == 1 else text
    return full


def _part(short: str, long: str, kind: ActorKind, lexicon: Lexicon) -> bool:
    a, b = tokens(short, lexicon), tokens(long, lexicon)
    if not a:
        return False
    if kind == "person":
        return b[-len(a) :] == a or (len(a) == 1 and a[0] == b[0]) or (a[0] == b[0] and a[-1] == b[-1])
    if len(a) == 1 and short.isupper() and len(short) > 1:
        return "".join(word[0] for word in re.findall(r"\w+", long) if word[0].isupper()).lower() == a[0]
    return set(a) <= set(b)


def _affiliations(
    candidates: Sequence[Candidate], full: dict[tuple[str, ActorKind], str], lexicon: Lexicon
) -> dict[str, str]:
    """The body that each named person speaks for, under the body's full name, if the account gives but one."""
    stated: dict[str, list[str]] = {}
    for candidate in candidates:
        if candidate.named and candidate.kind == "person" and candidate.body:
            name = full[_clean(candidate.span.text), "person"]
            body = body_name(candidate.body, full, lexicon)
            if any(
                kind == "person" and set(tokens(text, lexicon)) <= set(tokens(body, lexicon)) for text, kind in full
            ):
                continue
            stated.setdefault(name, []).append(body)
    return {name: max(bodies, key=lambda body: (bodies.count(body), len(body))) for name, bodies in stated.items()}


def body_name(text: str, full: dict[tuple[str, ActorKind], str], lexicon: Lexicon) -> str:
    """A body's full name in this account, from a part of it, if only one fits."""
    names = {full[key] for key in full if key[1] in {"body", "outlet"}}
    text = _clean(text)
    fitting = sorted(
        name for name in names if set(tokens(text, lexicon)) <= set(tokens(name, lexicon)) and tokens(text, lexicon)
    )
    return fitting[0] if len(fitting) == 1 else text


def _described(
    candidate: Candidate,
    candidates: Sequence[Candidate],
    full: dict[tuple[str, ActorKind], str],
    lexicon: Lexicon,
    bodies: dict[str, str],
    names: Sequence[str],
) -> str | None:
    """The only named actor that a description may stand for, or None."""
    text = _clean(candidate.span.text).lower()
    if text in lexicon.lowered("actors.bare"):
        longer = {_clean(c.span.text) for c in candidates if _clean(c.span.text).lower().endswith(f" {text}")}
        whole = sorted({one.lower(): one for one in sorted(longer) if one[:1].isupper()}.values())
        return whole[0] if len(whole) == 1 else None
    if candidate.kind == "person":
        return _office(candidate, text, names, lexicon, bodies) or _titled(candidate, candidates, full, lexicon)
    return _body_described(text, names, lexicon, definite=candidate.definite)


def _body_described(text: str, names: Sequence[str], lexicon: Lexicon, *, definite: bool) -> str | None:
    """The only named body that has the description's last word in its name, or is of its class."""
    last = text.split()[-1:]
    fitting = [name for name in names if last and last[0] in tokens(name, lexicon)] if definite else []
    if not fitting:
        for entry in lexicon.entries("actors.class"):
            if any(text == form or text.endswith(" " + form) for form in entry.forms):
                fitting = [name for name in names if set(tokens(name, lexicon)) & set(entry["names"].split())]
                break
    return fitting[0] if len(fitting) == 1 else None


def _titled(
    candidate: Candidate, candidates: Sequence[Candidate], full: dict[tuple[str, ActorKind], str], lexicon: Lexicon
) -> str | None:
    """The minister, the pontiff: the only person who is named with that title."""
    same = {candidate.head}
    for entry in lexicon.entries("titles.same"):
        if candidate.head in entry.forms:
            same |= set(entry.forms)
    if not candidate.definite:
        return None
    fitting = {
        full[_clean(other.span.text), "person"]
        for other in candidates
        if other.named and other.kind == "person" and same & set(other.office.split())
    }
    return next(iter(fitting)) if len(fitting) == 1 else None


def _office(
    candidate: Candidate, text: str, names: Sequence[str], lexicon: Lexicon, bodies: dict[str, str]
) -> str | None:
    """The observatory director, the head of the observatory: the only person said to speak for that body."""
    if candidate.body:
        described = _clean(candidate.body).lower()
        body = _body_described(described, names, lexicon, definite=True)
        if body is None and described.split()[-1] in lexicon.forms("actors.generic"):
            return next(iter(bodies)) if len(bodies) == 1 else None
        words = set(tokens(body or described, lexicon))
    else:
        words = set(tokens(text, lexicon)) - {candidate.head}
    fitting = [name for name, body in bodies.items() if words and words <= set(tokens(body, lexicon))]
    return fitting[0] if len(fitting) == 1 else None
