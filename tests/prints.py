"""Small prints (PDF) of invented papers: words set where a test wants them, pages that are pictures."""

from __future__ import annotations

from collections.abc import Sequence

Word = tuple[float, float, float, str]  # left, height of the line, size, text


def column(left: float, top: float, lines: Sequence[str], size: float = 10, step: float = 12) -> list[Word]:
    return [(left, top - step * number, size, line) for number, line in enumerate(lines)]


def printed(pages: Sequence[Sequence[Word] | None], matrix: str = "", turned: int = 0, title: str = "") -> bytes:
    """A print of A4 pages; None is a page that is a picture."""
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    objects.append(
        _stream(
            b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        )
    )
    kids = []
    for words in pages:
        drawn = (
            "q 595 0 0 842 0 0 cm /I Do Q"
            if words is None
            else f"q {matrix} cm\n" * bool(matrix) + "\n".join(map(_shown, words)) + " Q" * bool(matrix)
        )
        objects.append(_stream(drawn.encode("cp1252"), ""))
        resources = "<< /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {turned} /Contents {len(objects)} 0 R "
            f"/Resources {resources} >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects.append(f"<< /Title ({title}) >>".encode())
    made = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += "".join(f"{offset:010} 00000 n \n" for offset in offsets).encode()
    made += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(made)


def _shown(word: Word) -> str:
    left, height, size, text = word
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {size} Tf {left} {height} Td ({escaped}) Tj ET"


def _stream(content: bytes, said: str) -> bytes:
    return f"<< {said} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"
