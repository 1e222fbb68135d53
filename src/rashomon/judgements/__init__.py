"""A person's decisions: appended to a log in which each line is chained to the one before, and applied to a case."""

from rashomon.judgements.acts import GRADES, NEEDS_REASON, Act, Verb, act_of, outcome_of, value_of
from rashomon.judgements.log import Decision, append, first_broken
from rashomon.judgements.overrule import Decided, overrule
from rashomon.judgements.standing import Standing, standing

__all__ = [
    "GRADES",
    "NEEDS_REASON",
    "Act",
    "Decided",
    "Decision",
    "Standing",
    "Verb",
    "act_of",
    "append",
    "first_broken",
    "outcome_of",
    "overrule",
    "standing",
    "value_of",
]
