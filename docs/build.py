"""Writes the documentation and one page for each family of rules into a folder.

python docs/build.py site
"""

from __future__ import annotations

import shutil
import sys
from itertools import groupby
from pathlib import Path

from rashomon.rules import Rule, all_rules

DOCS = Path(__file__).resolve().parent
PACKAGE = DOCS.parent / "src" / "rashomon"


def family(rule: Rule) -> str:
    """The file in which a rule stands, as a dotted name."""
    return rule.name.rpartition(".")[0]


def page(name: str, rules: list[Rule]) -> str:
    """One family of rules: what each says, in its own order, and the cases it must pass."""
    parts = [f"# {name}\n"]
    for rule in rules:
        cases = [f"- finds: `{case}`" for case in rule.find] + [f"- leaves: `{case}`" for case in rule.skip]
        place = f"{Path(rule.file).relative_to(PACKAGE)}:{rule.line}"
        parts += [f"## {rule.name.rpartition('.')[2]}\n", f"{rule.words}\n", f"`{place}`\n", "\n".join(cases) + "\n"]
    return "\n".join(parts)


def main(into: Path) -> None:
    """All pages, and an index of the rules."""
    (into / "rules").mkdir(parents=True, exist_ok=True)
    for written in DOCS.glob("*.md"):
        shutil.copy(written, into)
    shutil.copytree(DOCS / "screens", into / "screens", dirs_exist_ok=True)
    index = ["# The rules\n"]
    for name, rules in groupby(all_rules().values(), key=family):
        members = list(rules)
        (into / "rules" / f"{name}.md").write_text(page(name, members), encoding="utf-8")
        index.append(f"- [{name}](rules/{name}.md), {len(members)}")
    (into / "rules.md").write_text("\n".join(index) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(index) - 1} families of rules, {len(all_rules())} rules in {into}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
