"""A case as W3C Web Annotations: what was found, each with selectors by which any reader finds it in the original.

A target names its source (the address, else the file), and selects in it by quotation (exact, prefix, suffix), by
position in the account's text, and in the original: by XPath in a page, by page in a print.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from rashomon.reports.origins import Record, pages_of, paths_of
from rashomon.types import Account, Case, Claim, Figure, Finding, Quote, Span, Verdict

AROUND = 32  # characters before and after a quotation, by which it is known again
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PRINT = "http://tools.ietf.org/rfc/rfc3778"  # by which "page=3" is a part of a PDF
KINDS = {Figure: "figure", Quote: "quote"}


def as_annotations(case: Case) -> Iterator[str]:
    """One JSON-LD document, an annotation a line: mentions, facts, findings."""
    yield f'{{"@context": "{CONTEXT}", "id": "urn:rashomon:case", "type": "AnnotationPage", "items": ['
    last = ""
    for annotation in _annotations(case):
        if last:
            yield f"{last},"
        last = json.dumps(annotation, ensure_ascii=False)
    yield from ([last] if last else [])
    yield "]}"


def _annotations(case: Case) -> Iterator[Record]:
    for reading in case.readings:
        yield from map(_claim, reading.claims)
    yield from map(_fact, case.verdicts)
    yield from map(_finding, case.findings)


def _claim(claim: Claim) -> Record:
    """A figure, a quotation or reported speech, with who said it."""
    mention = claim.mention
    said_by = ", ".join(link.name for link in claim.attribution)
    body = {"kind": KINDS.get(type(mention), "claim"), "attribution": said_by, "stance": claim.stance}
    return _made(mention.id, "identifying", body, [mention.span], mention.rule)


def _fact(verdict: Verdict) -> Record:
    fact = verdict.fact
    body = {"kind": "fact", "question": fact.question, "verdict": verdict.outcome, "reason": verdict.reason}
    return _made(fact.id, "linking", body, (claim.span for claim in fact.claims), verdict.rule)


def _finding(finding: Finding) -> Record:
    body = {"kind": "finding", "check": finding.check, "severity": finding.severity, "arithmetic": finding.arithmetic}
    return _made(finding.id, "questioning", body, finding.spans, finding.rule)


def _made(name: str, motivation: str, said: Record, spans: Iterable[Span], rule: str) -> Record:
    return {
        "id": f"urn:rashomon:{name}",
        "type": "Annotation",
        "motivation": motivation,
        "generator": {"id": f"urn:rashomon:rule:{rule}", "type": "Software", "name": rule},
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": f"{key}: {value}"} for key, value in said.items()
        ],
        "target": [target_of(span) for span in spans],
    }


def target_of(span: Span) -> Record:
    """The characters of an account as part of what it was read from."""
    captured = span.account.provenance.captured if span.account.provenance else ""
    quoted = _quoted(span)
    selectors: list[Record] = [
        quoted,
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        *({"type": "XPathSelector", "value": path, "refinedBy": quoted} for path in paths_of(span)),
        *(
            {"type": "FragmentSelector", "conformsTo": PRINT, "value": f"page={page}", "refinedBy": quoted}
            for page in pages_of(span)
        ),
    ]
    return {
        "type": "SpecificResource",
        "source": source_of(span.account),
        **({"state": {"type": "TimeState", "sourceDate": captured}} if captured else {}),
        "selector": selectors,
    }


def source_of(account: Account) -> str:
    """The address of an account, else its name as one."""
    return account.url or quote(account.name, safe="/:?&=#%")


def _quoted(span: Span) -> Record:
    text = span.account.text
    return {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
