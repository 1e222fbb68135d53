"""What a page states of itself in its head: meta elements and linked data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from resiliparse.parse.html import HTMLTree

from rashomon.types import Meta

LONGEST = 2000  # characters of one value
DEEPEST = 6  # objects inside objects of linked data
ARTICLE = ("Article", "Posting", "Report")  # ends of the types that schema.org gives an article
FIELDS = ("headline", "author", "publisher", "datePublished", "dateModified", "inLanguage")


def stated_in(tree: HTMLTree) -> Iterator[Meta]:
    """The title, the language, every meta element with a name, and the article of the linked data."""
    document: Any = tree.document
    root = document.query_selector("html")
    if root is not None and root.getattr("lang"):
        yield Meta(name="lang", value=str(root.getattr("lang")).strip()[:LONGEST])
    if tree.title:
        yield Meta(name="title", value=" ".join(tree.title.split())[:LONGEST])
    for element in document.get_elements_by_tag_name("meta"):
        name = element.getattr("property") or element.getattr("name") or element.getattr("itemprop")
        value = " ".join((element.getattr("content") or "").split())
        if name and value:
            yield Meta(name=name.strip().lower(), value=value[:LONGEST])
    link = document.query_selector("link[rel=canonical]")
    if link is not None and link.getattr("href"):
        yield Meta(name="canonical", value=str(link.getattr("href"))[:LONGEST])
    for script in document.query_selector_all('script[type="application/ld+json"]'):
        yield from _linked_data(script.text)


def _linked_data(written: str) -> Iterator[Meta]:
    """The fields of the articles in a piece of linked data; what is not JSON says nothing."""
    try:
        data: Any = json.loads(written.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return
    for article in _articles(data, DEEPEST):
        for name in FIELDS:
            for value in _values(article.get(name)):
                yield Meta(name=f"ld:{name}", value=" ".join(value.split())[:LONGEST])


def _articles(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(data, list):
        for part in data:
            yield from _articles(part, depth - 1)
    elif depth and isinstance(data, dict):
        kinds = data.get("@type")
        named = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
        if any(kind.endswith(ARTICLE) for kind in named):
            yield data
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(data.get(name), depth - 1)


def _values(value: Any) -> Iterator[str]:
    """The texts of a field: itself, the name of a thing, or those of a list."""
    if isinstance(value, str) and value.strip():
        yield value
    elif isinstance(value, dict):
        yield from _values(value.get("name"))
    elif isinstance(value, list):
        for part in value:
            yield from _values(part) if not isinstance(part, list) else ()
