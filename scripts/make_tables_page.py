"""Writes the tables of docs/tables.md anew from reports/schema.toml.

python scripts/make_tables_page.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from rashomon.reports.parquet import schema

PAGE = Path(__file__).resolve().parents[1] / "docs" / "tables.md"
MARK = "<!-- from here on made by scripts/make_tables_page.py -->\n"
WORDS = {"text": "VARCHAR", "number": "DOUBLE", "whole": "BIGINT", "truth": "BOOLEAN", "day": "DATE"}


def page(before: str) -> str:
    """The page with its tables as the schema has them."""
    own = schema()
    lines = [before.split(MARK, maxsplit=1)[0] + MARK, f"Version of the schema: **{own['version']}**\n", "## Shapes"]
    for name, fields in own["shapes"].items():
        lines.append(f"- `{name}`: {', '.join(f'{field} {_kind(kind)}' for field, kind in fields.items())}")
    lines.append("")
    for name, columns in own["tables"].items():
        lines += [f"## {name}", "| column | |", "|---|---|", "| `case` | VARCHAR |"]
        lines += [f"| `{column}` | {_kind(kind)} |" for column, kind in columns.items()]
        lines.append("")
    return "\n".join(lines)


def _kind(kind: str) -> str:
    if kind.startswith("["):
        return f"list of {_kind(kind[1:-1])}"
    return WORDS.get(kind, f"`{kind}`")


def main() -> int:
    """Writes the page."""
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
