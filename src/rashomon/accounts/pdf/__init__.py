"""A print (PDF) -> Account: its text in the order of reading, and for each line its page and its box."""

from rashomon.accounts.pdf.account import account_of_print
from rashomon.accounts.pdf.sheets import sheets_of

__all__ = ["account_of_print", "sheets_of"]
