"""Case -> one self-contained page: no network, no script, everything opens to its characters."""

from rashomon.reports.html.page import as_html

__all__ = ["as_html"]
