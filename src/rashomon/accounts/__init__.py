"""File -> Account: bytes in, text with its digest out, or a clear word about why not."""

from rashomon.accounts.gather import Gathered, files_in, gather, stream
from rashomon.accounts.html import account_of_page
from rashomon.accounts.network import fetch, is_address
from rashomon.accounts.opened import parsed_by, read_file, rederived, reopened
from rashomon.accounts.originals import original_bytes, original_of
from rashomon.accounts.plain import account_of, decode, digest_of, read_plain
from rashomon.accounts.refusals import Note, Unreadable
from rashomon.accounts.sidecar import Sidecar, read_sidecar

__all__ = [
    "Gathered",
    "Note",
    "Sidecar",
    "Unreadable",
    "account_of",
    "account_of_page",
    "decode",
    "digest_of",
    "fetch",
    "files_in",
    "gather",
    "is_address",
    "original_bytes",
    "original_of",
    "parsed_by",
    "read_file",
    "read_plain",
    "read_sidecar",
    "rederived",
    "reopened",
    "stream",
]
