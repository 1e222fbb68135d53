"""Writes the answers in docs/questions.md anew: for each question the one that the example season gives.

    python scripts/answer_questions.py [--check]

Needs the extra [analytics]. With --check nothing is written, and it leaves with 1 where an answer is another.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from rashomon.accounts import gather
from rashomon.pipeline import compare, read
from rashomon.reports.answers import answer_lines, answers
from rashomon.reports.parquet import write_tables
from rashomon.stories import group
from rashomon.types import Case

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "questions.md"
SEASON = ROOT / "src" / "rashomon" / "examples" / "season"
QUESTION = re.compile(r"```sql\n(.*?)```\n(?:```text\n.*?```\n)?", re.DOTALL)


def season() -> list[tuple[str, Case]]:
    """The cases of the invented season, under the names that `rashomon stories` gives them."""
    accounts = gather([SEASON]).accounts
    return [(f"{number:04}", compare(map(read, story))) for number, story in enumerate(group(accounts), 1)]


def answered(page: str) -> str:
    """The page with an answer beneath each question."""
    with tempfile.TemporaryDirectory() as folder:
        write_tables(season(), Path(folder))

        def told(found: re.Match[str]) -> str:
            lines = "\n".join(answer_lines(*answers(Path(folder), found[1])))
            return f"```sql\n{found[1]}```\n```text\n{lines}\n```\n"

        return QUESTION.sub(told, page)


def main() -> int:
    """Writes the page, or says that it is another."""
    before = PAGE.read_text(encoding="utf-8")
    after = answered(before)
    if "--check" in sys.argv:
        return int(before != after)
    PAGE.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
