"""The same pipeline on one core or on all: what is read from an account never depends on where."""

from rashomon.engines.processes import read_all

__all__ = ["read_all"]
