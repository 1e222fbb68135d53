"""The shape of the house: where a stranger looks is where a thing is."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import rashomon
from rashomon.rules import all_rules

PACKAGE = Path(rashomon.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
STAGES = (
    "accounts", "zones", "mastheads", "sentences", "mentions", "claims", "origins", "facts", "verdicts", "findings",
    "timelines", "wordings", "judgements", "stores", "reports",
)  # fmt: skip
LIBRARY = {"engines", "lexicons", "examples", "codebooks", "stories", "web"}
TOP = {
    "__init__.py",
    "cli.py",
    "corpora.py",
    "desk.py",
    "folders.py",
    "intake.py",
    "editions.py",
    "intervals.py",
    "names.py",
    "pipeline.py",
    "resumed.py",
    "rules.py",
    "text.py",
    "types.py",
    "verified.py",
    "py.typed",
}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40  # lines
VOCABULARY = {"types.py", "reports/records.py"}  # one list each, read from top to bottom; to cut it would hide it
NOWHERE = {"utils", "helpers", "common", "misc", "manager", "managers", "base"}


def length(node: ast.AST, source: str) -> int:
    """The lines of a file or a function without those of docstrings: the cases of a rule are data beside it."""
    lines = source.count("\n") if isinstance(node, ast.Module) else node.end_lineno - node.lineno + 1  # type: ignore[attr-defined]
    for inner in ast.walk(node):
        if isinstance(inner, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(inner):
            lines -= (inner.body[0].end_lineno or 0) - inner.body[0].lineno + 1
    return lines


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_stages_are_folders_and_nothing_else_is() -> None:
    found = {path.name for path in PACKAGE.iterdir() if path.name != "__pycache__" and any_file(path)}
    assert set(STAGES) <= found
    assert found <= {*STAGES, *LIBRARY, *TOP}


def any_file(path: Path) -> bool:
    return path.is_file() or any(inner.is_file() for inner in path.rglob("*") if "__pycache__" not in inner.parts)


def test_tests_mirror_the_source() -> None:
    here = Path(__file__).parent
    for folder in (path for path in here.iterdir() if path.is_dir() and path.name not in {"__pycache__", "eval"}):
        assert (PACKAGE / folder.name).is_dir(), f"tests/{folder.name} mirrors nothing"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_file_says_what_it_is_and_is_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert ast.get_docstring(tree), "no docstring"
    assert path.stem not in NOWHERE
    if name(path) not in VOCABULARY:
        assert length(tree, source) <= LONGEST_FILE


@pytest.mark.parametrize("path", FILES, ids=name)
def test_functions_are_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert length(node, source) <= LONGEST_FUNCTION, node.name


def test_every_function_with_cases_is_a_listed_rule() -> None:
    for path in FILES:
        module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and "\nfind: " in (ast.get_docstring(node) or ""):
                assert f"{module}.{node.name}" in all_rules(), f"{name(path)}: {node.name} is not in RULES"
