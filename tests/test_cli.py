from __future__ import annotations

import json
import shutil
from pathlib import Path

import archives
import example
import pytest
from click.testing import CliRunner, Result

import rashomon
from rashomon.cli import main


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "a.rashomon"
    rashomon.save(example.case(), path)
    return path


def copied(folder: Path, *names: str) -> list[Path]:
    return [Path(shutil.copy(example.FOLDER / name, folder)) for name in names]


def test_compare_writes_case_and_report_and_prints_disputes_first(tmp_path: Path) -> None:
    done = run(
        "compare", example.FOLDER, "-o", tmp_path / "a.rashomon", "--report", tmp_path / "a.html",
        "--metadata", example.FOLDER / "metadata.jsonl",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert done.stdout.index(" conflict ") < done.stdout.index(" agree ")
    assert "\x1b" not in done.stdout
    assert rashomon.load(tmp_path / "a.rashomon") == example.case()
    assert "<!doctype html>" in (tmp_path / "a.html").read_text()


def test_bad_input_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (good,) = copied(tmp_path, "3_ministry.txt")
    bad = {"empty.txt": b"", "binary.txt": b"\x00\x01\x02", "odd.txt": b"caf\x81"}
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder").mkdir()
    named = [tmp_path / name for name in (*bad, "folder", "missing.txt")]
    done = run("compare", good, good, *named, "-o", tmp_path / "a.rashomon")
    assert done.exit_code == 3
    assert len(done.stderr.splitlines()) == 6
    for path in (good, *named):
        assert sum(line.startswith(f"rashomon: {path}") for line in done.stderr.splitlines()) == 1
    assert [account.name for account in rashomon.load(tmp_path / "a.rashomon").accounts] == ["3_ministry.txt"]


def test_nothing_readable_writes_nothing(tmp_path: Path) -> None:
    done = run("compare", tmp_path / "missing.txt", "-o", tmp_path / "a.rashomon", "--report", tmp_path / "a.html")
    assert done.exit_code == 3
    assert not list(tmp_path.iterdir())


def test_file_to_read_is_never_written_over(tmp_path: Path) -> None:
    (given,) = copied(tmp_path, "3_ministry.txt")
    before = given.read_bytes()
    assert run("compare", given, "-o", given).exit_code == 2
    assert given.read_bytes() == before


def test_read_prints_the_records_of_each_account(tmp_path: Path) -> None:
    given = copied(tmp_path, "3_ministry.txt", "4_open_hands.txt")
    done = run("read", *given, "-o", tmp_path / "r.jsonl")
    assert done.exit_code == 0
    records = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text().splitlines()]
    assert [record["account"] for record in records if record["record"] == "account"] == [path.name for path in given]
    assert {"zone", "figure", "quote"} <= {record["record"] for record in records}


def test_archives_are_read_and_what_is_passed_over_is_said(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc").write_bytes(b"".join(archives.crawl()))
    (tmp_path / "rows.csv").write_text("id,text\na,At least 12 people died in the Teshar ferry fire.\nb\n")
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04")
    done = run("compare", tmp_path, "-o", tmp_path / "a.rashomon")
    assert done.exit_code == 3
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == [
        str(tmp_path / "bad.zip"), f"{tmp_path / 'rows.csv'}, line 3", str(tmp_path / "crawl.warc"),
    ]  # fmt: skip
    names = [account.name for account in rashomon.load(tmp_path / "a.rashomon").accounts]
    assert names == ["a", "https://post.example/ferry", "https://wire.example/ferry"]
    assert run("verify", tmp_path / "a.rashomon").exit_code == 0
    read = run("read", tmp_path / "crawl.warc")
    assert read.exit_code == 0
    accounts = [record for record in map(json.loads, read.stdout.splitlines()) if record["record"] == "account"]
    assert [account["account"] for account in accounts] == names[1:]


def test_add_gives_what_comparing_all_at_once_gives(tmp_path: Path) -> None:
    files = sorted(example.FOLDER.glob("*.txt"))
    beside = ("--metadata", example.FOLDER / "metadata.jsonl")
    assert run("compare", *files[3:], "-o", tmp_path / "a.rashomon", *beside).exit_code == 0
    assert run("add", tmp_path / "a.rashomon", *files[:3], *beside).exit_code == 0
    assert rashomon.load(tmp_path / "a.rashomon") == example.case()


def test_export_is_the_same_on_every_run(saved: Path) -> None:
    first, second = run("export", saved), run("export", saved, "--format", "jsonl")
    assert first.exit_code == 0
    assert first.stdout == second.stdout
    assert {json.loads(line)["record"] for line in first.stdout.splitlines()} >= {"account", "figure", "fact", "copy"}


def test_export_as_table_has_a_line_for_each_figure(saved: Path) -> None:
    lines = run("export", saved, "--format", "csv").stdout.splitlines()
    figures = sum(len(reading.figures) for reading in example.readings())
    assert lines[0].startswith("fact,question,verdict,outlets,texts,origins,account,start,end,text")
    assert len(lines) == 1 + figures


def test_facts_of_one_verdict_are_found_or_not(saved: Path) -> None:
    assert run("facts", saved).exit_code == 0
    found = run("facts", saved, "--verdict", "conflict", "--json")
    assert found.exit_code == 1
    assert {fact["verdict"] for fact in json.loads(found.stdout)} == {"conflict"}


def test_codebook_says_what_went_in_and_what_did_not(saved: Path) -> None:
    assert "killed" in run("facts", saved, "--codebook", "ucdp").stdout
    rows = json.loads(run("facts", saved, "--codebook", "ucdp", "--json").stdout)
    assert rows
    assert all(row["fields"] and row["used"] for row in rows)


def test_stories_are_one_case_each(tmp_path: Path) -> None:
    files = sorted(example.FOLDER.glob("*.txt"))
    other = tmp_path / "other.txt"
    other.write_text(
        "Council plants lime trees in Teshar\n\nThe council of Teshar planted lime trees along the canal.\n"
    )
    done = run("stories", *files, other, "-o", tmp_path / "cases", "--metadata", example.FOLDER / "metadata.jsonl")
    assert done.exit_code == 0, done.output
    told = {line["account"]: line["story"] for line in map(json.loads, done.stdout.splitlines())}
    assert len(told) == 8
    assert {path.stem for path in (tmp_path / "cases").glob("*.rashomon")} == set(told.values())
    assert told["other.txt"] != told["1_northern_wire.txt"]


def test_why_opens_a_fact_a_figure_and_a_rule(saved: Path) -> None:
    verdict = example.case().verdicts[0]
    assert verdict.fact.question in run("why", verdict.fact.id, saved).stdout
    claim = example.readings()[0].figures[0]
    assert claim.span.text in run("why", claim.id, saved).stdout
    rule = claim.mention.rule
    assert "finds" in run("why", rule).stdout
    assert run("why", rule.rsplit(".", 1)[-1]).exit_code == 0
    assert run("why", "no_such_rule").exit_code == 3


def test_verify_tells_a_whole_case_from_a_changed_one(saved: Path, tmp_path: Path) -> None:
    assert run("verify", saved).exit_code == 0
    changed = Path(shutil.copy(saved, tmp_path))
    content = bytearray(changed.read_bytes())
    place = content.index(b"Marrowfield")
    content[place : place + 4] = b"Harr"
    changed.write_bytes(content)
    assert run("verify", changed).exit_code == 1
    assert run("verify", example.FOLDER / "3_ministry.txt").exit_code == 3


def test_audit_leaves_with_one_on_an_error(tmp_path: Path) -> None:
    (tmp_path / "fine.txt").write_text("A quiet day\n\nThe council met in the old hall and went home early.\n")
    assert run("audit", tmp_path / "fine.txt").exit_code == 0
    wrong = run("audit", example.FOLDER, "--json")
    severities = {finding["severity"] for finding in json.loads(wrong.stdout)}
    assert wrong.exit_code == (1 if "error" in severities else 0)
    assert "error" in severities


def test_report_and_demo_write_pages(saved: Path, tmp_path: Path) -> None:
    assert run("report", saved, "-o", tmp_path / "a.html").exit_code == 0
    assert run("demo", "-o", tmp_path / "demo").exit_code == 0
    assert (tmp_path / "demo" / "marrowfield.html").read_text() == (tmp_path / "a.html").read_text()


def test_hostile_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "\x1b[31mHeadline\n\nAt least 12 people\x1b[2J were killed in the flood, he said.\n"
    )
    (tmp_path / "b.txt").write_text("Headline\n\nAt least 15 people\x1b[2J were killed in the flood, she said.\n")
    assert "\x1b" not in run("compare", tmp_path).stdout
