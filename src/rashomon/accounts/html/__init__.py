"""A saved page -> Account: its readable text block by block, and what it states of itself."""

from rashomon.accounts.html.page import account_of_page

__all__ = ["account_of_page"]
