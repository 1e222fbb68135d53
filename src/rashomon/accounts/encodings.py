"""The bytes of a text file -> its characters, and in which encoding they were written where it is not UTF-8."""

from __future__ import annotations

import codecs
import re

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from rashomon.accounts.refusals import Unreadable

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
STRAY = 0.001  # share of control bytes that text saved from the web does have; a zero byte it never has
WESTERN = "cp1252"  # what a text in English is in, where it is not in UTF-8
FOREIGN = 0.05  # share of bytes beyond ASCII; English with its quotation marks and dashes has fewer
ENOUGH = 20  # such bytes, at least, to tell one encoding from another
BROKEN = 0.25  # of the characters beyond ASCII, at most, that are no UTF-8 in a file that is
_BEYOND = re.compile(rb"[\x80-\xff]")


def decoded_text(content: bytes, source: str) -> tuple[str, str]:
    """The text in the bytes, and its encoding. Raises Unreadable for what is empty, binary, or in no known one."""
    if not content.strip():
        raise Unreadable(source, "the file is empty" if not content else "the file holds nothing but white space")
    for mark, name in MARKS:
        if content.startswith(mark):
            encoding = name[:6]  # the order of the bytes is said by the mark itself
            try:
                return content.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise Unreadable(source, f"not the {encoding.upper()} it says it is", f"byte {error.start}") from error
    strange = [found.start() for found in CONTROLS.finditer(content)]
    if b"\0" in content or len(strange) > STRAY * len(content) + 1:
        raise Unreadable(source, f"a binary file (byte 0x{content[strange[0]]:02x}), not a text", f"byte {strange[0]}")
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _other(content, source, error)


def _other(content: bytes, source: str, error: UnicodeDecodeError) -> tuple[str, str]:
    """UTF-8 with a few bytes that are none, else what it looks like, else what texts in English are in."""
    kept = content.decode("utf-8", "surrogateescape")
    strays = sum(1 for character in kept if "\udc80" <= character <= "\udcff")
    whole = sum(1 for character in kept if character > "\x7f") - strays
    if strays <= BROKEN * whole:
        mixed = "".join(_stray(character) for character in kept)
        return mixed, f"utf-8 with {strays} bytes of {WESTERN}"
    beyond = len(_BEYOND.findall(content))
    looks = str(map_encoding_to_html5(detect_encoding(content) or WESTERN, fallback_utf8=False) or WESTERN)
    is_foreign = beyond > max(ENOUGH, FOREIGN * len(content)) and looks != "utf-8"
    for encoding in (looks, WESTERN) if is_foreign else (WESTERN,):
        try:
            return content.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    line = content.count(b"\n", 0, error.start) + 1
    place = f"byte {error.start}, line {line}"
    raise Unreadable(
        source, f"neither UTF-8 nor another encoding that is known (byte 0x{content[error.start]:02x})", place
    )


def _stray(character: str) -> str:
    if not "\udc80" <= character <= "\udcff":
        return character
    return bytes([ord(character) - 0xDC00]).decode(WESTERN, "replace")
