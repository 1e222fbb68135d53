"""Case <-> one SQLite file, readable by any SQLite for decades to come."""

from rashomon.stores.cases import accounts_key, load, pipeline_version, save
from rashomon.stores.custody import Fault, check
from rashomon.stores.decisions import log_of, write_decision
from rashomon.stores.files import NoCase, is_database
from rashomon.stores.packs import NoPack, pack, unpack
from rashomon.stores.whole import write_lines

__all__ = [
    "Fault",
    "NoCase",
    "NoPack",
    "accounts_key",
    "check",
    "is_database",
    "load",
    "log_of",
    "pack",
    "pipeline_version",
    "save",
    "unpack",
    "write_decision",
    "write_lines",
]
