"""Findings as other programs read them: as notes beside the lines of a file, or as SARIF 2.1.0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rashomon.reports.phrases import findings_in_order
from rashomon.types import Finding, Severity, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: Mapping[Severity, str] = {"error": "error", "doubt": "warning", "note": "note"}  # of SARIF
COMMANDS: Mapping[Severity, str] = {"error": "error", "doubt": "warning", "note": "notice"}  # of a workflow


def as_workflow(findings: Iterable[Finding]) -> Iterator[str]:
    """One workflow command a finding, at its first figure; the others are named in its words."""
    for finding in findings_in_order(findings):
        first, *others = finding.spans
        place = {"file": _file(first), **_lines(first), "title": finding.check.replace("_", " ")}
        beside = "".join(f"; {span.text} in {_file(span)}" for span in others if span.account != first.account)
        fields = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
        yield f"::{COMMANDS[finding.severity]} {fields}::{_data(finding.arithmetic + beside)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(findings: Iterable[Finding], version: str) -> dict[str, Any]:
    """All findings as one log of one run; the rule's name opens with `rashomon why`."""
    ordered = findings_in_order(findings)
    driver = {
        "name": "rashomon",
        "version": version,
        "rules": [{"id": check, "name": check} for check in sorted({finding.check for finding in ordered})],
    }
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [*map(_result, ordered)]}],
    }


def _result(finding: Finding) -> dict[str, Any]:
    first, *others = finding.spans
    return {
        "ruleId": finding.check,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.arithmetic},
        "locations": [_location(first)],
        "relatedLocations": [_location(span) for span in others],
        "partialFingerprints": {"rashomon/finding": finding.id},
        "properties": {"rule": finding.rule},
    }


def _location(span: Span) -> dict[str, Any]:
    region = _region(span)
    place: dict[str, Any] = {"artifactLocation": {"uri": _file(span)}} | ({"region": region} if region else {})
    return {"physicalLocation": place, "message": {"text": span.text}}


def _region(span: Span) -> dict[str, int]:
    lines = _lines(span)
    if not lines:
        return {}
    return {
        "startLine": lines["line"],
        "startColumn": lines["col"],
        "endLine": lines["endLine"],
        "endColumn": lines["endColumn"],
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _lines(span: Span) -> dict[str, int]:
    """Line and column, both counted from one, the end after the last character; of a page none is known."""
    if span.account.parser != "plain":
        return {}
    text = span.account.text
    before, end = text[: span.start], text[: span.end]
    return {
        "line": before.count("\n") + 1,
        "col": span.start - (before.rfind("\n") + 1) + 1,
        "endLine": end.count("\n") + 1,
        "endColumn": span.end - (end.rfind("\n") + 1) + 1,
    }


def _file(span: Span) -> str:
    return span.account.source or span.account.name
