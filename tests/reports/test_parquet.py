"""A case as Parquet: the tables that docs/tables.md and reports/schema.toml speak of, with the rows of the records."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import archives
import example
import pytest
from click.testing import CliRunner

import rashomon
from rashomon.accounts import gather
from rashomon.cli import main
from rashomon.judgements import Decision, append
from rashomon.reports.answers import NoTables, answer_lines, answers
from rashomon.reports.parquet import NoParquet, schema, write_tables
from rashomon.reports.records import KINDS, as_records
from rashomon.types import Case

ROOT = Path(__file__).resolve().parents[2]
needs_arrow = pytest.mark.skipif(
    importlib.util.find_spec("pyarrow") is None, reason="pyarrow is not installed: make extras"
)
needs_duckdb = pytest.mark.skipif(
    importlib.util.find_spec("duckdb") is None, reason="duckdb is not installed: make extras"
)
VERSION_1 = "4d1733c8817b9ae9"


def script(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def cases() -> list[tuple[str, Case]]:
    """The example with a decision, and a page of a web archive, whose spans have elements."""
    log = append((), Decision(on="fact-1", outcome="conflict", by="Ilse", at="2031-05-02"))
    return [("a", replace(example.case(), judgements=log)), ("b", paged())]


def paged() -> Case:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc"
        path.write_bytes(b"".join(archives.crawl()))
        return rashomon.compare(gather([path]).accounts)


def test_every_field_of_a_record_is_a_column_and_no_other() -> None:
    assert tuple(schema()["tables"]) == KINDS
    for name, case in cases():
        for record in as_records(case):
            assert list(record) == ["record", *schema()["tables"][record["record"]]], name


def test_a_schema_that_changes_what_is_there_has_another_version() -> None:
    columns = json.dumps([schema()["shapes"], schema()["tables"]])
    digest = hashlib.sha256(columns.encode()).hexdigest()[:16]
    assert (schema()["version"], digest) == (1, VERSION_1), "columns may be added (then change VERSION_1), not changed"


def test_the_page_of_the_tables_is_made_from_the_schema() -> None:
    page = (ROOT / "docs" / "tables.md").read_text("utf-8")
    assert script("make_tables_page").page(page) == page


@needs_arrow
def test_rows_are_the_records(tmp_path: Path) -> None:
    from pyarrow.parquet import read_table

    write_tables(cases(), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.parquet" for name in KINDS}
    for name in KINDS:
        table = read_table(tmp_path / f"{name}.parquet")
        assert table.schema.metadata[b"rashomon.tables"] == b"1"
        wanted = [
            {"case": own, **record} for own, case in cases() for record in as_records(case) if record["record"] == name
        ]
        rows = table.to_pylist()
        assert len(rows) == len(wanted)
        for row, record in zip(rows, wanted, strict=True):
            assert bare({"record": name, **row}) == bare(record)


def bare(value: Any) -> Any:
    """A value without what is absent in it, and days as they are written."""
    if isinstance(value, dict):
        return {name: bare(own) for name, own in value.items() if own is not None}
    if isinstance(value, list):
        return [bare(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


@needs_arrow
def test_the_same_cases_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_tables(cases(), tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


@needs_arrow
@needs_duckdb
def test_the_questions_are_answered_as_the_page_says() -> None:
    page = (ROOT / "docs" / "questions.md").read_text("utf-8")
    assert page.count("```sql") == page.count("```text") == 10
    assert script("answer_questions").answered(page) == page


@needs_arrow
@needs_duckdb
def test_a_folder_of_cases_is_exported_and_asked(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    for name in ("0001", "0002"):
        rashomon.save(example.case(), tmp_path / "stories" / f"{name}.rashomon")
    words = ["export", str(tmp_path / "stories"), "--format", "parquet", "-o", str(tmp_path / "tables")]
    assert CliRunner().invoke(main, words).exit_code == 0
    counting = 'SELECT "case", count(*) AS n FROM account GROUP BY ALL ORDER BY ALL'
    done = CliRunner().invoke(main, ["ask", str(tmp_path / "tables"), counting])
    assert done.stdout.splitlines() == ["case  n", "0001  7", "0002  7"]
    done = CliRunner().invoke(main, ["ask", str(tmp_path / "tables"), counting, "--json"])
    assert json.loads(done.stdout) == [{"case": "0001", "n": 7}, {"case": "0002", "n": 7}]
    assert CliRunner().invoke(main, ["ask", str(tmp_path / "tables"), "SELECT 1 WHERE false"]).exit_code == 1
    assert CliRunner().invoke(main, ["ask", str(tmp_path / "stories"), "SELECT 1"]).exit_code == 2


@needs_arrow
@needs_duckdb
@pytest.mark.parametrize(
    "question",
    ["COPY account TO '{0}/out.csv'", "SELECT * FROM read_text('/etc/hostname')", "DROP VIEW account", "SELECT 1; SELECT 2",
     "SELECT nothing FROM account", "SELEC", "ATTACH '{0}/x.db'"],
)  # fmt: skip
def test_a_question_only_reads_the_tables(tmp_path: Path, question: str) -> None:
    write_tables([], tmp_path)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(NoTables):
        answers(tmp_path, question.format(tmp_path))
    assert sorted(tmp_path.iterdir()) == before


def test_an_answer_is_set_in_columns() -> None:
    rows = [("Teshar", 3.0, None, ["a", "b"]), ("x\x1b[31m" + "y" * 80, 2.5, date(2031, 5, 2), [])]
    lines = list(answer_lines(["place", "n", "day", "names"], rows))
    assert lines[1].split() == ["Teshar", "3", "-", "a,", "b"]
    assert "\x1b" not in lines[2]
    assert "…  2.5  2031-05-02" in lines[2]


def test_without_the_library_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.reports.parquet.find_spec", lambda _: None)
    monkeypatch.setattr("rashomon.reports.answers.find_spec", lambda _: None)
    with pytest.raises(NoParquet, match="rashomon\\[analytics\\]"):
        write_tables([], tmp_path)
    with pytest.raises(NoTables, match="rashomon\\[analytics\\]"):
        answers(tmp_path, "SELECT 1")
    assert not list(tmp_path.iterdir())
