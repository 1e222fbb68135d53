"""Writes src/rashomon/reports/html/land.txt.gz, the coasts and borders of the report's map, from world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/make_land.py package/countries-50m.json

Made with Natural Earth, which is in the public domain; the package world-atlas is under the ISC licence. Not run
by the program: the table is part of it. Each row is one line: the longitude and latitude at which it begins, then
the steps from point to point, all in hundredths of a degree.
"""

from __future__ import annotations

import gzip
import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[1] / "src" / "rashomon" / "reports" / "html" / "land.txt.gz"


def _rows(topology: dict[str, Any]) -> Iterator[str]:
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points: list[tuple[int, int]] = []
        for right, up in arc:
            x, y = x + right, y + up
            point = round(100 * (x * wide + west)), round(100 * (y * high + south))
            if not points or point != points[-1]:
                points.append(point)
        if len(points) > 1:
            steps = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(points)]
            yield " ".join(str(number) for pair in (points[0], *steps) for number in pair)


def main() -> None:
    """One file in, one file out, the same bytes each time."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    text = "".join(f"{row}\n" for row in _rows(topology))
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
