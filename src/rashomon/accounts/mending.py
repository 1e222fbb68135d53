"""Text that was decoded wrongly before it was saved, "coast guardâ€™s" -> "coast guard’s"; what was done is kept."""

from __future__ import annotations

import re

from rashomon.types import Meta

LEAST = 5  # broken sequences; below it a text is left as it is, since its characters keep their places
_PERHAPS = re.compile("[\x80-\x9fÂÃâãÐÑØÙÎÏ]")


def mended(text: str) -> tuple[str, tuple[Meta, ...]]:
    """The text put right, and by which steps, kept with its account; the same text where it is not broken, or hardly.

    What keeps every character in its place (a quotation mark that became a control) is always put right. What moves
    them is only where the whole text is broken, for whoever points into a file counts the characters that are in it.
    """
    if not _PERHAPS.search(text):
        return text, ()
    from ftfy import fix_encoding_and_explain
    from ftfy.badness import badness

    before = badness(text)
    if not before:
        return text, ()
    fixed, steps = fix_encoding_and_explain(text)
    moved = len(fixed) != len(text)
    if fixed == text or badness(fixed) >= before or (moved and before < LEAST):
        return text, ()
    told = ", ".join(" ".join(map(str, step)) for step in steps or ())
    return fixed, (Meta(name="mended", value=told),)
