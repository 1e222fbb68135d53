"""What the documentation says is what the program does."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import example
import pytest

from rashomon.cli import main
from rashomon.judgements import Decision, append
from rashomon.reports.records import KINDS, as_records

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(
    re.findall(
        r"^## (\w+)\n(.*?)(?=^## |\Z)", (ROOT / "docs" / "records.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
)


def documented(kind: str) -> set[str]:
    cells = re.findall(r"^\| (`.*?) \|", SECTIONS[kind], re.MULTILINE)
    return {field for cell in cells for field in re.findall(r"`(\w+)`", cell)}


def exported(kind: str) -> list[dict[str, Any]]:
    decision = Decision(on="fact-1", outcome="conflict", by="Ilse", at="2031-05-02")
    case = replace(example.case(), judgements=append((), decision))
    return [record for record in as_records(case) if record["record"] == kind]


def test_every_kind_of_record_has_a_section_in_order() -> None:
    assert tuple(SECTIONS) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_record_is_documented_and_no_other(kind: str) -> None:
    records = exported(kind)
    assert records, f"the example case has no {kind}"
    for record in records:
        assert set(record) - {"record"} == documented(kind)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_documented_with_every_option(name: str) -> None:
    command = main.commands[name]
    assert command.help
    section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", COMMANDS, re.DOTALL | re.MULTILINE)
    assert section, f"docs/commands.md has no section {name}"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.name} has no help"
            assert any(f"`{option}" in section[1] for option in parameter.opts), f"{name} {parameter.opts}"


def test_no_command_is_documented_that_is_not_there() -> None:
    assert set(re.findall(r"^## (\w+)$", COMMANDS, re.MULTILINE)) == set(main.commands)


def test_links_between_pages_open() -> None:
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert link.startswith("http") or (page.parent / link).exists(), f"{page.name}: {link}"


def test_records_are_plain_json() -> None:
    for record in as_records(example.case()):
        assert json.loads(json.dumps(record)) == record
