"""The account in a saved page."""

from __future__ import annotations

from resiliparse.parse.html import HTMLTree

from rashomon.accounts.html.blocks import blocks_of
from rashomon.accounts.html.encoding import decoded
from rashomon.accounts.html.guess import guessed
from rashomon.accounts.html.metadata import stated_in
from rashomon.accounts.limits import LARGEST_PAGE, MEGABYTE
from rashomon.accounts.mending import mended
from rashomon.accounts.plain import digest_of
from rashomon.accounts.refusals import Unreadable
from rashomon.types import Account, Meta

ADDRESSES = ("canonical", "og:url")


def account_of_page(content: bytes, name: str, source: str = "", encoding: str = "") -> Account:
    """The account in the bytes of a page, whose server or letter may state its encoding.

    Raises Unreadable for one that is too large, or shows no text.
    """
    if len(content) > LARGEST_PAGE:
        raise Unreadable(source or name, f"larger than {LARGEST_PAGE // MEGABYTE} MB; no page is")
    if not content.strip():
        raise Unreadable(source or name, "the file is empty" if not content else "nothing but white space")
    raw, encoding = decoded(content, encoding)
    markup, steps = mended(raw)
    tree = HTMLTree.parse(markup)
    text, blocks = blocks_of(tree)
    if not text:
        raise Unreadable(source or name, "a page without text; perhaps it is filled by a script")
    meta = (Meta(name="encoding", value=encoding), *steps, *stated_in(tree))
    return Account(
        name=name,
        text=text,
        digest=digest_of(content),
        source=source,
        parser="html",
        original=content,
        blocks=guessed(markup, text, blocks),
        meta=meta,
        url=next((one.value for one in meta if one.name in ADDRESSES and one.value.startswith("http")), None),
    )
