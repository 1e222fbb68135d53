"""Whether a case is still what it was: as it was written, and as reading its accounts again makes it."""

from __future__ import annotations

from pathlib import Path

from rashomon import pipeline
from rashomon.accounts import parsed_by, rederived
from rashomon.desk import case_in, fail, tell
from rashomon.intake import outcomes_of
from rashomon.judgements import first_broken
from rashomon.stores import NoCase, check, pipeline_version
from rashomon.types import Account


def faults_of(case_file: Path) -> list[str]:
    """What in a case is not as it was written; the first broken line of its log too. Leaves where it is no case."""
    try:
        faults, log = check(case_file)
    except NoCase as reason:
        fail(str(reason))
    broken = first_broken(log)
    said = [f"{fault.where}: {fault.reason}" for fault in faults]
    return said + ([f"judgement {broken}: the log was changed here or before"] if broken is not None else [])


def reread(case_file: Path) -> list[str]:
    """What deriving the texts and reading the accounts again gives otherwise; nothing where another version did it."""
    case = case_in(case_file)
    said = [line for account in case.accounts if (line := _derived_otherwise(account))]
    if pipeline_version(case_file) != pipeline.VERSION:
        tell(f"{case_file}: read by another version; its readings were not derived again")
        return said
    again = zip(case.readings, outcomes_of(case.accounts), strict=True)
    return said + [f"{old.account.name}: reading it again gives something else" for old, new in again if old != new]


def _derived_otherwise(account: Account) -> str:
    """Whether an account's bytes give another text now; no fault where another version of a parser made it."""
    again = rederived(account)
    if again is not None and (again.text, again.digest) == (account.text, account.digest):
        return ""
    now = parsed_by(account.parser)
    if account.parsed_by != now:
        tell(f"{account.name}: {account.parser} {now or '(none)'} would read it otherwise than {account.parsed_by} did")
        return ""
    return f"{account.name}: its bytes do not give its text"
