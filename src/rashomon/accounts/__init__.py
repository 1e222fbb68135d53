"""File -> Account: bytes in, text with its digest out, or a clear word about why not."""

from rashomon.accounts.plain import read_plain

__all__ = ["read_plain"]
