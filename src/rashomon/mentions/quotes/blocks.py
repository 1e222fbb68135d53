"""Quotations set as a block: a zone of its own, with or without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.lexicons import Lexicon
from rashomon.types import Quote, Zone

_SIGNED = re.compile(r"\s+[—–-]{1,2}\s+\S[^\n]*$")
_MARK = re.compile(r"[\"“”„«]")


def block_without_marks(zone: Zone, lexicon: Lexicon) -> Iterator[Quote]:
    """The minister told the house: (a block follows) … the whole block is the quotation, less its signature.

    find: Port¶¶He informed them of it in full:¶[We shut it.¶Two sank.¶It ends my report.|quote_kind=block]¶They.
    skip: Port¶¶He informed them of it.¶[We shut it.] Two sank.
    """
    if zone.kind != "blockquote":
        return
    span = zone.span
    text = span.account.text[span.start : span.end]
    if _MARK.match(text.lstrip()):
        return
    left = len(text) - len(text.lstrip())
    line = text.rstrip().rfind("\n")
    signed = _SIGNED.search(text, len(text[:line].rstrip()) if line >= 0 else 0)
    right = signed.start() if signed else len(text.rstrip())
    if left < right:
        content = span.account.span(span.start + left, span.start + right)
        yield Quote(span=content, zone=zone.kind, content=content, kind="block")


RULES = (block_without_marks,)
