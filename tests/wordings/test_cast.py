"""One actor with all of its names, over accounts that use different ones."""

from __future__ import annotations

import pytest
from marked import accounts_of, reading_of

from rashomon.lexicons import load
from rashomon.wordings import find_wordings


def names_of(case: str) -> dict[str, set[str]]:
    """The names of each actor of a case."""
    accounts, _ = accounts_of(case)
    found: dict[str, set[str]] = {}
    for one in find_wordings([reading_of(account, account.published, account.outlet) for account in accounts], LEXICON):
        found.setdefault(one.actor, set()).add(one.name)
    return found


LEXICON = load("en")
TOGETHER = [
    pytest.param(
        "President Amin al-Bel spoke to the crews. // Bel left at noon. Mr. Amin Bel waved.",
        "Amin al-Bel", {"Amin al-Bel", "Amin Bel", "Bel", "President"}, id="a particle left out",
    ),
    pytest.param(
        "Sergei Markovin met the crews. // Sergey Markovin met the crews.",
        "Sergey Markovin", {"Sergei Markovin", "Sergey Markovin"}, id="two spellings",
    ),
    pytest.param(
        "Michael Orrin met the crews. // Mike Orrin said the pier was shut.",
        "Michael Orrin", {"Michael Orrin", "Mike Orrin"}, id="a short first name",
    ),
    pytest.param(
        "Iraqi President Ana Bel spoke. // The Bel administration shut the port. The Iraqi government said so.",
        "Iraq", {"Bel administration", "Iraqi government"}, id="a government by the name of its head",
    ),
    pytest.param(
        "Iraq shut the port. Iraq's leaders said so. // Senior Iraqi officials said so. Sanctions on Baghdad were lifted.",
        "Iraq", {"Iraq", "leaders", "Senior Iraqi officials", "Baghdad"}, id="a country by its leaders and its capital",
    ),
    pytest.param(
        "The Iraqi army took the pier. Government forces held it. // Iraqi troops took the pier.",
        "Iraqi troops", {"Iraqi army", "Iraqi troops"}, id="armed forces",
    ),
    pytest.param(
        "The Liberal Party met at noon. Liberals cheered. // Liberal lawmakers met at noon.",
        "Liberal Party", {"Liberal Party", "Liberals", "Liberal lawmakers"}, id="a party and its members",
    ),
    pytest.param(
        "The rebels held the pier. // The terrorists held the pier. Some 40 militants fled.",
        "armed groups", {"rebels", "terrorists", "Some 40 militants"}, id="the words for one side",
    ),
    pytest.param(
        "The migrants waited at the gate. // The asylum seekers waited at the gate.",
        "migrants", {"migrants", "asylum seekers"}, id="the words for people on their way",
    ),
    pytest.param(
        "North Korea shut the port. The North opened it again.",
        "North Korea", {"North Korea", "North"}, id="a country by half of its name",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("case", "actor", "names"), TOGETHER)
def test_names_of_one_actor_stand_together(case: str, actor: str, names: set[str]) -> None:
    assert names <= names_of(case).get(actor, set()), names_of(case)


APART = [
    pytest.param("Ana Bel met Mara Bel. Bel waved.", "Ana Bel", "Mara Bel", id="two of one surname"),
    pytest.param("Martin Orrin came. // Martina Orrin came.", "Martin Orrin", "Martina Orrin", id="two first names"),
    pytest.param(
        "The pier was taken from rebels and terrorists. The rebels fled.", "rebels", "terrorists", id="set apart",
    ),
    pytest.param("The rebels fled. // Loyal fighters stayed.", "rebels", "Loyal fighters", id="another side"),
    pytest.param(
        "Former Iraqi officials left. The Iraqi government stayed.", "Former Iraqi officials", "Iraqi government",
        id="a former government",
    ),
    pytest.param(
        "Ana Bel's lawyers left. Mara Quill's lawyers stayed.", "Ana Bel's lawyers", "Mara Quill's lawyers",
        id="what two persons have",
    ),
    pytest.param(
        "The Liberal Party met. The Socialist Party met. Socialists cheered.", "Liberal Party", "Socialists",
        id="two parties",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("case", "one", "other"), APART)
def test_names_of_two_actors_stand_apart(case: str, one: str, other: str) -> None:
    found = names_of(case)
    holders = [{actor for actor, names in found.items() if text in {actor, *names}} for text in (one, other)]
    assert all(holders), found
    assert not holders[0] & holders[1], found


@pytest.mark.parametrize(
    "case",
    [
        "The mayor took office at noon.",
        "The campaign lasted a year.",
        "They swept Baghdad at noon.",
        "There was good news from a back channel.",
    ],
)
def test_a_word_for_a_thing_is_no_actor(case: str) -> None:
    assert not {"office", "campaign", "news", "good news", "back channel", "Baghdad"} & {
        name for names in names_of(case).values() for name in names
    }


def test_the_names_of_the_parties_exchanged_exchange_the_result() -> None:
    case = "The Liberal Party met. Liberals cheered. // The Socialist Party met. Socialist lawmakers left."
    swapped = case.replace("Liberal", "\0").replace("Socialist", "Liberal").replace("\0", "Socialist")
    left, right = names_of(case), names_of(swapped)
    assert {len(names) for names in left.values()} == {len(names) for names in right.values()}
    assert left.keys() == right.keys()
