"""Every rule explains itself by example, and its examples hold."""

from __future__ import annotations

from collections import Counter

import pytest
from marked import failure

from rashomon.rules import all_rules

CASES = [
    pytest.param(rule.name, kind, case, id=f"{rule.name}-{kind}-{number}")
    for rule in all_rules().values()
    for kind, cases in (("find", rule.find), ("skip", rule.skip))
    for number, case in enumerate(cases)
]


@pytest.mark.parametrize(("rule", "kind", "case"), CASES)
def test_case_of_rule_holds(rule: str, kind: str, case: str) -> None:
    assert failure(rule, kind, case) is None


@pytest.mark.parametrize("name", all_rules())
def test_rule_has_words_and_both_kinds_of_case(name: str) -> None:
    rule = all_rules()[name]
    assert rule.words, f"{name} has no docstring"
    assert rule.find, f"{name} has no `find:` case"
    assert rule.skip, f"{name} has no `skip:` case"


def test_no_two_rules_say_the_same() -> None:
    words = Counter(rule.words for rule in all_rules().values())
    assert not [text for text, number in words.items() if number > 1]
