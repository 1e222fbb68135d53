"""A saved page -> Account: its readable text block by block, what it states of itself, and what it shows where."""

from rashomon.accounts.html.page import account_of_page
from rashomon.accounts.html.shown import Misplaced, shown_in

__all__ = ["Misplaced", "account_of_page", "shown_in"]
