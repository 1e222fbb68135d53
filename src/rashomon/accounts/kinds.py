"""What kind of file bytes are, by how they open and, where that says nothing, by the name of the file."""

from __future__ import annotations

import re

OPENING = 16 * 1024  # bytes looked at
BY_ENDING = {
    ".warc": "warc", ".mht": "mhtml", ".mhtml": "mhtml", ".eml": "eml", ".jsonl": "json", ".ndjson": "json",
    ".json": "json", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".pdf": "pdf", ".zip": "zip", ".wacz": "zip",
    ".tar": "tar", ".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "plain",
}  # fmt: skip
PACKED = (".gz", ".tgz", ".bz2", ".xz")
ENDINGS = (*BY_ENDING, *PACKED)  # of the files that a folder or an archive stands for
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)
_LETTER = re.compile(rb"(?:[!-9;-~]{1,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3,}", re.ASCII)
_LETTER_SAYS = re.compile(rb"^(?:mime-version|message-id|received|return-path):", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def kind_of(opening: bytes, name: str) -> str:
    """The kind, by the first bytes of a file and its name; "plain" for what says nothing else."""
    for mark, kind in ((b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"WARC/", "warc"), (b"PAR1", "parquet")):
        if opening.startswith(mark):
            return kind
    if opening[257:262] == b"ustar":
        return "tar"
    if b"%PDF-" in opening[:1024]:
        return "pdf"
    by_name = BY_ENDING.get(ending(name), "")
    if by_name in {"json", "csv", "eml", "mhtml", "html", "warc"}:
        return "mhtml" if by_name == "eml" and _SAVED.search(_head(opening)) else by_name
    if _PAGE.match(opening[:8192]):
        return "html"
    if _LETTER.match(opening) and _LETTER_SAYS.search(_head(opening)):
        return "mhtml" if _SAVED.search(_head(opening)) else "eml"
    return "plain"


def ending(name: str) -> str:
    """The ending of a file's name in lower case, with its dot."""
    stem, dot, last = name.rpartition(".")
    return f".{last.lower()}" if dot and stem else ""


def _head(opening: bytes) -> bytes:
    """The header lines of a letter."""
    return re.split(rb"\r?\n\r?\n", opening, maxsplit=1)[0]
