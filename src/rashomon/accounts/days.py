"""The day that a column, a statement or the head of a letter gives, as it is written there."""

from __future__ import annotations

from datetime import date
from email.utils import parsedate_to_datetime


def day_of(written: str) -> date | None:
    """The day in "2031-05-02T10:00:00Z", "2031/05/02" or "Fri, 02 May 2031 10:00:00 GMT"; nothing is guessed."""
    plain = written.strip()
    for form in (plain[:10], plain[:10].replace("/", "-"), plain[:8] if plain[:8].isdigit() else ""):
        try:
            return date.fromisoformat(form)
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(plain).date()
    except (TypeError, ValueError):
        return None
