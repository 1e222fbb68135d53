"""How long one account more takes, in a case that has many: `rashomon add` beyond the reading of that account.

    python bench/adding.py [ACCOUNTS …]

ACCOUNTS are 100 and 1,000 unless said otherwise. The accounts are invented, ten of each event, of about 230 words.
Those of twenty events are parsed; the events of a case are these again and again with other names, other words and
other numbers of the same length, so that a corpus of any size is there in seconds. For each size a case of all accounts
but one is compared and written; then the one is added, and what is in the file afterwards is compared with the case of
all at once. Prints seconds of CPU time: comparing all, and of adding one the parts that each step took.
"""

from __future__ import annotations

import json
import platform
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TypeVar

from corpus import BODIES, COUNTING, PEOPLE, PLACES, TELLING, article

from rashomon import pipeline
from rashomon.reports.records import as_lines
from rashomon.stores import load, save
from rashomon.stores.codec import as_json, from_json, shelf
from rashomon.types import Account, Reading

ACCOUNTS_OF_AN_EVENT, PARSED_EVENTS, SENTENCES = 10, 20, 12
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*":?')  # a text in JSON, or the name of a field
NAMES = sorted({word for name in (*PLACES, *PEOPLE, *BODIES) for word in name.split() if word[0].isupper()})
COMMON = {
    "according", "added", "around", "between", "counted", "expected", "first", "injured", "killed", "least", "left",
    "million", "more", "near", "nearly", "people", "percent", "reached", "reported", "reporters", "residents", "said",
    "since", "than", "that", "there", "told", "were", "when", "where", "which", "with", "without",
}  # fmt: skip
WORDS = sorted({w for t in (*TELLING, *COUNTING, *BODIES) for w in re.findall(r"(?<!{)\b[a-z]{4,}", t)} - COMMON)
KEPT = re.compile(r'".*":|"(?:[a-z_]+\.)+[a-z_]+"')  # the name of a field, or of a rule

T = TypeVar("T")


def parsed(events: int) -> list[Reading]:
    """The readings of the first accounts: ten of each event, which speak of the same three places."""
    rng = random.Random(20311104)  # noqa: S311 - a corpus, not a secret
    made: list[Reading] = []
    for event in range(events):
        places = rng.sample(PLACES, 3)
        texts = (article(rng, SENTENCES, places) for _ in range(ACCOUNTS_OF_AN_EVENT))
        made += [pipeline.read(_account(event, number, text)) for number, text in enumerate(texts)]
    return made


def _account(event: int, number: int, text: str) -> Account:
    return Account(name=f"{event:05}-{number}.txt", text=text, digest=sha256(text.encode()).hexdigest())


def readings() -> Iterator[Reading]:
    """The readings of ever more accounts: those parsed, renamed anew for event after event."""
    first = parsed(PARSED_EVENTS)
    written = [json.dumps(as_json(one, shelf((one.account,), here=one.account)), ensure_ascii=False) for one in first]
    event = 0
    while True:
        for start in range(0, len(first), ACCOUNTS_OF_AN_EVENT):
            other = _renaming(random.Random(event))  # noqa: S311
            for number in range(ACCOUNTS_OF_AN_EVENT):
                account = _account(event, number, other(first[start + number].account.text))
                content = _renamed(written[start + number], other)
                yield from_json(Reading, json.loads(content), shelf((account,), here=account))
            event += 1


def _renamed(written: str, other: Callable[[str], str]) -> str:
    """A reading in JSON with its texts renamed; not the names of fields and rules."""
    return QUOTED.sub(lambda match: match[0] if KEPT.fullmatch(match[0]) else other(match[0]), written)


def _renaming(rng: random.Random) -> Callable[[str], str]:
    """Other names, words and digits of the same length; of two numbers of one length the larger stays the larger."""
    new = {word: "".join(rng.choices("bdfgklmnprstv", k=len(word))) for word in WORDS}
    new |= {name: name[0] + "".join(rng.choices("aeioulmnrst", k=len(name) - 1)) for name in NAMES}
    new |= {word.lower(): other.lower() for word, other in new.items()}
    new |= dict(zip("123456789", sorted(rng.choices("123456789", k=9)), strict=True))
    pattern = re.compile(rf"\d|\b(?:{'|'.join(sorted(new, key=len, reverse=True))})\b")
    return lambda text: pattern.sub(lambda match: new.get(match[0], match[0]), text)


def timed(job: Callable[..., T], *given: object) -> tuple[float, T]:
    """Seconds of CPU time, and what the job gave."""
    start = time.process_time()
    made = job(*given)
    return time.process_time() - start, made


def measured(told: Sequence[Reading], folder: Path) -> str:
    """One line: a case of all but one, that one added, and whether it is the case of all at once."""
    path = folder / f"{len(told)}.rashomon"
    middle = len(told) // 2
    comparing, whole = timed(pipeline.compare, told)
    save(pipeline.compare((*told[:middle], *told[middle + 1 :])), path, pipeline.VERSION)
    loading, before = timed(load, path)
    adding, after = timed(pipeline.add, before, [told[middle]])
    saving, _ = timed(save, replace(after, judgements=before.judgements), path, pipeline.VERSION)
    same = list(as_lines(load(path))) == list(as_lines(whole))
    return (
        f"{len(told):>8,} {comparing:>12.2f} {loading + adding + saving:>10.2f} "
        f"{loading:>8.2f} {adding:>8.2f} {saving:>8.2f}   {'the same' if same else 'ANOTHER CASE'}"
    )


def main() -> int:
    """Prints a table."""
    sizes = [int(word.replace(",", "")) for word in sys.argv[1:]] or [100, 1000]
    print(f"{platform.machine()}, Python {platform.python_version()}, rashomon {version('rashomon')}")
    print(f"{'accounts':>8} {'compare all':>12} {'add one':>10} {'load':>8} {'compare':>8} {'save':>8}")
    told = list(islice(readings(), max(sizes)))
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            print(measured(told[:size], Path(folder)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
