"""What a figure measures: the role and the people, in the forms that reports and headlines take."""

from __future__ import annotations

import pytest
from marked import accounts_of, records_of, says

ROLES = [
    "Blast kills [16|role=killed], wounds [40|role=injured] in Teshar",
    "A bomber killed at least three guards and wounded [40|role=injured] Tuesday in a raid.",
    "[Five|role=killed] civilians including [three|role=killed; population=children] children were killed.",
    "The toll of the fire rose to [43|role=killed] on Friday.",
    "The flood has claimed the lives of [129|role=killed] people.",
    "[Twelve|role=killed] people lost their lives.",
    "Nine miners are dead and [four|role=missing] are missing.",
    "They took [an estimated 900|role=captured] villagers hostage.",
    "[More than 700|role=surrendered] fighters laid down their arms.",
    "The war has driven [millions|role=displaced] from their homes.",
    "The convoy was carrying [500|role=evacuated] people out of the valley.",
    "[Some 60,000|role=present] people live in Teshar.",
    "The army took [four|role=items] villages.",
    "It lies [60 kilometres|role=distance] away.",
    "[Two|role=killed; population=medics] medics were among at least 31 people killed.",
    "[Half|role=share] of the town burned.",
    "All the dead were from [six|role=other] families.",
]


@pytest.mark.parametrize("case", ROLES)
def test_role_and_people(case: str) -> None:
    accounts, marks = accounts_of(case)
    figures = [record for record in records_of(accounts) if record["record"] == "figure"]
    for mark in marks:
        here = [figure for figure in figures if (figure["start"], figure["end"]) == (mark.start, mark.end)]
        assert here, f"no figure at {mark}"
        for field, value in mark.fields:
            assert says(here[0], field, value), (field, value, here[0][field])


def test_words_for_both_sides_mean_the_same_people() -> None:
    for noun in ("rebels", "militants", "terrorists", "insurgents"):
        accounts, _ = accounts_of(f"In all 29 {noun} were killed near Teshar.")
        figure = next(record for record in records_of(accounts) if record["record"] == "figure")
        assert figure["population"] == "fighters"


QUESTIONS = [
    "The well is [40 metres|measure=depth of the well] deep.",
    "It lies [20 miles|measure=distance from Teshar] south of Teshar.",
    "In all [12 inches|measure=snow fallen] of snow fell.",
    "Nela Orm scored [12|measure=points Nela Orm scored] points.",
    "There is a reward of [$3,000|measure=amount of the reward].",
    "His bond has been set at [$3 million|measure=amount his bond has been set at].",
    "They arrested him [two weeks|measure=time before the trial] before the trial.",
    "The [17-year-old|measure=age of the person hit] was hit.",
    "Nela Orm sang. She was [95|measure=age of Nela Orm].",
    "He was sentenced to [12 years|measure=time he was sentenced to] in prison.",
    "Shares fell [5 percent|measure=percentage by which Shares fell].",
    "He bought a [17-inch|measure=size of the screen] screen.",
]


@pytest.mark.parametrize("case", QUESTIONS)
def test_question_reads(case: str) -> None:
    test_role_and_people(case)
