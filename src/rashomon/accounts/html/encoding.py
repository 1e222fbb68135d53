"""The encoding of a page: what its bytes prove, then what they declare, then what they look like."""

from __future__ import annotations

import codecs
import re

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from rashomon.accounts.encodings import MARKS

HEAD = 4096  # bytes within which a page declares its encoding
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def decoded(content: bytes, stated: str = "") -> tuple[str, str]:
    """The page as text, and the encoding it was read in. What no encoding holds becomes a replacement mark.

    `stated` is what the server, or the letter around the page, says of it.
    """
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), *MARKS):
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace"), name
    # bytes that happen to be UTF-8 and mean something else are unheard of
    for name in filter(None, ("utf-8", _known(stated), _declared(content))):
        try:
            return content.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    name = str(map_encoding_to_html5(detect_encoding(content) or "utf-8", fallback_utf8=True))
    return content.decode(name, "replace"), name


def _declared(content: bytes) -> str:
    """As in `<meta charset="iso-8859-1">`, which the web reads as Windows-1252."""
    match = _DECLARED.search(content[:HEAD])
    return _known(match[1].decode("ascii", "replace")) if match else ""


def _known(name: str) -> str:
    return str(map_encoding_to_html5(name, fallback_utf8=True)) if name else ""
