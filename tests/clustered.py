"""One engine in a session of its own, since Daft has one in each: prints what came of the accounts, one a line.

python clustered.py processes|daft|ray example|poisons|ended|FILE.jsonl [FOLDER]
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import example
import poisons

from rashomon.accounts import gather
from rashomon.engines import SetAside, read_all
from rashomon.pipeline import read
from rashomon.reports.records import reading_records
from rashomon.types import Account


@contextmanager
def cluster() -> Iterator[None]:
    """Two nodes of Ray on this machine."""
    import ray
    from ray.cluster_utils import Cluster

    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    made.add_node(num_cpus=1)
    ray.init(address=made.address, log_to_driver=False)
    alive = [node for node in ray.nodes() if node["Alive"]]
    assert len(alive) == 2, alive
    yield
    ray.shutdown()
    made.shutdown()


@contextmanager
def this_machine() -> Iterator[None]:
    yield


def given(what: str, folder: Path) -> list[Account]:
    if what == "example":
        return list(example.accounts())
    if what == "ended":
        return poisons.accounts(["a"] * 30 + [f"ends its worker once {folder / 'one'}"] + ["b"] * 9)
    if what == "poisons":
        return poisons.accounts(["a", "raises", "b", f"deadly once {folder / 'one'}", "deadly", "c"])
    return list(gather([Path(what)]).accounts)


def main() -> int:
    engine, what, *folder = sys.argv[1:]
    accounts = given(what, Path(folder[0]) if folder else Path())
    reader = poisons.poisoned if what in {"poisons", "ended"} else read
    with cluster() if engine == "ray" else this_machine():
        for outcome in read_all(accounts, 2, engine, reader=reader):
            if isinstance(outcome, SetAside):
                line = json.dumps([outcome.account.name, outcome.reason])
            else:
                records = json.dumps(list(reading_records(outcome)), ensure_ascii=False)
                line = f"{outcome.account.name} {hashlib.sha256(records.encode()).hexdigest()}"
            sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
