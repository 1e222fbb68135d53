from __future__ import annotations

import json

import example
from click.testing import CliRunner
from hostile import hostile

import rashomon
from rashomon.cli import main
from rashomon.reports.checks import as_sarif, as_workflow
from rashomon.types import Account, Finding


def test_each_finding_is_one_line_at_its_place() -> None:
    findings = example.case().findings
    lines = list(as_workflow(findings))
    assert len(lines) == len(findings)
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines)
    assert [line.partition(" ")[0] for line in lines] == sorted(
        (line.partition(" ")[0] for line in lines), key=["::error", "::warning", "::notice"].index
    )


def test_text_of_an_account_gives_no_command() -> None:
    account = Account(name="a,b:c\n::error::x.txt", text="one\n24 dead", digest="0")
    finding = Finding(check="sum", spans=(account.span(4, 6),), arithmetic="100%\n::error::no", severity="error")
    (line,) = as_workflow([finding])
    assert "\n" not in line
    assert "file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax.txt,line=2,col=1,endLine=2,endColumn=3" in line
    assert line.endswith("::100%25%0A::error::no")
    assert all("\n" not in one for one in as_workflow(rashomon.compare(hostile()).findings))


def test_sarif_names_every_place_by_line_and_column() -> None:
    log = as_sarif(example.case().findings, "1")
    (run,) = log["runs"]
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    texts = {account.source: account.text for account in example.accounts()}
    for result in run["results"]:
        assert result["ruleId"] in known
        assert result["level"] in {"error", "warning", "note"}
        for place in (*result["locations"], *result["relatedLocations"]):
            region = place["physicalLocation"]["region"]
            line = texts[place["physicalLocation"]["artifactLocation"]["uri"]].split("\n")[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 :].startswith(place["message"]["text"].partition("\n")[0])


def test_command_prints_one_log() -> None:
    paths = [str(example.FOLDER)]
    metadata = ["--metadata", str(example.FOLDER / "metadata.jsonl")]
    printed = CliRunner().invoke(main, ["audit", *paths, *metadata, "--format", "sarif"])
    assert json.loads(printed.stdout)["version"] == "2.1.0"
    assert printed.exit_code == 1
