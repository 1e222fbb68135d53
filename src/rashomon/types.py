"""The vocabulary: every value that passes between the stages, frozen.

An account says "at least 12 people died, the ministry said". The `Account` holds the text, a `Span` the
characters of "at least 12", a `Figure` what they mean, a `Link` the ministry, a `Claim` all of it together.
Claims of several accounts that answer one question make a `Fact`; how two of them stand to one another is
a `Relation`; how they stand all together is a `Verdict`. Nothing here has behaviour beyond reading its own
characters, and nothing can be changed once it is made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

ZoneKind = Literal["title", "byline", "heading", "body", "caption", "blockquote", "comment", "boilerplate"]
UNREAD = "unread"  # the name under which an account keeps "page 3: a picture …", while its other pages were read
EVIDENCE: frozenset[str] = frozenset({"title", "heading", "body", "caption", "blockquote"})

PublishedFrom = Literal["stated", "sidecar", "inferred", "unknown"]
Modifier = Literal["exact", "approximate", "at_least", "more_than", "at_most", "less_than", "nearly", "range", "vague"]
Dimension = Literal["count", "share", "duration", "length", "area", "money", "mass", "speed", "temperature", "other"]
Role = Literal[
    "killed", "injured", "missing", "captured", "surrendered", "displaced", "evacuated", "returned", "present",
    "participants", "forces", "items", "share", "area", "duration", "distance", "money", "other",
]  # fmt: skip
StockOrFlow = Literal["stock", "flow", "cumulative"]
Stance = Literal["asserted", "hedged", "denied", "expected", "hypothetical"]
QuoteKind = Literal["direct", "partial", "scare", "block"]
Sense = Literal["stated", "named", "held"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Harm = Literal["killed", "injured", "struck"]
Sex = Literal["female", "male"]
ActorKind = Literal["person", "body", "group", "outlet"]
LinkKind = Literal["person", "body", "outlet", "anonymous", "own_voice"]
CopyKind = Literal["republication", "passage", "quote", "statement"]
Direction = Literal["a_to_b", "b_to_a", "common_source", "unknown"]
RelationKind = Literal[
    "unit_mismatch", "definition_mismatch", "scope_mismatch", "corrects", "retracts", "echo", "same", "rounds_to",
    "within_range", "refines", "bound_compatible", "supersedes", "updates", "conflict", "cannot_compare",
]  # fmt: skip
Outcome = Literal["single", "agree", "compatible", "superseded", "conflict", "undecided"]
Severity = Literal["error", "doubt", "note"]
Independence = Literal["same_text", "same_wire", "same_origin", "independence_not_established", "independent"]
Voice = Literal["own", "quoted"]
ShownKind = Literal["begin", "end", "break", "text", "picture", "part"]


def rule_name(rule: Callable[..., Any]) -> str:
    """The dotted name of a rule, as stamped on what it finds and as `rashomon why` opens it.

    The function `at_least` in `rashomon/mentions/figures/bounds.py` is `mentions.figures.bounds.at_least`.
    """
    return f"{rule.__module__.removeprefix('rashomon.')}.{rule.__name__}"


def content_id(kind: str, *parts: object) -> str:
    """An id made from content alone: the same span of the same account has the same id on every run."""
    text = "\x1f".join(str(part) for part in (kind, *parts))
    return f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


# -- one account ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading or cell of a saved page: where it stands in the account's text and in the page.

    `path` leads to the innermost element that holds all of it ("/html[1]/body[1]/div[2]/p[1]"); `around` names the
    same elements, from the outermost, as a style sheet would ("div#comments.thread"). `linked` counts its characters
    that are links; `guessed` is whether an extractor of articles took it for a part of the article.
    """

    start: int
    end: int
    path: str
    around: tuple[str, ...]
    linked: int = 0
    guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What a page states of itself where no reader sees it: "og:site_name", or "ld:author" of its linked data."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a printed page: where it stands in the account's text, and its box on the page.

    The box is left, bottom, right, top, in points (1/72 inch) from the lower left corner of the page.
    """

    start: int
    end: int
    page: int
    box: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where an account's bytes lay in what was given: "crawl.wacz!archive/data.warc.gz" at byte 4711.

    `offset` is that of a record in its (packed) file, `line` that of a row, counted from 1; `captured` is when an
    archive says that it got them.
    """

    file: str
    offset: int | None = None
    line: int | None = None
    captured: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Account:
    """One text as published by one outlet, with the digest of the bytes it was read from.

    `name` is the file's base name, or the address of a record in an archive. What the file does not state
    (outlet, date …) comes from a sidecar and is kept apart from what the text says, which is the masthead.
    `original` is the smallest part of what was given that can be read by itself: a file, a record of a web archive,
    a letter, a row of a table. `parser` makes the text of it, in the version that `parsed_by` names.
    """

    name: str
    text: str
    digest: str
    source: str = ""
    parser: str = "plain"
    language: str = "en"
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    title: str | None = None
    published: date | None = None
    original: bytes = b""  # the bytes given, where the text is not simply those bytes decoded
    parsed_by: str = ""
    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()
    meta: tuple[Meta, ...] = ()
    provenance: Provenance | None = None

    @property
    def id(self) -> str:
        return content_id("account", self.name, self.digest)

    def span(self, start: int, end: int) -> Span:
        return Span(account=self, start=start, end=end)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, Account) and (self.name, self.digest) == (other.name, other.digest)

    def __hash__(self) -> int:
        return hash((self.name, self.digest))

    def __repr__(self) -> str:
        return f"Account({self.name!r}, {len(self.text)} characters)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters of an account: code-point offsets, end excluded. The only way to hold text."""

    account: Account
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.account.text):
            raise ValueError(f"no span {self.start}:{self.end} in {self.account.name}")

    @property
    def text(self) -> str:
        return self.account.text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        return self.account == other.account and self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        return self.account == other.account and self.start < other.end and other.start < self.end

    def __repr__(self) -> str:
        return f"Span({self.account.name}:{self.start}-{self.end} {self.text[:40]!r})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One thing that a saved page shows, in the order of the page: `<b>At least 12</b> died` is four.

    An `element` begins or ends, a block breaks off, or characters stand there: those of the account's text from `start`
    to `end`. Where an element begins, `words` is its address if it is a link. A "picture" has what it is said to show
    for its words; a "part" is what no text is read from (a button, a frame), with the words on it.
    """

    kind: ShownKind
    element: str = ""
    words: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A line of a print as it is set: its words, its box once its page is upright, the height of its letters.

    `edges` says where each of its characters begins, and where the last one ends, in points from the left. `start` is
    where its first character stands in the account's text, None for what runs along the edges of the pages and was not
    read.
    """

    words: str
    box: tuple[float, ...]
    edges: tuple[float, ...]
    size: float
    start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page of a print, upright: its edges (left, bottom, right, top, in points) and its lines in their order."""

    number: int
    box: tuple[float, ...]
    lines: tuple[Print, ...] = ()
    is_picture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What an account was read from, laid out as it was given, so that its characters can be found in it.

    A saved page has what it has `shown`, a print has `sheets`, a text has neither: it is the account's own text.
    `length` is how many bytes it has. `unplaced` says why, where the bytes could not be laid out so that every
    character of the account has its place in them.
    """

    account: Account
    length: int
    shown: tuple[Shown, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    unplaced: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of an account with one function: its title, a caption, a reader's comment."""

    span: Span
    kind: ZoneKind
    rule: str = ""

    @property
    def is_evidence(self) -> bool:
        return self.kind in EVIDENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A value of the masthead with the characters that state it; no span where it was inferred or given."""

    value: str
    span: Span | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What an account says about itself: outlet, author, agency credited, title, day of publication."""

    outlet: Stated | None = None
    author: Stated | None = None
    title: Stated | None = None
    published: date | None = None
    published_from: PublishedFrom = "unknown"
    published_span: Span | None = None
    published_rule: str = ""
    credits: tuple[Stated, ...] = ()
    republished_from: Stated | None = None


class Word(NamedTuple):
    """One token of a parsed sentence; `head` is the position of its head in the sentence, itself at a root.

    Most values of a reading are words, and a tuple is sent to another process at less than half of the cost.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    relation: str
    head: int
    entity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence in its zone. `words` is empty where nothing in it called for the parser."""

    span: Span
    zone: Zone
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Something an account mentions, at its characters, in its zone, found by a rule."""

    span: Span
    zone: ZoneKind
    rule: str = ""

    @property
    def account(self) -> Account:
        return self.span.account

    @property
    def id(self) -> str:
        kind = type(self).__name__.lower()
        return content_id(kind, self.account.name, self.account.digest, self.span.start, self.span.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Mention):
    """A stated quantity: "at least 43" is low 43, high open, point 43.

    Shares are fractions, durations days, lengths metres, areas square metres, masses kilograms, speeds metres
    a second; money keeps its currency in `unit`, as do all others the unit word in its singular ("mile").
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    point: Decimal | None = None
    modifier: Modifier
    dimension: Dimension = "count"
    unit: str | None = None
    counted: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Mention):
    """Words set in quotation marks, or a block of them; `content` is what stands between the marks."""

    content: Span
    kind: QuoteKind
    utterance: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech(Mention):
    """Somebody is said to have said something: the span is the content, beside its source and its cue.

    "The ministry [source] said [cue] the road was open [span]." The medium is who carried it: "told AFP".
    `pieces` holds the parts of a content that its cue interrupts, one otherwise. Where the source is "who" or
    "which", `meant` is whom it stands for. The sense is "stated" for what is said to be so, "named" for what is only
    spoken of ("announced a tax"), "held" for what is told of a mind ("wants a tax"): nobody vouches for a figure there.
    """

    source: Span | None
    cue: Span | None
    medium: Span | None = None
    pieces: tuple[Span, ...] = ()
    quoted: bool = False
    meant: Span | None = None
    sense: Sense = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Mention):
    """A time expression with its TIMEX3 type and value, and the days it may mean once resolved."""

    type: TimeType
    value: str
    earliest: date | None = None
    latest: date | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Mention):
    """A named place; without coordinates where no gazetteer has it ("the Salaheddin neighborhood")."""

    name: str
    kind: str
    gazetteer_id: str | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    country: str | None = None
    candidates: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Mention):
    """A name, description or pronoun, and the one actor of the account it stands for."""

    name: str
    kind: ActorKind
    affiliation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim(Mention):
    """A person told in words as killed or hurt: "a man was shot dead", "Ana Bel, 23, died".

    `harm` is "struck" where the words leave open how it ended ("was shot"); `cue` is the word that says so. The
    mentions of one account that mean one person have one number in `person`, counted from 1. `attacker` is whether
    the account tells of the person as the one who attacked.
    """

    harm: Harm
    cue: Span
    person: int = 0
    name: str | None = None
    age: int | None = None
    sex: Sex | None = None
    attacker: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One step of an attribution: who, in whose characters, and the cue; no span where metadata gave it."""

    name: str
    kind: LinkKind
    span: Span | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days within which something is said to have happened; open where an end is not stated."""

    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a figure measures: role, population, place, window, and when the value is said to hold.

    `measure` is a short phrase for people. `event` holds the lemmas of the happening's own words
    ("bombing", "convoy"), by which claims of different accounts are found to speak of one thing.
    """

    role: Role
    measure: str
    population: str | None = None
    stock_or_flow: StockOrFlow | None = None
    place: Place | None = None
    window: Window = field(default_factory=Window)
    as_of: date | None = None
    event: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A mention on somebody's word: a figure, a quotation or reported speech with its chain and its stance.

    `attribution` runs from the nearest speaker outward to the outlet. `decided_by` names the rules that set
    attribution, stance and topic.
    """

    mention: Figure | Quote | Speech
    attribution: tuple[Link, ...]
    stance: Stance = "asserted"
    hedged: bool = False
    topic: Topic | None = None
    cue: Span | None = None
    medium: str | None = None
    sentence: Span | None = None
    decided_by: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.mention.id

    @property
    def account(self) -> Account:
        return self.mention.account

    @property
    def span(self) -> Span:
        return self.mention.span

    @property
    def speaker(self) -> Link | None:
        """The nearest speaker, or None in the outlet's own voice."""
        nearest = self.attribution[0] if self.attribution else None
        return None if nearest is None or nearest.kind in {"outlet", "own_voice"} else nearest

    @property
    def stated_source(self) -> Link | None:
        """The outermost of those named as speaking: whom the outlet, or its agency, had it from."""
        named = [link for link in self.attribution if link.kind in {"person", "body", "anonymous"}]
        return named[-1] if named else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything found in one account by itself."""

    account: Account
    masthead: Masthead
    zones: tuple[Zone, ...]
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    victims: tuple[Victim, ...] = ()

    @property
    def outlet(self) -> str:
        """The outlet's name, or the account's own where nothing states one."""
        return self.masthead.outlet.value if self.masthead.outlet else self.account.name

    @property
    def figures(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if isinstance(claim.mention, Figure))

    @property
    def quotes(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if isinstance(claim.mention, Quote))

    @property
    def speeches(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if isinstance(claim.mention, Speech))


# -- several accounts ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two stretches of two accounts that say the same in the same words, and who took it from whom."""

    kind: CopyKind
    left: Span
    right: Span
    reason: str
    direction: Direction = "unknown"
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One ultimate source behind the claims of a fact: a body, a person, a wire, an outlet's own word."""

    name: str
    claims: tuple[Claim, ...]
    independence: Independence
    reason: str
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many stand behind a fact: "7 outlets · 3 texts · 2 origins", never a bare count of sources."""

    outlets: int
    texts: int
    origins: tuple[Origin, ...]

    def __str__(self) -> str:
        def counted(number: int, noun: str) -> str:
            return f"{number} {noun}{'' if number == 1 else 's'}"

        return " · ".join(
            (counted(self.outlets, "outlet"), counted(self.texts, "text"), counted(len(self.origins), "origin"))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How two claims stand to one another, with the rule that said so and a sentence for a reader."""

    kind: RelationKind
    left: Claim
    right: Claim
    reason: str
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One question that the claims of one or more accounts answer."""

    question: str
    role: Role
    dimension: Dimension
    claims: tuple[Claim, ...]
    reason: str = ""
    rule: str = ""

    @property
    def id(self) -> str:
        return content_id("fact", *sorted(claim.id for claim in self.claims))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How the statements on one fact stand: the outcome, the interval they span, and every reason."""

    fact: Fact
    outcome: Outcome
    tally: Tally
    relations: tuple[Relation, ...]
    reason: str
    self_conflict: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a careful desk would question: its spans, its arithmetic, how serious, never whose fault."""

    check: str
    spans: tuple[Span, ...]
    arithmetic: str
    severity: Severity
    rule: str = ""

    @property
    def id(self) -> str:
        places = sorted((span.account.name, span.start, span.end) for span in self.spans)
        return content_id("finding", self.check, *places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something said to have happened at a time, by one or more accounts."""

    earliest: date | None
    latest: date | None
    precision: Literal["day", "days", "week", "month", "year", "unknown"]
    summary: str
    spans: tuple[Span, ...]
    disagreement: str | None = None
    rule: str = ""

    @property
    def id(self) -> str:
        places = sorted((span.account.name, span.start, span.end) for span in self.spans)
        return content_id("event", *places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What one account calls one actor, in its own voice or inside others' words."""

    actor: str
    account: Account
    voice: Voice
    name: str
    spans: tuple[Span, ...]
    distancing: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """A fact that some accounts report and others leave out."""

    about: str
    reported_by: tuple[str, ...]
    absent_from: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision of one person, chained by hash to the one before; never deleted, only followed."""

    on: str
    outcome: str
    by: str
    at: str
    note: str
    previous: str
    hash: str

    @property
    def id(self) -> str:
        return content_id("judgement", self.hash)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """How many an event killed, or injured, by all of its accounts: by their figures and by the victims they tell of.

    `counts` is what each account comes to. `victims` holds the persons told of, each with all tellings of them.
    """

    role: Role
    low: int
    best: int
    high: int
    counts: tuple[tuple[Account, int], ...]
    used: tuple[Claim, ...]
    victims: tuple[tuple[Victim, ...], ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a codebook: its fields, and the claims that went in or were left out, with the reason."""

    codebook: str
    fact: Fact
    fields: tuple[tuple[str, str], ...]
    used: tuple[Claim, ...]
    dropped: tuple[tuple[Claim, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One line of a codebook for the whole event: its fields, and the toll that they are filled from."""

    codebook: str
    toll: Toll
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which decider spoke of each pair of numbers of one dimension and role, a byte each, in the order of the pairs."""

    dimension: str
    role: str
    deciders: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The accounts of one event and all that was found between them.

    `edition` names the rules that found it, where it was found in these readings and nothing was decided since: only
    then may what is found later rest on it, and on what the deciders were `asked`.
    """

    readings: tuple[Reading, ...]
    copies: tuple[Copy, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    near_misses: tuple[Relation, ...] = ()
    findings: tuple[Finding, ...] = ()
    events: tuple[Event, ...] = ()
    wordings: tuple[Wording, ...] = ()
    omissions: tuple[Omission, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    edition: str = field(default="", compare=False)
    asked: tuple[Asked, ...] = field(default=(), compare=False)

    @property
    def accounts(self) -> tuple[Account, ...]:
        return tuple(reading.account for reading in self.readings)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(verdict.fact for verdict in self.verdicts)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A verdict with the lowest and the highest number of those that are said now, and what it was before; None if new.

    A fact has moved where its value, its verdict or its number of origins is another.
    """

    verdict: Verdict
    low: Decimal | None
    high: Decimal | None
    before: State | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a story has that it had not: accounts, facts that moved, new ones (in dispute or not), findings."""

    accounts: tuple[Account, ...] = ()
    left: tuple[Account, ...] = ()
    moved: tuple[State, ...] = ()
    disputes: tuple[State, ...] = ()
    facts: tuple[State, ...] = ()
    findings: tuple[Finding, ...] = ()
    resolved: tuple[Finding, ...] = ()

    @property
    def matter(self) -> bool:
        """Whether what is known changed, and not only who tells it."""
        return bool(self.moved or self.disputes or self.findings or self.resolved)
