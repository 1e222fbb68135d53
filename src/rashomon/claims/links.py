"""From the characters of a source to the links of a chain: the speaker, then whom the speaker speaks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from rashomon.claims.said import Context
from rashomon.claims.shelves import meeting
from rashomon.claims.standins import author_of, called_before, goes_on, is_document, speaker_before
from rashomon.lexicons import Lexicon
from rashomon.types import Actor, ActorKind, Link, LinkKind, Span, Speech

_KINDS: dict[ActorKind, LinkKind] = {"person": "person", "body": "body", "group": "body", "outlet": "body"}
NOT_NAMED = "outlet not named"
PRONOUN = "pronouns.resolve"
_OWNER = re.compile(r"['’](?:s\b)?\s*\w")


def links_of(source: Span, cue: Span | None, context: Context) -> tuple[Link, ...]:
    """The links that a source gives: "Observatory head Ana Bel" is Ana Bel, then the Observatory."""
    meant = _stood_for(source, cue, context)
    if meant:
        return (replace(meant[0], span=source, cue=cue), *meant[1:])
    here = meeting(context.actors, source.start, source.end)
    inside = [actor for actor in here if source.holds(actor.span) or actor.span.start < source.start]
    inside = [actor for actor in inside if not _is_country(actor, source)]
    owner = next((actor for actor in inside if _is_owner(actor, source)), None)
    inside = [actor for actor in inside if actor is not owner]
    whole = _owned(owner, source, context.lexicon) if owner is not None else _plain(source.text, context.lexicon)
    if not inside:
        return (Link(name=whole, kind=_unnamed(source), span=source, cue=cue),)
    joint = _joint(source, inside, context.lexicon) or _listed(source, inside, context.lexicon)
    if joint is not None:
        return (Link(name=joint, kind=_KINDS[inside[0].kind], span=source, cue=cue),)
    nearest = _named_beside(source, inside, context) or _nearest(source, inside, context.lexicon)
    if nearest.kind != "person" and _holds_office(source, nearest, context.lexicon):
        body = Link(name=nearest.name, kind=_KINDS[nearest.kind], span=nearest.span)
        return (Link(name=_plain(source.text, context.lexicon), kind="person", span=source, cue=cue), body)
    name = nearest.name if _named(nearest, context.lexicon) else whole
    if nearest.kind != "person" and source.holds(nearest.span):
        name = _behind(source.account.text[nearest.span.end : source.end], context.lexicon) or name
    first = Link(name=name, kind=_KINDS[nearest.kind], span=source, cue=cue)
    return (first, *(_spoken_for(nearest, inside, context.lexicon) or _whose(nearest, context.lexicon)))


def _stood_for(source: Span, cue: Span | None, context: Context) -> tuple[Link, ...]:
    """The links of whom a pronoun, a description or a document stands for; none where that would be a guess."""
    if source in context.meant:
        return links_of(context.meant[source], cue, context)
    paper = is_document(source, context.lexicon)
    called = called_before(source, context)
    if called is not None and paper:
        return links_of(called, cue, context)
    told = speaker_before(source, context) or goes_on(source, cue, context)
    spoken = (told.meant or told.source) if told is not None else author_of(source, context)
    if spoken is not None:
        outlet = medium_link(told, context) if told is not None else None
        return (*links_of(spoken, cue, context), *((outlet,) if outlet else ()))
    links = links_of(called, cue, context) if called is not None else ()
    bare = called is not None and len(links) == 1 and links[0].name == _plain(called.text, context.lexicon)
    return _by_noun(called, links[0], context) if called is not None and bare else links


def _by_noun(called: Span, link: Link, context: Context) -> tuple[Link, ...]:
    """A harbour clerk, then the clerk: both under the words for the person alone, without what hangs on them."""
    inside = [actor for actor in meeting(context.actors, called.start, called.end) if called.holds(actor.span)]
    if not inside:
        return ()
    return (replace(link, name=_plain(_nearest(called, inside, context.lexicon).span.text, context.lexicon)),)


@cache
def _affiliate(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.alternatives("speech.affiliate")
    return re.compile(rf"\s(?:{words})\s(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)")


def _behind(rest: str, lexicon: Lexicon) -> str | None:
    """The name for which another only tells what it is: "Courier affiliate [Radio Edran]"."""
    found = _affiliate(lexicon).fullmatch(rest)
    return found["name"] if found is not None else None


def _is_owner(actor: Actor, source: Span) -> bool:
    """Whether an actor is a pronoun that only tells whose family or office speaks: "his family"."""
    return actor.rule.endswith(PRONOUN) and actor.span.start == source.start and actor.span.end < source.end


def _owned(owner: Actor, source: Span, lexicon: Lexicon) -> str:
    """The family of Ana Bel, where the source has "her family"."""
    rest = _plain(source.account.text[owner.span.end : source.end], lexicon)
    return f"{owner.name}{lexicon.forms('speech.possessive')[0]} {rest}"


def _named_beside(source: Span, inside: Sequence[Actor], context: Context) -> Actor | None:
    """The name that follows an office after a comma: "said the group's director, Ana Bel"."""
    last = max(inside, key=lambda actor: actor.span.end)
    named = [actor for actor in inside if actor.kind == "person" and _named(actor, context.lexicon)]
    if last.kind != "person" or not all(_owns(actor, source) for actor in named):
        return None
    for actor in meeting(context.actors, source.end, source.end + len(", x")):
        beside = source.account.text[source.end : actor.span.start] == ", " and last.span.end == source.end
        if beside and actor.kind == "person" and actor.rule.endswith("named_actor"):
            return actor
    return None


def _is_country(actor: Actor, source: Span) -> bool:
    """Whether an actor is a country that only tells whose official speaks: "Iraq's minister"."""
    return actor.rule.endswith("country_actor") and actor.span.end < source.end


def _spoken_for(nearest: Actor, inside: Sequence[Actor], lexicon: Lexicon) -> tuple[Link, ...]:
    """The body that a person speaks for: stated elsewhere in the account, or named in the source itself."""
    if nearest.kind != "person":
        return ()
    if nearest.affiliation and nearest.affiliation != nearest.name:
        return (Link(name=nearest.affiliation, kind="body"),)
    for other in inside:
        if (
            other is not nearest
            and other.kind in {"body", "outlet"}
            and _named(other, lexicon)
            and other.name != nearest.name
        ):
            return (Link(name=other.name, kind=_KINDS[other.kind], span=other.span),)
    return ()


def _whose(nearest: Actor, lexicon: Lexicon) -> tuple[Link, ...]:
    """The body that is named before an office within one description: "[Edran police] officials"."""
    plain, _, office = _plain(nearest.span.text, lexicon).rpartition(" ")
    words = plain.lower().split()
    known = lexicon.lowered("actors.body") | lexicon.lowered("actors.acronym")
    named = plain[:1].isupper() and any(word in known for word in words) and not _named(nearest, lexicon)
    if not named or office.lower().removesuffix("s") not in lexicon.lowered("titles.role"):
        return ()
    start = nearest.span.start + nearest.span.text.index(plain)
    return (Link(name=plain, kind="body", span=nearest.account.span(start, start + len(plain))),)


def _named(actor: Actor, lexicon: Lexicon) -> bool:
    """Whether an actor goes by a name, its own or that of the actor it stands for."""
    return (
        actor.rule.endswith(("named_actor", "country_actor"))
        or actor.name.lower() != _plain(actor.span.text, lexicon).lower()
    )


@cache
def _office(lexicon: Lexicon) -> re.Pattern[str]:
    roles, hangs = (lexicon.alternatives(name) for name in ("titles.role", "actors.hangs"))
    return re.compile(rf"(?:['’]?s)?\s+(?:(?!(?:{hangs})\b)[\w-]+\s+){{0,2}}(?:{roles})s?\b", re.IGNORECASE)


def _holds_office(source: Span, body: Actor, lexicon: Lexicon) -> bool:
    """Whether the source is somebody of the body: "a Courier correspondent"."""
    rest = source.account.text[body.span.end : source.end]
    return body.span.end <= source.end and _office(lexicon).match(rest) is not None


@cache
def _hanging(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon.alternatives('actors.hangs')})\b[^,]*$|\w['’]s?\s*$")


def _owns(actor: Actor, source: Span) -> bool:
    """Whether an actor only tells whose the speaker is: "the boy's uncle" is the uncle."""
    return _OWNER.match(source.account.text, actor.span.end, source.end) is not None


def _nearest(source: Span, inside: Sequence[Actor], lexicon: Lexicon) -> Actor:
    """A name before a description unless it hangs on another ("a friend of"), a person before a body, the first."""

    def rank(actor: Actor) -> tuple[bool, bool, bool, bool, bool, int]:
        ends = [other.span.end for other in inside if other.span.end <= actor.span.start]
        left = source.account.text[max([source.start, *ends]) : actor.span.start]
        hangs = _hanging(lexicon).search(left) is not None
        unnamed = not _named(actor, lexicon) or actor.span.text.rpartition(" ")[2].lower() in lexicon.lowered(
            "titles.role"
        )
        own = actor.span.end == source.end  # "Teshar producer Ana Bel", where Teshar too may be a name
        return (_owns(actor, source), hangs, actor.kind != "person", unnamed, not own, actor.span.start)

    return min(inside, key=rank)


@cache
def _joining(lexicon: Lexicon) -> re.Pattern[str]:
    article = lexicon.alternatives("actors.article")
    return re.compile(
        rf",?\s+(?P<join>{lexicon.alternatives('speech.joining')}|&)\s+(?:(?:{article})\s+)?", re.IGNORECASE
    )


def _joint(source: Span, inside: Sequence[Actor], lexicon: Lexicon) -> str | None:
    """A monitor and rebels: two sources joined are one link."""
    ordered = sorted(inside, key=lambda actor: actor.span.start)
    for left, right in pairwise(ordered):
        between = source.account.text[left.span.end : right.span.start]
        joined = _joining(lexicon).fullmatch(between)
        if joined is not None and left.name != right.name:
            return f"{left.name} {joined['join']} {right.name}"
    return None


def _listed(source: Span, inside: Sequence[Actor], lexicon: Lexicon) -> str | None:
    """Foreign papers, clerks, and the guild: a list that ends in an actor is one link, in its own words."""
    last = max(inside, key=lambda actor: actor.span.start)
    text = source.account.text[source.start : max(source.start, last.span.start)]
    joined = [found.end() for found in _joining(lexicon).finditer(text)]
    return _plain(source.text, lexicon) if joined and joined[-1] == len(text) and "," in text else None


def joint_parts(source: Span, context: Context) -> list[Actor]:
    """The actors that "and" joins in one source, in order."""
    source = context.meant.get(source, source)
    inside = sorted(
        (actor for actor in meeting(context.actors, source.start, source.end) if source.holds(actor.span)),
        key=lambda actor: actor.span.start,
    )
    parts = inside[:1]
    for right in inside[1:]:
        between = source.account.text[parts[-1].span.end : right.span.start]
        if between.strip() == "," or _joining(context.lexicon).fullmatch(between):
            parts.append(right)
    return parts


@cache
def _article(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"^(?:{lexicon.alternatives('actors.article')})\s+", re.IGNORECASE)


def _plain(text: str, lexicon: Lexicon) -> str:
    return re.sub(r"\s+", " ", _article(lexicon).sub("", text)).strip(" ,.")


def _unnamed(source: Span) -> LinkKind:
    return "body" if source.text[:1].isupper() and " " in source.text else "anonymous"


def medium_link(speech: Speech, context: Context) -> Link | None:
    """The outlet that was told, or that carried the words; a platform or an occasion is none."""
    if speech.medium is None:
        return None
    press = context.lexicon.lowered("actors.outlet_word")
    if not speech.medium.text[:1].isupper() and speech.medium.text.lower().split()[-1] not in press:
        return None
    platforms = context.lexicon.lowered("speech.platform")
    if speech.medium.text.lower() in platforms:
        return None
    name = next(
        (a.name for a in meeting(context.actors, speech.medium.start, speech.medium.end)),
        _plain(speech.medium.text, context.lexicon),
    )
    return Link(name=name, kind="outlet", span=speech.medium)


def _agency(context: Context) -> list[Link]:
    """The one agency whose text this is; several credited, or "agencies", tell nothing of who states what."""
    generic = context.lexicon.lowered("actors.generic_credit")
    credits = [credit for credit in context.found.masthead.credits if credit.value.lower() not in generic]
    names = {credit.value.lower() for credit in credits}
    if len(names) != 1 or len(credits) != len(context.found.masthead.credits):
        return []
    return [Link(name=credits[0].value, kind="outlet", span=credits[0].span)]


def chain(links: Sequence[Link], zone: str, context: Context) -> tuple[Link, ...]:
    """The whole chain: the speakers, the agency whose text this is, the outlet; each name once."""
    masthead = context.found.masthead
    whole = list(links)
    if zone != "title":
        whole += _agency(context)
    if masthead.outlet is not None:
        whole.append(Link(name=masthead.outlet.value, kind="outlet", span=masthead.outlet.span))
    else:
        whole.append(Link(name=NOT_NAMED, kind="own_voice"))
    kept: dict[str, Link] = {}
    agencies = _agencies(context.lexicon)
    for link in whole:
        name = agencies.get(link.name.lower(), link.name)
        kept.setdefault(name.lower(), replace(link, name=name) if name != link.name else link)
    return tuple(kept.values())


@cache
def _agencies(lexicon: Lexicon) -> dict[str, str]:
    """The short names by which agencies go, by their long ones."""
    entries = [entry for entry in lexicon.entries("mastheads.agency") if entry.get("name")]
    return {form.lower(): entry["name"] for entry in entries for form in entry.forms}
