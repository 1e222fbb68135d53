"""What an account says of itself."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from rashomon.lexicons import load
from rashomon.mastheads import find_masthead
from rashomon.types import Account, Masthead
from rashomon.zones import find_zones

LEXICON = load("en")


def masthead(text: str, published: date | None = None, outlet: str | None = None) -> Masthead:
    digest = hashlib.sha256(text.encode()).hexdigest()
    account = Account(name="1.txt", text=text, digest=digest, published=published, outlet=outlet)
    return find_masthead(account, find_zones(account, LEXICON), LEXICON)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published July 5 2031", date(2031, 7, 5)),
        ("Last updated at Jul 262031", date(2031, 7, 26)),
        ("Date of publication 10 July 2031", date(2031, 7, 10)),
        ("Thu 10 Jul 2031", date(2031, 7, 10)),
        ("Thursday 10 July 2031", date(2031, 7, 10)),
        ("10-07-2031", date(2031, 7, 10)),
        ("21.02.2031", date(2031, 2, 21)),
        ("date 2031-12-24", date(2031, 12, 24)),
        ("25/12/2031", date(2031, 12, 25)),
        ("12/25/2031", date(2031, 12, 25)),
        ("Posted on July 2 2031", date(2031, 7, 2)),
        ("Updated: May 4th, 2031, 10:30 AM EDT", date(2031, 5, 4)),
        ("12/5/2031", None),
        ("31/02/2031", None),
        ("Mon 10 Jul 2031", None),  # a Thursday
        ("00:00 GMT +330 March 2031", None),
    ],
)
def test_day_of_publication(line: str, day: date | None) -> None:
    for text in (
        f"Ferry strikes pier\n\n{line}\n\nA ferry struck a pier.",
        f"Ferry strikes pier\n\n{line} A ferry struck it.",
    ):
        found = masthead(text)
        assert found.published == day
        assert found.published_from == ("stated" if day else "unknown")


def test_sidecar_outranks_the_text() -> None:
    found = masthead(
        "Pier\n\nThe Harbour Post, May 4, 2031\n\nA ferry.", published=date(2031, 5, 6), outlet="Teshar Mail"
    )
    assert (found.published, found.published_from) == (date(2031, 5, 6), "sidecar")
    assert found.outlet
    assert found.outlet.value == "Teshar Mail"
    assert found.published_span is None


def test_two_days_that_differ_say_nothing() -> None:
    assert masthead("Pier\n\n4 May 2031\n\n6 May 2031\n\nA ferry struck it.").published is None


def test_whole_head() -> None:
    text = (
        "Ferry strikes pier\n\nBy [Mara Quill](#)\n\nThe Harbour Post, May 4, 2031\n\n[Teshar Mail](#)\n\n"
        "PORT EDRAN (AP) - A ferry struck a pier.\n\nThe original source of this article is [Teshar Mail](#)\n"
    )
    found = masthead(text)
    assert found.author
    assert found.author.value == "Mara Quill"
    assert found.outlet
    assert found.outlet.value == "The Harbour Post"
    assert found.republished_from
    assert found.republished_from.value == "Teshar Mail"
    assert [credit.value for credit in found.credits] == ["AP"]
    assert found.title
    assert found.title.value == "Ferry strikes pier"
