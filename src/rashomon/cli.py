"""The command line: one call each. Progress on stderr, results on stdout.

Exit codes: 0 fine, 1 found what was asked for, 2 usage, 3 bad input (what could be read was read all the same).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import get_args

import click

from rashomon import __version__, pipeline
from rashomon.accounts import Unreadable
from rashomon.codebooks import books, code, code_event
from rashomon.corpora import ask, stories, watch
from rashomon.desk import (
    case_in,
    decided_case_in,
    fail,
    leave,
    page,
    print_case,
    print_data,
    print_lines,
    refuse_to_overwrite,
    save_case,
    tell,
    write,
    write_parquet,
    written,
)
from rashomon.findings import audit as audit_figures
from rashomon.intake import How, accounts_in, by_engine, paths, readings_of, resume, streamed_from
from rashomon.reports.annotations import as_annotations
from rashomon.reports.checks import as_sarif, as_workflow
from rashomon.reports.openings import open_id
from rashomon.reports.phrases import in_order
from rashomon.reports.records import as_lines, as_records, fact_records, reading_records
from rashomon.reports.rows import event_row_lines, event_row_records, row_lines, row_records
from rashomon.reports.tables import as_table
from rashomon.reports.terminal import fact_lines, finding_lines
from rashomon.rules import all_rules, rule_lines
from rashomon.stores import is_database, pipeline_version
from rashomon.stores import pack as pack_case
from rashomon.stores import unpack as unpack_case
from rashomon.types import Case, Outcome
from rashomon.verified import faults_of, reread
from rashomon.web import Door, serve

Given = click.Path(path_type=Path)
FORMS = {"jsonl": as_lines, "csv": as_table, "annotations": as_annotations}
case_file = click.argument("case_file", type=Given, metavar="CASE")
metadata = click.option("--metadata", type=Given, help="JSON Lines that state what the texts do not.")
as_data = click.option("--json", "data", is_flag=True, help="Print the result as JSON.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rashomon")
def main() -> None:
    """Who states what, on whose word, and how the statements stand to one another.

    Reads accounts of one event, compares their figures, and says which facts are in dispute. It never says who
    is right. Exit codes: 0 fine, 1 found what was asked for, 2 usage, 3 bad input (the rest was done).
    """


@main.command()
@paths
@click.option("-o", "--output", type=Given, metavar="CASE", help="Where to write the case.")
@click.option("--report", type=Given, metavar="FILE.html", help="Where to write a report.")
@metadata
@as_data
def compare(paths: Sequence[Path], output: Path | None, report: Path | None, metadata: Path | None, data: bool) -> None:
    """Read accounts, write the case, print the facts in dispute."""
    accounts, refused = accounts_in(paths, metadata)
    case = pipeline.compare(readings_of(accounts, refused))
    if output:
        save_case(case, output, paths)
    if report:
        write([page(case)], report, paths)
    print_case(case, data)
    leave(refused)


@main.command()
@paths
@click.option("-o", "--output", type=Given, metavar="FILE.jsonl", help="Where to write the records.")
@by_engine
@metadata
def read(paths: Sequence[Path], output: Path | None, how: How, metadata: Path | None) -> None:
    """Read each account by itself and print its records, account after account.

    A run with -o that was stopped goes on where it was when it is started again.
    """
    refused: list[Unreadable] = []
    accounts = streamed_from(paths, metadata, refused)
    if output:
        resume(accounts, output, paths, refused, how)
    else:
        readings = readings_of(accounts, refused, how)
        records = (record for reading in readings for record in reading_records(reading))
        write((json.dumps(record, ensure_ascii=False) for record in records), None, paths)
    leave(refused)


@main.command()
@case_file
@paths
@metadata
@as_data
def add(case_file: Path, paths: Sequence[Path], metadata: Path | None, data: bool) -> None:
    """Add accounts to a case; the result is that of comparing them all at once."""
    case = case_in(case_file)
    accounts, refused = accounts_in(paths, metadata)
    if pipeline_version(case_file) != pipeline.VERSION:
        case = replace(case, readings=tuple(readings_of(case.accounts, refused)), edition="")
    names = {account.name: account for account in case.accounts}
    clashing = [account for account in accounts if names.get(account.name, account) != account]
    for account in clashing:
        refused.append(Unreadable(account.source, "the case has another account of that name"))
        tell(str(refused[-1]))
    new = [account for account in accounts if account not in clashing]
    whole = replace(pipeline.add(case, readings_of(new, refused)), judgements=case.judgements)
    save_case(whole, case_file, paths)
    print_case(whole, data)
    leave(refused)


@main.command()
@paths
@click.option("--format", "form", type=click.Choice(("github", "sarif")), help="For a pipeline: notes, or SARIF 2.1.0.")
@metadata
@as_data
def audit(paths: Sequence[Path], form: str | None, metadata: Path | None, data: bool) -> None:
    """Check the figures inside each account, and across those of a case; exit 1 where one cannot hold."""
    cases, files = ([path for path in paths if is_database(path) is kind] for kind in (True, False))
    accounts, refused = accounts_in(files, metadata) if files else ((), [])
    found = [finding for path in cases for finding in decided_case_in(path).findings]
    findings = (*found, *(one for reading in readings_of(accounts, refused) for one in audit_figures((reading,))))
    if form == "github":
        write(as_workflow(findings), None, [])
    elif form == "sarif":
        write([json.dumps(as_sarif(findings, __version__), ensure_ascii=False, indent=1)], None, [])
    elif data:
        print_data(as_records(Case(readings=(), findings=findings)))
    else:
        print_lines(finding_lines(findings))
    leave(refused, found=any(finding.severity == "error" for finding in findings))


@main.command()
@case_file
@click.option("--verdict", type=click.Choice(get_args(Outcome)), help="Only facts with this verdict; exit 1 if any.")
@click.option("--codebook", type=click.Choice(tuple(books())), help="The rows that a recorder's convention makes.")
@as_data
def facts(case_file: Path, verdict: Outcome | None, codebook: str | None, data: bool) -> None:
    """Print the facts of a case, those in dispute first."""
    case = decided_case_in(case_file)
    chosen = [one for one in in_order(case.verdicts) if verdict in {None, one.outcome}]
    if codebook:
        rows, whole = code(chosen, codebook), code_event(case, codebook) if verdict is None else ()
        if data:
            print_data([*event_row_records(whole), *row_records(rows)])
        else:
            print_lines([*event_row_lines(whole), *row_lines(rows)])
    elif data:
        print_data(fact_records(chosen))
    else:
        print_lines(line for one in chosen for line in fact_lines(one))
    leave([], found=bool(verdict and chosen))


@main.command()
@click.argument("name")
@click.argument("case_file", type=Given, required=False, metavar="[CASE]")
def why(name: str, case_file: Path | None) -> None:
    """Open a rule by its name, or a fact, a figure, a finding of a case by its id."""
    lines, names = open_id(decided_case_in(case_file), name) if case_file else ([], [])
    print_lines(lines)
    rules = all_rules()
    named = [rule for rule in rules if rule == name or rule.endswith(f".{name}")] if not lines else names
    for rule in named:
        if rule in rules:
            print_lines(rule_lines(rules[rule]))
    if not lines and not named:
        fail(f"{name}: no rule of that name" + (f", nothing in {case_file} with that id" if case_file else ""))


@main.command()
@case_file
@click.option("-o", "--output", type=Given, required=True, metavar="FILE.html", help="Where to write the report.")
def report(case_file: Path, output: Path) -> None:
    """Write a case as one self-contained page."""
    write([page(decided_case_in(case_file))], output, [case_file])


@main.command()
@case_file
@click.option("--port", type=click.IntRange(1024, 65535), default=8642, help="Where to listen on this machine.")
def review(case_file: Path, port: int) -> None:
    """Judge the facts of a case in a browser; answers to this machine alone, until interrupted."""
    case_in(case_file)
    door = Door(port=port)
    tell(f"reviewing {case_file}; Ctrl-C ends it. Open:")
    click.echo(door.address)
    serve(case_file, door)


@main.command()
@case_file
@click.option("--format", "form", type=click.Choice((*FORMS, "parquet")), default="jsonl", help="jsonl is all.")
@click.option("-o", "--output", type=Given, metavar="FILE", help="Where to write; stdout without it.")
def export(case_file: Path, form: str, output: Path | None) -> None:
    """Print all records of a case; as Parquet, write those of a case or of a whole folder of them."""
    if form == "parquet":
        write_parquet(case_file, output)
    else:
        write(FORMS[form](decided_case_in(case_file)), output, [case_file])


@main.command()
@case_file
def verify(case_file: Path) -> None:
    """Check a case against itself: bytes, texts, spans, log, and everything that was read; exit 1 on a fault."""
    said = faults_of(case_file) or reread(case_file)
    for line in said:
        click.echo(line)
    if not said:
        click.echo(f"{case_file}: whole. Every byte, text, span and decision is as it was written.")
    leave([], found=bool(said))


@main.command()
@case_file
@click.option("-o", "--output", type=Given, required=True, metavar="FILE.zip", help="Where to write the archive.")
def pack(case_file: Path, output: Path) -> None:
    """Write a case with all its originals to one archive, to hand it over."""
    for line in faults_of(case_file):
        fail(f"{line}; a case with a fault is not packed")
    refuse_to_overwrite(output, [case_file])
    with written(output):
        count = pack_case(case_file, output)
    tell(f"{output}: the case and {count} originals")


@main.command()
@click.argument("archive", type=Given, metavar="FILE.zip")
@click.option("-o", "--output", type=Given, required=True, metavar="DIR", help="A new folder to unpack into.")
def unpack(archive: Path, output: Path) -> None:
    """Unpack a case that was handed over, if every byte is as it was packed; exit 1 on a fault in the case."""
    with written(output):
        case_file = unpack_case(archive, output)
    said = faults_of(case_file)
    for line in said:
        click.echo(line)
    tell(f"{case_file}: unpacked; rashomon verify derives everything in it again")
    leave([], found=bool(said))


for _command in (stories, watch, ask):
    main.add_command(_command)


@main.command()
@click.option("-o", "--output", type=Given, default=Path("rashomon-demo"), metavar="DIR", help="Where to write it.")
def demo(output: Path) -> None:
    """Compare the example that comes with the program: one invented event in seven invented accounts."""
    with as_file(files("rashomon") / "examples" / "marrowfield") as folder:
        accounts, refused = accounts_in([folder], folder / "metadata.jsonl")
        case = pipeline.compare(readings_of(accounts, refused))
    save_case(case, output / "marrowfield.rashomon", [])
    write([page(case)], output / "marrowfield.html", [])
    print_case(case, data=False)
    tell(f"Case and report are in {output}: open {output / 'marrowfield.html'}")
    leave(refused)
