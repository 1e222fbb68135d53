"""What a saved page states of itself, and what it does not."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.accounts import account_of_page
from rashomon.lexicons import load
from rashomon.mastheads import find_masthead
from rashomon.types import Masthead
from rashomon.zones import find_zones

BODY = (
    "<h1>Ferry strikes pier</h1><p class=byline>By Mara Quill</p>"
    "<p>A ferry struck the old pier of Port Edran on Monday morning, the harbour master said.</p>"
    "<p>Nobody was hurt, and the crews of both boats were brought ashore, she told the council.</p>"
)
LINKED = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, '
    '{"@type": "NewsArticle", "headline": "Ferry strikes pier", "datePublished": "2031-05-02T08:00:00+02:00", '
    '"author": [{"@type": "Person", "name": "Mara Quill"}, {"name": "Tom Arden"}], "publisher": {"name": "The Harbour Post"}}]}'
    "</script>"
)


def masthead(head: str, body: str = BODY) -> Masthead:
    account = account_of_page(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")
    return find_masthead(account, find_zones(account, load("en")), load("en"))


def test_linked_data_states_outlet_authors_and_day() -> None:
    found = masthead(LINKED)
    assert found.outlet is not None
    assert (found.outlet.value, found.outlet.rule) == ("The Harbour Post", "mastheads.pages.site_name")
    assert found.author is not None
    assert found.author.value == "Mara Quill, Tom Arden"
    assert (found.published, found.published_from) == (date(2031, 5, 2), "stated")


def test_author_points_to_the_byline_that_says_the_same() -> None:
    found = masthead('<meta name="author" content="Mara Quill">')
    assert found.author is not None
    assert found.author.span is not None
    assert found.author.span.text == "Mara Quill"


@pytest.mark.parametrize(
    ("content", "day"),
    [
        ("2031-05-02", date(2031, 5, 2)),
        ("20310502T080000Z", date(2031, 5, 2)),
        ("2 May 2031", date(2031, 5, 2)),
        ("Fri, 2 May 2031 08:00:00 GMT", date(2031, 5, 2)),
        ("2031-02-30", None),
        ("2031-05-021", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_day_of_publication(content: str, day: date | None) -> None:
    assert masthead(f'<meta property="article:published_time" content="{content}">').published == day


@pytest.mark.parametrize(
    "broken", ["{", "[[[[", '{"@type": "NewsArticle", "author": [[["x"]]]}', "null", '"NewsArticle"']
)
def test_linked_data_that_is_broken_says_nothing(broken: str) -> None:
    found = masthead(f'<script type="application/ld+json">{broken}</script>')
    assert found.outlet is None
    assert found.published is None


def test_author_that_nobody_entered_is_none() -> None:
    assert masthead('<meta name="author" content="admin">', BODY.replace("By Mara Quill", "")).author is None
