"""Zones of whole pages: what is evidence, what is not, and that nothing of an account is lost."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lexicons import load
from rashomon.types import Account, Zone
from rashomon.zones import find_zones

LEXICON = load("en")


def zones_of(text: str) -> tuple[Zone, ...]:
    return find_zones(Account(name="1.txt", text=text, digest=hashlib.sha256(text.encode()).hexdigest()), LEXICON)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(zone.kind, " ".join(zone.span.text.split())[:24]) for zone in zones_of(text)]


PAGE = """
    Latest newsHarbourOthersWorld News

    Ferry strikes pier in Port Edran

    By Mara Quill

    The Harbour Post, May 4, 2031

    A ferry struck a pier in Port Edran on Monday, the harbour master said.

    Dockers hold banners at the gate in Port Edran, May 5, 2031. (Photo by HPN)

    Crews wait for word

    Nobody was hurt.

    Read more: Port Edran in three days

    Copyright 2031 The Harbour Post. All rights reserved.

    3 Comments
    • Marta Vell
      I think you are wrong about this.
    • Tomin reply toMarta Vell(Show commentHide comment)
      No, you are.

    Leave a Reply
"""


def test_page_is_cut_into_its_zones() -> None:
    assert [kind for kind, _ in kinds(PAGE)] == [
        "boilerplate",
        "title",
        "byline",
        "byline",
        "body",
        "caption",
        "heading",
        "body",
        "boilerplate",
        "comment",
    ]


@pytest.mark.parametrize(
    "words", ["think you are wrong", "Leave a Reply", "All rights reserved", "Read more", "Latest"]
)
def test_no_furniture_or_comment_is_evidence(words: str) -> None:
    evidence = "".join(zone.span.text for zone in zones_of(PAGE) if zone.is_evidence)
    assert words not in evidence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two people died.", ["body"]),
        ("  \n \n", []),
        ("", []),
        ("Ferry strikes pier\n\nTwo people died.", ["title", "body"]),
        ("A ferry struck a pier on Monday, police said.\n\nTwo people died.", ["body"]),
        (" date 2031-12-24 Ferry strikes pier.\nTwo people died.", ["byline", "title", "body"]),
        ("00:00 GMT +330 March 2031\n\nFerry Strikes Pier\n\nTwo people died.", ["byline", "title", "body"]),
    ],
)
def test_short_texts(text: str, expected: list[str]) -> None:
    assert [zone.kind for zone in zones_of(text)] == expected


RUN_TOGETHER = (
    "Ferry strikes pier in Teshar\n\n"
    "Ferry strikes pier in Teshar AFP Sunday 10 Jul 2033 A ferry struck a pier. - Crews leave the port - They left. "
    "Still image shows smoke. (Harbour TV and Agencies) Two were hurt. Agencies contributed to this report Read Also\n"
)


def test_page_without_line_breaks_is_cut_inside_its_line() -> None:
    assert kinds(RUN_TOGETHER) == [
        ("title", "Ferry strikes pier in Te"),
        ("title", "Ferry strikes pier in Te"),
        ("byline", "AFP Sunday 10 Jul 2033"),
        ("body", "A ferry struck a pier."),
        ("heading", "- Crews leave the port -"),
        ("body", "They left."),
        ("caption", "Still image shows smoke."),
        ("body", "Two were hurt."),
        ("byline", "Agencies contributed to "),
        ("boilerplate", "Read Also"),
    ]


def test_speech_without_marks_ends_with_its_closing_words() -> None:
    text = (
        "Ferry strikes pier\n\nThe harbour master informed the council of the details of the works:\n"
        "The works went on in two stages.\nWe shut the pier.\nThis ends my report.\nIn other words, it is shut."
    )
    assert [kind for kind, _ in kinds(text)] == ["title", "body", "blockquote", "body"]


LINES = st.lists(
    st.sampled_from([*PAGE.split("\n"), *RUN_TOGETHER.split(". "), "", "…", "12", "\u00a0", "“"]), max_size=12
)


@given(LINES)
def test_zones_cover_all_of_a_text_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    zones = zones_of(text)
    covered = "".join(zone.span.text for zone in zones)
    assert covered == (text if text.strip() else "")
