"""Case <-> one SQLite file, readable by any SQLite for decades to come."""

from rashomon.stores.cases import accounts_key, accounts_of, load, pipeline_version, save
from rashomon.stores.custody import Fault, check
from rashomon.stores.decisions import log_of, write_decision
from rashomon.stores.files import NoCase, is_database
from rashomon.stores.packs import NoPack, pack, unpack
from rashomon.stores.whole import whole, write_lines

__all__ = [
    "Fault",
    "NoCase",
    "NoPack",
    "accounts_key",
    "accounts_of",
    "check",
    "is_database",
    "load",
    "log_of",
    "pack",
    "pipeline_version",
    "save",
    "unpack",
    "whole",
    "write_decision",
    "write_lines",
]
