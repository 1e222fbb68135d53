"""A person's decisions: appended to a log in which each line is chained to the one before."""

from rashomon.judgements.log import Decision, append, first_broken

__all__ = ["Decision", "append", "first_broken"]
